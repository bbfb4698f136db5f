"""What every model of the flow language has in common."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """A piece of a flow file: never changed after loading, and without unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Place(Model):
    """Where in a file something stands. Lines and columns count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Marked(dict[str, Any]):
    """A mapping read from a file, which still knows where it stood."""

    place: Place | None = None
