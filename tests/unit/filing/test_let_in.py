"""Whoever was not let in need not be let out."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import SecretStr

from bot.errors import LoginRefused, PortalMismatch
from bot.filing.desk import Account, Desk
from bot.flow.models import Library
from tests.unit.filing.paper import AT_ONCE, PaperPortal
from tests.unit.run.fakes import PORTAL, PaperPerson, flow

FLOWS = [flow(flow=name, steps=[{"click": word}]) for name, word in (("login", "log_in"), ("logout", "log_out"))]


async def test_after_a_login_that_was_refused_nobody_looks_for_the_way_out() -> None:
    portal = PaperPortal()
    portal.fails["click log_in"] = [LoginRefused("wrong password")]
    portal.fails["click log_out"] = [PortalMismatch("there is no way out")]

    async def seat() -> PaperPortal:
        return portal

    library = Library(portal=PORTAL.model_copy(update={"logout": "logout"}), flows={one.flow: one for one in FLOWS})
    account = Account("demo", "170000001", SecretStr("password"))
    desk = Desk(library, account, seat, PaperPerson(), today=date(2026, 11, 10), pauses=AT_ONCE)
    with pytest.raises(LoginRefused):
        await desk.log_in()
    await desk.log_out()
    assert portal.fails["click log_out"], "the way out was looked for"
