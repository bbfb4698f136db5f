"""Whatever is done to the seals themselves is named, and laid at nobody else's door."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.errors import UsageError
from bot.evidence.envelope import sign
from bot.evidence.keys import SigningKey, signing_key
from bot.evidence.sealing import add_seal, newest_seal
from bot.evidence.statement import PAYLOAD_TYPE
from bot.evidence.verify import FindingKind, Verdict, verify
from tests.unit.evidence.dossier import FIRST, SECOND, contents, dossier

K = FindingKind
THIRD = {"add-001/05-archived.webp": b"RIFF archived"}


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SigningKey:
    monkeypatch.setenv("PORTAL_KEYS", "file")
    return signing_key(tmp_path / "home")


@pytest.fixture
def stranger(tmp_path: Path, key: SigningKey) -> SigningKey:
    return signing_key(tmp_path / "elsewhere")


@pytest.fixture
def folder(tmp_path: Path, key: SigningKey) -> Path:
    """A dossier of three seals."""
    folder = tmp_path / "dossier"
    dossier(folder, key)
    add_seal(folder, contents(folder, THIRD, 3), key)
    return folder


def seal(number: int) -> str:
    return f"seals/{number:04}.json"


def found(verdict: Verdict) -> list[tuple[FindingKind, str]]:
    return [(finding.kind, finding.path) for finding in verdict.findings]


def payload(path: Path) -> bytes:
    return base64.b64decode(json.loads(path.read_bytes())["payload"])


def change(path: Path, what: Callable[[dict[str, Any]], object]) -> None:
    """Change what a seal states, and leave the signature that it had."""
    stated = json.loads(payload(path))
    what(stated)
    envelope = json.loads(path.read_bytes())
    envelope["payload"] = base64.b64encode(json.dumps(stated).encode()).decode()
    path.write_bytes(json.dumps(envelope, indent=1).encode() + b"\n")


def test_a_seal_dropped_from_the_middle(folder: Path, key: SigningKey) -> None:
    (folder / seal(2)).unlink()
    verdict = verify(folder, trusted=[key.public])
    orphans = sorted([*SECOND, "records/0002.json"])
    assert found(verdict) == [(K.REMOVED, seal(2)), *((K.ADDED, name) for name in orphans)]
    assert all("of a seal that is missing" in str(one.message) for one in verdict.findings[1:])


def test_a_seal_with_another_number(folder: Path) -> None:
    (folder / seal(3)).rename(folder / seal(4))
    assert found(verify(folder)) == [(K.REMOVED, seal(3)), (K.REORDERED, seal(4))]


def test_two_of_three_that_changed_places(folder: Path) -> None:
    second, third = (folder / seal(2)).read_bytes(), (folder / seal(3)).read_bytes()
    (folder / seal(2)).write_bytes(third)
    (folder / seal(3)).write_bytes(second)
    assert found(verify(folder)) == [(K.REORDERED, seal(2)), (K.REORDERED, seal(3))]


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("named", [True, False], ids=["key named", "no key named"])
def test_one_seal_signed_with_another_key(
    folder: Path, key: SigningKey, stranger: SigningKey, number: int, named: bool
) -> None:
    path = folder / seal(number)
    path.write_bytes(sign(payload(path), PAYLOAD_TYPE, stranger))
    verdict = verify(folder, trusted=[key.public] if named else [])
    assert found(verdict) == [(K.RESIGNED, seal(number))]
    said = str(verdict.findings[0].message)
    assert stranger.fingerprint[:12] in said and key.fingerprint[:12] in said
    assert not verdict.trusted


def test_of_two_seals_with_two_keys_the_one_in_the_dossier_is_taken_for_its_own(
    tmp_path: Path, key: SigningKey, stranger: SigningKey
) -> None:
    dossier(tmp_path / "two", key)
    path = tmp_path / "two" / seal(1)
    path.write_bytes(sign(payload(path), PAYLOAD_TYPE, stranger))
    assert found(verify(tmp_path / "two")) == [(K.RESIGNED, seal(1))]


@pytest.mark.parametrize("number", [1, 3])
def test_a_stranger_s_key_brought_along_makes_nobody_believe_it(
    folder: Path, key: SigningKey, stranger: SigningKey, number: int
) -> None:
    path = folder / seal(number)
    path.write_bytes(sign(payload(path), PAYLOAD_TYPE, stranger))
    (folder / "key.pem").write_text(key.public_pem + stranger.public_pem)
    for trusted in ([], [key.public]):
        assert found(verify(folder, trusted=trusted)) == [(K.RESIGNED, seal(number))]


def test_a_seal_that_only_claims_another_key(folder: Path, key: SigningKey, stranger: SigningKey) -> None:
    path = folder / seal(2)
    path.write_bytes(path.read_bytes().replace(key.fingerprint.encode(), stranger.fingerprint.encode()))
    assert found(verify(folder, trusted=[key.public])) == [(K.RESIGNED, seal(2))]
    (folder / "key.pem").write_text(key.public_pem + stranger.public_pem)
    [finding] = verify(folder, trusted=[key.public]).findings
    assert "does not fit" in str(finding.message)


def test_a_seal_edited_to_hide_an_altered_file(folder: Path) -> None:
    name, forged = "add-001/03-final-row.webp", b"RIFF another"
    (folder / name).write_bytes(forged)
    digest = {"sha256": hashlib.sha256(forged).hexdigest()}
    change(folder / seal(2), lambda said: said["subject"][0].update(digest=digest))
    assert found(verify(folder)) == [(K.BROKEN, seal(2))]


def test_an_edited_seal_and_an_altered_file_are_both_named(folder: Path) -> None:
    (folder / "add-001/03-final-row.webp").write_bytes(b"RIFF another")
    change(folder / seal(2), lambda said: said["predicate"].update(sealed_by="eva"))
    verdict = verify(folder)
    assert found(verdict) == [(K.BROKEN, seal(2)), (K.ALTERED, "add-001/03-final-row.webp")]
    assert "itself not as it was sealed" in str(verdict.findings[1].message)


def test_what_a_forged_seal_says_of_a_file_does_not_outweigh_a_valid_one(folder: Path, stranger: SigningKey) -> None:
    name = next(iter(FIRST))
    (folder / name).write_bytes(b"RIFF forged")
    add_seal(folder, contents(folder, {name: b"RIFF forged"}, 4), stranger)
    assert (K.ALTERED, name) in found(verify(folder, trusted=[signing_key(folder.parent / "home").public]))


def test_an_envelope_of_something_else(folder: Path, key: SigningKey) -> None:
    path = folder / seal(3)
    path.write_bytes(sign(payload(path), "text/plain", key))
    assert found(verify(folder))[0] == (K.BROKEN, seal(3))


@pytest.mark.parametrize(
    "stated",
    [
        b"",
        b"\xff\xfe",
        b"NaN",
        b"[" * 100_000,
        b'{"_type": "\\ud800"}',
        b'{"subject": ' + b"9" * 10_000 + b"}",
        b'{"_type": "https://in-toto.io/Statement/v1", "predicateType": "urn:portal-assistant:seal:2", "subject": []}',
    ],
    ids=["nothing", "no text", "no number", "deep", "half a character", "a long number", "another format"],
)
def test_a_signed_statement_that_is_none(folder: Path, key: SigningKey, stated: bytes) -> None:
    (folder / seal(3)).write_bytes(sign(stated, PAYLOAD_TYPE, key))
    assert found(verify(folder))[0] == (K.BROKEN, seal(3))


def test_a_time_without_its_zone_is_no_time(folder: Path, key: SigningKey) -> None:
    path = folder / seal(3)
    path.write_bytes(sign(payload(path).replace(b"07:00:00Z", b"07:00:00"), PAYLOAD_TYPE, key))
    assert found(verify(folder))[0] == (K.BROKEN, seal(3))


def test_a_head_in_the_chain_is_found_even_where_no_key_is(folder: Path) -> None:
    last = newest_seal(folder)
    assert last is not None
    (folder / "key.pem").unlink()
    assert K.CUT not in {kind for kind, _ in found(verify(folder, head=last.digest))}
    spaced = " ".join((last.digest[:8], last.digest[8:].upper(), "\n"))
    assert K.CUT not in {kind for kind, _ in found(verify(folder, head=spaced))}


@pytest.mark.parametrize("head", ["202611-01", "0" * 63, "g" * 64])
def test_a_head_that_is_no_digest_accuses_nobody(folder: Path, head: str) -> None:
    with pytest.raises(UsageError, match="no digest of a seal"):
        verify(folder, head=head)


def test_a_signature_that_does_not_fit_is_nobody_s_to_trust(folder: Path, key: SigningKey) -> None:
    change(folder / seal(3), lambda said: said["predicate"].update(sealed_by="eva"))
    assert not verify(folder, trusted=[key.public]).trusted
