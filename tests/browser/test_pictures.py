"""The owner of a batch's evidence folder."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.evidence import Pictures

_NOW = datetime(2026, 11, 10, 1, tzinfo=UTC)


def _pictures(folder: Path) -> Pictures:
    return Pictures(folder, clock=lambda: _NOW)


def test_files_are_numbered_in_the_folder_of_their_case(tmp_path: Path) -> None:
    pictures = _pictures(tmp_path / "batch")
    first = pictures.keep("filled", b"1", cases=["add-004"])
    second = pictures.keep("saved", b"2", cases=["add-004"])
    assert (first, second) == (Path("add-004/01-filled.png"), Path("add-004/02-saved.png"))
    assert (pictures.folder / second).read_bytes() == b"2"
    assert pictures.of("add-004") == (first, second)
    assert [(one.case, one.name, one.taken_at) for one in pictures.records] == [
        ("add-004", "filled", _NOW),
        ("add-004", "saved", _NOW),
    ]


def test_what_belongs_to_several_is_written_once_and_recorded_for_each(tmp_path: Path) -> None:
    pictures = _pictures(tmp_path)
    path = pictures.keep("declared", b"1", cases=["a", "b"])
    assert path == Path("batch/01-declared.png")
    assert pictures.of("a") == pictures.of("b") == (path,)


def test_numbers_go_on_after_an_earlier_run(tmp_path: Path) -> None:
    _pictures(tmp_path).keep("saved", b"1", cases=["a"])
    assert _pictures(tmp_path).keep("saved", b"2", cases=["a"]) == Path("a/02-saved.png")
    assert (tmp_path / "a/01-saved.png").read_bytes() == b"1"


def test_a_failed_capture_is_recorded(tmp_path: Path) -> None:
    pictures = _pictures(tmp_path)
    pictures.failed("saved", "the page went away", cases=["a"])
    assert [(one.case, one.path, one.failed) for one in pictures.records] == [("a", None, "the page went away")]
    assert pictures.of("a") == ()


@pytest.mark.parametrize(("name", "case"), [("../x", "a"), ("x", "../a"), ("x", "a/b"), ("", "a"), ("x", "李")])
def test_names_cannot_lead_out_of_the_folder(tmp_path: Path, name: str, case: str) -> None:
    with pytest.raises(ValueError, match="not safe"):
        _pictures(tmp_path / "batch").keep(name, b"", cases=[case])
    assert not (tmp_path / "batch").exists()


def test_a_strange_suffix_is_not_taken_over(tmp_path: Path) -> None:
    assert _pictures(tmp_path).keep("x", b"", cases=["a"], kind="download", suffix="./../y").suffix == ".bin"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    pictures = _pictures(tmp_path / "batch")
    path = pictures.keep("saved", b"1", cases=["a"])
    modes = [(pictures.folder / one).stat().st_mode & 0o777 for one in (".", "a", path)]
    assert modes == [0o700, 0o700, 0o600]


def test_a_write_that_fails_leaves_nothing_with_the_final_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(source: object, target: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("os.replace", broken)
    with pytest.raises(OSError, match="disk full"):
        _pictures(tmp_path).keep("saved", b"1", cases=["a"])
    assert not list(tmp_path.rglob("*.png"))
