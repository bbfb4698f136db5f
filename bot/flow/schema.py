"""The JSON Schemas of flow files and of portal files, made from the models: for editors that complete and explain.

A step is one object with optional keys, one for each action and modifier: editors complete that well. What goes
with what is told by the lint.
"""

from __future__ import annotations

import inspect
from typing import Any

from pydantic import BaseModel, TypeAdapter

from bot.fields import Field
from bot.flow.actions import ActionModel, Question, ReadFrom, Template
from bot.flow.models import Element, Flow, Portal
from bot.flow.shape import models_of
from bot.flow.steps import ACTIONS, Step
from bot.flow.targets import Targets
from bot.text import Language, Text

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ANY = {"type": ["string", "number", "boolean", "null", "object", "array"]}
LANGUAGE_NAMES: dict[Language, str] = {"es": "Spanish", "en": "English", "zh": "Chinese"}
EXPRESSION = {"type": "string", "pattern": r"^\$\{.*\}$", "description": "A setting of the portal: `${portal.NAME}`."}


def flow_schema() -> Schema:
    """The JSON Schema (2020-12) of a flow file."""
    return schema_of(Flow, "A flow: one operation of a portal")


def portal_schema() -> Schema:
    """The JSON Schema (2020-12) of portal.yaml."""
    return schema_of(Portal, "A portal profile: portal.yaml")


def schema_of(model: type[BaseModel], title: str) -> Schema:
    """The JSON Schema (2020-12) of the file that a model is."""
    raw = model.model_json_schema(by_alias=True)
    definitions: Schema = raw.pop("$defs")
    for name, written in _as_written(definitions).items():
        if name in definitions:
            definitions[name] = written
    for one in models_of(model):
        shape = raw if one is model else definitions.get(one.__name__, {})
        _leave_out(shape, [name for name, info in one.model_fields.items() if info.exclude])
        if issubclass(one, Field) and shape:
            _take_settings(shape)
            shape["properties"]["type"]["description"] = _doc(one)
    definitions["Text"] = _text()
    tidy: Schema = _tidy({**raw, "$defs": definitions})
    used = definitions_used(tidy)
    tidy["$defs"] = {name: one for name, one in sorted(tidy["$defs"].items()) if name in used}
    return {"$schema": DIALECT, **tidy, "title": title}


def _as_written(definitions: Schema) -> Schema:
    """The models that a file may write in a shorter form, as it writes them."""
    target, targets = {"$ref": "#/$defs/Target"}, {"$ref": "#/$defs/Targets"}
    name = {"type": "string", "description": "The name of an element of portal.yaml."}
    forms: Schema = {
        Targets.__name__: {
            "description": _doc(Targets),
            "anyOf": [name, target, {"type": "array", "minItems": 1, "items": {"anyOf": [name, target]}}],
        },
        Element.__name__: {"description": _doc(Element), **targets},
    }
    for model, short in ((ReadFrom, targets), (Question, {"$ref": "#/$defs/Text"})):
        if model.__name__ in definitions:
            forms[model.__name__] = {"description": _doc(model), "anyOf": [short, definitions[model.__name__]]}
    if Step.__name__ in definitions:
        forms[Step.__name__] = _step(definitions)
    return forms


def _step(definitions: Schema) -> Schema:
    modifiers = dict(definitions[Step.__name__]["properties"])
    del modifiers["action"]
    dialog = {"$ref": "#/$defs/Dialog"}
    modifiers["dialog"] = {**modifiers["dialog"], "anyOf": [dialog, {"type": "array", "items": dialog}]}
    del modifiers["dialog"]["items"], modifiers["dialog"]["type"]
    verbs = {verb: _verb(model, definitions) for verb, model in ACTIONS.items() if verb != "do"}
    return {
        "description": _doc(Step),
        "type": "object",
        "properties": {**verbs, **modifiers},
        "additionalProperties": False,
        "minProperties": 1,
    }


def _verb(model: type[ActionModel], definitions: Schema) -> Schema:
    """What may stand after a verb: its value, or a mapping that spells everything out."""
    whole = definitions[model.__name__]
    value = whole["properties"][model.value_key]
    spelled_out = {key: one for key, one in whole.items() if key != "description"}
    needs_more = whole.get("required", [model.value_key]) not in ([model.value_key], [])
    if model.inner_key is None:
        return {**value, "description": _doc(model)}
    forms = [spelled_out] if needs_more else [value, spelled_out]
    return {"anyOf": forms, "description": _doc(model)}


def _leave_out(shape: Schema, names: list[str]) -> None:
    """Take out what the loader adds and a file cannot say."""
    for name in names:
        shape.get("properties", {}).pop(name, None)


def _take_settings(field: Schema) -> None:
    """Let every option of an input be a setting of the portal."""
    for key, option in field["properties"].items():
        if key != "type" and not _takes_strings(option):
            description = {"description": option.pop("description", "")}
            field["properties"][key] = {"anyOf": [option, EXPRESSION], **description}


def _takes_strings(schema: Schema) -> bool:
    return schema.get("type") == "string" or any(map(_takes_strings, schema.get("anyOf", ())))


def _text() -> Schema:
    words = {"type": "string", "minLength": 1}
    languages = {
        "type": "object",
        "properties": {one: {**words, "description": f"In {name}."} for one, name in LANGUAGE_NAMES.items()},
        "additionalProperties": False,
        "minProperties": 1,
    }
    return {
        "description": "A text: one for all languages, or one for each.",
        "anyOf": [{"type": "string", "minLength": 1}, languages],
    }


def _doc(model: type[BaseModel]) -> str:
    paragraphs = inspect.cleandoc(model.__doc__ or "").split("\n\n")
    return "\n\n".join(" ".join(one.split()) for one in paragraphs)


_TEXT = TypeAdapter(Text).json_schema()
_TEMPLATE = TypeAdapter(Template).json_schema()


def _tidy(schema: Any, *, names: bool = False) -> Any:
    """The schema without what only pydantic needs. `names`: the keys are names of a file, not words of JSON Schema."""
    if isinstance(schema, list):
        return [_tidy(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if names:
        return {name: _tidy(one) for name, one in schema.items()}
    kept = {key: one for key, one in schema.items() if key not in ("title", "discriminator")}
    if kept.get("default", ...) is None or kept.get("default") in ("", [], {}):
        del kept["default"]
    kept = _folded(kept)
    if "`" in kept.get("description", ""):
        kept["markdownDescription"] = kept["description"]
    return {key: _tidy(one, names=key in ("properties", "$defs")) for key, one in kept.items()}


def _folded(schema: Schema) -> Schema:
    """Put texts and templates in their short form, and take null from the choices: it means to leave the key out."""
    several = schema.get("anyOf")
    if several is None:
        return schema
    rest = {key: one for key, one in schema.items() if key != "anyOf"}
    if _bare(several) == _bare(_TEMPLATE["anyOf"]):
        return {**ANY, **rest}
    several = [one for one in several if one != {"type": "null"}]
    text = [_bare(one) for one in _TEXT["anyOf"]]
    if all(one in [_bare(other) for other in several] for one in text):
        several = [{"$ref": "#/$defs/Text"}, *(one for one in several if _bare(one) not in text)]
        several = [one for one in several if one != {"type": "string"}]
    return {**several[0], **rest} if len(several) == 1 else {"anyOf": several, **rest}


def _bare(schema: Any) -> Any:
    """A schema without titles."""
    if isinstance(schema, list):
        return [_bare(one) for one in schema]
    if isinstance(schema, dict):
        return {key: _bare(one) for key, one in schema.items() if key != "title"}
    return schema


def definitions_used(schema: Any) -> set[str]:
    """The names of the definitions that a schema refers to."""
    if isinstance(schema, list):
        return {name for one in schema for name in definitions_used(one)}
    if not isinstance(schema, dict):
        return set()
    own = {str(schema["$ref"]).rsplit("/", 1)[1]} if "$ref" in schema else set()
    return own | {name for one in schema.values() for name in definitions_used(one)}
