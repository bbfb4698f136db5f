"""Sealing: a chain that goes on, a crash in between, keys that are made once and read by their owner alone."""

from __future__ import annotations

import base64
import json
import sys
from pathlib import Path

import jsonschema
import pytest

from bot.errors import UsageError
from bot.evidence import sealing
from bot.evidence.files import sweep, write_file
from bot.evidence.keys import SigningKey, signing_key
from bot.evidence.record import Record
from bot.evidence.schemas import SCHEMAS, schema_text
from bot.evidence.sealing import add_seal, newest_seal
from bot.evidence.verify import verify
from tests.unit.evidence.dossier import FIRST, SECOND, contents, dossier


@pytest.fixture(autouse=True)
def keys_in_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_KEYS", "file")


@pytest.fixture
def key(tmp_path: Path) -> SigningKey:
    return signing_key(tmp_path / "home")


def test_a_dossier_without_a_seal_has_no_newest(tmp_path: Path) -> None:
    assert newest_seal(tmp_path) is None


def test_a_later_seal_extends_the_chain(tmp_path: Path, key: SigningKey) -> None:
    first, second = dossier(tmp_path, key)
    assert newest_seal(tmp_path) == second
    assert (first.number, first.through_event, first.through_file) == (1, 10, 5)
    assert (second.number, second.through_event, second.through_file) == (2, 20, 10)
    payload = json.loads(base64.b64decode(json.loads((tmp_path / "seals/0002.json").read_text())["payload"]))
    assert payload["predicate"]["previous"] == first.digest
    assert {subject["name"] for subject in payload["subject"]} == {*SECOND, "records/0002.json"}
    assert payload["predicate"]["failed"][0]["reason"] == "the page was gone"


def test_each_file_stands_on_a_line_of_its_own(tmp_path: Path, key: SigningKey) -> None:
    dossier(tmp_path, key, batch=1)
    payload = base64.b64decode(json.loads((tmp_path / "seals/0001.json").read_text())["payload"]).decode()
    lines = [line for line in payload.splitlines() if line.startswith('{"name"')]
    assert [json.loads(line.rstrip(","))["name"] for line in lines] == [*FIRST, "records/0001.json"]


def test_a_crash_between_record_and_seal_is_made_good(
    tmp_path: Path, key: SigningKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "dossier"
    new = contents(folder, FIRST, 1)
    real = sealing.write_file

    def dies(path: Path, data: bytes, *, anew: bool = False) -> None:
        if path.parent.name == "seals":
            raise KeyboardInterrupt
        real(path, data, anew=anew)

    monkeypatch.setattr(sealing, "write_file", dies)
    with pytest.raises(KeyboardInterrupt):
        add_seal(folder, new, key)
    monkeypatch.undo()
    assert newest_seal(folder) is None
    add_seal(folder, contents(folder, FIRST, 1), key)
    assert verify(folder).intact


def test_what_a_crash_left_half_written_is_put_away(tmp_path: Path) -> None:
    write_file(tmp_path / "add-001/01-filled.webp", b"RIFF")
    (tmp_path / "add-001/.02-saved.webp.x1y2.part").write_bytes(b"RI")
    sweep(tmp_path)
    assert [path.name for path in (tmp_path / "add-001").iterdir()] == ["01-filled.webp"]


def test_of_two_that_seal_at_once_one_is_told_to_do_it_again(
    tmp_path: Path, key: SigningKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier(tmp_path, key, batch=1)
    monkeypatch.setattr(sealing, "newest_seal", lambda folder: None)
    with pytest.raises(UsageError, match="Another process has just sealed"):
        add_seal(tmp_path, contents(tmp_path, {}, 1), key)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, key: SigningKey) -> None:
    (tmp_path / "dossier").write_text("a file")
    with pytest.raises(UsageError, match="cannot be written"):
        add_seal(tmp_path / "dossier", contents(tmp_path, {}, 1), key)


@pytest.mark.skipif(sys.platform == "win32", reason="there the user's own folder keeps others out")
def test_what_is_sealed_and_the_key_are_their_owner_s_alone(tmp_path: Path) -> None:
    dossier(tmp_path / "dossier", signing_key(tmp_path / "home"))
    for path in (tmp_path / "home", tmp_path / "dossier"):
        for one in [path, *path.rglob("*")]:
            assert one.stat().st_mode & 0o077 == 0 or one == path, one


def test_another_key_s_seals_go_on_in_the_same_chain(tmp_path: Path) -> None:
    old, new = signing_key(tmp_path / "old"), signing_key(tmp_path / "new")
    add_seal(tmp_path / "d", contents(tmp_path / "d", FIRST, 1), old)
    add_seal(tmp_path / "d", contents(tmp_path / "d", SECOND, 2), new)
    assert verify(tmp_path / "d", trusted=[old.public, new.public]).intact
    assert not verify(tmp_path / "d", trusted=[new.public]).intact


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_published_schemas_are_those_of_the_models(name: str) -> None:
    path = Path(sealing.__file__).with_name(f"{name}.schema.json")
    assert path.read_text(encoding="utf-8") == schema_text(name)


def test_what_is_written_is_as_the_schemas_say(tmp_path: Path, key: SigningKey) -> None:
    dossier(tmp_path, key)
    payload = json.loads(base64.b64decode(json.loads((tmp_path / "seals/0002.json").read_text())["payload"]))
    jsonschema.validate(payload, json.loads(schema_text("seal")))
    payload["predicate"]["number"] = 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(payload, json.loads(schema_text("seal")))
    assert Record.model_json_schema()["properties"].keys() >= {"schema", "batch", "cases", "events"}
