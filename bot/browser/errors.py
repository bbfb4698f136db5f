"""Playwright's errors as ours: the one place that knows them, and the only one that reads their words.

Playwright tells most of its errors apart by their message alone. Each pattern below is held by a test that
provokes the error in a real browser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.async_api import Error, TimeoutError

from bot.browser import words
from bot.errors import (
    AssistantError,
    BrowserFault,
    ExpectationFailed,
    Fault,
    FlowError,
    PortalMismatch,
    PortalUnreachable,
    StepTimedOut,
    TargetAmbiguous,
)
from bot.text import Text

_Maker = Callable[[str], AssistantError]


class NavigationStopped(Fault):
    """The browser gave a navigation up: it became a download, another one overtook it, or it was not allowed."""


class WrongKind(PortalMismatch):
    """The thing on the page does not take the action: filling a button, ticking a link."""


class NoSuchChange(ExpectationFailed):
    """A check box did not change when it was clicked."""


def _unreachable(message: str) -> AssistantError:
    found = re.search(r"(net::ERR_\w+)(?: at (\S+))?", message)
    reason, address = (found[1], found[2] or "") if found else ("", "")
    return PortalUnreachable(words.UNREACHABLE.format(address=address, reason=reason), cure=words.CHECK_ADDRESS)


def _with_reason(error: type[AssistantError], text: Text) -> _Maker:
    return lambda message: error(text.format(reason=_first_line(message)))


def _plain(error: type[AssistantError], text: Text) -> _Maker:
    return lambda message: error(text)


_PATTERNS: tuple[tuple[re.Pattern[str], _Maker], ...] = tuple(
    (re.compile(pattern), maker)
    for pattern, maker in (
        (
            r"browser has been closed|Target (page )?crashed|Page crashed|Connection closed|Browser closed",
            _plain(BrowserFault, words.BROWSER_DIED),
        ),
        (
            r"net::ERR_ABORTED|ERR_BLOCKED_BY_CLIENT|is interrupted by another navigation|frame was detached; maybe",
            _with_reason(NavigationStopped, words.NOT_KNOWN),
        ),
        (r"net::ERR_", _unreachable),
        (
            r"strict mode violation",
            lambda message: TargetAmbiguous(words.AMBIGUOUS.format(target="the same target")),
        ),
        (
            r"while parsing|not a valid (selector|XPath)|Unknown engine|Malformed selector|Unsupported token",
            _with_reason(FlowError, words.BAD_SELECTOR),
        ),
        (r"Unknown key", _with_reason(FlowError, words.UNKNOWN_KEY)),
        (r"did not change its state", _plain(NoSuchChange, words.STAYED_THE_SAME)),
        (
            r"Element is not an? |Not a checkbox|Node is not an? |Input of type|Cannot type|Malformed value"
            r"|Non-multiple file input|cannot be filled",
            _with_reason(WrongKind, words.WRONG_KIND),
        ),
        (
            r"Frame (was|has been) detached|Execution context was destroyed|not attached to the DOM|Cannot find context"
            r"|Element is outside of the viewport|detached from document|navigated",
            _plain(StepTimedOut, words.PAGE_CHANGED),
        ),
    )
)


@contextmanager
def playwright_errors() -> Iterator[None]:
    """Raise Playwright's errors as the assistant's own. What is not known becomes a plain Fault with its words."""
    try:
        yield
    except TimeoutError as error:
        raise StepTimedOut(words.TIMED_OUT) from error
    except Error as error:
        raise translated(error) from error


def translated(error: Error) -> AssistantError:
    """The assistant's error for one of Playwright's."""
    for pattern, maker in _PATTERNS:
        if pattern.search(error.message):
            return maker(error.message)
    return Fault(words.NOT_KNOWN.format(reason=_first_line(error.message)))


def _first_line(message: str) -> str:
    """The message without Playwright's call log, which may hold what was typed."""
    return message.partition("\n")[0].strip()
