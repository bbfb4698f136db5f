"""The JSON Schema of scenarios: valid, complete, the same as the file in flows/, and true of every scenario."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.flow.marks import read_yaml
from bot.testing.scenario import SUFFIX, ScenarioError, load_scenario
from bot.testing.schema import scenario_schema

ROOT = Path(__file__).parents[3]
SCENARIOS = sorted((ROOT / "fixtures" / "scenarios").rglob(f"*{SUFFIX}"))
CHECK = jsonschema.Draft202012Validator(scenario_schema())


def objections(text: str) -> list[str]:
    """What an editor would underline."""
    return [error.message for error in CHECK.iter_errors(read_yaml(text, "x").value)]


def test_the_file_in_flows_is_what_the_models_say() -> None:
    """Not so? `portal schema -o flows` writes it anew."""
    assert json.loads((ROOT / "flows" / "scenario.schema.json").read_text(encoding="utf-8")) == scenario_schema()


def test_it_is_a_schema_in_which_every_name_is_explained() -> None:
    CHECK.check_schema(CHECK.schema)
    assert [name for name in _referred(CHECK.schema) if name not in CHECK.schema["$defs"]] == []


def _referred(schema: Any) -> Iterator[str]:
    if isinstance(schema, list):
        for one in schema:
            yield from _referred(one)
    elif isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].removeprefix("#/$defs/")
        for one in schema.values():
            yield from _referred(one)


@pytest.mark.parametrize("name", ["", "PortalAsItIs", "Expected", "CaseExpected", "ProblemExpected", "PortalExpected"])
def test_an_editor_has_something_to_say_about_every_key(name: str) -> None:
    one = CHECK.schema["$defs"][name] if name else CHECK.schema
    assert [key for key, schema in one["properties"].items() if not {"description", "$ref"} & set(schema)] == []


def test_every_scenario_is_valid() -> None:
    assert len(SCENARIOS) >= 80
    wrong = {path.name: objections(path.read_text(encoding="utf-8")) for path in SCENARIOS}
    assert {name: said for name, said in wrong.items() if said} == {}


RIGHT = "scenario: x\nflow: login\n"


@pytest.mark.parametrize(
    "text",
    [
        "scenario: x\n",
        "flow: login\n",
        RIGHT + "roster: [{flow: add}]\n",
        RIGHT + "log_in: false\n",
        RIGHT + "untill: drafts\n",
        RIGHT + "until: draft\n",
        RIGHT + "times: 0\n",
        RIGHT + "portal: {languages: en}\n",
        RIGHT + "portal: {language: fr}\n",
        RIGHT + "expect: {cases: [{state: aproved}]}\n",
        RIGHT + "expect: {cases: [{says: no}]}\n",
        RIGHT + "expect: {problems: [{rule: ID01, severity: fatal}]}\n",
        RIGHT + "expect: {portal: {events: {declared: some}}}\n",
        "scenario: x\nroster: [{flow: add, wage: 1.5}]\n",
    ],
)
def test_it_refuses_what_the_plugin_refuses(text: str, tmp_path: Path) -> None:
    assert objections(text) != []
    path = tmp_path / f"wrong{SUFFIX}"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ScenarioError):
        load_scenario(path)


def test_steps_are_those_of_flows() -> None:
    assert objections("scenario: x\nsteps: [{open: /}, {press: {key: Enter, in: id_number}}]\n") == []
    assert objections("scenario: x\nsteps: [{clik: save}]\n") != []
    assert objections("scenario: x\nsteps: [{open: /}]\nlog_in: false\n") == []
