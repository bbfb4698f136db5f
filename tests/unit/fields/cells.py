"""How the tests of this folder make fields and read cells."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import TypeAdapter

from bot.fields import AnyField, Field, Parsed, Severity

TODAY = date(2026, 11, 10)
_ANY_FIELD: TypeAdapter[Field] = TypeAdapter(AnyField)


def field(kind: str, **options: Any) -> Field:
    """A field as a flow file would configure it."""
    return _ANY_FIELD.validate_python({"type": kind, "label": "Campo", **options})


def read(one: Field, raw: object, *, required: bool = True) -> Parsed:
    """What the field makes of a cell today."""
    return one.parse(raw, required=required, today=TODAY)


def said(parsed: Parsed) -> list[tuple[str, Severity]]:
    """The rules that were broken, and how badly."""
    return [(problem.rule, problem.severity) for problem in parsed.problems]


def rules(parsed: Parsed) -> list[str]:
    """The rules that were broken."""
    return [problem.rule for problem in parsed.problems]
