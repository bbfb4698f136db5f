"""What a payroll system asks for."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from bot.console.api import API, batch_data
from bot.console.api_description import DESCRIPTION
from bot.console.console import Console
from tests.console.conftest import Visitor, short_roster, with_wrong_id
from tests.console.test_pages import view_of


def fits(data: object, name: str) -> None:
    """Raises what jsonschema has against it."""
    jsonschema.validate(data, {"$ref": f"#/components/schemas/{name}", "components": DESCRIPTION["components"]})


def test_everything_is_described(visitor: Visitor) -> None:
    described = {(method.upper(), path) for path, ways in DESCRIPTION["paths"].items() for method in ways}
    assert described == {(method, path) for method, path, _ in API} - {("GET", "/api/openapi.json")}
    assert visitor.as_program("GET", "/api/openapi.json").json() == DESCRIPTION


def test_a_roster_is_handed_over_and_checked(visitor: Visitor, console: Console, tmp_path: Path) -> None:
    path = short_roster(console.assistant, tmp_path / "june.xlsx")
    with_wrong_id(path)
    answer = visitor.as_program("POST", "/api/rosters?name=june.xlsx", content=path.read_bytes())
    assert answer.status_code == 201
    fits(answer.json(), "Roster")
    [error] = [one for one in answer.json()["problems"] if one["severity"] == "error"]
    assert (error["row"], error["rule"][:2]) == (2, "ID")
    refused = visitor.as_program("POST", f"/api/rosters/{answer.json()['id']}/start", json={"account": "demo"})
    assert refused.status_code == 400
    fits(refused.json(), "Error")
    assert not console.works.jobs


@pytest.mark.parametrize("body", [b"[]", b"{", b'{"account": 1}', b'{"user": "u"}', b""])
def test_a_start_says_what_it_lacks(visitor: Visitor, console: Console, tmp_path: Path, body: bytes) -> None:
    path = short_roster(console.assistant, tmp_path / "june.xlsx")
    handed = visitor.as_program("POST", "/api/rosters?name=june.xlsx", content=path.read_bytes()).json()
    answer = visitor.as_program("POST", f"/api/rosters/{handed['id']}/start", content=body)
    assert answer.status_code == 400
    fits(answer.json(), "Error")


def test_a_batch_is_told_without_anybody_s_number(visitor: Visitor, console: Console) -> None:
    told = batch_data(view_of(console, 3))
    fits(told, "Batch")
    assert "P0000" not in str(told)
    assert visitor.as_program("GET", "/api/batches").json() == []
    missing = visitor.as_program("GET", "/api/batches/202611-01")
    assert missing.status_code == 400
    fits(missing.json(), "Error")
    assert visitor.as_program("GET", "/api/jobs/1").status_code == 404
