"""The cases of a batch, a page at a time: however many there are, only a page of them is read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any, cast, get_args

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from bot.console.console import Console
from bot.console.hiding import EVERYTHING, Hiding, hiding
from bot.console.pages.form import console_of
from bot.console.rendering import page
from bot.filing.compare import fold
from bot.filing.journal.looking import Order, Told, Wanted
from bot.filing.progress import CaseOutcome
from bot.filing.states import CaseState
from bot.flow.case import Case, Origin
from bot.service.overviews import BatchOverview, Overviews
from bot.text import reading_language

ON_A_PAGE = 100


def name_of(case: Case | None) -> str:
    """What the roster calls the person; "" if it does not say."""
    return str(case.values.get("name") or "") if case else ""


@dataclass(frozen=True)
class Asked:
    """Which cases are wanted: in a state, of an operation, in which something is said; a page of them, from 1."""

    state: str = ""
    operation: str = ""
    q: str = ""
    order: Order = "row"
    page: int = 1

    @property
    def wanted(self) -> Wanted:
        """The same for the journal, which knows no names."""
        return Wanted(self.state, self.operation, self.order)


@dataclass(frozen=True)
class Row:
    """A case in the list."""

    outcome: CaseOutcome
    name: str


@dataclass(frozen=True)
class Listed:
    """A page of a batch's cases."""

    rows: Sequence[Row]
    found: int
    page: int
    pages: int


def asked(request: Request) -> Asked:
    """What the address asks for; what makes no sense is left out."""
    said = request.query_params
    state, order, number = said.get("state", ""), said.get("order", ""), said.get("page", "")
    return Asked(
        state=state if state in {one.value for one in CaseState} else "",
        operation=said.get("operation", ""),
        q=said.get("q", "").strip(),
        order=cast("Order", order) if order in get_args(Order) else "row",
        page=max(1, int(number)) if number.isdecimal() and len(number) < 7 else 1,
    )


def listed(overviews: Overviews, batch: BatchOverview, wanted: Asked, hidden: Hiding = EVERYTHING) -> Listed:
    """The cases that are asked for: a page of them, as far as they may be seen."""
    names = overviews.names(batch.id)
    only = _found(overviews, batch, wanted, names, whole=not hidden.sees) if wanted.q else None
    found = overviews.count(batch.id, wanted.wanted) if only is None else len(only)
    pages = max(1, -(-found // ON_A_PAGE))
    number = min(wanted.page, pages)
    start = (number - 1) * ON_A_PAGE
    if only is None:
        outcomes = overviews.page(batch.id, wanted.wanted, start, ON_A_PAGE)
    else:
        some = Wanted(order=wanted.order, ids=only[start : start + ON_A_PAGE])
        outcomes = overviews.page(batch.id, some, 0, ON_A_PAGE) if some.ids else []
    rows = [Row(hidden.outcome(one), _name(one.case.origin, names)) for one in outcomes]
    return Listed(rows, found, number, pages)


def rows_of(overviews: Overviews, batch: str, cases: Collection[str]) -> dict[str, Row]:
    """Some cases of a batch, by their ids, with the names of the people."""
    if not cases:
        return {}
    names, outcomes = overviews.names(batch), overviews.page(batch, Wanted(ids=list(cases)), 0, len(cases))
    return {one.case.id: Row(one, _name(one.case.origin, names)) for one in outcomes}


def _found(
    overviews: Overviews, batch: BatchOverview, wanted: Asked, names: Mapping[Origin, str], *, whole: bool
) -> list[str]:
    """The ids of the cases in which every word stands that was typed, in their order.

    `whole`: a person's number is only found by all of it. Whoever may not see it could else guess it digit by digit.
    """
    typed = fold(wanted.q).casefold().split()
    told = overviews.told(batch.id, wanted.wanted)
    if whole:
        told = [replace(one, person=one.person if fold(one.person).casefold() in typed else "") for one in told]
    return [one.id for one in told if all(word in _text(one, names) for word in typed)]


def _text(one: Told, names: Mapping[Origin, str]) -> str:
    origin = Origin(one.sheet, one.row)
    return fold(" ".join((_name(origin, names), one.person, one.id, str(origin), one.number, one.reason))).casefold()


def _name(origin: Origin | None, names: Mapping[Origin, str]) -> str:
    return names.get(origin, "") if origin else ""


async def list_of(console: Console, batch: BatchOverview, wanted: Asked, hidden: Hiding) -> dict[str, Any]:
    """What the list's template shows."""
    found = await run_in_threadpool(listed, console.assistant.overviews, batch, wanted, hidden)
    return {"view": batch, "listed": found, "asked": wanted, "query": _query(wanted), "version": ""}


def _query(wanted: Asked) -> dict[str, Any]:
    """What is asked for, as an address says it."""
    return {name: value for name, value in asdict(wanted).items() if value not in ("", "row") and name != "page"}


async def cases(request: Request) -> Response:
    """The list; nothing if the browser has it already, as it still is."""
    console, wanted = console_of(request), asked(request)
    overviews, id = console.assistant.overviews, request.path_params["batch"]
    version = f"{await run_in_threadpool(overviews.version_of, id)}-{reading_language()}"
    if request.query_params.get("have") == version:
        return Response(status_code=204)
    found = await list_of(console, await console.overview(id), wanted, await hiding(request, id))
    return page(request, "cases.html", **{**found, "version": version})


PAGES = (("GET", "/batches/{batch}/list", cases),)
