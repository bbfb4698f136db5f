"""The columns that an operation has in a spreadsheet, and the names that a reader knows them by."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bot.fields import Column, Field
from bot.fields.cells import fold
from bot.flow.models import Flow
from bot.roster.matching import spellings
from bot.text import LANGUAGES, Language, Text

ACCOUNT = Text(es="Cuenta", en="Account", zh="账号")
OPERATION = Text(es="Trámite", en="Operation", zh="业务类别")
NUMBER = Text(es="N.º", en="No.", zh="序号")
EXAMPLE = Text(es="Ej.", en="e.g.", zh="例")
REFERENCE = "# reference"
"""A column that is not read as a value: the name that whoever hands a case over has for it."""
GUIDE = Text(es="Cómo rellenar", en="How to fill in", zh="填写说明")
"""The name of the sheet of a template that explains its columns."""

_OPERATION_TOO = ("operación", "tipo de trámite", "operation type", "flow", "业务", "业务类型")
_ACCOUNT_TOO = ("usuario", "账户", "用户名")
_NUMBER_TOO = ("número", "nr", "编号", "#")
_EXAMPLE_TOO = ("ejemplo", "p. ej.", "example", "例如", "示例", "样例")

OPERATION_NAMES = spellings(OPERATION) | {fold(one) for one in _OPERATION_TOO}
ACCOUNT_NAMES = spellings(ACCOUNT) | {fold(one) for one in _ACCOUNT_TOO}
NUMBER_NAMES = spellings(NUMBER) | {fold(one) for one in _NUMBER_TOO}
EXAMPLE_MARKS = spellings(EXAMPLE) | {fold(one) for one in _EXAMPLE_TOO}


@dataclass(frozen=True)
class Heading:
    """A column of an operation. Its `label` is unlike that of any other column of the operation."""

    input: str
    field: Field
    column: Column
    label: Text
    names: frozenset[str]
    """What the column may be called, folded."""

    @property
    def needed(self) -> bool:
        """Whether a roster can't do without the column."""
        return self.field.required and self.field.default is None and self.column.required


@dataclass(frozen=True)
class Meant:
    """What a header means: an input, or the part `key` of it; None for all parts of a divided input in one cell."""

    input: str
    key: str | None
    label: Text


def headings(flow: Flow) -> tuple[Heading, ...]:
    """The columns of an operation, in the order of its inputs."""
    every = [(name, field, column) for name, field in flow.inputs.items() for column in field.columns()]
    said = Counter(spelling for _, _, column in every for spelling in spellings(column.label))
    return tuple(
        _heading(name, field, column, shared=any(said[one] > 1 for one in spellings(column.label)))
        for name, field, column in every
    )


def _heading(name: str, field: Field, column: Column, *, shared: bool) -> Heading:
    full = Text({one: _full_label(name, field, column, one) for one in LANGUAGES})
    names = {fold(name + column.key), *spellings(full)}
    if not shared:
        names |= {*spellings(column.label), fold(column.key or name)}
    return Heading(name, field, column, full if shared else column.label, frozenset(names))


def _full_label(name: str, field: Field, column: Column, language: Language) -> str:
    """A label that says which input is meant where several have parts, or labels, of the same name."""
    if column.key:
        return f"{field.label.to(language)} · {column.label.to(language)}"
    return f"{column.label.to(language)} ({name})"


def meanings(flow: Flow) -> dict[str, Meant]:
    """What each folded header means for an operation; a name that could mean two columns means neither."""
    claims: dict[str, list[Meant]] = {}
    for heading in headings(flow):
        for name in heading.names:
            claims.setdefault(name, []).append(Meant(heading.input, heading.column.key, heading.label))
    for name, field in flow.inputs.items():
        if len(field.columns()) > 1:
            for spelling in {fold(name), *spellings(field.label)}:
                claims.setdefault(spelling, []).append(Meant(name, None, field.label))
    return {name: claimed[0] for name, claimed in claims.items() if len(claimed) == 1}
