"""Checking one row: its cells, what its operation asks of them, and the rules across its inputs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.fields import Field, Parsed, Problem, Severity, mask_id
from bot.flow.expressions import evaluate, evaluate_condition, names_in
from bot.flow.models import Flow, Rule
from bot.roster import checking_words as words
from bot.roster.model import Row
from bot.roster.problems import RowProblem, of_cell, of_input, of_stray
from bot.text import Text


@dataclass
class CheckedRow:
    """A row, its values, and what is wrong with it."""

    row: Row
    values: dict[str, Any] = field(default_factory=dict)
    invalid: set[str] = field(default_factory=set)
    """Inputs without a value that can be relied on."""
    problems: list[RowProblem] = field(default_factory=list)

    @property
    def ok(self) -> bool:
        """Whether nothing stops the row."""
        return not any(problem.is_error for problem in self.problems)


class RowCheck:
    """Checks rows of one operation."""

    def __init__(self, flow: Flow, shared: Mapping[str, Any], today: date) -> None:
        self._flow = flow
        self._shared = shared
        self._today = today
        conditional = {name for name, one in flow.inputs.items() if one.required_when or one.only_when}
        self._order = sorted(flow.inputs, key=lambda name: name in conditional)
        conditions = {one for each in flow.inputs.values() for one in (each.required_when, each.only_when) if one}
        conditions |= {rule.when for rule in flow.rules}
        self._reads = {one: names_in(one, condition=True) & flow.inputs.keys() for one in conditions}

    def check(self, row: Row) -> CheckedRow:
        """The row with its values and problems. Raises FlowError if a rule of the flow can't be evaluated."""
        checked = CheckedRow(row)
        checked.problems += [of_stray(stray) for stray in row.strays]
        for name in self._order:
            self._input(checked, name, self._flow.inputs[name])
        checked.values = {name: checked.values[name] for name in self._flow.inputs}
        for rule in self._flow.rules:
            if self._holds(rule.when, checked):
                checked.problems.append(self._broken(rule, checked))
        return checked

    def _input(self, checked: CheckedRow, name: str, one: Field) -> None:
        row = checked.row
        checked.values[name] = None
        if _troubled(checked, name):
            checked.invalid.add(name)
            return
        raw = _raw(row, name)
        applies = self._holds(one.only_when, checked) if one.only_when else True
        if applies is False:
            if _says_something(one.parse(raw, required=False, today=self._today)):
                checked.problems.append(of_input(row, name, words.ONLY_WHEN.warning("RO06", label=one.label)))
            return
        parsed = one.parse(raw, required=self._required(one, checked, applies), today=self._today)
        checked.values[name] = parsed.value
        if parsed.problems:
            checked.problems += [of_input(row, name, problem) for problem in parsed.problems]
            if not parsed.ok:
                checked.invalid.add(name)

    def _required(self, one: Field, checked: CheckedRow, applies: bool | None) -> bool:
        """Whether a blank is an error here. Where that hangs on an invalid input, that one is error enough."""
        if not one.columns():
            return False
        if one.required_when:
            return bool(self._holds(one.required_when, checked))
        return one.required and applies is True

    def _holds(self, condition: str, checked: CheckedRow) -> bool | None:
        """Whether a condition is true of a row; None if an input that it reads is invalid."""
        if not checked.invalid.isdisjoint(self._reads[condition]):
            return None
        return evaluate_condition(condition, {**self._shared, **checked.values})

    def _broken(self, rule: Rule, checked: CheckedRow) -> RowProblem:
        """What a rule that speaks up says of a row."""
        name = rule.input or min(self._reads[rule.when], key=rule.when.index, default=next(iter(self._flow.inputs)))
        names = {**self._shared, **checked.values, **self._masked(checked)}
        message = _filled_in(rule.message, names)
        cure = _filled_in(rule.cure, names) if rule.cure else Text.same("")
        return of_input(checked.row, name, Problem(rule.id, Severity(rule.severity), message, cure))

    def _masked(self, checked: CheckedRow) -> dict[str, str]:
        """The sensitive values as messages may show them."""
        return {
            name: mask_id(str(checked.values[name]))
            for name, one in self._flow.inputs.items()
            if one.sensitive and checked.values[name] is not None
        }


def _filled_in(text: Text, names: Mapping[str, Any]) -> Text:
    return Text({language: str(evaluate(said, names)) for language, said in text.items()})


def _says_something(parsed: Parsed) -> bool:
    """Whether a cell says more than a blank or a No does."""
    return bool(parsed.problems) or parsed.value not in (None, False)


def _raw(row: Row, name: str) -> object:
    """What stands in an input's cell, or in each of its cells by their key."""
    columns = row.layout.of(name)
    cells = {column.key: row.cells[column.index] for column in columns if column.index < len(row.cells)}
    whole = next((cells[key] for key in (None, "") if cells.get(key) is not None), None)
    return whole if whole is not None or not any(cells) else cells


def _troubled(checked: CheckedRow, name: str) -> bool:
    """Note what is odd about an input's cells; whether that leaves it without a value."""
    row = checked.row
    if not row.troubles:
        return False
    found = [(column, row.troubles[column.index]) for column in row.layout.of(name) if column.index in row.troubles]
    checked.problems += [of_cell(row, column, problem) for column, problem in found]
    return any(problem.severity is Severity.ERROR for _, problem in found)
