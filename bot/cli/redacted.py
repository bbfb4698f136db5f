"""The last net under everything that this process prints: redacted, and harmless to the terminal."""

from __future__ import annotations

import os
import sys
import threading
import traceback
from json import dumps, loads
from types import TracebackType
from typing import Any

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.highlighter import JSONHighlighter
from rich.protocol import rich_cast
from rich.segment import Segment
from rich.text import Text as Styled

from bot.redaction import harmless, harmless_json, redact_logs, redactor

TALKATIVE = ("DEBUG", "DEBUGP")
"""With these Playwright and its driver, a process of its own, write all that is typed straight to the terminal."""


def fit(said: str) -> str:
    """The text as it may be shown on a terminal."""
    return redactor.text(harmless(said))


class RedactedConsole(Console):
    """A console that shows no secret and no whole number of a person, and whose texts the terminal never obeys.

    Texts are cleaned before they are laid out, for what was broken into two lines would not be found.
    """

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Any:
        """Segments of what is to be printed, and of each thing inside it."""
        return super().render(_fit_to_render(renderable), options)

    def print_json(self, json: str | None = None, *, data: Any = None, **layout: Any) -> None:
        """Print data for a program, cleaned before it is written as JSON: it stays JSON whatever is hidden."""
        said = redactor.data(data if json is None else loads(json))
        written = harmless_json(dumps(said, ensure_ascii=False, indent=2))
        self.print(_AsItIs(JSONHighlighter()(written)), soft_wrap=True)


class _AsItIs:
    """A text that is clean already."""

    def __init__(self, text: Styled) -> None:
        self._text = text

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        segments: list[Segment] = list(self._text.__rich_console__(console, options))
        return segments


def _fit_to_render(renderable: RenderableType) -> RenderableType:
    thing = rich_cast(renderable)
    if isinstance(thing, str):
        return fit(thing)
    if isinstance(thing, Styled) and (clean := fit(thing.plain)) != thing.plain:
        thing = thing.copy()
        thing.plain = clean
    return thing


def redact_everything() -> None:
    """Have what goes past the consoles redacted as well: logs, and errors that nobody caught."""
    redact_logs()
    for variable in TALKATIVE:
        os.environ.pop(variable, None)
    sys.excepthook = _uncaught
    threading.excepthook = lambda thread: _uncaught(thread.exc_type, thread.exc_value, thread.exc_traceback)


def _uncaught(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    if sys.stderr is not None and not issubclass(kind, SystemExit):  # a program without a window has no stderr
        sys.stderr.write(fit("".join(traceback.format_exception(kind, error, trace))))
