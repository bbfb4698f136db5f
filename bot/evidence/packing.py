"""Pictures packed for keeping: WebP, small and soon done, and nothing in it but the picture."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image

_LARGEST = 16383
"""Pixels to a side, as WebP goes; what is larger stays as it is."""
_COLOURS = 256
"""With no more than so many colours in it a picture is packed in a tenth of the time."""
_NEAREST = [round(level / 17) * 17 for level in range(256)] * 3
"""Sixteen levels of red, green and blue each, black and white among them."""


@dataclass(frozen=True)
class Packed:
    """A picture as it is kept."""

    data: bytes
    suffix: str
    width: int
    height: int


def packed(png: bytes) -> Packed:
    """A picture in fewer colours, else without loss: text stays sharp, and what is seen at one place is seen nowhere
    else. Packing with loss would leave traces of a number around it, where no mask covers them.
    """
    with Image.open(BytesIO(png)) as picture:
        width, height = picture.size
        if max(width, height) > _LARGEST:
            return Packed(png, ".png", width, height)
        plain = picture.convert("RGB").point(_NEAREST)
    if plain.getcolors(_COLOURS) is None:
        plain = plain.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        # its colours are averages, which another number somewhere in the picture shifts a little everywhere
        plain.putpalette([_NEAREST[level] for level in plain.getpalette() or ()])
    written = BytesIO()
    plain.save(written, "WEBP", lossless=True, quality=0, method=1)
    return Packed(written.getvalue(), ".webp", width, height)
