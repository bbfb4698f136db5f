"""The pictures of a report, each inside the page itself; never one that is not as it was sealed."""

from __future__ import annotations

import hashlib
import math
import warnings
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from markupsafe import Markup
from PIL import Image

from bot.errors import UsageError
from bot.evidence.reading import Dossier
from bot.evidence.report import words
from bot.evidence.statement import Subject
from bot.text import Text

PICTURES = frozenset({"picture", "failure"})
"""The kinds of file that are shown."""
_MEDIA = {"PNG": "image/png", "WEBP": "image/webp", "JPEG": "image/jpeg"}
_MOST_PIXELS = 60_000_000
_HALF_PAGE, _WHOLE_PAGE = 0.95, 1.42
"""Height by width up to which a picture can be read at half of a printed page, or at a whole one."""
_OVERLAP = 0.04
"""How much of a part of a long picture the next part shows again, so that no line is lost between two pages."""

Source = Callable[[Subject], bytes | None]
"""Gives a picture's content; None for one that the reader is not to see."""


@dataclass(frozen=True)
class Part:
    """A part of a long picture: its height by the picture's width, and where it lies (0 top, 100 bottom)."""

    height: float
    at: float


@dataclass(frozen=True)
class Shown:
    """A picture as the page shows it, or the problem that it shows instead."""

    problem: Text | None = None
    source: str = ""
    """A data: address, safe as it is."""
    width: int = 0
    height: int = 0
    shape: Literal["half", "whole", "long"] = "half"
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Figure:
    """A numbered picture of the report. Its content is read when it is shown, and not kept."""

    number: int
    subject: Subject
    content: Source

    def shown(self) -> Shown:
        """The picture, or why there is none."""
        try:
            content = self.content(self.subject)
        except UsageError:
            return Shown(words.GONE)
        except Changed:
            return Shown(words.CHANGED)
        return Shown(words.WITHHELD) if content is None else _shown(content)


class Changed(Exception):
    """A file is not as it was sealed."""


def as_sealed(dossier: Dossier) -> Source:
    """Gives files of the dossier, as long as they are what was sealed; else raises Changed."""

    def content(subject: Subject) -> bytes:
        found = dossier.read(subject.name)
        if hashlib.sha256(found).hexdigest() != subject.digest.sha256:
            raise Changed
        return found

    return content


def _shown(content: bytes) -> Shown:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # judged by its size below
            with Image.open(BytesIO(content), formats=tuple(_MEDIA)) as image:
                media, (width, height) = _MEDIA[image.format or ""], image.size
    except (OSError, ValueError, SyntaxError, KeyError, Image.DecompressionBombError):
        return Shown(words.NO_PICTURE)
    if width * height > _MOST_PIXELS:
        return Shown(words.NO_PICTURE)
    source = Markup(f"data:{media};base64,{b64encode(content).decode('ascii')}")
    tall = height / width
    if tall <= _WHOLE_PAGE:
        return Shown(None, source, width, height, "half" if tall <= _HALF_PAGE else "whole")
    return Shown(None, source, width, height, "long", _parts(tall))


def _parts(tall: float) -> tuple[Part, ...]:
    """A long picture in parts of equal height, each as high as a printed page at most, and overlapping a little."""
    count = math.ceil((tall - _OVERLAP) / (_WHOLE_PAGE - _OVERLAP))
    height = (tall + (count - 1) * _OVERLAP) / count
    return tuple(Part(height, 100 * number / (count - 1)) for number in range(count))
