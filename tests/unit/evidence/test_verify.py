"""Whatever is done to a dossier is named: exactly that, and nothing else."""

from __future__ import annotations

import base64
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.evidence.envelope import sign
from bot.evidence.keys import SigningKey, signing_key
from bot.evidence.sealing import Seal, newest_seal
from bot.evidence.statement import PAYLOAD_TYPE, Statement
from bot.evidence.verify import FindingKind, Verdict, verify
from tests.unit.evidence.dossier import FIRST, SECOND, dossier

K = FindingKind
SEALED = sorted([*FIRST, *SECOND, "records/0001.json", "records/0002.json"])


@pytest.fixture(autouse=True)
def keys_in_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_KEYS", "file")


@pytest.fixture
def key(tmp_path: Path) -> SigningKey:
    return signing_key(tmp_path / "home")


@pytest.fixture
def stranger(tmp_path: Path) -> SigningKey:
    return signing_key(tmp_path / "elsewhere")


@pytest.fixture
def folder(tmp_path: Path, key: SigningKey) -> Path:
    dossier(tmp_path / "dossier", key)
    return tmp_path / "dossier"


def found(verdict: Verdict) -> list[tuple[FindingKind, str]]:
    for finding in verdict.findings:
        assert finding.path in str(finding.message) or finding.kind in (K.CUT, K.UNSEALED)
        assert set(finding.message) == {"es", "en", "zh"}
    assert verdict.intact == (not verdict.findings)
    return [(finding.kind, finding.path) for finding in verdict.findings]


def flip(path: Path, at: int = -1) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def test_an_untouched_one_is_intact(folder: Path, key: SigningKey, stranger: SigningKey) -> None:
    last = newest_seal(folder)
    assert last is not None
    for given_keys, trusted in (((), False), ((key.public,), True), ((stranger.public, key.public), True)):
        verdict = verify(folder, trusted=given_keys, head=last.digest)
        assert found(verdict) == []
        assert (verdict.files, [seal.number for seal in verdict.seals], verdict.trusted) == (8, [1, 2], trusted)
        assert verdict.head == last.digest


@pytest.mark.parametrize("name", SEALED)
def test_a_flipped_bit_in_any_file_is_named(folder: Path, name: str) -> None:
    flip(folder / name)
    assert found(verify(folder)) == [(K.ALTERED, name)]


@pytest.mark.parametrize("name", SEALED)
def test_a_dropped_file_is_named_with_its_seal(folder: Path, name: str) -> None:
    (folder / name).unlink()
    verdict = verify(folder)
    assert found(verdict) == [(K.REMOVED, name)]
    number = 2 if name in SECOND or name == "records/0002.json" else 1
    assert f"Seal {number} has it" in str(verdict.findings[0].message)


@pytest.mark.parametrize(
    "name", ["add-001/05-more.webp", "notes.txt", "seals/notes.txt", "seals/0001.tsr", ".hidden", "add-001/.01.part"]
)
def test_an_added_file_is_named(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"more")
    kinds = {kind for kind, path in found(verify(folder)) if path == name}
    assert K.ADDED in kinds


def test_a_link_is_no_file_of_ours(folder: Path) -> None:
    try:
        (folder / "link").symlink_to(folder.parent)
    except OSError:
        pytest.skip("this system lets nobody make links")
    assert found(verify(folder)) == [(K.ADDED, "link")]


def test_two_exchanged_files_are_named_together(folder: Path) -> None:
    one, other = folder / "add-001/01-filled.webp", folder / "batch/01-declared.webp"
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)
    verdict = verify(folder)
    assert found(verdict) == [(K.EXCHANGED, "add-001/01-filled.webp")]
    assert "batch/01-declared.webp" in str(verdict.findings[0].message)


def test_a_file_that_was_copied_over_another_is_named_with_where_it_is_from(folder: Path) -> None:
    shutil.copy(folder / "add-001/02-saved.webp", folder / "batch/01-declared.webp")
    verdict = verify(folder)
    assert found(verdict) == [(K.ALTERED, "batch/01-declared.webp")]
    assert "add-001/02-saved.webp" in str(verdict.findings[0].message)


def test_seals_that_changed_places_are_named(folder: Path) -> None:
    one, two = folder / "seals/0001.json", folder / "seals/0002.json"
    first, second = one.read_bytes(), two.read_bytes()
    one.write_bytes(second)
    two.write_bytes(first)
    assert found(verify(folder)) == [(K.REORDERED, "seals/0001.json"), (K.REORDERED, "seals/0002.json")]


def test_a_missing_first_seal_is_named_with_what_only_it_had(folder: Path) -> None:
    (folder / "seals/0001.json").unlink()
    kinds = found(verify(folder))
    assert kinds[0] == (K.REMOVED, "seals/0001.json")
    assert {path for kind, path in kinds if kind is K.ADDED} == {*FIRST, "records/0001.json"}


def edited(path: Path, change: Callable[[dict[str, Any]], object]) -> bytes:
    """A seal's payload after a change, in its envelope with the signature that it had."""
    envelope = json.loads(path.read_bytes())
    payload = json.loads(base64.b64decode(envelope["payload"]))
    change(payload)
    envelope["payload"] = base64.b64encode(json.dumps(payload).encode()).decode()
    return json.dumps(envelope, indent=1).encode() + b"\n"


def test_an_edited_manifest_is_named(folder: Path) -> None:
    path = folder / "seals/0001.json"
    path.write_bytes(edited(path, lambda payload: payload["subject"].pop(0)))
    verdict = verify(folder)
    assert found(verdict) == [(K.BROKEN, "seals/0001.json"), (K.ADDED, "add-001/01-filled.webp")]
    assert "signature does not fit" in str(verdict.findings[0].message)


def test_the_last_manifest_too(folder: Path) -> None:
    path = folder / "seals/0002.json"

    path.write_bytes(edited(path, lambda payload: payload["predicate"].update(sealed_by="eva")))
    assert found(verify(folder)) == [(K.BROKEN, "seals/0002.json")]


def resigned(folder: Path, number: int, key: SigningKey) -> None:
    """Sign a seal anew, with all that it says."""
    path = folder / f"seals/{number:04}.json"
    payload = base64.b64decode(json.loads(path.read_bytes())["payload"])
    path.write_bytes(sign(payload, PAYLOAD_TYPE, key))


def test_a_seal_that_was_signed_anew_is_named(folder: Path, key: SigningKey, stranger: SigningKey) -> None:
    resigned(folder, 2, stranger)
    assert (K.RESIGNED, "seals/0002.json") in found(verify(folder))
    assert (K.RESIGNED, "seals/0002.json") in found(verify(folder, trusted=[key.public]))


def test_all_of_it_signed_anew_shows_by_the_key_one_was_given(
    tmp_path: Path, key: SigningKey, stranger: SigningKey
) -> None:
    dossier(tmp_path / "forged", stranger)
    assert found(verify(tmp_path / "forged")) == [], "it agrees with itself"
    forged = verify(tmp_path / "forged", trusted=[key.public])
    assert found(forged) == [(K.RESIGNED, "seals/0001.json"), (K.RESIGNED, "seals/0002.json")]
    assert not forged.trusted


def test_a_seal_rewritten_by_the_key_s_holder_breaks_the_chain(folder: Path, key: SigningKey) -> None:
    path = folder / "seals/0001.json"
    statement = Statement.model_validate_json(base64.b64decode(json.loads(path.read_bytes())["payload"]))
    predicate = statement.predicate.model_copy(update={"sealed_by": "eva"})
    path.write_bytes(sign(statement.model_copy(update={"predicate": predicate}).written(), PAYLOAD_TYPE, key))
    assert found(verify(folder)) == [(K.BROKEN, "seals/0002.json")]


def test_a_cut_tail_shows_by_the_head_one_was_given(folder: Path) -> None:
    last = newest_seal(folder)
    assert last is not None
    for name in ("seals/0002.json", "records/0002.json", *SECOND):
        (folder / name).unlink()
    assert found(verify(folder)) == [], "a chain that ends sooner agrees with itself"
    assert found(verify(folder, head=last.digest)) == [(K.CUT, "seals")]


def test_another_batch_s_seal_does_not_pass(folder: Path, tmp_path: Path, key: SigningKey) -> None:
    other = tmp_path / "other"
    seals: list[Seal] = dossier(other, key)
    assert seals
    path = other / "seals/0002.json"
    statement = Statement.model_validate_json(base64.b64decode(json.loads(path.read_bytes())["payload"]))
    predicate = statement.predicate.model_copy(update={"batch": "202611-02"})
    path.write_bytes(sign(statement.model_copy(update={"predicate": predicate}).written(), PAYLOAD_TYPE, key))
    assert (K.BROKEN, "seals/0002.json") in found(verify(other))


def test_the_public_key_in_the_dossier(folder: Path, key: SigningKey, stranger: SigningKey) -> None:
    pem = folder / "key.pem"
    pem.unlink()
    assert (K.REMOVED, "key.pem") in found(verify(folder))
    assert found(verify(folder, trusted=[key.public])) == [(K.REMOVED, "key.pem")]
    pem.write_text(stranger.public_pem)
    assert (K.ALTERED, "key.pem") in found(verify(folder))
    pem.write_text(key.public_pem + "and more")
    assert found(verify(folder)) == [(K.ALTERED, "key.pem")]


def test_a_folder_without_seals_proves_nothing(tmp_path: Path) -> None:
    (tmp_path / "picture.webp").write_bytes(b"RIFF")
    assert found(verify(tmp_path)) == [(K.UNSEALED, "seals")]


@pytest.mark.parametrize(
    "change", [lambda seal: seal.replace(b"\n", b"\t", 1), lambda seal: seal + b"\n", lambda seal: seal[:-1]]
)
def test_not_even_white_space_in_a_seal_may_change(folder: Path, change: Callable[[bytes], bytes]) -> None:
    path = folder / "seals/0002.json"
    path.write_bytes(change(path.read_bytes()))
    assert (K.BROKEN, "seals/0002.json") in found(verify(folder))


def test_a_seal_under_another_spelling_of_its_number_is_added(folder: Path) -> None:
    shutil.copy(folder / "seals/0002.json", folder / "seals/00002.json")
    assert found(verify(folder)) == [(K.ADDED, "seals/00002.json")]


def test_a_made_up_number_has_nobody_count_to_it(folder: Path) -> None:
    shutil.copy(folder / "seals/0002.json", folder / "seals/999999999.json")
    assert len(found(verify(folder))) < 40


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_flipped_byte_anywhere_is_found(folder: Path, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(one for one in folder.rglob("*") if one.is_file())))
    kept = path.read_bytes()
    at = data.draw(st.integers(0, len(kept) - 1))
    changed = bytes([*kept[:at], data.draw(st.integers(0, 255).filter(lambda one: one != kept[at])), *kept[at + 1 :]])
    try:
        path.write_bytes(changed)
        assert not verify(folder).intact
    finally:
        path.write_bytes(kept)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(junk=st.binary(max_size=300), name=st.sampled_from(["seals/0001.json", "seals/0002.json", "key.pem", SEALED[0]]))
def test_no_junk_gets_the_verifier_to_fall(folder: Path, junk: bytes, name: str) -> None:
    kept = (folder / name).read_bytes()
    try:
        (folder / name).write_bytes(junk)
        assert not verify(folder).intact
    finally:
        (folder / name).write_bytes(kept)
