"""The browser that scenarios share."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from bot.browser import PortalBrowser
from bot.testing.backstage import Backstage
from bot.testing.cast import Manner


@pytest.fixture
def backstage() -> Iterator[Backstage]:
    lender = Backstage(Manner())
    yield lender
    lender.close()


async def taken(lent: PortalBrowser | None) -> PortalBrowser:
    """The browser, in which a page is left open."""
    assert lent is not None
    await (await lent.offline()).new_page()
    return lent


async def pages(lent: PortalBrowser | None) -> int:
    assert lent is not None
    return len(lent._browser.contexts)


async def killed(lent: PortalBrowser | None) -> None:
    assert lent is not None
    await lent._browser.close()


def test_one_browser_is_lent_to_all_and_nothing_is_left_in_it(backstage: Backstage) -> None:
    first = backstage.do(taken)
    assert backstage.do(pages) == 0
    assert backstage.do(taken) is first


def test_what_goes_wrong_is_told_and_after_a_death_there_is_another(backstage: Backstage) -> None:
    async def wrong(lent: PortalBrowser | None) -> None:
        raise ValueError("as it were")

    first = backstage.do(taken)
    with pytest.raises(ValueError, match="as it were"):
        backstage.do(wrong)
    assert backstage.do(taken) is first
    backstage.do(killed)
    assert backstage.do(taken) is not first


def test_what_is_traced_has_a_browser_of_its_own() -> None:
    async def lent_one(lent: PortalBrowser | None) -> PortalBrowser | None:
        await asyncio.sleep(0)
        return lent

    lender = Backstage(Manner(trace=True))
    assert lender.do(lent_one) is None
    lender.close()
