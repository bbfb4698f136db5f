"""Pictures packed for keeping: WebP, fast rather than small, and nothing in it but the picture."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image

_LARGEST = 16383
"""Pixels to a side, as WebP goes; what is larger stays as it is."""


@dataclass(frozen=True)
class Packed:
    """A picture as it is kept."""

    data: bytes
    suffix: str
    width: int
    height: int


def packed(png: bytes) -> Packed:
    """A picture packed. See docs/evidence-cost.md for why like this."""
    with Image.open(BytesIO(png)) as picture:
        width, height = picture.size
        if max(width, height) > _LARGEST:
            return Packed(png, ".png", width, height)
        written = BytesIO()
        picture.convert("RGB").save(written, "WEBP", quality=80, method=0)
    return Packed(written.getvalue(), ".webp", width, height)
