"""The tables in docs/flow-language.md, made from the models: `python -m bot.flow.reference docs/flow-language.md`."""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import NoneType
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.fields import AnyField, Field
from bot.flow import filters
from bot.flow.actions import ActionModel
from bot.flow.codes import CODES
from bot.flow.models import AfterDrafting, Flow, Lists, Portal, Rule, Sign, Window
from bot.flow.sandbox import METHODS
from bot.flow.shape import keys_of
from bot.flow.steps import ACTIONS, Dialog, Probe, Stage, Step
from bot.flow.targets import Target

SECTION = re.compile(r"<!-- generated: ([a-z ]+) -->\n(?:.*?\n)??<!-- end -->", re.DOTALL)


def filled(page: str) -> str:
    """The page with each of its generated sections made anew. Raises KeyError for a section that is unknown."""
    return with_sections(page, _section)


def with_sections(page: str, section: Callable[[str], str]) -> str:
    """A page whose generated sections are made anew, each from its name."""
    return SECTION.sub(lambda match: f"<!-- generated: {match[1]} -->\n{section(match[1])}\n<!-- end -->", page)


def table_of(model: type[BaseModel]) -> str:
    """The keys of a model, what they are if nobody says them, and what they mean."""
    return "\n".join(_table(model))


def _section(name: str) -> str:
    if name in TABLES:
        return table_of(TABLES[name])
    return {"actions": _actions, "input types": _input_types, "filters": _filters, "codes": _codes}[name]()


TABLES: dict[str, type[BaseModel]] = {
    "flow": Flow,
    "stage": Stage,
    "probe": Probe,
    "after": AfterDrafting,
    "rule": Rule,
    "input": Field,
    "step": Step,
    "dialog": Dialog,
    "target": Target,
    "portal": Portal,
    "window": Window,
    "sign": Sign,
    "lists": Lists,
}


def _table(model: type[BaseModel]) -> Iterator[str]:
    yield "| key | default | |"
    yield "|--|--|--|"
    for key, info in keys_of(model).items():
        yield f"| `{key}` | {_need(info)} | {_cell(info.description or '')} |"


def _need(info: FieldInfo) -> str:
    """Whether a key must be there, or what it is if it is not."""
    if info.is_required():
        return "required"
    default = info.get_default(call_default_factory=True, validated_data={})
    if default in (None, "", (), {}) or isinstance(default, BaseModel):
        return ""
    return f"`{json.dumps(default, ensure_ascii=False)}`"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _doc(thing: Any) -> str:
    """The docstring as one paragraph."""
    return " ".join((inspect.getdoc(thing) or "").split())


def _actions() -> str:
    return "\n\n".join(_action(verb, model) for verb, model in ACTIONS.items())


def _action(verb: str, model: type[ActionModel]) -> str:
    keys = keys_of(model)
    told = [
        f"`{key}`{_choices(info)}: {_cell(info.description)}"
        for key, info in keys.items()
        if info.description and model.inner_key is not None
    ]
    lines = [f"#### `{verb}`", "", _doc(model), "", "```yaml", model.example, "```"]
    return "\n".join(lines + (["", *(f"- {one}" for one in told)] if told else []))


def _choices(info: FieldInfo) -> str:
    values = [value for value in _literals(info.annotation) if isinstance(value, str)]
    return f" ({', '.join(values)})" if values else ""


def _literals(annotation: Any) -> Iterator[Any]:
    for argument in get_args(annotation):
        if isinstance(argument, str):
            yield argument
        elif argument is not NoneType:
            yield from _literals(argument)


def _input_types() -> str:
    lines = ["| type | what it is | options of its own |", "|--|--|--|"]
    for model in get_args(get_args(AnyField)[0]):
        own = [f"`{key}`: {_cell(info.description or '')}" for key, info in keys_of(model).items() if _is_own(key)]
        [kind] = get_args(model.model_fields["type"].annotation)
        lines.append(f"| `{kind}` | {_cell(_doc(model))} | {'<br>'.join(own)} |")
    return "\n".join(lines)


def _is_own(key: str) -> bool:
    return key != "type" and key not in Field.model_fields


def _filters() -> str:
    own = [f"- `{name}`: {_cell(_doc(function))}" for name, function in filters.OWN.items()]
    methods = [f"`{name}`" for names in METHODS.values() for name in sorted(names)]
    return "\n".join(
        [
            *own,
            f"- Of Jinja's own: {', '.join(f'`{name}`' for name in filters.FROM_JINJA)}.",
            f"- Methods that may be called: {', '.join(methods)}, and `isoformat` of dates.",
        ]
    )


def _codes() -> str:
    rows = (
        f"| {code} | {kind.severity} | {_cell(kind.meaning)} | {_cell(kind.cure)} |" for code, kind in CODES.items()
    )
    return "\n".join(["| code | | | cure |", "|--|--|--|--|", *rows])


def main(path: Path) -> None:
    """Make the generated sections of a page anew."""
    path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
