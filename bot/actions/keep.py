"""Where the actions hand over what is to be kept."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Protocol

Beside = Callable[[], Awaitable[Mapping[str, Any]]]
"""Gives what stands beside a picture; raises AssistantError if that cannot be known."""


class Keep(Protocol):
    """Whoever keeps evidence; see `bot.evidence.pictures`."""

    async def picture(
        self,
        name: str,
        png: bytes | None,
        beside: Beside,
        *,
        cases: Sequence[str],
        kind: Literal["picture", "failure"] = "picture",
    ) -> tuple[Path | None, Path | None]:
        """Keep a picture of these cases, or of none in particular, and what stands beside it.

        Both are safe on return. Their paths, relative to the batch's folder.
        """
        ...

    def keep(
        self, name: str, data: bytes, *, cases: Sequence[str], kind: Literal["download"] = "download", suffix: str
    ) -> Path:
        """Keep a file of these cases, or of none in particular; its path, relative to the batch's folder."""
        ...

    def failed(
        self, name: str, reason: str, *, cases: Sequence[str], kind: Literal["picture", "failure"] = "picture"
    ) -> None:
        """Record that something could not be captured."""
        ...
