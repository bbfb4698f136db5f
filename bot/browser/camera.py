"""The camera: a picture of the whole page, what the page said at that moment, and where it shows what is sensitive."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from playwright.async_api import CDPSession, Page

from bot.browser import words
from bot.browser.errors import playwright_errors
from bot.browser.look import script
from bot.browser.sensitive import Sensitive
from bot.errors import AssistantError, BrowserFault, StepTimedOut

_SECONDS = 5.0
"""How long a page may take to say what is on it, or the browser to draw it."""


@dataclass(frozen=True)
class View:
    """What a page says, and where it shows what is sensitive, at one moment. All sizes are in pixels of its picture."""

    url: str
    title: str
    frames: tuple[Mapping[str, Any], ...]
    masks: tuple[tuple[int, int, int, int], ...]
    width: int
    height: int
    long: bool
    """Whether the page goes on beyond the window."""
    elsewhere: bool
    """Whether there are frames of another origin in it."""

    def is_laid_out_as(self, other: View) -> bool:
        """Whether everything sensitive is where it was, on a page of the same size."""
        return (self.masks, self.width, self.height) == (other.masks, other.width, other.height)


@dataclass(frozen=True)
class Shot:
    """A picture as PNG, and what the page said just before; or why that is not known."""

    png: bytes
    view: View | AssistantError
    after: View | None
    """How the page was laid out just after, if that is known already."""
    sensitive: Sensitive


class Camera:
    """Takes pictures of one page. Of all that a page may still be waiting for, only its fonts are waited for."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._session: CDPSession | None = None

    async def watch(self) -> None:
        """Get ready."""
        self._session = await self._page.context.new_cdp_session(self._page)

    async def take(self, sensitive: Sensitive, *, seconds: float = _SECONDS) -> Shot:
        """A picture. Neither the page nor the browser may take longer than that. Raises Fault."""
        try:
            view = await self._look(sensitive, seconds)
        except AssistantError as error:
            return Shot(await self._draw(seconds, long=True), error, None, sensitive)
        png, after = await self._draw(seconds, long=view.long), None
        if view.long:
            with suppress(AssistantError):
                after = await self._look(sensitive, seconds, lines=False)
        if after is not None and not after.is_laid_out_as(view):
            # To draw what is beyond the window the browser may lay a page out anew, with other fonts; but only once.
            png, view, after = await self._draw(seconds, long=True), replace(after, frames=view.frames), None
        return Shot(png, view, after, sensitive)

    async def facts(self, shot: Shot, *, seconds: float = _SECONDS) -> dict[str, Any]:
        """What there is to say of a picture that was just taken. Raises AssistantError if that is not known.

        Its masks are told only if everything sensitive is still where it was just before the picture.
        """
        view = shot.view
        if isinstance(view, AssistantError):
            raise view
        after = shot.after
        if after is None:
            with suppress(AssistantError):
                after = await self._look(shot.sensitive, seconds, lines=False)
        return {
            "url": view.url,
            "title": view.title,
            "frames": view.frames,
            "size": (view.width, view.height),
            "masks": view.masks if after is not None and after.is_laid_out_as(view) else None,
        }

    async def _look(self, sensitive: Sensitive, seconds: float, *, lines: bool = True) -> View:
        wanted = {**sensitive.patterns, "lines": lines}
        said = await _in_time(self._page.evaluate(_asking(), wanted), seconds)
        frames = said.pop("frames")
        if said["elsewhere"] and lines:
            # Those of another origin speak for themselves. Where they are, the whole frame is masked.
            inner = [frame for frame in self._page.frames if frame.parent_frame is not None]
            more = await asyncio.gather(*(_in_time(frame.evaluate(_asking(), wanted), seconds) for frame in inner))
            frames += [frame for one in more if one is not None for frame in one["frames"]]
        masks = sorted({tuple(mask) for mask in said.pop("masks")})
        return View(frames=tuple(frames), masks=tuple(masks), **said)

    async def _draw(self, seconds: float, *, long: bool) -> bytes:
        """A picture as PNG, one pixel for each CSS pixel. It is packed little: that is for those who have the time."""
        if self._session is None:
            raise BrowserFault(words.BROWSER_DIED)
        options = {"format": "png", "optimizeForSpeed": True, "captureBeyondViewport": long}
        taken = await _in_time(self._session.send("Page.captureScreenshot", options), seconds)
        return base64.b64decode(taken["data"])


async def _in_time(answer: Any, seconds: float) -> Any:
    try:
        with playwright_errors():
            async with asyncio.timeout(seconds):
                return await answer
    except TimeoutError as error:
        raise StepTimedOut(words.TIMED_OUT) from error


@cache
def _asking() -> str:
    said, lines, masks = (script(name) for name in ("page_said.js", "page_lines.js", "page_masks.js"))
    return f"(wanted) => ({said})(wanted, {lines}, {masks})"
