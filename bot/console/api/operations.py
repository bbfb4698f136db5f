"""What can be asked for, as JSON Schema: derived from the inputs of each flow, so that it can say nothing else."""

from __future__ import annotations

from typing import Any, assert_never

from bot.fields import (
    AnyField,
    Cases,
    Choice,
    Date,
    Division,
    FilePath,
    Items,
    Money,
    Number,
    PersonName,
    ResidentId,
    TextField,
    YesNo,
)
from bot.flow.models import Flow

Schema = dict[str, Any]
_BLANK: Schema = {"type": "null"}


def values_schema(flow: Flow) -> Schema:
    """The values of a case of this operation."""
    inputs = {name: one for name, one in flow.inputs.items() if one.columns()}
    return {
        "type": "object",
        "title": str(flow.title),
        "properties": {name: _described(one) for name, one in inputs.items()},
        "required": [name for name, one in inputs.items() if one.always_required and one.default is None],
        "additionalProperties": False,
    }


def _described(field: AnyField) -> Schema:
    schema = {"title": str(field.label), **schema_of(field)}
    said = [str(field.help)] if field.help else []
    said += [f"Required when: {field.required_when}."] if field.required_when else []
    said += [f"Only when: {field.only_when}."] if field.only_when else []
    if said:
        schema["description"] = " ".join([*said, *([schema["description"]] if "description" in schema else [])])
    return schema if field.always_required and field.default is None else {"anyOf": [schema, _BLANK]}


def schema_of(field: AnyField) -> Schema:
    """What may be handed over for an input. What the rules say beyond it, the check says."""
    match field:
        case ResidentId():
            return {"type": "string", "pattern": "^([0-9]{15}|[0-9]{17}[0-9Xx])$"}
        case Division():
            parts = {column.key: {"type": "string"} for column in field.columns()}
            return {"anyOf": [{"type": "object", "properties": parts, "additionalProperties": False}, _code()]}
        case Money() | Number():
            whole = {"type": "integer"} if field.whole else {"type": "number"}
            return {"anyOf": [whole, {"type": "string"}]}
        case Choice():
            labels = "; ".join(f"{code}: {label}" for code, label in field.choices.items())
            return {"type": "string", "enum": list(field.choices), "description": labels}
        case YesNo():
            return {"type": "boolean"}
        case Date():
            return {"type": "string", "format": "date"}
        case TextField():
            limits = {"minLength": field.min_length or None, "maxLength": field.max_length}
            return {"type": "string", **{name: limit for name, limit in limits.items() if limit is not None}}
        case PersonName() | FilePath():
            return {"type": "string"}
        case Items() | Cases():
            return {"type": "array"}
        case _:
            assert_never(field)


def _code() -> Schema:
    return {"type": "string", "description": "The code of a county (GB/T 2260), or its names in one line."}
