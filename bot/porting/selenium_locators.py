"""Selenium IDE's locators → targets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from bot.porting.recording import Candidates, Sight
from bot.porting.sights import best_first, by_attribute, by_id
from bot.porting.xpath import css_of

MOST = 3
"""So many ways to find a thing are kept: the recorder writes down six and more."""
_LOCATOR = re.compile(r"(\w+)=(.*)", re.DOTALL)


def alternatives(target: Any, targets: Any) -> Iterator[str]:
    """The locators of a command: the one in use, then those to fall back on."""
    if isinstance(target, str) and target.strip():
        yield target.strip()
    for one in targets if isinstance(targets, list) else ():
        if isinstance(one, list) and one and isinstance(one[0], str) and one[0].strip() != target:
            yield one[0].strip()


def candidates_of(locators: Iterable[str]) -> Candidates:
    """The ways to find a thing; empty if there is none that a flow can use."""
    return best_first(sight for one in locators if (sight := _sight(one)) is not None)[:MOST]


def _sight(locator: str) -> Sight | None:
    if locator.startswith(("/", "(")):
        return css_of(locator)
    match = _LOCATOR.fullmatch(locator)
    if match is None or not (value := match[2].strip()):
        return None
    match match[1]:
        case "id":
            return by_id(value)
        case "name":
            return by_attribute("name", value)
        case "css":
            return {"css": value}
        case "xpath":
            return css_of(value)
        case "linkText" | "link":
            return {"link": " ".join(value.removeprefix("exact:").split())}
        case "partialLinkText":
            return {"css": "a", "has_text": value}
        case "class" | "className":
            return {"css": f".{value}"} if re.fullmatch(r"[A-Za-z_][\w-]*", value) else None
        case _:
            return None
