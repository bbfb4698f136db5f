"""Black boxes over what a picture shows and not everybody may see: painted into the pixels, with nothing underneath."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from math import ceil, floor

from PIL import Image, ImageDraw

from bot.evidence.page import Mask

MARGIN = 2
"""Pixels that a box is larger than what it hides, on each side."""


def blackened(picture: bytes, masks: Sequence[Mask], *, scale: tuple[float, float] | None = None) -> bytes:
    """The picture with these rectangles painted black, written anew from its pixels: WebP without any metadata.

    `scale` is the size that the rectangles are told in, if it is not the picture's. Raises ValueError for no picture.
    """
    try:
        with Image.open(BytesIO(picture)) as opened:
            image = opened.convert("RGB")
    except (OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError("no picture") from error
    across, down = (image.width / scale[0], image.height / scale[1]) if scale else (1.0, 1.0)
    draw = ImageDraw.Draw(image)
    for left, top, width, height in masks:
        box = (
            floor(left * across) - MARGIN,
            floor(top * down) - MARGIN,
            ceil((left + width) * across) + MARGIN,
            ceil((top + height) * down) + MARGIN,
        )
        draw.rectangle(box, fill="black")
    painted = Image.new("RGB", image.size)
    painted.paste(image)
    written = BytesIO()
    painted.save(written, "WEBP", quality=80, method=0)
    return written.getvalue()
