"""Whether the portal is working, asked in one round trip: this is asked before every action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from playwright.async_api import Error, Page

from bot.browser.look import script
from bot.flow.models import Portal
from bot.flow.targets import Target, Targets

_PLAIN = frozenset({"css", "frame"})


@dataclass(frozen=True)
class Spot:
    """A thing that CSS alone finds: its selector, and those of the frames around it from the outside in."""

    frames: tuple[str, ...]
    css: str


def spots(portal: Portal, targets: Sequence[Targets]) -> tuple[Spot, ...] | None:
    """The things as spots; None if one of them takes more than CSS to find."""
    found: list[Spot] = []
    for one in targets:
        expanded = _expand(portal, one)
        if expanded is None:
            return None
        found.extend(expanded)
    return tuple(found)


def _expand(portal: Portal, targets: Targets) -> list[Spot] | None:
    found: list[Spot] = []
    for target in targets.candidates:
        if target.element is not None and target.model_fields_set <= {"element"}:
            inner = portal.elements.get(target.element)
            expanded = _expand(portal, inner) if inner is not None else None
        else:
            expanded = _plain(portal, target)
        if expanded is None:
            return None
        found.extend(expanded)
    return found


def _plain(portal: Portal, target: Target) -> list[Spot] | None:
    if target.css is None or "${" in target.css or not target.model_fields_set <= _PLAIN:
        return None
    if target.frame is None:
        return [Spot((), target.css)]
    around = _expand(portal, target.frame)
    return None if around is None else [Spot((*frame.frames, frame.css), target.css) for frame in around]


async def seen(page: Page, asked: Sequence[Spot]) -> bool | None:
    """Whether a person can see any of these; None if the page cannot tell."""
    try:
        shown: list[bool] | None = await page.evaluate(script("busy.js"), [asdict(spot) for spot in asked])
    except Error:  # the page is going elsewhere: whoever asks waits for it in another way
        return None
    return None if shown is None else any(shown)
