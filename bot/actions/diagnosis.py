"""What there is to see when a step failed: it must never take long, and never hide why the step failed."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Mapping
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from playwright.async_api import Frame

from bot.browser import Session
from bot.browser.camera import Shot
from bot.browser.errors import playwright_errors
from bot.browser.sensitive import Sensitive, pattern
from bot.errors import AssistantError, Fault
from bot.redaction import HIDDEN, mask_id, redactor

SECONDS = 2.0
"""How long each part may take."""
_LONGEST = 100_000
_PASSWORDS = "boxes => boxes.map((box) => box.value).filter(Boolean)"


async def diagnosis(
    session: Session, error: AssistantError, shot: Shot | None, sensitive: Sensitive
) -> dict[str, Any]:
    """The facts of a failure, without secrets and with people's numbers masked. Raises Fault if there are none."""
    try:
        return await _diagnosis(session, error, shot, sensitive)
    except Exception as bug:  # whatever goes wrong here, the failure of the step is what counts
        raise Fault(f"{type(bug).__name__}: {bug}") from bug


async def _diagnosis(
    session: Session, error: AssistantError, shot: Shot | None, sensitive: Sensitive
) -> dict[str, Any]:
    page, at = session.page, error.circumstances
    seen: Mapping[str, Any] = {"url": page.url, "title": "", "size": None, "masks": None}
    if shot is not None:
        with suppress(AssistantError):  # the rest of the facts stand without it
            seen = await session.camera.facts(shot, seconds=SECONDS)
    circumstances = {name: value for name, value in asdict(at).items() if value}
    told = {"kind": type(error).__name__, "message": str(error), "cure": str(error.cure)}
    facts = {
        "url": seen["url"],
        "title": seen["title"],
        "error": {**told, "circumstances": circumstances},
        "portal_says": at.portal_says,
        "frames": [_of(frame) for frame in page.frames],
        "console": session.console.lines,
        "snapshot": await _snapshot(page.frames, sensitive),
        "nearest": at.nearest,
    }
    return {**redactor.data(facts), "size": seen["size"], "masks": seen["masks"]}


def _of(frame: Frame) -> dict[str, str | None]:
    parent = frame.parent_frame
    return {"name": frame.name, "url": frame.url, "parent": parent.url if parent is not None else None}


async def _snapshot(frames: list[Frame], sensitive: Sensitive) -> str:
    """The page as it is told to those who cannot see it, frame by frame."""
    told = await asyncio.gather(*(_told(frame) for frame in frames))
    said = "\n".join(f"# {frame.name or '-'} {frame.url}\n{text}" for frame, text in zip(frames, told, strict=True))
    return re.sub(pattern(sensitive.values), lambda found: mask_id(found[0]), said)[:_LONGEST]


async def _told(frame: Frame) -> str:
    """What a frame says, or why it does not. The browser would tell what is in its password boxes, too."""
    try:
        passwords = await _in_time(frame.locator("input[type=password]").evaluate_all(_PASSWORDS))
        said = await _in_time(frame.locator("html").aria_snapshot(timeout=SECONDS * 1000))
    except AssistantError as error:
        return f"({error})"
    for password in sorted(passwords, key=len, reverse=True):
        said = said.replace(password, HIDDEN)
    return str(said)


async def _in_time(answer: Awaitable[Any]) -> Any:
    try:
        with playwright_errors():
            async with asyncio.timeout(SECONDS):
                return await answer
    except TimeoutError as error:
        raise Fault(f"no answer within {SECONDS:g} s") from error
