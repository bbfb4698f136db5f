"""A dossier from elsewhere, handed in to be verified: the same verdict as the command's, and no zip does any harm."""

from __future__ import annotations

import io
import json
import re
import struct
import tempfile
import zipfile
from html import unescape
from pathlib import Path

import httpx
import pytest

from bot.cli.main import run
from bot.console import words
from bot.console.console import Console
from bot.console.security import Role
from bot.console.security.reading import LARGEST_EVIDENCE, RECEIVED, largest
from bot.evidence.keys import signing_key
from bot.service import received
from tests.console.conftest import Visitor
from tests.console.security.sensitive import MASKED, sensitive_batch


@pytest.fixture
def auditor(stranger: Visitor) -> Visitor:
    return stranger.sign_in(Role.AUDITOR, name="ada")


@pytest.fixture
def exported(console: Console, auditor: Visitor, tmp_path: Path) -> bytes:
    """What an export is."""
    batch = sensitive_batch(console.assistant, tmp_path / "rosters")
    return auditor.ask("POST", f"/batches/{batch}/export", form={"kind": "shareable"}).content


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders go."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def hand_in(
    visitor: Visitor, content: bytes, *, name: str = "given.zip", key: bytes | None = None, head: str = ""
) -> httpx.Response:
    files = {"dossier": (name, content), "key": ("", b"") if key is None else ("key.pem", key)}
    return visitor.ask("POST", RECEIVED, form={"head": head}, files=files)


def changed(content: bytes, *, without: str = "", more: dict[str | zipfile.ZipInfo, bytes] | None = None) -> bytes:
    """The zip with something left out, or put in."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            if not without or without not in one.filename:
                new.writestr(one.filename, old.read(one))
        for name, data in (more or {}).items():
            new.writestr(name, data)
    return written.getvalue()


def folder_of(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return next(name for name in archive.namelist() if "/seals/" in name).partition("/")[0]


def test_it_is_verified_and_nothing_of_it_is_kept(
    auditor: Visitor, exported: bytes, home: Path, scratch: Path
) -> None:
    before = sorted(home.rglob("*"))
    answer = hand_in(auditor, exported, name="from <b>far.zip")
    said = unescape(answer.text)
    assert answer.status_code == 200 and "<b>far" not in answer.text
    assert re.search(r"✓ from <b>far.zip: intact\. Files: \d+ · seals: 1<", said)
    assert words.OUR_KEY.to("en") in said
    assert sorted(home.rglob("*")) == before and list(scratch.iterdir()) == []


@pytest.mark.parametrize("how", ["whole", "altered", "cut", "added", "wrong head", "wrong key"])
def test_the_verdict_is_the_command_s(
    auditor: Visitor,
    exported: bytes,
    home: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    how: str,
) -> None:
    name = f"{folder_of(exported)}/{MASKED}"
    content = {
        "altered": changed(exported, without=MASKED, more={name: b"other"}),
        "cut": changed(exported, without=MASKED),
        "added": changed(exported, more={f"{folder_of(exported)}/more.txt": b"x"}),
    }.get(how, exported)
    other = signing_key(tmp_path / "other-home").public_pem.encode()
    key = other if how == "wrong key" else signing_key(home).public_pem.encode()
    head = "ab" * 32 if how == "wrong head" else ""
    path, pem = tmp_path / "given.zip", tmp_path / "key.pem"
    path.write_bytes(content)
    pem.write_bytes(key)
    said = ["--home", str(home), "--lang", "en"]
    code = run(["evidence", "verify", str(path), "--key", str(pem), "--head", head, "--json", *said])
    verdict = json.loads(capsys.readouterr().out)
    assert (code == 0) is verdict["intact"] is (how == "whole")
    page = unescape(hand_in(auditor, content, key=key, head=head).text)
    assert ("✓" in page) is verdict["intact"]
    assert [one["message"] in page for one in verdict["findings"]] == [True] * len(verdict["findings"])
    assert (words.GIVEN_KEY.to("en") in page) is verdict["trusted"]


def link(name: str) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.create_system, made.external_attr = 3, 0o120777 << 16
    return made


@pytest.mark.parametrize("name", ["../outside.txt", "/outside.txt", "x/../../outside.txt", "C:outside", "..\\outside"])
def test_a_name_that_leads_out_leads_nowhere(
    auditor: Visitor, exported: bytes, tmp_path: Path, scratch: Path, name: str
) -> None:
    before = sorted(tmp_path.rglob("*"))
    page = unescape(hand_in(auditor, changed(exported, more={name: b"x"})).text)
    assert words.NOT_INTACT.to("en").format(which="given.zip", count=1) in page
    assert sorted(tmp_path.rglob("*")) == before and list(scratch.iterdir()) == []


def test_a_link_is_not_followed(auditor: Visitor, exported: bytes, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("never to be shown")
    name = f"{folder_of(exported)}/{MASKED}"
    content = changed(exported, without=MASKED, more={link(name): str(secret).encode()})
    page = hand_in(auditor, content).text
    assert words.NOT_INTACT.to("en").format(which="given.zip", count=1) in unescape(page)
    assert "never to be shown" not in page


def bomb(exported: bytes) -> bytes:
    return changed(exported, more={"bomb": bytes(100 * 1024**2)})


def twice(exported: bytes) -> bytes:
    written = io.BytesIO(exported)
    with zipfile.ZipFile(written, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(archive.namelist()[0], b"another")
    return written.getvalue()


def lying(exported: bytes) -> bytes:
    """A zip that says of a file that it is far larger than it is."""
    at = exported.rindex(b"PK\x01\x02")
    return exported[: at + 24] + struct.pack("<L", 3 * 1024**3) + exported[at + 28 :]


@pytest.mark.parametrize(
    "hostile",
    [
        bomb, twice, lying, lambda whole: whole[: len(whole) // 2], lambda whole: b"", lambda whole: b"PK\x05\x06",
        lambda whole: b"<html>", lambda whole: changed(whole, without="seals/"),
        lambda whole: changed(whole, more={"other/seals/0001.json": b"{}"}),
        lambda whole: changed(whole, without="seals/0001.json", more={"seals/0001.json": b"[" * 100_000}),
    ],
    ids=["bomb", "twice", "lying", "half", "nothing", "empty", "html", "no seals", "two dossiers", "deep"],
)  # fmt: skip
def test_what_means_harm_is_refused_by_its_own_name(
    auditor: Visitor, exported: bytes, scratch: Path, hostile: object
) -> None:
    answer = hand_in(auditor, hostile(exported))  # type: ignore[operator]  # makes a zip
    assert answer.status_code in (200, 400) and "✓" not in answer.text
    if answer.status_code == 400:
        assert 'role="alert"' in answer.text and words.CURE.to("en") in answer.text
    else:
        assert "✗" in answer.text
    assert str(scratch) not in answer.text and "dossier.zip" not in answer.text
    assert list(scratch.iterdir()) == []


def test_too_many_files_or_bytes_are_refused(
    auditor: Visitor, exported: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit, most in (("MOST_FILES", 5), ("MOST_BYTES", 5000)):
        with monkeypatch.context() as patched:
            patched.setattr(received, limit, most)
            answer = hand_in(auditor, exported)
        assert answer.status_code == 400
        assert "given.zip holds too many files" in answer.text and "portal evidence verify" in answer.text
    assert hand_in(auditor, exported).status_code == 200


def test_a_key_that_is_none_is_said_so(auditor: Visitor, exported: bytes, scratch: Path) -> None:
    for key in (b"no key", b"\x00" * 5_000_000):
        answer = hand_in(auditor, exported, key=key)
        assert answer.status_code == 400 and words.CURE.to("en") in answer.text
        assert str(scratch) not in answer.text


def test_a_digest_that_is_none_is_said_so(auditor: Visitor, exported: bytes) -> None:
    assert hand_in(auditor, exported, head="no digest").status_code == 400


def test_what_is_missing_is_said(auditor: Visitor) -> None:
    for answer in (
        auditor.ask("POST", RECEIVED, form={}),
        auditor.ask("POST", RECEIVED, form={}, files={"dossier": ("", b"")}),
    ):
        assert answer.status_code == 400 and words.NO_DOSSIER_GIVEN.to("en") in answer.text


def test_it_is_for_whoever_may_read_evidence_and_no_larger_than_that(stranger: Visitor, console: Console) -> None:
    administrator = stranger.sign_in(Role.ADMINISTRATOR, name="root")
    assert hand_in(administrator, b"").status_code == 403
    assert RECEIVED not in administrator.ask("GET", "/evidence").text
    clerk = Visitor(console).sign_in(Role.CLERK, name="cleo")
    assert f'action="{RECEIVED}"' in clerk.ask("GET", "/evidence").text
    announced = clerk.ask("POST", RECEIVED, headers={"content-length": str(LARGEST_EVIDENCE + 1)}, content=b"")
    assert announced.status_code == 413
    assert words.EVIDENCE_TOO_LARGE_CURE.to("en") in unescape(announced.text)
    assert largest("/evidence/verify", stranger=False) < largest(RECEIVED, stranger=False)


def test_not_every_finding_is_listed(auditor: Visitor, exported: bytes) -> None:
    many: dict[str | zipfile.ZipInfo, bytes] = {
        f"{folder_of(exported)}/more-{number}.txt": b"x" for number in range(250)
    }
    page = unescape(hand_in(auditor, changed(exported, more=many)).text)
    assert words.MORE_FINDINGS.to("en").format(count=50) in page
    assert page.count("more-") == 200
