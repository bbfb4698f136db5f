"""What a page tells those who cannot see it: the accessibility snapshots of all frames that can be seen."""

from __future__ import annotations

from playwright.async_api import Frame, Locator, Page

from bot.browser.errors import playwright_errors

_SECONDS = 5.0


async def snapshots(page: Page, *, seconds: float = _SECONDS) -> tuple[tuple[str, str], ...]:
    """Each frame that a person can see, the page itself first: the name of its <iframe>, and its snapshot.

    A snapshot holds what stands in fields, passwords too: it is for reading at once, not for keeping.
    """
    told = []
    for frame in page.frames:
        with playwright_errors():
            if await _is_seen(frame):
                told.append((frame.name, await frame.locator("html").aria_snapshot(timeout=seconds * 1000)))
    return tuple(told)


async def snapshot_of(part: Locator, *, seconds: float = _SECONDS) -> str:
    """The snapshot of one part of a page."""
    with playwright_errors():
        return await part.aria_snapshot(timeout=seconds * 1000)


async def _is_seen(frame: Frame) -> bool:
    while frame.parent_frame is not None:
        if not await (await frame.frame_element()).is_visible():
            return False
        frame = frame.parent_frame
    return True
