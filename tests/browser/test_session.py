"""The session: its language, its origin, its downloads and pictures; and Playwright's errors as ours."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import playwright._impl._errors as playwright_own
import pytest
from playwright.async_api import Error, Page

from bot.actions import Hands
from bot.browser import PortalBrowser
from bot.browser.errors import NavigationStopped, NoSuchChange, WrongKind, playwright_errors, translated
from bot.browser.guard import OriginGuard
from bot.errors import (
    AssistantError,
    BrowserFault,
    Fault,
    FlowError,
    PortalMismatch,
    PortalUnreachable,
    StepTimedOut,
    TargetAmbiguous,
)
from bot.flow.steps import Step
from tests.browser.conftest import Kept, Sit, Site

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize(("lang", "language"), [("es", "es"), ("zh-CN", "zh"), ("en-US", "en")])
async def test_the_language_is_the_page_s_own(sit: Sit, site: Site, lang: str, language: str) -> None:
    desk = await sit(f"<html lang={lang}>", language="auto")
    assert await desk.session.language() == language


async def test_a_page_without_a_language(sit: Sit) -> None:
    desk = await sit("<html>", language="auto")
    with pytest.raises(PortalMismatch, match="which language"):
        await desk.session.language()


async def test_opening_a_path(sit: Sit, site: Site) -> None:
    desk = await sit("x")
    site.pages.put("/main", "<b>main</b>")
    await desk.do(open="/main?n=${1}")
    assert await desk.do(read={"v": {"css": "b"}}) == {"v": "main"}
    assert site.pages.asked[-1] == "/main?n=1"


async def test_opening_another_origin_is_refused_before_anything_is_sent(sit: Sit, other_site: Site) -> None:
    desk = await sit("x")
    for address in (f"{other_site.url}x", "file:///etc/hosts", "//other.invalid/"):
        with pytest.raises(PortalMismatch, match="about to leave the portal"):
            await desk.do(open=address)
    assert other_site.pages.asked == []


@pytest.mark.parametrize(
    "way_out", ["<a href={}out>go</a>", "<a onclick=\"frames[0].location='{}out'\">go</a><iframe></iframe>"]
)
async def test_a_link_out_of_the_portal_is_stopped_and_told(sit: Sit, other_site: Site, way_out: str) -> None:
    desk = await sit(way_out.format(other_site.url) + "<i>here</i>")
    with pytest.raises(PortalMismatch, match="about to leave the portal"):
        await desk.do(click={"text": "go"})
        await desk.do(wait_for={"css": "b"})
    assert other_site.pages.asked == []
    assert await desk.do(read={"v": {"css": "i"}}) == {"v": "here"}


async def test_what_counts_as_the_portal() -> None:
    guard = OriginGuard("http://portal.example/app/")
    assert guard.owns("http://portal.example/x")
    assert guard.owns("https://portal.example/x")
    for other in ("http://portal.example:8080/", "http://portal.example.evil/", "https://evil/?portal.example", ""):
        assert not guard.owns(other)
    assert not OriginGuard("https://portal.example").owns("http://portal.example/")


async def test_a_portal_that_does_not_answer(sit: Sit, site: Site) -> None:
    desk = await sit("x")
    site.pages.put("/down", "x", status=503)
    with pytest.raises(PortalUnreachable, match="HTTP 503"):
        await desk.do(open="/down")


async def test_an_address_where_nobody_listens(started: PortalBrowser, sit: Sit) -> None:
    desk = await sit("x")
    session = await started.session(desk.scope.portal, "http://127.0.0.1:1/")
    with pytest.raises(PortalUnreachable, match=r"does not answer at http://127.0.0.1:1/ \(net::ERR_\w+\)"):
        await session.go_to("", seconds=5)
    await session.close()


async def test_a_download_is_kept(sit: Sit, site: Site) -> None:
    site.pages.put("/list", "a,b\n", kind="application/octet-stream")
    desk = await sit("<a href=/list>List</a><a href='#'>Nothing</a>")
    desk.hands.about(["add-001"])
    await desk.do(download={"click": {"link": "List"}, "name": "list"})
    assert desk.kept.files == [("list", b"a,b\n", ("add-001",), "download", ".csv")]
    with pytest.raises(StepTimedOut, match="sent no file"):
        await desk.do(download={"click": {"link": "Nothing"}}, timeout=0.5)


async def test_pictures_are_whole_marked_only_while_taken_and_belong_to_the_cases(sit: Sit) -> None:
    desk = await sit("<b style='outline: 1px solid blue'>x</b><div style='height:3000px'></div>")
    desk.hands.about(["add-001"])
    await desk.do(evidence={"name": "saved", "of": {"css": "b"}})
    await desk.do(evidence={"name": "declared", "cases": ["add-001", "add-002"]})
    saved, declared = desk.kept.pictures
    assert (saved.name, saved.cases, saved.kind) == ("saved", ("add-001",), "picture")
    assert saved.png is not None
    assert saved.png[:4] == b"\x89PNG"
    assert declared.cases == ("add-001", "add-002")
    assert saved.png != declared.png
    assert await desk.js("document.querySelector('b').getAttribute('style')") == "outline: blue solid 1px;"


class _Slow(Kept):
    """A Keep that takes its time, and looks at what has been done to the page meanwhile."""

    page: Page
    done: Any = None

    async def picture(self, *args: Any, **more: Any) -> Any:
        told = await super().picture(*args, **more)
        late = asyncio.Event()
        asyncio.get_running_loop().call_later(0.2, late.set)
        await late.wait()
        self.done = await self.page.evaluate("window.done || document.querySelector('input').value")
        return told


@pytest.mark.parametrize(
    "step",
    [
        {"click": {"button": "Go"}},
        {"double_click": {"button": "Go"}},
        {"fill": {"name": "x"}},
        {"press": {"key": "x", "in": "name"}},
        {"tick": {"css": "[type=checkbox]"}},
        {"open": "/other"},
    ],
)
async def test_nothing_is_done_before_the_picture_of_it_is_safe(sit: Sit, site: Site, step: dict[str, Any]) -> None:
    site.pages.put("/other", "<script>window.done = true</script>")
    desk = await sit(
        "<input id=n><input type=checkbox><button>Go</button><script>onclick = () => { window.done = true }</script>",
        elements={"name": {"css": "#n"}},
    )
    slow = _Slow()
    slow.page = desk.session.page
    desk.hands = Hands(desk.session, slow)
    evidence = Step.model_validate({"evidence": "before"})
    await desk.hands.perform(evidence, evidence.action, desk.scope)
    await desk.do(**step)
    assert slow.done == ""
    assert await desk.js("window.done || document.querySelector('input').value")


async def test_pictures_are_kept_in_the_order_in_which_they_were_taken(sit: Sit) -> None:
    desk = await sit("<input>")
    slow = _Slow()
    slow.page = desk.session.page
    desk.hands = Hands(desk.session, slow)
    for name in ("one", "two"):
        evidence = Step.model_validate({"evidence": name})
        await desk.hands.perform(evidence, evidence.action, desk.scope)
    await desk.hands.failure(Fault("x"))
    assert [picture.name for picture in slow.pictures] == ["one", "two", "failure"]


async def test_a_picture_of_a_page_that_has_gone_is_recorded(sit: Sit) -> None:
    desk = await sit("x")
    await desk.session.page.close()
    picture, _ = await desk.hands.failure(Fault("no more"))
    assert picture is None
    assert [(name, kind) for name, kind, _ in desk.kept.failures] == [("failure", "failure")]


async def test_a_picture_of_one_element(sit: Sit) -> None:
    desk = await sit("<b id=captcha>2468</b>", elements={"captcha": {"css": "#captcha"}})
    targets = desk.scope.portal.elements["captcha"]
    assert (await desk.hands.picture(targets, desk.scope))[:4] == b"\x89PNG"


_Provoke = Callable[[Page], Coroutine[Any, Any, Any]]
_PROVOKED: list[tuple[_Provoke, type[AssistantError]]] = [
    (lambda page: page.locator("b").click(timeout=50), StepTimedOut),
    (lambda page: page.locator("i").click(timeout=500), TargetAmbiguous),
    (lambda page: page.locator("css=##").count(), FlowError),
    (lambda page: page.locator("xpath=//[").count(), FlowError),
    (lambda page: page.locator("nosuch=x").count(), FlowError),
    (lambda page: page.keyboard.press("Nokey"), FlowError),
    (lambda page: page.locator("button").fill("x", timeout=500), WrongKind),
    (lambda page: page.locator("#c").fill("x", timeout=500), WrongKind),
    (lambda page: page.locator("#n").fill("x", timeout=500), WrongKind),
    (lambda page: page.locator("button").set_checked(True, timeout=500), WrongKind),
    (lambda page: page.locator("button").select_option("x", timeout=500), WrongKind),
    (lambda page: page.locator("#c").set_checked(True, timeout=500), NoSuchChange),
    (lambda page: page.goto("http://127.0.0.1:1/"), PortalUnreachable),
    (lambda page: page.goto("http://nothing.invalid/"), PortalUnreachable),
]


@pytest.mark.parametrize(("provoke", "error"), _PROVOKED)
async def test_playwright_s_errors_become_ours(sit: Sit, provoke: _Provoke, error: type[AssistantError]) -> None:
    desk = await sit(
        "<i>1</i><i>2</i><button>x</button><input id=n type=number><input id=c type=checkbox onclick='return false'>"
    )
    context = await desk.session.page.context.browser.new_context()
    page = await context.new_page()
    await page.set_content(await desk.session.page.content())
    try:
        with pytest.raises(error) as raised, playwright_errors():
            await provoke(page)
        assert type(raised.value) is error
        assert isinstance(raised.value.__cause__, Error)
        assert "Call log" not in str(raised.value)
    finally:
        await context.close()


async def test_a_closed_page_is_a_fault_of_the_browser(sit: Sit) -> None:
    desk = await sit("<b>x</b>")
    await desk.session.page.close()
    with pytest.raises(BrowserFault):
        await desk.do(click={"css": "b"})


async def test_a_navigation_that_becomes_a_download_is_no_unreachable_portal(sit: Sit, site: Site) -> None:
    desk = await sit("x")
    site.pages.put("/file", "x", kind="application/octet-stream")
    with pytest.raises((NavigationStopped, Fault)) as raised:
        await desk.do(open="/file")
    assert not isinstance(raised.value, PortalUnreachable)


def _all_of(kind: type[Error]) -> list[type[Error]]:
    return [kind, *(one for child in kind.__subclasses__() for one in _all_of(child))]


async def test_every_class_of_playwright_s_errors_is_mapped() -> None:
    known = {"Error", "TimeoutError", "TargetClosedError", "AbortError", "ValidationError"}
    assert {one.__name__ for one in _all_of(playwright_own.Error)} == known
    for kind in _all_of(playwright_own.Error):
        with pytest.raises(AssistantError), playwright_errors():
            raise kind("Target page, context or browser has been closed")
    unknown = translated(Error("Something new\nCall log: typed secret"))
    assert type(unknown) is Fault
    assert "secret" not in str(unknown)


async def test_sessions_do_not_see_one_another(sit: Sit) -> None:
    one, two = await sit("x"), await sit("x")
    await one.js("document.cookie = 'who=me'")
    assert await two.js("document.cookie") == ""


async def test_a_window_that_the_portal_opens_is_closed(sit: Sit, tmp_path: Path) -> None:
    desk = await sit("<a href=/help target=_blank>Help</a><i>here</i>")
    async with desk.session.page.context.expect_page() as opened:
        await desk.do(click={"link": "Help"})
    popup = await opened.value
    if not popup.is_closed():
        await popup.wait_for_event("close")
    assert await desk.do(read={"v": {"css": "i"}}) == {"v": "here"}
