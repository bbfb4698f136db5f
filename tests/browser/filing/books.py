"""What our records say, beside what the portal has in its books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.errors import AssistantError
from bot.evidence import Pictures
from bot.filing.records import CaseRecord
from bot.filing.states import CaseState
from tests.portal.clerk import ACCOUNT

State = dict[str, Any]

DRAFT_ONLY = (CaseState.DRAFTED, CaseState.REVIEWED, CaseState.WITHDRAWN)
FILED = (CaseState.UNDER_REVIEW, CaseState.APPROVED, CaseState.REJECTED)
OPEN = {CaseState.NEEDS_ATTENTION, CaseState.DRAFTING, CaseState.DECLARING}
"""Whatever the portal holds: what became of the case is to be found out."""
NOTHING = (CaseState.PENDING, CaseState.REFUSED, CaseState.FAILED)


@dataclass
class Filed:
    """A batch that has ended: our records, and what the portal recorded before and after."""

    records: Sequence[CaseRecord]
    stopped: AssistantError | None
    before: State
    after: State
    pictures: Pictures

    @property
    def states(self) -> list[str]:
        """The state of each case, in the order of the roster."""
        return [record.state.value for record in self.records]

    @property
    def reasons(self) -> str:
        """Why the cases are where they are."""
        return " | ".join(record.reason for record in self.records)

    def drafts(self, id_number: str = "") -> list[State]:
        """The drafts that came with this batch, of a person or of all."""
        return self._new("drafts", id_number)

    def filings(self, id_number: str = "") -> list[State]:
        """The filings that came with this batch, of a person or of all."""
        return self._new("filings", id_number)

    def _new(self, what: str, id_number: str) -> list[State]:
        old = {item["no"] for item in (*self.before["drafts"], *self.before["filings"])}
        return [item for item in self.after[what] if item["no"] not in old and id_number in ("", item["id_number"])]

    def events(self, *kinds: str) -> list[State]:
        """What happened of these kinds, in order."""
        return [event for event in self.after["events"] if event["kind"] in kinds]

    def files(self, case: int = 0) -> list[str]:
        """The evidence of a case: the names of its pictures."""
        return [Path(path).stem.split("-", 1)[1] for path in self.pictures.of(self.records[case].case.id)]

    def check(self, *, deleted: Sequence[str] = ()) -> None:
        """Nobody filed twice, nobody lost, what others left is untouched, and nobody stays logged in.

        `deleted` are the people whose drafts somebody else deleted meanwhile.
        """
        self._nothing_twice()
        self._others_untouched()
        assert [event["id_number"] for event in self.events("deleted")] == list(deleted)
        for record in self.records:
            self._agrees(record)
        assert ACCOUNT not in self.after["sessions"], "still logged in"

    def _nothing_twice(self) -> None:
        declared = Counter((event["type"], event["id_number"]) for event in self.events("declared"))
        held = Counter((item["type"], item["id_number"]) for item in (*self.drafts(), *self.filings()))
        assert not [key for key, times in (*declared.items(), *held.items()) if times > 1]

    def _others_untouched(self) -> None:
        assert self.before["drafts"] == [one for one in self.after["drafts"] if one not in self.drafts()]
        assert {event["id_number"] for event in self.events("declared")} <= {one.case.person for one in self.records}

    def _agrees(self, record: CaseRecord) -> None:
        person, operation = record.case.person, record.case.flow.flow
        drafts = [one["no"] for one in self.drafts(person) if one["operation"] == operation]
        filings = {one["no"]: one["status"] for one in self.filings(person) if one["operation"] == operation}
        if record.state in DRAFT_ONLY:
            assert (drafts, filings) == ([record.number or drafts[0]], {})
        elif record.state in FILED:
            assert (drafts, list(filings)) == ([], [record.number])
            assert record.state is CaseState.UNDER_REVIEW or filings[record.number] == record.state.value
        elif record.state in NOTHING:
            assert (drafts, filings) == ([], {}), f"{record.state} {record.reason}"
        else:
            assert record.state in OPEN
            assert record.reason or record.error
