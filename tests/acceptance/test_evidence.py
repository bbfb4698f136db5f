"""Evidence as an auditor meets it: sealed by itself, verified anywhere, and what was done to it is named."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from tests.acceptance.conftest import ANOTHER, INSURED, NEWCOMER, StartMock, WriteRoster
from tests.acceptance.program import USER, Program

BATCH = "202611-01"


def verified(portal: Program, *arguments: str | Path, code: int = 0) -> dict[str, Any]:
    done = portal("evidence", "verify", *arguments, "--json")
    assert done.returncode == code, done.stdout + done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def test_results_days_later_extend_the_chain(
    portal: Program, start_mock: StartMock, roster: WriteRoster, tmp_path: Path
) -> None:
    mock = start_mock(review="manual")
    done = portal("run", roster(NEWCOMER, INSURED), "--account", USER, "--url", mock.url, "--yes")
    assert done.returncode == 1, done.stdout + done.stderr
    first = verified(portal, BATCH)
    assert (first["intact"], first["trusted"], len(first["seals"])) == (True, True, 1)

    [number] = [one["no"] for key, one in mock.filings().items() if key == "add 330299198706120115"]
    mock.tell("review", {"no": number, "outcome": "approved"})
    portal("status", BATCH, "--refresh")
    later = verified(portal, BATCH)
    assert later["intact"] and len(later["seals"]) == 2
    assert later["seals"][0] == first["seals"][0]

    [folder] = [path for path in (tmp_path / "home/evidence").iterdir()]
    facts = json.loads((folder / "records/0002.json").read_text(encoding="utf-8"))
    [case] = facts["cases"]
    assert (case["state"], case["number"], case["person"]) == ("approved", number, "330299198706120115")
    assert {one["field"]: one["value"] for one in case["entered"]}["wage"] == "6800"
    assert facts["batch"]["roster"]["sha256"] and facts["batch"]["flows"]["add"]


def test_it_is_verified_on_another_machine(
    portal: Program, start_mock: StartMock, roster: WriteRoster, tmp_path: Path
) -> None:
    mock = start_mock()
    portal("run", roster(ANOTHER), "--account", USER, "--url", mock.url, "--yes", "--evidence", "proof")
    key = portal("evidence", "key", "-o", "employer.pem")
    assert key.returncode == 0
    shutil.copytree(portal.folder / "proof", tmp_path / "copy")
    elsewhere = Program(tmp_path, {**portal.environment, "PORTAL_HOME": str(tmp_path / "other-home")})
    named = ["copy", "--key", portal.folder / "employer.pem"]
    assert verified(elsewhere, *named)["trusted"]
    assert not verified(elsewhere, "copy")["trusted"]
    head = verified(elsewhere, "copy")["head"]
    assert verified(elsewhere, *named, "--head", head[:8] + " " + head[8:])["intact"]

    picture = next((tmp_path / "copy").glob("add-*/01-*"))
    picture.write_bytes(picture.read_bytes()[:-1] + b"!")
    said = verified(elsewhere, *named, "--head", "ab" * 32, code=1)
    name = picture.relative_to(tmp_path / "copy").as_posix()
    assert [(one["kind"], one["path"]) for one in said["findings"]] == [("altered", name), ("cut", "seals")]
    told = elsewhere("evidence", "verify", "copy", "--lang", "es")
    assert told.returncode == 1 and f"{name}: alterado" in told.stdout


def test_what_is_sealed_is_not_sealed_again(portal: Program, start_mock: StartMock, roster: WriteRoster) -> None:
    mock = start_mock()
    portal("run", roster(ANOTHER), "--account", USER, "--url", mock.url, "--yes")
    portal("evidence", "seal", BATCH)
    assert len(verified(portal, BATCH)["seals"]) == 1
    nothing = portal("evidence", "seal", "202611-09")
    assert nothing.returncode == 2 and "202611-01" in nothing.stderr


def test_an_evidence_folder_is_one_batch_s_own(portal: Program, start_mock: StartMock, roster: WriteRoster) -> None:
    mock = start_mock()
    run = ["--account", USER, "--url", mock.url, "--yes", "--evidence", "proof"]
    portal("run", roster(ANOTHER), *run)
    portal("run", roster(NEWCOMER), *run)
    assert verified(portal, "proof")["intact"] and verified(portal, "proof (2)")["intact"]
    assert verified(portal, BATCH)["intact"] and verified(portal, "202611-02")["intact"]
