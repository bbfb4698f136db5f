"""Looking on: counts, a page of rows, the newest of something. Never all rows of a batch, however large it is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from bot.filing.journal.database import Database
from bot.filing.journal.reading import AT_ONCE, FILE, batch_of, batches_where, cases_of, event_of, file_of
from bot.filing.journal.rows import BatchRow, CaseRow, EventRow, EvidenceRow
from bot.filing.journal.tables import CASES, EVENTS, EVIDENCE
from bot.filing.states import CaseState

Order = Literal["row", "newest", "state"]
"""As the roster has them; what changed last first; by state."""
ORDERS: dict[Order, tuple[ColumnElement[Any], ...]] = {
    "row": (CASES.c.seq,),
    "newest": (CASES.c.since.desc(), CASES.c.seq),
    "state": (CASES.c.state, CASES.c.seq),
}


@dataclass(frozen=True)
class Tally:
    """How many cases of a batch are in a state, of one flow, approved or not."""

    batch: str
    state: CaseState
    flow: str
    approved: bool
    count: int


@dataclass(frozen=True)
class Wanted:
    """Some cases of a batch: in a state and of a flow ("" for any), in an order; `ids` if only some are looked at."""

    state: str = ""
    flow: str = ""
    order: Order = "row"
    ids: Sequence[str] | None = None


@dataclass(frozen=True)
class Told:
    """What a clerk may know of a case."""

    id: str
    person: str
    sheet: str
    row: int
    number: str
    reason: str


class Looking:
    """Reads for who looks on. Every method is one transaction, and raises JournalError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def version(self) -> int:
        """Another number after every change of a batch or a case: that of the last event."""
        with self._database.reading() as connection:
            return connection.execute(select(func.max(EVENTS.c.seq))).scalar() or 0

    def version_of(self, batch: str) -> int:
        """Another number after every change of this batch or one of its cases."""
        with self._database.reading() as connection:
            return connection.execute(select(func.max(EVENTS.c.seq)).where(EVENTS.c.batch == batch)).scalar() or 0

    def changed_since(self, version: int) -> set[str]:
        """The batches that something happened to since then."""
        with self._database.reading() as connection:
            found = connection.execute(select(EVENTS.c.batch).distinct().where(EVENTS.c.seq > version)).scalars()
            return {batch for batch in found if batch}

    def batches(self, ids: Collection[str]) -> list[BatchRow]:
        """Batches, newest first."""
        with self._database.reading() as connection:
            rows = batches_where(connection)
            return [row for row in rows if row.id in ids]

    def batch(self, id: str) -> BatchRow:
        """One batch. Raises UsageError if there is none."""
        with self._database.reading() as connection:
            return batch_of(connection, id)

    def tallies(self, batches: Collection[str]) -> list[Tally]:
        """How many cases of these batches stand where."""
        approved = CASES.c.approved_at.is_not(None).label("approved")
        grouped = (CASES.c.batch, CASES.c.state, CASES.c.flow, approved)
        found: list[Tally] = []
        with self._database.reading() as connection:
            ids = sorted(batches)
            for start in range(0, len(ids), AT_ONCE):
                those = CASES.c.batch.in_(ids[start : start + AT_ONCE])
                rows = connection.execute(select(*grouped, func.count()).where(those).group_by(*grouped))
                found += [Tally(row[0], row[1], row[2], bool(row[3]), row[4]) for row in rows]
        return found

    def page(self, batch: str, wanted: Wanted, start: int, count: int) -> list[CaseRow]:
        """So many of these cases, from the one at `start`."""
        with self._database.reading() as connection:
            asked = select(CASES).where(*_those(batch, wanted)).order_by(*ORDERS[wanted.order])
            return cases_of(connection, asked.offset(start).limit(count))

    def told(self, batch: str, wanted: Wanted) -> list[Told]:
        """What can be looked for in these cases, in their order: not the whole of each."""
        columns = [CASES.c[name] for name in Told.__dataclass_fields__]
        with self._database.reading() as connection:
            asked = select(*columns).where(*_those(batch, wanted)).order_by(*ORDERS[wanted.order])
            return [Told(*row) for row in connection.execute(asked)]

    def waiting(self, batch: str, direct: Collection[str]) -> list[CaseRow]:
        """The cases that a person has to approve; `direct` are the flows that file without a draft."""
        drafts = CASES.c.state == CaseState.REVIEWED
        at_once = and_(CASES.c.state == CaseState.PENDING, CASES.c.flow.in_(direct))
        with self._database.reading() as connection:
            asked = select(CASES).where(CASES.c.batch == batch, CASES.c.approved_at.is_(None), or_(drafts, at_once))
            return cases_of(connection, asked.order_by(CASES.c.seq))

    def case(self, batch: str, case: str) -> CaseRow | None:
        """One case."""
        with self._database.reading() as connection:
            found = cases_of(connection, select(CASES).where(CASES.c.batch == batch, CASES.c.id == case))
            return found[0] if found else None

    def known(self, batch: str, count: int) -> list[str]:
        """The first few cases of a batch, for who named one that is not there."""
        with self._database.reading() as connection:
            asked = select(CASES.c.id).where(CASES.c.batch == batch).order_by(CASES.c.seq).limit(count)
            return list(connection.execute(asked).scalars())

    def events_of(self, batch: str, case: str) -> list[EventRow]:
        """What happened to a case, in order."""
        mine = (EVENTS.c.batch == batch, EVENTS.c.case == case)
        return self._events(select(EVENTS).where(*mine).order_by(EVENTS.c.seq))

    def last_events(self, batch: str, count: int, *, before: int | None = None) -> list[EventRow]:
        """The last things that happened to a batch, newest first; or those before an event."""
        earlier = () if before is None else (EVENTS.c.seq < before,)
        those = select(EVENTS).where(EVENTS.c.batch == batch, *earlier)
        return self._events(those.order_by(EVENTS.c.seq.desc()).limit(count))

    def last_event_at(self, batch: str) -> datetime | None:
        """When something happened to a batch last."""
        found = self.last_events(batch, 1)
        return found[0].at if found else None

    def evidence_of(self, batch: str, case: str) -> list[EvidenceRow]:
        """The files of a case, in the order in which they were kept."""
        mine = (EVIDENCE.c.batch == batch, EVIDENCE.c.case == case)
        return self._evidence(select(*FILE).where(*mine).order_by(EVIDENCE.c.seq))

    def last_file(self, batch: str, kinds: Sequence[str], case: str = "") -> EvidenceRow | None:
        """The newest file of one of these kinds: of a case, if one is named."""
        mine = (EVIDENCE.c.case == case,) if case else ()
        those = select(*FILE).where(EVIDENCE.c.batch == batch, EVIDENCE.c.kind.in_(kinds), EVIDENCE.c.path != "")
        found = self._evidence(those.where(*mine).order_by(EVIDENCE.c.seq.desc()).limit(1))
        return found[0] if found else None

    def files_at(self, batch: str, path: str) -> list[EvidenceRow]:
        """What is recorded of a file, once for each case that it is of."""
        mine = (EVIDENCE.c.batch == batch, EVIDENCE.c.path == path)
        return self._evidence(select(*FILE).where(*mine).order_by(EVIDENCE.c.seq))

    def has_file(self, batch: str, path: str) -> bool:
        """Whether a file is one of the batch's."""
        asked = select(EVIDENCE.c.seq).where(EVIDENCE.c.batch == batch, EVIDENCE.c.path == path).limit(1)
        with self._database.reading() as connection:
            return connection.execute(asked).first() is not None

    def _events(self, asked: Select[Any]) -> list[EventRow]:
        with self._database.reading() as connection:
            return [event_of(row) for row in connection.execute(asked).mappings()]

    def _evidence(self, asked: Select[Any]) -> list[EvidenceRow]:
        with self._database.reading() as connection:
            return [file_of(row) for row in connection.execute(asked).mappings()]


def _those(batch: str, wanted: Wanted) -> list[ColumnElement[bool]]:
    those = [CASES.c.batch == batch]
    if wanted.state:
        those.append(CASES.c.state == CaseState(wanted.state))
    if wanted.flow:
        those.append(CASES.c.flow == wanted.flow)
    if wanted.ids is not None:
        those.append(CASES.c.id.in_(wanted.ids))
    return those
