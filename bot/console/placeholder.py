"""What stands in the place of a picture that may not be shown: a picture that says so."""

from __future__ import annotations

from html import escape

from bot.console import words
from bot.text import reading_language

_LINE = 34
"""Pixels between two lines."""


def placeholder() -> bytes:
    """The picture, in the reader's language, as SVG."""
    lines = "".join(
        f'<text x="400" y="{290 + _LINE * at}" font-size="{size}">{escape(str(said))}</text>'
        for at, (said, size) in enumerate(
            ((words.NOT_SHOWN, 26), (words.NOT_SHOWN_WHY, 20), (words.NOT_SHOWN_CURE, 20))
        )
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500" viewBox="0 0 800 500" '
        f'xml:lang="{reading_language()}" role="img">'
        '<rect x="1" y="1" width="798" height="498" fill="#eceff3" stroke="#5d6b7d" stroke-width="2" '
        'stroke-dasharray="10 8"/>'
        '<g fill="none" stroke="#5d6b7d" stroke-width="5" stroke-linecap="round">'
        '<path d="M350 190q50-48 100 0q-50 48-100 0z"/><circle cx="400" cy="190" r="13"/>'
        '<path d="M352 232L448 148"/></g>'
        f'<g fill="#2b3440" font-family="system-ui, sans-serif" text-anchor="middle">{lines}</g></svg>'
    ).encode()
