"""What a page said in text when its picture was taken, and what there was to see when a step failed.

Both stand beside a picture in the dossier, under its name, as `.json`. What is not known here is passed over: a newer
program may have written more.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

PAGE_SCHEMA: Literal["urn:portal-assistant:page:1"] = "urn:portal-assistant:page:1"
DIAGNOSIS_SCHEMA: Literal["urn:portal-assistant:diagnosis:1"] = "urn:portal-assistant:diagnosis:1"

Mask = tuple[float, float, float, float]
"""A rectangle of the picture, in its pixels: left, top, width, height."""


class _Beside(BaseModel):
    """Base of all parts of what stands beside a picture."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class Extent(_Beside):
    """The size of a picture, in pixels."""

    width: float
    height: float


class Frame(_Beside):
    """A frame of the page, and what it said, line by line. Of a password there is never anything."""

    name: str = ""
    url: str = ""
    parent: str | None = None
    lines: tuple[str, ...] = ()


class Page(_Beside):
    """What a page said at the moment of its picture."""

    schema_: Literal["urn:portal-assistant:page:1"] = Field(PAGE_SCHEMA, alias="schema")
    url: str = ""
    title: str = ""
    taken_at: datetime | None = None
    picture: Extent | None = None
    frames: tuple[Frame, ...] = ()
    masks: tuple[Mask, ...] | None = None
    """Where the picture shows sensitive values. None: not certain, so the picture is for nobody else's eyes."""


class ConsoleLine(_Beside):
    """What the browser's console had to say: an error, a warning, a request that failed."""

    type: str = ""
    text: str = ""
    at: datetime | None = None


class Diagnosis(_Beside):
    """What there was to see when a step failed."""

    schema_: Literal["urn:portal-assistant:diagnosis:1"] = Field(DIAGNOSIS_SCHEMA, alias="schema")
    url: str = ""
    title: str = ""
    taken_at: datetime | None = None
    error: dict[str, Any] = {}
    portal_says: str = ""
    frames: tuple[Frame, ...] = ()
    console: tuple[ConsoleLine, ...] = ()
    snapshot: str = ""
    """The page as assistive technology is told it, all frames, redacted."""
    nearest: tuple[str, ...] = ()
    """Things on the page most like what was looked for."""
    masks: tuple[Mask, ...] | None = None
