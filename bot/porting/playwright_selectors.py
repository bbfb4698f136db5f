"""Selectors as Playwright's recorder writes them → targets of the flow language.

`iframe[name="a"] >> internal:control=enter-frame >> internal:role=button[name="Save"i] >> nth=1`
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.porting.recording import Candidates, Sight
from bot.porting.sights import by_attribute, by_id, by_role
from bot.porting.xpath import css_of

_ENGINE = re.compile(r"([A-Za-z0-9_:*+-]+)=(.*)", re.DOTALL)
_QUOTED = r'"(?:\\.|[^"\\])*"'
_ROLE = re.compile(r"\s*([\w-]+)\s*(.*)", re.DOTALL)
_ATTRIBUTE = re.compile(rf"\[\s*([\w-]+)\s*=\s*({_QUOTED}|/.*?/[a-z]*|[^\]]*?)\s*([is]?)\s*\]", re.DOTALL)
_WHOLE = re.compile(r"/\^?(.*?)\$?/[a-z]*", re.DOTALL)
_PATTERN = re.compile(r"(?<!\\)[.*+?^${}()|\[\]]|\\[dwsbDWSB]")
_PLACEHOLDER = frozenset({"placeholder", "title", "alt"})


class NotCarried(ValueError):
    """A selector that says something which the flow language cannot say."""


@dataclass
class Chain:
    """A selector while it is read: the frames so far, and the target so far."""

    frames: list[Candidates] = field(default_factory=list)
    sight: dict[str, Any] | None = None

    def descend(self, sight: Sight) -> None:
        """Look for this, inside what there is so far."""
        within = {"within": self.sight} if self.sight is not None else {}
        self.sight = {**sight, **within}

    def narrow(self, **keys: Any) -> None:
        """Say more about what there is so far."""
        if self.sight is None:
            raise NotCarried
        if keys.keys() & self.sight.keys():
            raise NotCarried
        self.sight.update(keys)

    def enter(self) -> None:
        """Go into the frame that there is so far."""
        if self.sight is None:
            raise NotCarried
        self.frames.append((self.sight,))
        self.sight = None


def parse_selector(selector: str) -> tuple[tuple[Candidates, ...], Sight | None]:
    """The frames, outermost first, and the target. Raises NotCarried."""
    chain = Chain()
    for part in parts_of(selector):
        _take(part, chain)
    return tuple(chain.frames), chain.sight


def parts_of(selector: str) -> Iterator[str]:
    """The parts of a selector between its `>>`."""
    quote, part, at = "", "", 0
    while at < len(selector):
        char = selector[at]
        if quote:
            if char == "\\" and at + 1 < len(selector):
                part += char
                at += 1
                char = selector[at]
            elif char == quote:
                quote = ""
        elif char in "\"'":
            quote = char
        elif selector.startswith(">>", at):
            yield part.strip()
            part, at = "", at + 2
            continue
        part += char
        at += 1
    yield part.strip()


def _take(part: str, chain: Chain) -> None:
    match = _ENGINE.fullmatch(part)
    engine, body = (match[1], match[2]) if match else ("", part)
    match engine:
        case "internal:control" if body == "enter-frame":
            chain.enter()
        case "internal:role" | "role":
            chain.descend(_role(body))
        case "internal:label":
            chain.descend({"field": text_of(body)})
        case "internal:text" | "text":
            chain.descend({"text": text_of(body)})
        case "internal:has-text":
            chain.narrow(has_text=text_of(body))
        case "internal:testid":
            chain.descend(_test_id(body))
        case "internal:attr":
            chain.descend(_attribute(body))
        case "nth":
            chain.narrow(nth=_nth(body))
        case "visible" | "internal:describe":
            pass
        case "id":
            chain.descend(by_id(body))
        case "data-testid" | "data-test-id" | "data-test":
            chain.descend({"test_id": body} if engine == "data-testid" else by_attribute(engine, body))
        case "xpath":
            chain.descend(_css_of_xpath(body))
        case "css":
            chain.descend({"css": body})
        case "" if body.startswith(("/", "(", "..")):
            chain.descend(_css_of_xpath(body))
        case "" if body[:1] in ("'", '"'):
            chain.descend({"text": text_of(body)})
        case _ if body and not engine.startswith(("internal:", "_", "aria-ref")):
            chain.descend({"css": part})  # a `=` inside a selector of CSS
        case _:
            raise NotCarried


def _role(body: str) -> Sight:
    match = _ROLE.fullmatch(body)
    if match is None:
        raise NotCarried
    attributes = {one[1]: one[2] for one in _ATTRIBUTE.finditer(match[2])}
    name = attributes.get("name", "")
    return by_role(match[1], text_of(name) if name else "")


def _test_id(body: str) -> Sight:
    match = _ATTRIBUTE.fullmatch(body)
    if match is None:
        raise NotCarried
    value = text_of(match[2])
    return {"test_id": value} if match[1] == "data-testid" else by_attribute(match[1], value)


def _attribute(body: str) -> Sight:
    match = _ATTRIBUTE.fullmatch(body)
    if match is None or match[1] not in _PLACEHOLDER:
        raise NotCarried
    value = text_of(match[2])
    return {"image": value} if match[1] == "alt" else {**by_attribute(match[1], value), "says": value}


def _nth(body: str) -> int:
    try:
        at = int(body)
    except ValueError:
        raise NotCarried from None
    return at + 1 if at >= 0 else at


def _css_of_xpath(body: str) -> Sight:
    css = css_of(body)
    if css is None:
        raise NotCarried
    return css


def text_of(body: str) -> str:
    """The text of a matcher: `"Save"i`, `"Save"s`, `Save`, or a pattern that is no more than a text."""
    body = body.strip()
    if body.startswith("/") and (match := _WHOLE.fullmatch(body)):
        if _PATTERN.search(match[1]):
            raise NotCarried
        text = re.sub(r"\\(.)", r"\1", match[1])
    elif body.startswith('"'):
        try:
            text = json.loads(body.rstrip("is") if not body.endswith('"') else body)
        except ValueError:
            raise NotCarried from None
    elif body.startswith("'"):
        text = body.strip("'")
    else:
        text = body
    text = " ".join(str(text).split())
    if not text:
        raise NotCarried
    return text


def parse_locator(locator: Mapping[str, Any]) -> tuple[tuple[Candidates, ...], Sight | None]:
    """The same of the `locator` that stands beside a selector. Raises NotCarried."""
    chain = Chain()
    link: Any = locator
    while isinstance(link, Mapping):
        _take_link(link, chain)
        link = link.get("next")
    return tuple(chain.frames), chain.sight


def _take_link(link: Mapping[str, Any], chain: Chain) -> None:
    body, raw = link.get("body", ""), link.get("options")
    options: Mapping[str, Any] = raw if isinstance(raw, Mapping) else {}
    if not isinstance(body, str | int):
        raise NotCarried
    body = str(body)
    match link.get("kind"):
        case "default" | "css":
            _take(body, chain)
            if isinstance(options.get("hasText"), str):
                chain.narrow(has_text=text_of(options["hasText"]))
        case "frame-locator" | "frame":
            if body:
                _take(body, chain)
            chain.enter()
        case "role":
            name = options.get("name", "")
            if not isinstance(name, str):
                raise NotCarried
            chain.descend(by_role(body, " ".join(name.split())))
        case "label":
            chain.descend({"field": text_of(body)})
        case "text":
            chain.descend({"text": text_of(body)})
        case "alt":
            chain.descend({"image": text_of(body)})
        case "placeholder" | "title" as name:
            chain.descend({**by_attribute(name, body), "says": body})
        case "test-id":
            chain.descend({"test_id": body})
        case "has-text":
            chain.narrow(has_text=text_of(body))
        case "first":
            chain.narrow(nth=1)
        case "last":
            chain.narrow(nth=-1)
        case "nth":
            chain.narrow(nth=_nth(body))
        case "visible" | "filter-visible":
            pass
        case _:
            raise NotCarried
