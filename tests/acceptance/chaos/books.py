"""The books after a round: what the portal holds, beside journal, results and evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl

from bot.evidence.verify import verify
from bot.filing.states import CaseState
from bot.filing.words import STATES
from tests.portal.clerk import ACCOUNT

State = Mapping[str, Any]

FILED = ("under_review", "approved", "rejected")
ATTENTION = "needs_attention"
SEALING = ("key.pem", "records", "seals")
"""What proves the evidence and is none itself: of the whole batch, and listed in its seals."""


@dataclass(frozen=True)
class Line:
    """A line of the roster, and how its case ends where nothing is broken."""

    text: str
    ends: str

    @property
    def operation(self) -> str:
        return self.text.split(",")[0]

    @property
    def person(self) -> str:
        return self.text.split(",")[1]


@dataclass(frozen=True)
class Wrong:
    """What a round must never show, told in a line each."""

    twice: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    disagree: tuple[str, ...] = ()
    attention: tuple[str, ...] = ()
    """Cases left to a person: allowed only where the portal's books prove nothing."""

    @property
    def all(self) -> tuple[str, ...]:
        """Everything, with its kind."""
        kinds = {"filed twice": self.twice, "lost": self.lost, "disagrees": self.disagree, ATTENTION: self.attention}
        return tuple(f"{kind}: {one}" for kind, found in kinds.items() for one in found)


@dataclass(frozen=True)
class Books:
    """The portal before and after, and what the program says about the batch (`portal status BATCH --json`)."""

    lines: Sequence[Line]
    before: State
    after: State
    said: Mapping[str, Any]
    seats: Sequence[str]
    folder: Path
    """Where relative paths of the program begin."""

    def check(self) -> Wrong:
        """Everything that is wrong."""
        told = [(line, case) for line, case in zip(self.lines, self._cases(), strict=True)]
        attention = [f"{_name(line)}: {case['reason']}" for line, case in told if case["state"] == ATTENTION]
        sure = [(line, case) for line, case in told if case["state"] != ATTENTION]
        return Wrong(
            tuple(self._twice()),
            tuple(wrong for line, case in sure for wrong in self._lost(line, case)),
            (
                *(wrong for line, case in sure for wrong in self._unlike_portal(line, case)),
                *self._others(),
                *self._sessions(),
                *self._unlike_results(told),
                *self._evidence(told),
            ),
            tuple(attention),
        )

    def _cases(self) -> list[Mapping[str, Any]]:
        """The cases in the order of the roster."""
        return sorted(self.said["cases"], key=lambda case: case["row"])

    def _new(self, what: str) -> list[State]:
        old = {item["no"] for item in (*self.before["drafts"], *self.before["filings"])}
        return [item for item in self.after[what] if item["no"] not in old]

    def _of(self, what: str, line: Line) -> list[State]:
        return [one for one in self._new(what) if (one["operation"], one["id_number"]) == (line.operation, line.person)]

    def _events(self, kind: str) -> list[State]:
        return [event for event in self.after["events"] if event["kind"] == kind]

    def _twice(self) -> list[str]:
        declared = Counter((event["type"], event["id_number"]) for event in self._events("declared"))
        held = Counter((one["type"], one["id_number"]) for one in (*self._new("drafts"), *self._new("filings")))
        return [f"{key} {times} times" for key, times in (*declared.items(), *held.items()) if times > 1]

    def _lost(self, line: Line, case: Mapping[str, Any]) -> list[str]:
        if case["state"] != line.ends:
            return [f"{_name(line)} is {case['state']}, not {line.ends}: {case['reason']}"]
        if line.ends in FILED and not self._of("filings", line):
            return [f"{_name(line)} is called {case['state']}, but the portal has no filing"]
        return []

    def _unlike_portal(self, line: Line, case: Mapping[str, Any]) -> list[str]:
        filings = [(one["no"], one["status"]) for one in self._of("filings", line)]
        ours = [(case["number"], case["state"])] if case["state"] in FILED else []
        wrong = [f"{_name(line)}: portal {filings}, journal {ours}"] if filings != ours else []
        drafts = [one["no"] for one in self._of("drafts", line)]
        return wrong + ([f"{_name(line)}: drafts {drafts} left behind"] if drafts else [])

    def _others(self) -> list[str]:
        ours = {(line.operation, line.person) for line in self.lines}
        after = [one for one in self.after["drafts"] if (one["operation"], one["id_number"]) not in ours]
        wrong = ["other people's drafts are not as they were"] if after != self.before["drafts"] else []
        people = {line.person for line in self.lines}
        strangers = [one["id_number"] for one in self._events("declared") if one["id_number"] not in people]
        deleted = [f"{len(self._events('deleted'))} drafts deleted"] if self._events("deleted") else []
        return wrong + [f"{number} of somebody else was declared" for number in strangers] + deleted

    def _sessions(self) -> list[str]:
        wrong = ["still logged in"] if ACCOUNT in self.after["sessions"] else []
        back = [seat for seat, times in Counter(self.seats).items() if times > 1]
        return wrong + [f"session {seat[:6]} was used beside another one" for seat in back]

    def _unlike_results(self, told: Sequence[tuple[Line, Mapping[str, Any]]]) -> list[str]:
        path = self.folder / (self.said["results"] or "nowhere")
        if not path.is_file():
            return [f"no results at {path}"]
        [sheet] = openpyxl.load_workbook(path).worksheets
        header, *rows = sheet.iter_rows(values_only=True)
        wrong = []
        for line, case in told:
            cells = dict(zip(header, rows[case["row"] - 2], strict=True))
            shown = (str(cells["Result"] or ""), str(cells["Portal number"] or ""))
            if shown != (STATES[CaseState(case["state"])].to("en"), case["number"]):
                wrong.append(f"{_name(line)}: results say {shown}, journal {case['state']} {case['number']}")
        return wrong

    def _evidence(self, told: Sequence[tuple[Line, Mapping[str, Any]]]) -> list[str]:
        folder = self.folder / self.said["evidence"]
        listed = {Path(path) for _, case in told for path in case["evidence"]}
        there = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
        wrong = [f"evidence {path} is listed and not there" for path in sorted(listed - there)]
        sealing = {path for path in there if path.parts[0] in SEALING}
        wrong += [f"evidence {path} is there and not listed" for path in sorted(there - listed - sealing)]
        wrong += [f"evidence {found}" for found in verify(folder).findings]
        for line, case in told:
            names = {Path(path).stem.split("-", 1)[1] for path in case["evidence"]}
            if case["state"] in FILED and "final-row" not in names:  # others may have been lost with their moment
                wrong.append(f"{_name(line)}: no picture of the final row among {sorted(names)}")
        return wrong


def _name(line: Line) -> str:
    return f"{line.operation} {line.person}"
