"""Names that somebody made up, folders that lead elsewhere, and each kind of file exchanged for another of its kind."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from bot.evidence.keys import SigningKey, signing_key
from bot.evidence.verify import FindingKind, verify
from tests.unit.evidence.dossier import FIRST, dossier

K = FindingKind


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SigningKey:
    monkeypatch.setenv("PORTAL_KEYS", "file")
    return signing_key(tmp_path / "home")


@pytest.fixture
def folder(tmp_path: Path, key: SigningKey) -> Path:
    dossier(tmp_path / "dossier", key)
    return tmp_path / "dossier"


def found(folder: Path) -> list[tuple[FindingKind, str]]:
    return [(finding.kind, finding.path) for finding in verify(folder).findings]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("add-001/01-filled.webp", "add-001/02-saved.webp"),
        ("add-001/01-filled.json", "batch/01-declared.webp"),
        ("records/0001.json", "records/0002.json"),
        ("add-001/02-saved.webp", "add-001/04-receipt.pdf"),
    ],
)
def test_two_exchanged_files_are_one_finding(folder: Path, one: str, other: str) -> None:
    first, second = (folder / one).read_bytes(), (folder / other).read_bytes()
    (folder / one).write_bytes(second)
    (folder / other).write_bytes(first)
    [finding] = verify(folder).findings
    assert (finding.kind, finding.path) == (K.EXCHANGED, one)
    assert all(other in words for words in finding.message.values())


def test_three_that_went_round_are_each_named_with_where_they_are_from(folder: Path) -> None:
    names = ["add-001/01-filled.webp", "add-001/02-saved.webp", "batch/01-declared.webp"]
    data = [(folder / name).read_bytes() for name in names]
    for name, content in zip(names, data[1:] + data[:1], strict=True):
        (folder / name).write_bytes(content)
    findings = verify(folder).findings
    assert [(one.kind, one.path) for one in findings] == [(K.ALTERED, name) for name in names]
    assert names[1] in str(findings[0].message)


def test_everything_at_once_in_a_stable_order(folder: Path) -> None:
    (folder / "add-001/01-filled.webp").write_bytes(b"RIFF another")
    (folder / "records/0001.json").unlink()
    (folder / "notes.txt").write_bytes(b"")
    (folder / "key.pem").write_bytes((folder / "key.pem").read_bytes() + b"\n")
    expected = [
        (K.REMOVED, "records/0001.json"),
        (K.ALTERED, "add-001/01-filled.webp"),
        (K.ALTERED, "key.pem"),
        (K.ADDED, "notes.txt"),
    ]
    assert found(folder) == found(folder) == expected


def test_what_was_recorded_and_what_is_there_are_told(folder: Path) -> None:
    (folder / "add-001/02-saved.webp").write_bytes(b"")
    [finding] = verify(folder).findings
    assert all("e3b0c44298fc" in words for words in finding.message.values()), "the SHA-256 of nothing"


def test_a_folder_in_place_of_a_file(folder: Path) -> None:
    for name in ("add-001/02-saved.webp", "key.pem"):
        (folder / name).unlink()
        (folder / name).mkdir()
    assert {(K.REMOVED, "add-001/02-saved.webp"), (K.REMOVED, "key.pem")} <= set(found(folder))


@pytest.mark.skipif(sys.platform == "win32", reason="needs the right to make links, which few have there")
def test_nothing_outside_is_read_in_place_of_what_was_sealed(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "copy")
    shutil.rmtree(folder / "add-001")
    (folder / "add-001").symlink_to(tmp_path / "copy/add-001")
    (folder / "batch/01-declared.webp").unlink()
    (folder / "batch/01-declared.webp").symlink_to(tmp_path / "copy/batch/01-declared.webp")
    assert [one for one in found(folder) if one[0] is not K.REMOVED] == [
        (K.ALTERED, "batch/01-declared.webp"),
        (K.ADDED, "add-001"),
    ]
    assert {path for kind, path in found(folder) if kind is K.REMOVED} == {
        *(name for name in FIRST if name.startswith("add-001/")),
        "add-001/03-final-row.webp",
        "add-001/04-receipt.pdf",
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in this system's folders")
def test_a_pipe_in_place_of_a_file_is_not_waited_for(folder: Path) -> None:
    for name in ("add-001/02-saved.webp", "seals/0002.json"):
        (folder / name).unlink()
        os.mkfifo(folder / name)
    assert {(K.ALTERED, "add-001/02-saved.webp"), (K.BROKEN, "seals/0002.json")} <= set(found(folder))


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="this system lets no file have such a name")
@pytest.mark.parametrize("name", [b"x\n  intact", b"\xff\xfe.webp", b"\x1b[2J.webp", "\u202egpj.exe".encode()])
def test_a_made_up_name_stays_a_name_in_the_sentence(folder: Path, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).touch()
    [finding] = verify(folder).findings
    assert finding.kind is K.ADDED
    assert all(words.isprintable() for words in finding.message.values())
