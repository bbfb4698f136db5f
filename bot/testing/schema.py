"""The JSON Schema of scenario files, made from the models: for editors that complete and explain."""

from __future__ import annotations

from bot.flow.schema import Schema, definitions_used, flow_schema, schema_of
from bot.testing.scenario import DEEDS, Scenario


def scenario_schema() -> Schema:
    """The JSON Schema (2020-12) of a scenario file. Its steps are those of flows."""
    schema = schema_of(Scenario, "A scenario: a test of flows without Python")
    known = {**flow_schema()["$defs"], **schema.pop("$defs")}
    parts = schema["properties"]
    parts["roster"]["items"]["properties"] = {"flow": {"type": "string", "description": "The operation."}}
    parts["steps"]["items"] = {"$ref": "#/$defs/Step"}
    for whole in (parts["portal"], parts["expect"], known["Expected"]["properties"]["portal"]):
        del whole["default"]  # an editor would write it out
    schema["oneOf"] = [{"required": [deed]} for deed in DEEDS]
    schema["if"] = {"properties": {"log_in": {"const": False}}, "required": ["log_in"]}
    schema["then"] = {"required": ["steps"]}
    return {**schema, "$defs": {name: known[name] for name in sorted(_reached(schema, known))}}


def _reached(schema: Schema, known: Schema) -> set[str]:
    """The names of the definitions that a schema refers to, and that those refer to."""
    reached: set[str] = set()
    open_ends = list(definitions_used(schema))
    while open_ends:
        name = open_ends.pop()
        if name not in reached:
            reached.add(name)
            open_ends += definitions_used(known[name])
    return reached
