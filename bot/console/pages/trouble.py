"""What is shown where something can't be had: pages for people, lines for parts of a page, JSON for programs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.bugs import bug_log, keep_bug
from bot.console import words
from bot.console.api.answers import Refused
from bot.console.rendering import page
from bot.console.security import FOR_PROGRAMS, Forbidden
from bot.errors import AssistantError
from bot.text import Text

BUG = 500
_KNOWN: Mapping[int, tuple[Text, Text]] = {
    404: (words.NOT_THERE, words.NOT_THERE_CURE),
    405: (words.NOT_SO, words.NOT_SO_CURE),
}


class Trouble:
    """Says no, in the language of whoever asked. `home` is where the details of our own mistakes are kept."""

    def __init__(self, home: Path) -> None:
        self._home = home

    async def foreseen(self, request: Request, error: Exception) -> Response:
        """An error of ours, with its cure."""
        assert isinstance(error, AssistantError)
        if isinstance(error, Refused):
            return self.trouble(request, error, error.status)
        return self.trouble(request, error, 403 if isinstance(error, Forbidden) else 400)

    async def http(self, request: Request, error: Exception) -> Response:
        """A page that is not there, or not asked for in this way."""
        assert isinstance(error, HTTPException)
        said, cure = _KNOWN.get(error.status_code, (words.SOMETHING_WRONG, words.NOT_SO_CURE))
        answer = self.told(request, error.status_code, said, cure)
        answer.headers.update(error.headers or {})
        return answer

    def told(self, request: Request, status: int, said: Text, cure: Text) -> Response:
        """What is wrong, and what to do about it."""
        return self.trouble(request, AssistantError(said, cure=cure), status)

    def trouble(self, request: Request, error: AssistantError, status: int = 400) -> Response:
        """An error that was foreseen."""
        if request.url.path.startswith(FOR_PROGRAMS):
            problems = error.problems if isinstance(error, Refused) else []
            return JSONResponse({"error": str(error.message), "cure": str(error.cure), "problems": problems}, status)
        name = "trouble.html" if request.headers.get("hx-request") else "error.html"
        return page(request, name, status, error=error)

    def bug(self, request: Request, error: Exception) -> Response:
        """An error that nobody foresaw: its details are kept where they can be sent from."""
        return self.trouble(request, self.unforeseen(error), BUG)

    def unforeseen(self, error: Exception) -> AssistantError:
        """What is said of such an error; its details are kept."""
        log = self.keep(error)
        cure = words.NOT_KEPT_AT if log is None else words.BUG_CURE.format(log=log)
        return AssistantError(words.BUG, cure=cure)

    def keep(self, error: Exception) -> Path | None:
        """Keep the details of such an error; where, or None if that is impossible."""
        log = bug_log(self._home)
        try:
            keep_bug(log, error)
        except OSError:
            return None
        return log
