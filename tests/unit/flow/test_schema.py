"""The JSON Schemas: valid, complete, the same as the files in flows/, and true of every flow there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bot.flow.marks import read_yaml
from bot.flow.schema import flow_schema, portal_schema
from bot.flow.steps import ACTIONS

FLOWS = Path(__file__).parents[3] / "flows"
SCHEMAS = {"flow": flow_schema, "portal": portal_schema}


@pytest.mark.parametrize("kind", SCHEMAS)
def test_the_file_in_flows_is_what_the_models_say(kind: str) -> None:
    """Not so? `portal schema -o flows` writes them anew."""
    committed = json.loads((FLOWS / f"{kind}.schema.json").read_text(encoding="utf-8"))
    assert committed == SCHEMAS[kind]()


@pytest.mark.parametrize("kind", SCHEMAS)
def test_it_is_a_schema(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[kind]())


@pytest.mark.parametrize("path", sorted(FLOWS.glob("*/*.yaml")), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_flow_is_valid_and_names_its_schema(path: Path) -> None:
    kind = "portal" if path.name == "portal.yaml" else "flow"
    text = path.read_text(encoding="utf-8")
    assert text.startswith(f"# yaml-language-server: $schema=../{kind}.schema.json\n")
    validator = jsonschema.Draft202012Validator(SCHEMAS[kind]())
    assert [error.message for error in validator.iter_errors(read_yaml(text, "x").value)] == []


@pytest.mark.parametrize("kind", SCHEMAS)
def test_an_editor_has_something_to_say_about_every_key(kind: str) -> None:
    silent = [key for key, schema in _properties(SCHEMAS[kind]()) if not {"description", "$ref"} & set(schema)]
    assert silent == []


def _properties(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {}).items()
        for inner in schema.values():
            yield from _properties(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _properties(inner)


def test_a_step_has_a_key_for_every_action() -> None:
    step = flow_schema()["$defs"]["Step"]
    assert set(ACTIONS) <= set(step["properties"])
    assert step["additionalProperties"] is False


@pytest.mark.parametrize(
    "step",
    [
        {"clik": "save"},
        {"click": 12},
        {"click": {"buton": "Save"}},
        {"wait_for": {"element": "mask", "state": "gone"}},
        {"read_table": "list"},
        {"evidence": "Form filled.png"},
        {"click": "save", "timeout": "ten"},
    ],
)
def test_it_refuses_what_the_loader_refuses(step: dict[str, Any]) -> None:
    flow = {"flow": "x", "title": "X", "steps": [step]}
    validator = jsonschema.Draft202012Validator(flow_schema())
    assert not validator.is_valid(flow)
    assert validator.is_valid({**flow, "steps": [{"click": "save", "timeout": 3}]})
