"""What the portal holds of a person already: read from its lists before anything is done, and after a fault."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import datetime
from typing import Any

import pytest
import pytest_asyncio
from pydantic import SecretStr

from bot.actions import Hands
from bot.browser import Session
from bot.evidence import Pictures
from bot.filing.desk import Account, Desk
from bot.filing.seat import BrowserSeat
from tests.browser.filing.conftest import Office, Portals, Watcher
from tests.browser.filing.people import LEAVER, LEAVER_TOO, NEW, NEW_THREE, NEW_TOO
from tests.portal.clerk import ACCOUNT, CLOCK, OTHER_ACCOUNT, Clerk

pytestmark = pytest.mark.asyncio(loop_scope="session")

OLD = 60
"""Minutes: older than any draft of the initial state, so on the second page."""
REQUESTS = 7
"""How often the portal is asked for lists: on opening, for three tabs, on coming back twice, and for page two."""
Sit = Callable[[Clerk], Awaitable[Desk]]


@pytest_asyncio.fixture(loop_scope="session")
async def sit(office: Office) -> AsyncIterator[Sit]:
    """`await sit(mock)`: a desk that is logged in at that portal, and logs out in the end."""
    desks: list[Desk] = []

    async def at(mock: Clerk) -> Desk:
        async def take_seat() -> BrowserSeat:
            session: Session = await office.browser.session(office.library.portal, mock.url)
            office.sessions.append(session)
            hands = Hands(session, Pictures(office.folder / "pictures"))
            return BrowserSeat(session, hands, await session.language())

        account = Account("demo", ACCOUNT, SecretStr(f"demo-{ACCOUNT}"))
        today = datetime.fromisoformat(CLOCK).date()
        desks.append(Desk(office.library, account, take_seat, Watcher(), today=today))
        await desks[-1].log_in()
        return desks[-1]

    yield at
    for desk in desks:
        await desk.log_out()


async def standing(desk: Desk, *people: tuple[str, str]) -> list[tuple[str, str, str]]:
    """What the flow reports of these operations of these people: case, state and number, in order."""
    cases = [_case(desk, operation, person) for operation, person in people]
    _, reports = await desk.do(desk.flows["standing"], {"cases": cases})
    assert all(person in report.shows for report in reports.said for person in (str(report.case).split()[1],))
    assert all(report.entered for report in reports.said)
    return [(str(report.case), report.state, report.number) for report in reports.said]


def _case(desk: Desk, operation: str, person: str) -> dict[str, Any]:
    title = desk.flows[operation].title
    return {
        "id": f"{operation} {person}",
        "person": person,
        "flow": operation,
        "title": title,
        "number": "",
        "values": {},
        "shows": {},
    }


async def test_every_row_of_a_case_is_reported_and_nobody_else_s(mock: Clerk, sit: Sit) -> None:
    draft = mock.plant("add", NEW, minutes_ago=OLD)
    other_draft = mock.plant("add", NEW, wage="7000")
    under_review = mock.plant("interrupt", LEAVER[0], status="under_review", reason="reason_2")
    mock.plant("add", LEAVER_TOO[0])
    mock.plant("interrupt", LEAVER_TOO[0], account=OTHER_ACCOUNT, reason="reason_2")
    mock.plant("interrupt", LEAVER_TOO[0], status="rejected", reason="reason_2")
    approved = mock.plant("add", NEW_TOO, status="approved")
    mock.plant("add", NEW_THREE, status="approved", months_ago=1)
    before = mock.state()

    asked = [("add", NEW), ("interrupt", LEAVER[0]), ("interrupt", LEAVER_TOO[0]), ("add", NEW_TOO), ("add", NEW_THREE)]
    reported = await standing(await sit(mock), *asked)

    assert sorted(reported) == sorted(
        [
            (f"add {NEW}", "drafted", draft),
            (f"add {NEW}", "drafted", other_draft),
            (f"interrupt {LEAVER[0]}", "under_review", under_review),
            (f"add {NEW_TOO}", "approved", approved),
        ]
    )
    after = mock.state()
    assert (after["drafts"], after["filings"]) == (before["drafts"], before["filings"])


async def test_each_list_is_read_once_however_many_cases_there_are(mock: Clerk, sit: Sit) -> None:
    desk = await sit(mock)
    mock.control("faults", [{"kind": "http_500", "at": "list", "after": REQUESTS, "times": None}])
    people: Sequence[tuple[str, str]] = [("add", NEW), ("add", NEW_TOO), ("add", NEW_THREE), ("interrupt", LEAVER[0])]
    assert await standing(desk, *people) == []


@pytest.mark.parametrize("language", ["es", "zh"])
async def test_the_lists_are_read_in_the_portal_s_language(portals: Portals, sit: Sit, language: str) -> None:
    mock = portals.fresh("--lang", language)
    number = mock.plant("interrupt", LEAVER[0], reason="reason_2")
    assert await standing(await sit(mock), ("interrupt", LEAVER[0]), ("add", LEAVER[0])) == [
        (f"interrupt {LEAVER[0]}", "drafted", number)
    ]


async def test_the_probe_looks_among_the_drafts_and_then_under_review(mock: Clerk, sit: Sit) -> None:
    desk = await sit(mock)

    async def probe() -> tuple[object, ...]:
        asked = {"id_number": NEW, "operation": desk.flows["add"].title}
        outputs, _ = await desk.do(desk.flows["find_pending"], asked)
        shows = str(outputs["shows"])
        assert (NEW in shows) is outputs["found"]
        return outputs["found"], outputs["state"], outputs["number"], outputs["several"]

    assert await probe() == (False, "", "", False)
    filed = mock.plant("add", NEW, status="under_review", wage="6000")
    mock.plant("interrupt", NEW, reason="reason_2")
    assert await probe() == (True, "under_review", filed, False)
    draft = mock.plant("add", NEW, wage="7000", minutes_ago=OLD)
    assert await probe() == (True, "drafted", draft, False)
    newer = mock.plant("add", NEW, wage="8000")
    assert await probe() == (True, "drafted", newer, True)
