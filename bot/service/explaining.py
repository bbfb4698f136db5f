"""What filing a roster would do, case by case and step by step: told from the files, without a browser."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import SecretStr

from bot.errors import UsageError
from bot.flow.case import Case
from bot.flow.models import Flow, Library
from bot.flow.scope import Scope
from bot.flow.steps import Effect
from bot.run.plan import PlannedStage, plan
from bot.service import rehearsal_words as words
from bot.text import Language


@dataclass(frozen=True)
class Sequel:
    """A flow that is done afterwards, for many cases together."""

    flow: Flow
    effect: Effect
    at_most: int | None = None
    """How many cases are done in one go, if that is limited."""


@dataclass(frozen=True)
class Explained:
    """What would be done for one case. `login` comes first, once for all cases; `sequels` come last."""

    case: Case
    login: tuple[PlannedStage, ...]
    stages: tuple[PlannedStage, ...]
    sequels: tuple[Sequel, ...]


def explain(library: Library, case: Case, *, today: date, account: str, language: Language) -> Explained:
    """What would be done for a case. `language` is taken for the portal's where that shows only on its pages."""
    portal = library.portal
    shown_in = language if portal.language == "auto" else portal.language
    shared: dict[str, Any] = {"portal": portal.names, "today": today}
    if account:
        shared["account"] = {"name": account, "user": account, "password": SecretStr("")}
    scope = Scope(portal, shown_in, shared)
    entered = Scope(portal, shown_in, {**shared, **dict.fromkeys(case.flow.inputs), **case.values})
    login = library.flows[portal.login]
    return Explained(
        case,
        plan(login, library.flows, scope),
        plan(case.flow, library.flows, entered),
        tuple(_sequels(library, case.flow)),
    )


def _sequels(library: Library, flow: Flow) -> Iterator[Sequel]:
    if flow.after is not None:
        yield Sequel(library.flows[flow.after.read_back], "none")
        yield Sequel(library.flows[flow.after.declare], "filing", flow.after.at_most)
    if flow.results is not None:
        yield Sequel(library.flows[flow.results], "none")


def chosen(cases: Sequence[Case], wanted: str | None) -> list[Case]:
    """The case of that id, or all of them if none is named. Raises UsageError for one that the roster has not."""
    found = [case for case in cases if wanted in (None, case.id)]
    if not found:
        known = ", ".join(case.id for case in cases)
        raise UsageError(words.NO_SUCH_CASE.format(case=wanted), cure=words.CASES_ARE.format(known=known))
    return found


def from_stage(flow: Flow, stage: str) -> int:
    """Where in a flow a stage is. Raises UsageError if it has none of that name."""
    names = [one.stage for one in flow.all_stages]
    if stage not in names:
        known = ", ".join(names)
        said = words.NO_SUCH_STAGE.format(flow=flow.title, stage=stage)
        raise UsageError(said, cure=words.STAGES_ARE.format(known=known))
    return names.index(stage)


def part_from(flow: Flow, stage: str) -> Flow:
    """The flow without what comes before a stage. Raises UsageError if it has none of that name."""
    begin = from_stage(flow, stage)
    return flow.model_copy(update={"stages": flow.stages[begin:]}) if begin else flow


def need_one(cases: Sequence[Case]) -> None:
    """Raises UsageError if there are several cases: only one flow can be begun in the middle."""
    if len(cases) > 1:
        known = ", ".join(case.id for case in cases)
        raise UsageError(words.ONE_CASE.format(count=len(cases)), cure=words.CHOOSE_CASE.format(known=known))
