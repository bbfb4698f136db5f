"""A browser, and the sessions in it: one context and one page for each account."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from urllib.parse import urljoin

from playwright.async_api import Browser, BrowserContext, Dialog, Error, Page, Playwright, async_playwright

from bot.browser import words
from bot.browser.camera import Camera
from bot.browser.console import Console
from bot.browser.dialogs import Dialogs
from bot.browser.errors import playwright_errors
from bot.browser.fields import register_field_engine
from bot.browser.find import FoundBrowser, find_browser
from bot.browser.guard import OriginGuard, refusal
from bot.browser.loading import Loading
from bot.errors import BrowserFault, PortalMismatch, PortalUnreachable
from bot.flow.models import Portal
from bot.text import LANGUAGES, Language

_log = logging.getLogger(__name__)

_LOCALES: dict[str, str] = {"es": "es-ES", "en": "en-US", "zh": "zh-CN"}
_QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
)
"""What keeps Chromium from calling home."""


@asynccontextmanager
async def open_browser(
    *, headed: bool = False, slow_mo: float = 0.0, traces: Path | None = None
) -> AsyncIterator[PortalBrowser]:
    """Find a browser and start it; close it in the end. Raises BrowserFault.

    `slow_mo` is in milliseconds. `traces` is the folder that traces are recorded in, for its owner alone.
    """
    found = find_browser(headed=headed)
    async with async_playwright() as playwright:
        await register_field_engine(playwright)
        browser = await _start(playwright, found, headed=headed, slow_mo=slow_mo, traces=traces)
        try:
            yield PortalBrowser(found, browser)
        finally:
            await browser.close()


async def _start(
    playwright: Playwright, found: FoundBrowser, *, headed: bool, slow_mo: float, traces: Path | None
) -> Browser:
    """Start the browser in its sandbox; root, whom Chromium gives none, is the only one to go without."""
    try:
        return await playwright.chromium.launch(
            executable_path=found.path,
            channel=found.channel,
            headless=not headed,
            slow_mo=slow_mo,
            traces_dir=traces,
            args=list(_QUIET),
            chromium_sandbox=not _is_root(),
            handle_sigint=False,  # signals are ours: the engine logs out before the browser goes
            handle_sigterm=False,
            handle_sighup=False,
        )
    except Error as error:
        raise _not_started(found, error) from error


def _is_root() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0


def _not_started(found: FoundBrowser, error: Error) -> BrowserFault:
    if "XServer" in error.message:
        return BrowserFault(words.NOT_STARTED.format(name=found, reason=words.NO_DISPLAY), cure=words.NO_DISPLAY)
    reason = error.message.partition("\n")[0]
    return BrowserFault(words.NOT_STARTED.format(name=found, reason=reason), cure=words.TRY_ANOTHER_BROWSER)


class PortalBrowser:
    """A started browser. Several sessions in it do not see one another."""

    def __init__(self, found: FoundBrowser, browser: Browser) -> None:
        self.found = found
        self._browser = browser

    @property
    def name(self) -> str:
        """What the browser is, with its version."""
        return f"{self.found.name} {self.version}"

    @property
    def version(self) -> str:
        """The browser's version, as it says it."""
        return self._browser.version

    async def session(self, portal: Portal, base_url: str | None = None) -> Session:
        """A fresh context at the portal: no cookies, nothing opened yet. `base_url` overrides the portal's address."""
        width, height = portal.viewport
        with playwright_errors():
            context = await self._browser.new_context(
                viewport={"width": width, "height": height},
                locale=None if portal.language == "auto" else _LOCALES[portal.language],
                accept_downloads=True,
                service_workers="block",
            )
            page = await context.new_page()
            session = Session(portal, base_url or portal.address, context, page)
            await session.begin()
        return session

    async def tidy(self) -> bool:
        """Close what sessions were left open, for the next who borrows it. Whether the browser can still be used."""
        for context in self._browser.contexts:
            with suppress(Error):
                await context.close()
        return self._browser.is_connected()

    async def offline(self) -> BrowserContext:
        """A fresh context that runs no script and reaches no network: for pages of our own."""
        with playwright_errors():
            return await self._browser.new_context(java_script_enabled=False, offline=True, service_workers="block")


class Session:
    """One account's page at the portal."""

    def __init__(self, portal: Portal, base_url: str, context: BrowserContext, page: Page) -> None:
        self.portal = portal
        self.base_url = base_url
        self.page = page
        self.dialogs = Dialogs()
        self.guard = OriginGuard(base_url)
        self.loading = Loading()
        self.camera = Camera(page)
        self.console = Console()
        self.typed_secrets: set[str] = set()
        """What was typed that nobody may see: a trace is cleaned of it."""
        self._context = context

    async def begin(self) -> None:
        """Start to watch the page."""
        self.page.on("dialog", self.dialogs.answer)
        self._context.on("page", self._close_popup)
        await self.guard.watch(self.page)
        await self.loading.watch(self.page)
        await self.camera.watch()
        self.console.watch(self.page)

    async def _close_popup(self, popup: Page) -> None:
        """A flow works on one page: a window that the portal opens beside it is closed."""
        _log.warning("the portal opened another window, which was closed: %s", popup.url)
        try:
            await popup.close()
        except Error as error:
            _log.debug("the window was gone already: %s", error.message)

    async def go_to(self, address: str, *, seconds: float) -> None:
        """Go to a path or address on the portal, within so many seconds. Raises PortalUnreachable, PortalMismatch."""
        target = urljoin(self.base_url, address)
        if not self.guard.owns(target):
            raise refusal(target)
        with playwright_errors():
            response = await self.page.goto(target, wait_until="load", timeout=seconds * 1000)
        if response is not None and response.status >= 500:
            reason = f"HTTP {response.status}"
            raise PortalUnreachable(
                words.UNREACHABLE.format(address=target, reason=reason), cure=words.CHECK_ADDRESS
            )

    async def language(self) -> Language:
        """The language in which the portal is shown: the profile's, or what its page says (`lang` of <html>).

        Opens the portal's address if nothing is open yet. Raises PortalMismatch where the page does not say.
        """
        if self.portal.language != "auto":
            return self.portal.language
        if self.page.url == "about:blank":
            await self.go_to("", seconds=self.portal.timeout)
        with playwright_errors():
            said = await self.page.evaluate("document.documentElement.lang") or ""
        for language in LANGUAGES:
            if str(said).lower().startswith(language):
                return language
        raise PortalMismatch(words.NO_LANGUAGE.format(lang=said or "–"), cure=words.SAY_LANGUAGE)

    @asynccontextmanager
    async def in_a_persons_hands(self) -> AsyncIterator[None]:
        """Meanwhile it is a person who answers the page's dialogs, and who looks at the windows that it opens."""
        self.page.remove_listener("dialog", self.dialogs.answer)
        self._context.remove_listener("page", self._close_popup)
        self.page.on("dialog", _leave_open)
        try:
            yield
        finally:
            self.page.remove_listener("dialog", _leave_open)
            self.page.on("dialog", self.dialogs.answer)
            self._context.on("page", self._close_popup)

    async def close(self) -> None:
        """End the session: cookies and all."""
        try:
            await self._context.close()
        except Error as error:
            _log.debug("the context was gone already: %s", error.message)


def _leave_open(dialog: Dialog) -> None:
    """Playwright dismisses a dialog to which nobody listens."""
