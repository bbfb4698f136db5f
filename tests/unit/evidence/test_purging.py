"""A dossier is removed to the last file of it, and nothing else is; a signed note says what there was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.evidence.envelope import opened, signed_by
from bot.evidence.keys import signing_key
from bot.evidence.purging import NOTE_TYPE, remove_dossier, write_note
from tests.unit.evidence.dossier import FIRST, SECOND, dossier

KNOWN = {*FIRST, *SECOND}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PORTAL_KEYS", "file")
    dossier(tmp_path / "dossier", signing_key(tmp_path / "home"))
    return tmp_path / "dossier"


def test_nothing_of_it_is_left(folder: Path) -> None:
    (folder / "add-001/.05-more.webp.x1.part").write_bytes(b"cut short")
    planned = remove_dossier(folder, KNOWN, dry_run=True)
    assert folder.exists() and planned.files == len(KNOWN) + 6
    assert remove_dossier(folder, KNOWN) == planned
    assert not folder.exists()
    assert remove_dossier(folder, KNOWN).files == 0


def test_what_is_somebody_else_s_stays_and_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("mine")
    (folder / "notes.txt").write_text("mine")
    (folder / "seals/notes.txt").write_text("mine")
    strange = {"notes.txt", "seals/notes.txt"}
    try:
        (folder / "add-001/link").symlink_to(tmp_path)
        strange.add("add-001/link")
    except OSError:
        pass  # this system lets nobody make links
    assert set(remove_dossier(folder, KNOWN).strange) == strange
    left = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir() or path.is_symlink()}
    assert left == strange
    assert (tmp_path / "precious.txt").read_text() == "mine"


def test_the_note_is_signed(folder: Path, tmp_path: Path) -> None:
    key = signing_key(tmp_path / "home")
    path = write_note(tmp_path / "home/purged/202611-01.json", {"batch": "202611-01", "files": 3}, key)
    envelope, keyid = opened(path.read_bytes())
    assert (envelope.payload_type, keyid) == (NOTE_TYPE, key.fingerprint)
    assert json.loads(envelope.payload)["batch"] == "202611-01"
    assert signed_by(envelope, key.public)


def test_what_a_crash_kept_from_being_recorded_goes_too(folder: Path) -> None:
    ours = ["add-001/05-more.webp", "add-001/05-more.json", "batch/12-list.png", ".key.pem.12.part"]
    theirs = ["add-009/01-more.webp", "add-001/more.webp", "add-001/deep/01-more.webp", "01-more.webp", "batch.txt"]
    for name in (*ours, *theirs):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"x")
    assert remove_dossier(folder, KNOWN, cases={"add-001"}).strange == tuple(sorted(theirs))
    assert not [name for name in ours if (folder / name).exists()]
    assert all((folder / name).exists() for name in theirs)


def test_what_should_be_there_and_is_not_is_counted(folder: Path) -> None:
    (folder / "add-001/02-saved.webp").unlink()
    assert remove_dossier(folder, KNOWN).missing == 1
    assert remove_dossier(folder, KNOWN).missing == len(KNOWN)


@pytest.mark.parametrize("linked", [".", "add-001", "add-001/01-filled.webp"])
def test_nothing_is_removed_through_a_link(folder: Path, tmp_path: Path, linked: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    (folder / linked).rename(elsewhere)
    try:
        (folder / linked).symlink_to(elsewhere, target_is_directory=elsewhere.is_dir())
    except OSError:
        pytest.skip("this system lets nobody make links")
    before = sorted(path.relative_to(elsewhere) for path in elsewhere.rglob("*"))
    removal = remove_dossier(folder, KNOWN, cases={"add-001"})
    assert elsewhere.exists() and sorted(path.relative_to(elsewhere) for path in elsewhere.rglob("*")) == before
    assert (folder / linked).is_symlink()
    assert removal.strange == (() if linked == "." else (linked,))
    assert removal.missing > 0


def test_names_of_the_journal_lead_nowhere_else(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "precious.webp").write_bytes(b"mine")
    known = {*KNOWN, "../precious.webp", str(tmp_path / "precious.webp")}
    assert remove_dossier(folder, known).missing == 2
    assert (tmp_path / "precious.webp").exists()
