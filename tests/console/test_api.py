"""What a payroll system asks for. Every answer is held against the description that it gets."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, get_args

import httpx
import jsonschema
import pytest
from openapi_spec_validator import validate
from pydantic import SecretStr

from bot.bundled import bundled_flows
from bot.cli.sample import sample_account
from bot.console.api import API
from bot.console.api.description import description
from bot.console.api.operations import schema_of, values_schema
from bot.console.console import Console
from bot.fields import AnyField, Choice, ResidentId, TextField, YesNo
from bot.filing.desk import Account
from bot.filing.journal.store import open_journal
from bot.flow.loader import load_library
from bot.service import RunOptions
from bot.service.acceptance import Desired, accept
from bot.text import LANGUAGES, Text
from tests.console.conftest import Opened, Visitor, short_roster, with_wrong_id
from tests.console.test_new import number

ADD = {
    "id_number": number(1),
    "name": "王示例",
    "household": "11",
    "wage": 6000,
    "migrant": False,
    "migrant_insurance": False,
}


@cache
def described() -> dict[str, Any]:
    return description(load_library(bundled_flows()))


class Program:
    """A payroll system: whatever it is told has to be as the description says."""

    def __init__(self, visitor: Visitor) -> None:
        self._visitor = visitor

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        """One request, whose answer fits."""
        headers = more.pop("headers", {})
        token = (self._visitor.home / "console.api-token").read_text(encoding="utf-8")
        answer = self._visitor.ask(method, path, headers={"authorization": f"Bearer {token}", **headers}, **more)
        fits(method, path.partition("?")[0], answer)
        return answer


def fits(method: str, path: str, answer: httpx.Response) -> None:
    """Raises what the description has against an answer."""
    ways = {re.sub(r"\{[^}]*\}", "[^/]+", one): way for one, way in described()["paths"].items()}
    [way] = [way for pattern, way in ways.items() if re.fullmatch(pattern, path)]
    meant = way[method.lower()]["responses"][str(answer.status_code)]
    content = meant["content"]
    kind = answer.headers["content-type"].partition(";")[0]
    assert kind in content
    if kind == "application/json":
        schema = {**content[kind]["schema"], "components": described()["components"]}
        jsonschema.validate(answer.json(), schema, cls=jsonschema.Draft202012Validator)


@pytest.fixture
def program(visitor: Visitor) -> Program:
    return Program(visitor)


def accepted(console: Console, path: Path) -> str:
    """A batch that nothing was done for yet."""
    assistant = console.assistant
    desired = Desired(path, assistant.library, assistant.flows, assistant.url, assistant.home, assistant.now())
    cases = assistant.check(path).cases
    with open_journal(assistant.store) as journal:
        return accept(journal, desired, Account("demo", "demo", SecretStr("x")), cases, RunOptions()).batch.id


def test_the_description_is_sound_and_complete(visitor: Visitor) -> None:
    told = visitor.as_program("GET", "/api/openapi.json").json()
    validate(told)
    ways = {(method.upper(), path) for path, ways in told["paths"].items() for method in ways}
    assert ways == {(method, path) for method, path, _ in API} - {("GET", "/api/openapi.json")}


def test_every_kind_of_input_has_a_form(console: Console) -> None:
    kinds = get_args(get_args(AnyField)[0])
    label = Text.same("x")
    made = [kind.model_construct(label=label, choices={"1": label}, whole=False, column_labels={}) for kind in kinds]
    for field in made:
        field = field.model_copy(update={"min_length": 0, "max_length": None, "example": None})
        jsonschema.Draft202012Validator.check_schema(schema_of(field))


def test_what_an_operation_takes_is_derived_from_its_flow(program: Program, console: Console) -> None:
    told = {one["operation"]: one["values"] for one in program.ask("GET", "/api/operations").json()}
    assert list(told) == [flow.flow for flow in console.assistant.library.operations]
    jsonschema.validate(ADD, told["add"])
    for wrong in ({**ADD, "household": "13"}, {**ADD, "shoe_size": 44}, {**ADD, "migrant": "yes"}, {}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, told["add"])
    for flow in console.assistant.library.operations:
        kinds = {type(one) for one in flow.inputs.values()}
        assert kinds & {ResidentId, Choice, YesNo, TextField}
        assert values_schema(flow)["additionalProperties"] is False


def test_cases_are_handed_over_and_checked_by_the_flows_own_rules(program: Program, console: Console) -> None:
    wrong = {**ADD, "id_number": number(2)[:-1] + "Z", "wage": "6.000"}
    home = {**ADD, "id_number": number(3), "migrant": True, "migrant_insurance": True}
    place = {"province": "安徽省", "city": "阜阳市", "county": "临泉县"}
    cases = [
        {"operation": "add", "reference": "E-1", "values": ADD},
        {"operation": "add", "reference": "E-2", "values": wrong},
        {"operation": "add", "reference": "E-3", "values": {**home, "home": place}},
        {"operation": "interrupt", "values": {"id_number": number(4), "name": "李示例", "reason": "1"}},
    ]
    answer = program.ask("POST", "/api/cases", json={"name": "june", "cases": cases})
    assert answer.status_code == 201
    told = answer.json()
    assert not told["ready"]
    errors = [one for one in told["problems"] if one["severity"] == "error"]
    assert {(one["reference"], one["input"], one["rule"][:2]) for one in errors} == {
        ("E-2", "id_number", "ID"),
        ("E-2", "wage", "WA"),
    }
    assert all(one["message"] and one["cure"] for one in errors)
    assert [(one["operation"], one["reference"]) for one in told["cases"]] == [
        ("add", "E-1"),
        ("add", "E-3"),
        ("interrupt", ""),
    ]
    looked = program.ask("GET", f"/api/rosters/{told['id']}").json()
    assert [one["reference"] for one in looked["cases"]] == ["E-1", "E-3", ""]
    assert {one["reference"] for one in looked["problems"] if one["severity"] == "error"} == {"E-2"}
    checked = console.uploads.checked(told["id"])
    added = {case.id: case for case in checked.cases}
    assert added[told["cases"][0]["id"]].values["wage"] == 6000
    assert str(added[told["cases"][1]["id"]].values["home"]) == "安徽省 阜阳市 临泉县"
    assert program.ask("GET", f"/api/rosters/{told['id']}").json()["problems"]


@pytest.mark.parametrize(
    ("case", "at"),
    [
        ({"operation": "dance", "values": {"x": 1}}, "cases/0/operation"),
        ({"operation": "add", "values": {**ADD, "shoe_size": 44}}, "cases/0/values/shoe_size"),
        ({"operation": "add", "values": {}}, "cases/0/values"),
        ({"operation": "add", "values": {"name": " "}}, "cases/0/values"),
        ({"operation": "add", "values": {"name": {"first": "x"}}}, "cases/0/values/name"),
        ({"operation": "add"}, "cases/0/values"),
        ({"operation": "add", "values": ADD, "approve": True}, "cases/0/approve"),
        ({"operation": 1, "values": ADD}, "cases/0/operation"),
    ],
)
def test_what_no_spreadsheet_could_say_is_refused_with_its_place(
    program: Program, case: dict[str, Any], at: str
) -> None:
    answer = program.ask("POST", "/api/cases", json={"cases": [case]})
    assert answer.status_code == 422
    assert [one["at"] for one in answer.json()["problems"]] == [at]


def test_a_name_is_never_a_formula_on_its_way(program: Program, console: Console) -> None:
    cases = [{"operation": "add", "values": {**ADD, "name": "=1+1"}, "reference": "@x"}]
    told = program.ask("POST", "/api/cases", json={"cases": cases}).json()
    assert {(one["input"], one["rule"]) for one in told["problems"]} == {("name", "NA01")}


@pytest.mark.parametrize("body", [b"[]", b"{", b"[" * 100_000, b'{"cases": []}', b'{"cases": 1}', b"\xff"])
def test_what_is_no_json_of_ours_is_refused(program: Program, body: bytes) -> None:
    assert program.ask("POST", "/api/cases", content=body).status_code in (400, 422)


def test_a_roster_is_handed_over_and_checked(program: Program, console: Console, tmp_path: Path) -> None:
    path = short_roster(console.assistant, tmp_path / "june.xlsx")
    with_wrong_id(path)
    answer = program.ask("POST", "/api/rosters?name=june.xlsx", content=path.read_bytes())
    assert answer.status_code == 201
    [error] = [one for one in answer.json()["problems"] if one["severity"] == "error"]
    assert (error["row"], error["rule"][:2], error["input"]) == (2, "ID", "id_number")
    refused = program.ask("POST", f"/api/rosters/{answer.json()['id']}/start", json={"account": "demo"})
    assert refused.status_code == 409
    assert not console.works.jobs
    assert program.ask("POST", "/api/rosters", content=b"").status_code == 400
    assert program.ask("POST", "/api/rosters", content=b"PK no workbook").status_code == 422


def test_the_same_key_gives_the_same_roster(program: Program, console: Console) -> None:
    body = {"cases": [{"operation": "add", "values": ADD}]}
    key = {"idempotency-key": "june-1"}
    first = program.ask("POST", "/api/cases", json=body, headers=key)
    again = program.ask("POST", "/api/cases", json=body, headers=key)
    assert (first.status_code, again.status_code) == (201, 200)
    assert (first.json()["id"], first.json()["known"], again.json()["known"]) == (again.json()["id"], False, True)
    other = {"cases": [{"operation": "add", "values": {**ADD, "wage": 7000}}]}
    assert program.ask("POST", "/api/cases", json=other, headers=key).status_code == 409
    assert program.ask("POST", "/api/cases", json=body).json()["id"] != first.json()["id"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"[]", 422),
        (b"{", 400),
        (b'{"account": 1}', 422),
        (b'{"user": "u"}', 422),
        (b"", 422),
        (b'{"account": "demo", "until": "declare"}', 422),
        (b'{"account": "demo", "approve": true}', 422),
    ],
)
def test_a_start_says_what_it_lacks(
    program: Program, console: Console, tmp_path: Path, body: bytes, status: int
) -> None:
    path = short_roster(console.assistant, tmp_path / "june.xlsx")
    handed = program.ask("POST", "/api/rosters?name=june.xlsx", content=path.read_bytes()).json()
    assert program.ask("POST", f"/api/rosters/{handed['id']}/start", content=body).status_code == status
    assert not console.works.jobs


def test_what_is_not_there_is_said_so(program: Program) -> None:
    ways = [
        ("GET", "/api/batches/202611-01"),
        ("GET", "/api/batches/202611-01/cases"),
        ("GET", "/api/batches/202611-01/cases/add-002"),
        ("GET", "/api/batches/202611-01/results"),
        ("GET", "/api/batches/202611-01/evidence"),
        ("GET", "/api/batches/202611-01/report"),
        ("POST", "/api/batches/202611-01/export"),
        ("POST", "/api/batches/202611-01/resume"),
        ("POST", "/api/batches/202611-01/refresh"),
        ("GET", "/api/jobs/1"),
        ("POST", "/api/jobs/1/stop"),
        ("GET", "/api/rosters/0123456789abcdef"),
        ("POST", "/api/rosters/0123456789abcdef/start"),
    ]
    for method, path in ways:
        answer = program.ask(method, path)
        assert (path, answer.status_code) == (path, 404)
        assert answer.json()["cure"]
    assert program.ask("GET", "/api/batches").json() == {"total": 0, "page": 1, "pages": 1, "items": []}


def test_cases_are_listed_a_page_at_a_time_without_anybodys_number(
    program: Program, console: Console, tmp_path: Path
) -> None:
    path = short_roster(console.assistant, tmp_path / "june.xlsx")
    console.assistant.home.mkdir(exist_ok=True)
    batch = accepted(console, path)
    told = program.ask("GET", f"/api/batches/{batch}").json()
    assert (told["cases"], told["states"]) == (3, {"pending": 3})
    listed = program.ask("GET", f"/api/batches/{batch}/cases?size=2&page=2").json()
    assert (listed["total"], listed["pages"], len(listed["items"])) == (3, 2, 1)
    assert program.ask("GET", f"/api/batches/{batch}/cases?operation=add").json()["total"] == 1
    assert program.ask("GET", f"/api/batches/{batch}/cases?state=approved").json()["total"] == 0
    for wrong in ("state=happy", "page=0", "page=x", "size=-1", "page=٣"):
        assert program.ask("GET", f"/api/batches/{batch}/cases?{wrong}").status_code == 422
    one = program.ask("GET", f"/api/batches/{batch}/cases/{listed['items'][0]['id']}").json()
    assert one == listed["items"][0]
    assert not re.search(r"\d{17}", str(listed))
    assert program.ask("GET", f"/api/batches/{batch}/cases/nobody").status_code == 404
    assert program.ask("GET", "/api/batches?period=2020-01").json()["total"] == 0
    assert program.ask("GET", f"/api/batches?account={told['account']}").json()["total"] == 1
    assert program.ask("GET", f"/api/batches/{batch}/results").content[:2] == b"PK"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_is_in_the_programs_language(program: Program, language: str) -> None:
    sent = {"accept-language": language, "cookie": ""}
    said = program.ask("GET", "/api/jobs/1", headers=sent).json()["error"]
    assert said == {"es": "Ese trabajo no existe.", "en": "There is no such job.", "zh": "没有这项工作。"}[language]


def page() -> str:
    return (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")


def shown() -> Any:
    """The cases that the page about it hands over."""
    return json.loads(re.findall(r"```json\n(.*?)```", page(), re.S)[0])


def test_the_page_about_it_tells_of_everything() -> None:
    told = set(re.findall(r"`(GET|POST) (/api/[^` ?]*)", page()))
    assert told == {(method, path) for method, path, _ in API}


def test_what_the_page_types_is_described() -> None:
    typed = re.findall(r'^curl (.*)"\$api(/[^"]*)"$', page(), re.M)
    assert len(typed) == 9
    paths = described()["paths"] | {"/api/openapi.json": {"get": {}}}
    for options, address in typed:
        path, _, query = address.partition("?")
        method = "post" if re.search(r"-X POST|--json|--data-binary", options) else "get"
        ways = {re.sub(r"\{[^}]*\}", "[^/]+", known): one for known, one in paths.items()}
        [way] = [one[method] for pattern, one in ways.items() if re.fullmatch(pattern, path)]
        told = {one["name"] for one in way.get("parameters", ()) if one["in"] == "query"}
        assert {one.partition("=")[0] for one in query.split("&") if query} <= told, address
        if "--json '" in options:
            said = json.loads(options.split("'")[1])
            jsonschema.validate(said, way["requestBody"]["content"]["application/json"]["schema"])


def test_from_cases_to_results(serve_at: Callable[..., Opened]) -> None:
    """Handed over, started, started again, looked at: as `docs/api.md` shows it. Nothing is declared."""
    opened, account = serve_at(), sample_account()
    opened.console.given = {account.name: account}
    token = (opened.console.assistant.home / "console.api-token").read_text(encoding="utf-8")
    start = {"account": account.name, "user": account.user, "by": "payroll"}
    with httpx.Client(base_url=opened.base, headers={"authorization": f"Bearer {token}"}, timeout=60) as client:

        def ask(method: str, path: str, **more: Any) -> Any:
            answer = client.request(method, path, **more)
            fits(method, path.partition("?")[0], answer)
            return answer.json() if "json" in answer.headers["content-type"] else answer.content

        handed = ask("POST", "/api/cases", json=shown())
        assert handed["ready"]
        assert [one["reference"] for one in handed["cases"]] == ["E-1041"]
        first = ask("POST", f"/api/rosters/{handed['id']}/start", json=start)
        assert not first["known"]
        job = first["job"]["id"]
        while not ask("GET", f"/api/jobs/{job}")["ended"]:
            pass
        [batch] = ask("GET", f"/api/jobs/{job}")["batches"]
        again = ask("POST", f"/api/rosters/{handed['id']}/start", json=start)
        assert (again["job"], again["known"], again["batches"]) == (None, True, [batch])
        [case] = ask("GET", f"/api/batches/{batch}/cases")["items"]
        assert (case["state"], case["id"]) == ("reviewed", handed["cases"][0]["id"])
        assert case["reference"] == "E-1041"
        assert ask("GET", f"/api/batches/{batch}/cases/{case['id']}")["reference"] == "E-1041"
        told = ask("GET", f"/api/batches/{batch}")
        assert (told["started_by"], told["waiting_for_approval"]) == ("payroll", 1)
        assert ask("GET", f"/api/batches/{batch}/evidence")["intact"]
        assert b"<html" in ask("GET", f"/api/batches/{batch}/report")
        assert ask("POST", f"/api/batches/{batch}/export?masked=true")[:2] == b"PK"
        once_more = ask("POST", "/api/cases", json=shown())
        known = ask("POST", f"/api/rosters/{once_more['id']}/start", json=start)
        assert (known["known"], known["batches"]) == (True, [batch])
