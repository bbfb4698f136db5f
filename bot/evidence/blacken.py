"""Black boxes over what a picture shows and not everybody may see: painted into the pixels, with nothing underneath."""

from __future__ import annotations

import math
import warnings
from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageDraw

from bot.evidence.packing import Packed, packed
from bot.evidence.page import Mask

MARGIN = 2
"""Pixels that a box is larger than what it hides, on each side."""
_MOST_PIXELS = 60_000_000


def blackened(picture: bytes, masks: Sequence[Mask]) -> Packed:
    """The picture with these rectangles painted black, packed anew from its pixels: nothing else of the file is left.

    Raises ValueError for what is no single picture, and for what is no rectangle.
    """
    image = _opened(picture)
    draw = ImageDraw.Draw(image)
    for mask in masks:
        left, top, width, height = mask
        if not all(map(math.isfinite, mask)) or width < 0 or height < 0:
            raise ValueError(f"no rectangle: {mask}")
        first = math.floor(left) - MARGIN, math.floor(top) - MARGIN
        last = math.ceil(left + width) + MARGIN - 1, math.ceil(top + height) + MARGIN - 1
        draw.rectangle((*first, *last), fill="black")
    written = BytesIO()
    image.save(written, "PNG", compress_level=1)
    return packed(written.getvalue())


def _opened(picture: bytes) -> Image.Image:
    """The pixels alone, on white."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # judged by its size below
            with Image.open(BytesIO(picture), formats=("WEBP", "PNG", "JPEG")) as opened:
                if opened.width * opened.height > _MOST_PIXELS or getattr(opened, "n_frames", 1) > 1:
                    raise ValueError("not one picture of a page")
                layer = opened.convert("RGBA")
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError("no picture") from error
    image = Image.new("RGB", layer.size, "white")
    image.paste(layer, mask=layer)
    return image
