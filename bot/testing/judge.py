"""What a scenario expected, beside what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.errors import AssistantError
from bot.filing.progress import CaseOutcome
from bot.filing.states import CaseState
from bot.redaction import mask_id
from bot.testing.play import Played
from bot.testing.scenario import CaseExpected, Expected, Scenario

_NOTHING = (CaseState.PENDING, CaseState.REFUSED, CaseState.FAILED)
"""The portal must hold nothing of a case in one of these states that was not there before."""
_FILED = (CaseState.UNDER_REVIEW, CaseState.APPROVED, CaseState.REJECTED)


@dataclass(frozen=True)
class Disagreement:
    """One thing in which a scenario ended otherwise than it should have."""

    said: str
    loc: tuple[str | int, ...] = ()
    """The expectation in the scenario's file; empty for what holds of every scenario."""
    reason: str = ""
    """What the case says of itself."""
    error: AssistantError | None = None
    """What stopped it, with the place in the flow, if anything did."""
    folder: Path | None = None
    """Where the picture of that is."""

    def told(self, place: str) -> str:
        """All of it, for a terminal; `place` is that of the expectation."""
        lines = [f"{place}: {self.said}"]
        lines += [f"the case says: {self.reason}"] if self.reason else []
        lines += told(self.error, self.folder) if self.error else []
        return "\n    ".join(lines)


def disagreements(scenario: Scenario, played: Played) -> list[Disagreement]:
    """All in which it ended otherwise than it should have; none if it did not."""
    return [*_expected(scenario.expect, played), *map(Disagreement, _standing(scenario, played))]


def _expected(expect: Expected, played: Played) -> Iterator[Disagreement]:
    yield from _problems(expect, played)
    if expect.stopped:
        if played.stopped is None or expect.stopped not in str(played.stopped):
            said = f"expected to be stopped by “{expect.stopped}”, but: {played.stopped or 'it came to its end'}"
            yield Disagreement(said, ("expect", "stopped"), error=played.stopped)
    elif played.stopped is not None:
        folder = played.batches[-1].evidence if played.batches else played.pictures
        yield Disagreement("it was stopped before its end", ("expect",), error=played.stopped, folder=folder)
    if expect.cases is not None:
        yield from _cases(expect.cases, played)
    for name, value in expect.outputs.items():
        if played.outputs.get(name) != value:
            said = f"output {name} is {played.outputs.get(name)!r}, not {value!r}"
            yield Disagreement(said, ("expect", "outputs", name))
    if expect.asked is not None and played.asked != expect.asked:
        yield Disagreement(f"a person was asked {played.asked} times, not {expect.asked}", ("expect", "asked"))
    for what in ("drafts", "filings"):
        wanted = getattr(expect.portal, what)
        if wanted is not None:
            yield from _items(what, wanted, played.new(what))
    for kind, times in expect.portal.events.items():
        if (found := len(played.events(kind))) != times:
            said = f"the portal recorded {found} × {kind}, not {times}"
            yield Disagreement(said, ("expect", "portal", "events", kind))


def _problems(expect: Expected, played: Played) -> Iterator[Disagreement]:
    found = Counter((one.row, one.rule, one.severity.value) for one in played.problems)
    for number, one in enumerate(expect.problems):
        found[one.row, one.rule, one.severity] -= 1
        if found[one.row, one.rule, one.severity] < 0:
            said = f"the check does not say {one.severity} {one.rule} of row {one.row}"
            yield Disagreement(said, ("expect", "problems", number))
    wanted = {(one.row, one.rule) for one in expect.problems if one.severity == "error"}
    for problem in played.problems:
        if problem.is_error and (problem.row, problem.rule) not in wanted:
            said = f"the check says error {problem.rule} of row {problem.row}: {problem.message}"
            yield Disagreement(said, ("expect", "problems"))


def _cases(wanted: Sequence[CaseExpected], played: Played) -> Iterator[Disagreement]:
    if not played.batches:
        yield Disagreement("nothing was filed", ("expect", "cases"))
        return
    batch = played.batches[-1]
    if len(batch.outcomes) != len(wanted):
        yield Disagreement(f"there are {len(batch.outcomes)} cases, not {len(wanted)}", ("expect", "cases"))
    for number, (case, outcome) in enumerate(zip(wanted, batch.outcomes, strict=False)):
        who = f"case {number + 1}, {mask_id(outcome.case.person)}"
        for key, wrong in _case(case, outcome):
            loc = ("expect", "cases", number, *key)
            yield Disagreement(f"{who}: {wrong}", loc, outcome.reason, outcome.error, batch.evidence)


def _case(case: CaseExpected, outcome: CaseOutcome) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What is wrong with a case, and the key that says so."""
    if outcome.state.value != case.state:
        yield ("state",), f"is {outcome.state.value}, not {case.state}"
    if case.says not in outcome.reason:
        yield ("says",), f"does not say “{case.says}”"
    if case.number is not None and bool(outcome.number) is not case.number:
        yield ("number",), "has a number of the portal" if outcome.number else "has no number of the portal"
    taken = iter([path.stem for path in outcome.evidence])
    for place, name in enumerate(case.pictures):
        if not any(stem.endswith(name) for stem in taken):
            yield ("pictures", place), f"has no picture {name} in its place"
            return


def told(error: AssistantError, folder: Path | None) -> list[str]:
    """A failure with the place in its flow, the portal's message and its picture, line by line."""
    at = error.circumstances
    said = [f"{type(error).__name__}: {error}"]
    said += [f"at {at.place}, {at.flow}: {at.step}"] if at.place else []
    said += [f"the portal says: {at.portal_says}"] if at.portal_says else []
    said += [f"picture: {folder / at.picture if folder else at.picture}"] if at.picture else []
    return said


def _items(
    what: str, wanted: Sequence[Mapping[str, Any]], found: Sequence[Mapping[str, Any]]
) -> Iterator[Disagreement]:
    left = list(found)
    for number, one in enumerate(wanted):
        like = next((item for item in left if _agrees(one, item)), None)
        if like is None:
            said = f"the portal has no new one in {what} with {dict(one)}; it has {[_short(item) for item in found]}"
            yield Disagreement(said, ("expect", "portal", what, number))
        else:
            left.remove(like)
    if left:
        said = f"the portal has {len(left)} more new {what}: {[_short(item) for item in left]}"
        yield Disagreement(said, ("expect", "portal", what))


def _agrees(wanted: Mapping[str, Any], item: Mapping[str, Any]) -> bool:
    return all(
        _agrees(value, item[key]) if isinstance(value, Mapping) else str(value) == str(item.get(key))
        for key, value in wanted.items()
    )


def _short(item: Mapping[str, Any]) -> str:
    return f"{item['operation']} {mask_id(item['id_number'])} {item['status']}"


def _standing(scenario: Scenario, played: Played) -> Iterator[str]:
    """What holds of every scenario."""
    if scenario.account in played.after["sessions"]:
        yield "the account is still logged in"
    declared = Counter((event["type"], event["id_number"]) for event in played.events("declared"))
    held = Counter((item["type"], item["id_number"]) for what in ("drafts", "filings") for item in played.new(what))
    for kind, person in {key for counted in (declared, held) for key, times in counted.items() if times > 1}:
        yield f"{kind} {mask_id(person)} is there twice"
    ours = {one.number for batch in played.batches for one in batch.outcomes if one.state in _FILED}
    for draft in played.before["drafts"]:
        if draft not in played.after["drafts"] and draft["no"] not in ours and not played.events("deleted"):
            yield f"somebody else's draft {draft['no']} was touched"
    if any(problem.is_error for problem in played.problems) and played.events("login"):
        yield "the portal was touched, although the check had found an error"
    if scenario.times == 1 and played.batches:
        yield from _books(played)


def _books(played: Played) -> Iterator[str]:
    for outcome in played.batches[-1].outcomes:
        person, operation = outcome.case.person, outcome.case.flow.flow
        filings = {
            item["no"]: item["status"]
            for item in played.new("filings")
            if (item["id_number"], item["operation"]) == (person, operation)
        }
        if outcome.state in _FILED and list(filings) != [outcome.number]:
            said = f"{mask_id(person)} is {outcome.state.value} under {outcome.number}"
            yield f"{said}, but the portal has {list(filings)}"
        if outcome.state in _NOTHING and filings:
            yield f"{mask_id(person)} is {outcome.state.value}, but the portal has filed {list(filings)}"
