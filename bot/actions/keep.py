"""Where the actions hand over what is to be kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal, Protocol

Kind = Literal["picture", "failure", "download"]


class Keep(Protocol):
    """Whoever keeps evidence; see `bot.evidence.pictures`."""

    def keep(
        self, name: str, data: bytes, *, cases: Sequence[str], kind: Kind = "picture", suffix: str = ".png"
    ) -> Path:
        """Keep a file of these cases, or of none in particular; its path, relative to the batch's folder."""
        ...

    def failed(self, name: str, reason: str, *, cases: Sequence[str]) -> None:
        """Record that something could not be captured."""
        ...
