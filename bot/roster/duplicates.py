"""People who are in a roster more than once (rule ID10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bot.fields import Problem, mask_id
from bot.roster import checking_words as words
from bot.roster.problems import of_input
from bot.roster.row_check import CheckedRow
from bot.text import Text


def mark_duplicates(rows: Iterable[CheckedRow]) -> None:
    """Give each of a person's rows for one account an error that names another one, if there are several.

    A person may leave one employer and begin at another. A row that names no account may be for any of them. Rows count
    also if something else is wrong with them; only the person must be known. Operations that change nothing on the
    portal may repeat a person.
    """
    by_person: dict[str, list[CheckedRow]] = {}
    for checked in rows:
        person = _person(checked)
        if person is not None:
            by_person.setdefault(person, []).append(checked)
    for person, theirs in by_person.items():
        for checked, problem in _doubles(person, theirs):
            checked.problems.append(of_input(checked.row, str(checked.row.flow.person), problem))


def _person(checked: CheckedRow) -> str | None:
    flow = checked.row.flow
    if flow.person is None or flow.effects <= {"none"}:
        return None
    value = checked.values.get(flow.person)
    return None if value is None else str(value)


def _doubles(person: str, rows: list[CheckedRow]) -> Iterator[tuple[CheckedRow, Problem]]:
    for checked in rows:
        flow = checked.row.flow
        others = [other for other in rows if other is not checked and _one_account(checked, other)]
        if not others:
            continue
        same = next((other for other in others if other.row.flow.flow == flow.flow), None)
        other = same or others[0]
        blanks: dict[str, Any] = {
            "person": mask_id(person),
            "operation": flow.title,
            "here": _place(checked),
            "there": _place(other),
        }
        if same:
            yield checked, words.TWICE.error("ID10", **blanks)
        else:
            yield checked, words.TWO_OPERATIONS.error("ID10", other=other.row.flow.title, **blanks)


def _one_account(one: CheckedRow, other: CheckedRow) -> bool:
    """Whether two rows may be for the same account."""
    named, named_too = one.row.account.casefold(), other.row.account.casefold()
    return named == named_too or not (named and named_too)


def _place(checked: CheckedRow) -> Text:
    origin = checked.row.origin
    return words.ROW_OF_SHEET.format(sheet=origin.sheet, row=origin.row)
