"""Journals with many cases: as they are after days of work, made in a moment."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from sqlalchemy import insert, update

from bot.filing.journal.address import file_url
from bot.filing.journal.rows import CaseRow, NewBatch, NewCase, NewRoster
from bot.filing.journal.store import Journal, open_journal
from bot.filing.journal.tables import BATCHES, CASES, EVENTS, EVIDENCE
from bot.filing.states import CaseState

AT = datetime(2026, 11, 10, 1, 0, tzinfo=UTC)
HEADER = ("operation", "id_number", "name", "household", "wage", "migrant", "migrant_insurance")
FAMILY, GIVEN = "赵钱孙李周吴郑王冯陈", "嘉伟芳敏静丽强磊军洋"
S = CaseState
MIXED = (S.APPROVED, S.REVIEWED, S.REFUSED, S.UNDER_REVIEW, S.PENDING)


def person(number: int) -> str:
    """An ID number that nobody has, for each number."""
    day = date(1970, 1, 1) + timedelta(days=number % 9000)
    body = f"330299{day:%Y%m%d}{number // 9000:03}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True)) % 11]


def name(number: int) -> str:
    """What a person is called."""
    return FAMILY[number % 10] + GIVEN[number // 10 % 10] + GIVEN[number // 100 % 10]


def roster(numbers: Sequence[int]) -> bytes:
    """A spreadsheet with an addition for each of these people."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Roster")
    sheet.append(HEADER)
    for number in numbers:
        sheet.append(("add", person(number), name(number), "11", 6000, "no", "no"))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def many(
    home: Path, count: int, *, batches: int = 1, states: Sequence[CaseState] = MIXED, events: int = 3, start: int = 0
) -> list[str]:
    """Batches of so many cases each, in these states in turn, each with so many events and pictures; their ids.

    `start` is the number of the first person: nobody is twice in a journal.
    """
    with open_journal(file_url(home / "journal.sqlite")) as journal:
        firsts = range(start, start + batches * count, count)
        return [_batch(journal, range(first, first + count), states, events) for first in firsts]


def _batch(journal: Journal, numbers: range, states: Sequence[CaseState], events: int) -> str:
    content = roster(numbers)
    new = NewBatch(
        key=f"batch-{numbers.start}", portal="social_insurance", origin="http://127.0.0.1:9", url="http://127.0.0.1:9/",
        flows="", account="acme", user="170000001", period="2026-11",
        roster=NewRoster("many.xlsx", "many.xlsx", hashlib.sha256(content).hexdigest(), content),
        until="review", four_eyes=False, started_by="ana", results="many-results.xlsx", evidence="evidence",
        at=AT + timedelta(minutes=numbers.start),
    )  # fmt: skip
    cases = [
        NewCase(f"add-{at + 2}", f"key-{number}", "add", "f", "i", "Roster", at + 2, person(number))
        for at, number in enumerate(numbers)
    ]
    id = journal.accept(new, cases, elsewhere=_nowhere).batch.id
    with journal.engine.begin() as connection:
        for at, state in enumerate(states):
            mine = (CASES.c.batch == id, CASES.c.seq % len(states) == at)
            shows = {"shows": "ID number: 330***; Name: 钱嘉树; Declared wage (base): 6000", "number": "2026110000001"}
            connection.execute(update(CASES).where(*mine).values(state=state, **shows))
        for turn in range(events):
            connection.execute(insert(EVENTS), [_event(id, case, turn) for case in cases])
            connection.execute(insert(EVIDENCE), [_file(id, case, turn) for case in cases])
        connection.execute(update(BATCHES).where(BATCHES.c.id == id).values(stopped=""))
    return id


def _event(batch: str, case: NewCase, turn: int) -> dict[str, Any]:
    to = (S.DRAFTING, S.DRAFTED, S.REVIEWED)[turn % 3]
    return {
        "at": AT, "batch": batch, "case": case.id, "kind": "moved", "was": S.PENDING, "to": to, "attempt": 1,
        "facts": {"reason": ""}, "by": "ana",
    }  # fmt: skip


def _file(batch: str, case: NewCase, turn: int) -> dict[str, Any]:
    path = f"{case.id}/{turn}.webp"
    return {
        "batch": batch, "case": case.id, "name": "saved", "kind": "picture", "path": path, "taken_at": AT,
        "failed": None, "sha256": "", "bytes": 0, "url": "",
    }  # fmt: skip


def _nowhere(other: CaseRow) -> str:
    raise AssertionError(other.id)
