"""A black box leaves nothing of what was there: not in the pixels, and not in the file."""

from __future__ import annotations

import io
import math

import pytest
from PIL import Image, PngImagePlugin

from bot.evidence.blacken import MARGIN, blackened
from bot.evidence.page import Mask

BOX: Mask = (40.4, 30.2, 49.5, 19.7)
"""On whole pixels: from 40 to 90 across, from 30 to 50 down."""


def picture(secret: tuple[int, int, int], *, format: str = "PNG", **options: object) -> bytes:
    """White, with something secret in the box, reaching a pixel beyond it."""
    image = Image.new("RGB", (200, 100), "white")
    image.paste(secret, (39, 29, 91, 51))
    image.paste((30, 90, 200), (120, 20, 180, 80))
    written = io.BytesIO()
    image.save(written, format, **options)
    return written.getvalue()


def opened(made: bytes) -> Image.Image:
    with Image.open(io.BytesIO(made)) as image:
        image.load()
        return image


def darkest_and_brightest(image: Image.Image) -> tuple[float, float]:
    (low, high) = image.convert("L").getextrema()
    assert isinstance(low, int | float) and isinstance(high, int | float)
    return low, high


def test_a_box_is_black_with_a_margin_and_the_rest_stays() -> None:
    made = blackened(picture((200, 0, 0)), [BOX])
    image = opened(made.data)
    assert (made.suffix, made.width, made.height, image.size) == (".webp", 200, 100, (200, 100))
    box = (40 - MARGIN, 30 - MARGIN, 90 + MARGIN, 50 + MARGIN)
    assert darkest_and_brightest(image.crop(box)) == (0, 0)
    for edge in ((0, 0, 115, 28), (0, 52, 115, 100), (0, 0, 38, 100), (92, 0, 115, 100)):
        assert darkest_and_brightest(image.crop(edge)) == (255, 255)
    blue = image.convert("RGB").getpixel((150, 50))
    assert isinstance(blue, tuple) and blue[2] > 150


@pytest.mark.parametrize(("format", "options"), [("PNG", {}), ("WEBP", {"lossless": True})])
def test_not_a_bit_depends_on_what_was_in_the_box(format: str, options: dict[str, object]) -> None:
    made = {blackened(picture(secret, format=format, **options), [BOX]).data for secret in [(200, 0, 0), (0, 90, 9)]}
    assert len(made) == 1


def test_nothing_else_of_the_file_is_left() -> None:
    note = PngImagePlugin.PngInfo()
    note.add_text("Comment", "330299199001010017")
    exif = Image.Exif()
    exif[0x010E] = "330299199001010017"
    written = picture((1, 2, 3), pnginfo=note, exif=exif) + b"330299199001010017"
    assert written.count(b"330299199001010017") == 3
    made = blackened(written, []).data
    assert b"330299199001010017" not in made
    assert opened(made).getexif() == {} and b"EXIF" not in made and b"XMP" not in made


def test_what_is_under_transparency_is_not_shown() -> None:
    image = Image.new("RGBA", (20, 20), (10, 200, 30, 0))
    written = io.BytesIO()
    image.save(written, "PNG")
    assert darkest_and_brightest(opened(blackened(written.getvalue(), []).data))[0] > 250


def test_a_box_may_reach_beyond_the_picture() -> None:
    image = opened(blackened(picture((9, 9, 9)), [(-50, -50, 60, 60), (190, 90, 500, 500)]).data)
    assert darkest_and_brightest(image.crop((0, 0, 8, 8))) == (0, 0)
    assert darkest_and_brightest(image.crop((192, 92, 200, 100))) == (0, 0)


def test_a_picture_too_long_for_webp_stays_png() -> None:
    written = io.BytesIO()
    Image.new("L", (10, 17_000), "white").save(written, "PNG")
    made = blackened(written.getvalue(), [(0, 16_000, 10, 10)])
    assert (made.suffix, made.height, opened(made.data).format) == (".png", 17_000, "PNG")
    assert darkest_and_brightest(opened(made.data).crop((0, 15_998, 10, 16_012))) == (0, 0)


@pytest.mark.parametrize("data", [b"", b"RIFF nothing", b"%PDF-1.7", picture((0, 0, 0))[:-200]])
def test_what_is_no_picture_is_not_painted(data: bytes) -> None:
    with pytest.raises(ValueError, match="no picture"):
        blackened(data, [])


def test_several_pictures_in_one_are_not_painted() -> None:
    written = io.BytesIO()
    Image.new("RGB", (9, 9), "white").save(
        written, "WEBP", save_all=True, append_images=[Image.new("RGB", (9, 9), "red")], duration=100
    )
    with pytest.raises(ValueError, match="not one picture"):
        blackened(written.getvalue(), [])


@pytest.mark.parametrize("mask", [(0, 0, -1, 5), (0, 0, 5, -1), (math.nan, 0, 1, 1), (0, 0, math.inf, 1)])
def test_what_is_no_rectangle_is_not_painted(mask: Mask) -> None:
    with pytest.raises(ValueError, match="no rectangle"):
        blackened(picture((0, 0, 0)), [mask])
