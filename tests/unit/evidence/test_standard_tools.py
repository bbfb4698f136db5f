"""The written format is enough: its own commands, run by a shell, verify a dossier with sha256sum and openssl alone."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.evidence.keys import SigningKey, signing_key
from tests.unit.evidence.authority import Authority
from tests.unit.evidence.dossier import dossier

DOCUMENT = Path(__file__).parents[3] / "docs" / "evidence-format.md"
VERIFY, STAMP = re.findall(r"^```sh\n(.*?)^```$", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("sh", "sha256sum", "openssl", "comm"))), reason="needs the tools that it is about"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PORTAL_KEYS", "file")
    dossier(tmp_path / "dossier", key_of(tmp_path))
    return tmp_path / "dossier"


def key_of(tmp_path: Path) -> SigningKey:
    return signing_key(tmp_path / "home")


def said(script: str, folder: Path, **variables: str) -> str:
    done = subprocess.run(
        ["sh", "-c", script], cwd=folder, env={"PATH": "/usr/bin:/bin", **variables}, text=True, timeout=60,
        capture_output=True, check=False,
    )  # fmt: skip
    return done.stdout + done.stderr


def by_hand(folder: Path, tmp_path: Path) -> str:
    (tmp_path / "given.pem").write_text(key_of(tmp_path).public_pem)
    return said(VERIFY, folder, KEY=str(tmp_path / "given.pem"))


def test_an_untouched_dossier(folder: Path, tmp_path: Path) -> None:
    told = by_hand(folder, tmp_path).splitlines()
    assert told[-1] == "intact"
    assert re.fullmatch("last seal: [0-9a-f]{64}", told[0])


def flip(path: Path, *, at: int = -1) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def exchange(one: Path, other: Path) -> None:
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


@pytest.mark.parametrize(
    ("tamper", "tells"),
    [
        (lambda folder: flip(folder / "add-001/02-saved.webp"), "add-001/02-saved.webp: FAILED"),
        (lambda folder: (folder / "records/0002.json").unlink(), "records/0002.json: FAILED open or read"),
        (lambda folder: (folder / "add-001/more.webp").write_bytes(b"x"), "add-001/more.webp: added"),
        (
            lambda folder: exchange(folder / "add-001/01-filled.webp", folder / "batch/01-declared.webp"),
            "batch/01-declared.webp: FAILED",
        ),
        (lambda folder: (folder / "add-001/.more").symlink_to("/etc/hosts"), "add-001/.more: added"),
        (lambda folder: flip(folder / "seals/0001.json", at=40), "seals/0001.json: the signature does not fit"),
        (
            lambda folder: exchange(folder / "seals/0001.json", folder / "seals/0002.json"),
            "seals/0001.json: does not follow the seal before",
        ),
        (lambda folder: (folder / "seals/0001.json").unlink(), "seals/0002.json: does not follow the seal before"),
        (
            lambda folder: (folder / "seals/0002.json").write_text(
                (folder / "seals/0002.json").read_text().replace('"payload": "ewog', '"payload": "ewoJ')
            ),
            "seals/0002.json: the signature does not fit",
        ),
        (
            lambda folder: dossier(folder.with_name("other"), signing_key(folder.with_name("stranger")))
            and shutil.copy(folder.with_name("other") / "seals/0002.json", folder / "seals/0002.json"),
            "seals/0002.json: the signature does not fit",
        ),
    ],
    ids=[
        "altered",
        "removed",
        "added",
        "exchanged",
        "a link",
        "seal altered",
        "seals exchanged",
        "seal removed",
        "payload edited",
        "another key",
    ],
)
def test_a_dossier_that_was_tampered_with(
    folder: Path, tmp_path: Path, tamper: Callable[[Path], object], tells: str
) -> None:
    tamper(folder)
    told = by_hand(folder, tmp_path)
    assert tells in told
    assert "intact" not in told.splitlines()


def test_a_time_stamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_KEYS", "file")
    folder = tmp_path / "dossier"
    authority = Authority(tmp_path / "authority")
    dossier(folder, key_of(tmp_path), batch=1)
    authority.stamp(folder, 1)
    named = {"AUTHORITY": str(authority.root)}
    assert "Verification: OK" in said(STAMP, folder, **named)
    flip(folder / "seals/0001.json")
    assert "Verification: OK" not in said(STAMP, folder, **named)
