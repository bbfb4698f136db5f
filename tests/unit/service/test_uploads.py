"""Spreadsheets that were handed in name people: they are removed when they are filed, or have lain too long."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bot.cli.sample import sample_clock, write_sample_roster
from bot.errors import UsageError
from bot.service import Assistant
from bot.service.uploads import KEPT_FOR, OldUpload, OtherContent, Uploads, remove_old, remove_results


@pytest.fixture
def assistant(tmp_path: Path) -> Assistant:
    return Assistant(home=tmp_path / "home", url="http://127.0.0.1:9/", clock=sample_clock())


@pytest.fixture
def uploads(assistant: Assistant) -> Uploads:
    return Uploads(assistant)


@pytest.fixture
def content(assistant: Assistant, tmp_path: Path) -> bytes:
    return write_sample_roster(assistant.library, tmp_path / "june.xlsx").read_bytes()


def lying_since(uploads: Uploads, upload: str, age: timedelta) -> Path:
    """The folder of an upload that nobody touched for so long."""
    folder = uploads.roster(upload).parent
    at = (datetime.now(UTC) - age).timestamp()
    for path in [*folder.iterdir(), folder]:
        os.utime(path, (at, at))
    return folder


def test_what_has_lain_too_long_goes_when_the_next_one_comes(uploads: Uploads) -> None:
    old = lying_since(uploads, uploads.take("old.xlsx", b"x"), KEPT_FOR + timedelta(hours=1))
    young = lying_since(uploads, uploads.take("young.xlsx", b"x"), KEPT_FOR - timedelta(hours=1))
    uploads.take("new.xlsx", b"x")
    assert (old.exists(), young.exists()) == (False, True)


def test_only_uploads_are_removed(uploads: Uploads, assistant: Assistant) -> None:
    upload = uploads.take("june.xlsx", b"x")
    strange = assistant.home / "uploads" / "notes"
    strange.mkdir()
    later = datetime.now(UTC) + timedelta(days=1)
    assert remove_old(assistant.home, before=later, dry_run=True) == (OldUpload("june.xlsx", 1, 1),)
    assert uploads.is_there(upload)
    assert remove_old(assistant.home, before=later) == (OldUpload("june.xlsx", 1, 1),)
    assert strange.exists()
    assert not uploads.is_there(upload)
    assert remove_old(assistant.home / "nowhere", before=later) == ()


def test_what_was_filed_goes_and_its_results_stay_until_they_are_purged(
    uploads: Uploads, assistant: Assistant, content: bytes, tmp_path: Path
) -> None:
    upload = uploads.take("june.xlsx", content)
    sheet = uploads.checked(upload).roster.sheets[0].name
    uploads.correct(upload, (sheet, 2, "C"), "王示例")
    ready, results = uploads.ready(upload), uploads.results(upload)
    assert (ready.name, load_workbook(ready)[sheet]["C2"].value) == ("june.xlsx", "王示例")
    results.write_bytes(b"results")
    uploads.filed(upload)
    assert list(results.parent.iterdir()) == [results]
    assert uploads.is_of(upload, results)
    with pytest.raises(UsageError, match="no longer here"):
        uploads.checked(upload)
    own = tmp_path / "own" / "results.xlsx"
    own.parent.mkdir()
    own.touch()
    remove_results(assistant.home, own)
    assert own.exists(), "a clerk's own copy stays"
    remove_results(assistant.home, results)
    assert not results.parent.exists()


def test_a_correction_is_not_lost_with_the_memory(uploads: Uploads, assistant: Assistant, content: bytes) -> None:
    upload = uploads.take("june.xlsx", content)
    sheet = uploads.checked(upload).roster.sheets[0].name
    uploads.correct(upload, (sheet, 2, "C"), "?")
    assert {one.column for one in Uploads(assistant).checked(upload).errors} == {"C"}
    assert uploads.roster(upload).read_bytes() == content, "the file itself stays as it came"


def test_the_same_key_is_the_same_upload(uploads: Uploads) -> None:
    first, known = uploads.take_once("a.csv", b"1", "key", said=b"1")
    assert not known
    assert uploads.take_once("b.csv", b"1", "key", said=b"1") == (first, True)
    assert uploads.take_once("a.csv", b"1", "", said=b"1")[0] != first
    with pytest.raises(OtherContent):
        uploads.take_once("a.csv", b"2", "key", said=b"2")


@pytest.mark.parametrize("upload", ["", "..", "../home", "0123456789abcdef", "0123456789ABCDEF", "/etc"])
def test_nothing_else_is_an_upload(uploads: Uploads, upload: str) -> None:
    assert not uploads.is_there(upload)
    with pytest.raises(UsageError):
        uploads.roster(upload)
