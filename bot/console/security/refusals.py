"""What the guard needs of the pages, to say no like one of them. Passed in, so that the guard knows no template."""

from __future__ import annotations

from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response

from bot.errors import AssistantError
from bot.text import Text


class Refusals(Protocol):
    """Answers for whoever can't have what was asked for."""

    def told(self, request: Request, status: int, said: Text, cure: Text) -> Response:
        """What is wrong, and what to do about it."""
        ...

    def trouble(self, request: Request, error: AssistantError) -> Response:
        """An error that was foreseen."""
        ...

    def bug(self, request: Request, error: Exception) -> Response:
        """An error that nobody foresaw: its details are kept where they can be sent from."""
        ...

    def keep(self, error: Exception) -> object:
        """Keep the details of such an error; it is too late to tell anybody."""
        ...
