"""A dossier is read back whole from a folder or a zip; what is wrong with it, or meant to harm, does not get far."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import UsageError
from bot.evidence import reading, reading_words
from bot.evidence.reading import read_dossier
from bot.evidence.record import Record
from bot.text import LANGUAGES, Text
from tests.unit.evidence.sample import NINE, Sample


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("evidence") / "202611-01"
    Sample(folder).write()
    return folder


@pytest.fixture
def folder(written: Path, tmp_path: Path) -> Path:
    return shutil.copytree(written, tmp_path / "202611-01")


def zipped(folder: Path, path: Path, *, top: str = "", also: dict[str, bytes] | None = None) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                target.write(file, top + file.relative_to(folder).as_posix())
        for name, content in (also or {}).items():
            target.writestr(name, content)
    return path


def test_a_dossier_tells_the_whole_story(folder: Path) -> None:
    dossier = read_dossier(folder)
    assert dossier.batch.id == "202611-01"
    assert {case.id: case.state for case in dossier.cases} == {
        "add-002": "approved",
        "add-003": "rejected",
        "add-004": "refused",
        "renew-002": "approved",
        "interrupt-002": "needs_attention",
        "add-005": "withdrawn",
        "renew-003": "pending",
    }
    assert [case.seq for case in dossier.cases] == list(range(7))
    assert [event.seq for event in dossier.events] == list(range(1, len(dossier.events) + 1))
    assert (dossier.seals, len(dossier.failed)) == (2, 1)
    assert dossier.head == hashlib.sha256((folder / "seals/0002.json").read_bytes()).hexdigest()
    assert dossier.sealed_at > NINE + timedelta(days=2)
    on_disk = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert {file.name for file in dossier.files} == on_disk - {"key.pem", "seals/0001.json", "seals/0002.json"}


def test_what_belongs_to_a_case_is_found(folder: Path) -> None:
    dossier = read_dossier(folder)
    names = [file.name for file in dossier.of("add-002") if file.name.endswith(".webp")]
    assert names == [
        *("add-002/01-filled.webp", "add-002/02-saved.webp", "batch/01-read-back.webp"),
        *("batch/02-declared.webp", "add-002/03-final-row.webp"),
    ]
    assert {file.name for file in dossier.of("")} == {"records/0001.json", "records/0002.json"}
    assert dossier.of("nobody") == ()
    assert [event.kind for event in dossier.events_of("add-004")] == ["intent", "moved"]
    assert {event.kind for event in dossier.events_of(None)} == {"accepted", "batch"}
    assert dossier.read("add-002/01-filled.webp").startswith(b"RIFF")
    assert dossier.page("add-002/01-filled.json").frames[0].lines == ("…",)
    assert dossier.diagnosis("interrupt-002/03-failure.json").portal_says.startswith("The system is busy")


@pytest.mark.parametrize("top", ["", "202611-01/", "deep/er/"])
def test_a_zip_says_the_same(folder: Path, tmp_path: Path, top: str) -> None:
    also = {"report.html": b"<html>", "../../evil": b"", "/etc/evil": b"", "C:\\evil": b""}
    read = read_dossier(zipped(folder, tmp_path / "copy.zip", top=top, also=also))
    same = read_dossier(folder)
    for part in ("batch", "cases", "events", "files", "failed", "head", "seals", "sealed_at"):
        assert getattr(read, part) == getattr(same, part)
    assert read.read("add-002/01-filled.webp") == same.read("add-002/01-filled.webp")


def test_a_zip_is_closed_when_nobody_reads_it_any_more(folder: Path, tmp_path: Path) -> None:
    path = zipped(folder, tmp_path / "copy.zip")
    read_dossier(path)  # a file left open is an error in these tests
    path.unlink()


def put(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)


SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "no seal": (lambda folder: (folder / "seals").rename(folder / "gone"), "there is no seal"),
    "no record": (lambda folder: (folder / "records/0002.json").unlink(), "`records/0002.json` is missing"),
    "no folder": (lambda folder: (folder / "records").rename(folder / "gone"), "`records/0001.json` is missing"),
    "a seal of nothing": (lambda folder: put(folder, "seals/0001.json", b""), "`seals/0001.json` is not what"),
    "a seal of a list": (lambda folder: put(folder, "seals/0001.json", b"[" * 100_000), "`seals/0001.json` is not"),
    "a record of nothing": (lambda folder: put(folder, "records/0001.json", b"{}"), "`records/0001.json` is not what"),
    "a record of noise": (
        lambda folder: put(folder, "records/0001.json", os.urandom(99)),
        "`records/0001.json` is not",
    ),
}


@pytest.mark.parametrize("name", SPOILT)
@pytest.mark.parametrize("as_zip", [False, True])
def test_what_cannot_be_read_is_named(folder: Path, tmp_path: Path, name: str, as_zip: bool) -> None:
    spoil, said = SPOILT[name]
    spoil(folder)
    path = zipped(folder, tmp_path / "copy.zip") if as_zip else folder
    with pytest.raises(UsageError) as caught:
        read_dossier(path)
    assert said in str(caught.value)
    assert str(path) in str(caught.value)
    assert "portal evidence verify" in str(caught.value.cure)


def test_a_path_that_holds_no_dossier_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    for name, said in (("nothing", "does not exist"), ("notes.txt", "no dossier"), (".", "there is no seal")):
        with pytest.raises(UsageError, match=said):
            read_dossier(tmp_path / name)


def test_a_zip_of_two_dossiers_or_of_one_name_twice_is_refused(folder: Path, tmp_path: Path) -> None:
    seal = (folder / "seals/0001.json").read_bytes()
    with pytest.raises(UsageError, match="more than one dossier"):
        read_dossier(zipped(folder, tmp_path / "two.zip", top="one/", also={"two/seals/0001.json": seal}))
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = zipped(folder, tmp_path / "twice.zip", also={"records/0001.json": b"{}"})
    with pytest.raises(UsageError, match="the same name twice"):
        read_dossier(twice)


def test_a_zip_that_lies_about_itself_is_refused(folder: Path, tmp_path: Path) -> None:
    path = zipped(folder, tmp_path / "copy.zip")
    whole = path.read_bytes()
    at = whole.index(b"records/0001.json") + len(b"records/0001.json")
    path.write_bytes(whole[:at] + os.urandom(64) + whole[at + 64 :])
    with pytest.raises(UsageError, match=r"`records/0001.json` cannot be read"):
        read_dossier(path)
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UsageError, match="no dossier"):
        read_dossier(path)


@pytest.mark.parametrize(
    "name",
    ["../secret", "/etc/passwd", "add-002/../../secret", "a\\..\\..\\secret", "C:/secret", "", ".", "a//b", "\x00"],
)
def test_nothing_outside_is_read(folder: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "secret").write_text("secret")
    for dossier in (
        read_dossier(folder),
        read_dossier(zipped(folder, tmp_path / "copy.zip", also={"../secret": b"s"})),
    ):
        with pytest.raises(UsageError, match="is missing"):
            dossier.read(name)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="links need a privilege on Windows")
def test_a_link_leads_nowhere(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (folder / "add-002/09-link.webp").symlink_to(tmp_path / "secret")
    (folder / "out").symlink_to(tmp_path)
    dossier = read_dossier(folder)
    for name in ("add-002/09-link.webp", "out/secret"):
        with pytest.raises(UsageError, match="is missing"):
            dossier.read(name)


def test_a_file_without_end_is_not_swallowed(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_FILE", 1024**2)
    (folder / "add-002/01-filled.webp").write_bytes(bytes(1024**2 + 1))
    for path in (folder, zipped(folder, tmp_path / "bomb.zip")):
        with pytest.raises(UsageError, match="more than 1 MB"):
            read_dossier(path).read("add-002/01-filled.webp")


def test_what_stands_beside_a_picture_may_be_anything(folder: Path) -> None:
    dossier = read_dossier(folder)
    for content in (b"", b"[]", b'{"schema": "urn:other"}', b'{"masks": "\x1b[2J"}', os.urandom(64)):
        (folder / "add-002/01-filled.json").write_bytes(content)
        for read in (dossier.page, dossier.diagnosis):
            with pytest.raises(UsageError) as caught:
                read("add-002/01-filled.json")
            assert "\x1b" not in str(caught.value)


def test_a_newer_program_may_have_said_more_beside_a_picture(folder: Path) -> None:
    path = folder / "add-002/01-filled.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "colours": ["red"]}))
    assert read_dossier(folder).page("add-002/01-filled.json").masks == ()


def test_what_was_entered_outlives_a_record_that_no_longer_knows_it(folder: Path) -> None:
    path = folder / "records/0002.json"
    newer = Record.model_validate_json(path.read_bytes())
    bare = tuple(
        case.model_copy(update={"entered": (), "name": "", "title": {"en": "add"}, "reason": "new"})
        for case in newer.cases
    )
    path.write_bytes(newer.model_copy(update={"cases": bare}).written())
    case = read_dossier(folder).cases[0]
    assert (case.name, case.title["en"], case.reason) == ("钱嘉树", "Add employee", "new")
    assert [entered.field for entered in case.entered] == ["id_number", "name", "household", "wage"]


@pytest.mark.parametrize("zone", ["Nowhere/Nowhere", "../../etc/passwd", "/etc/localtime", "", "\x00", "a" * 5000])
def test_a_zone_that_is_none_is_utc(folder: Path, zone: str) -> None:
    dossier = read_dossier(folder)
    assert dossier.zone.key == "Asia/Shanghai"
    assert replace(dossier, batch=dossier.batch.model_copy(update={"zone": zone})).zone.key == "UTC"


def test_the_words_are_whole_in_three_languages() -> None:
    texts = [text for text in vars(reading_words).values() if isinstance(text, Text)]
    assert texts
    assert all(set(text) == set(LANGUAGES) for text in texts)
