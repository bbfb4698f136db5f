"""What a page tells those who cannot see it: the accessibility snapshots of all frames that can be seen."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.async_api import Frame, Locator, Page

from bot.browser.errors import playwright_errors

_SECONDS = 5.0
_REQUIRED = """top => [...top.querySelectorAll('[required], [aria-required=true]')].map((one) =>
  [...(one.labels || [])].map((label) => label.innerText).join(' ') || one.getAttribute('aria-label') || '')"""


@dataclass(frozen=True)
class Snapshot:
    """A frame as the browser tells it. It holds what stands in fields, passwords too: it is not for keeping."""

    name: str
    """Of the <iframe>; "" for the page itself."""
    text: str
    required: tuple[str, ...]
    """Labels of fields that say that they are required without a mark that can be seen."""


async def snapshots(page: Page, *, seconds: float = _SECONDS) -> tuple[Snapshot, ...]:
    """Each frame that a person can see, the page itself first."""
    with playwright_errors():
        seen = [frame for frame in page.frames if await _is_seen(frame)]
    return tuple([await snapshot_of(frame.locator("html"), frame.name, seconds=seconds) for frame in seen])


async def snapshot_of(part: Locator, name: str = "", *, seconds: float = _SECONDS) -> Snapshot:
    """One part of a page."""
    with playwright_errors():
        text = await part.aria_snapshot(timeout=seconds * 1000)
        required = await part.evaluate(_REQUIRED, timeout=seconds * 1000)
    return Snapshot(name, text, tuple(filter(None, required)))


async def _is_seen(frame: Frame) -> bool:
    while frame.parent_frame is not None:
        if not await (await frame.frame_element()).is_visible():
            return False
        frame = frame.parent_frame
    return True
