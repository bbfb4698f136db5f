"""Pictures of the buttons on My documents. The word is only in the picture, as on the real portal."""

from __future__ import annotations

from html import escape

from mock_portal.words import Catalog

BUTTONS = {"select_all": "#4f7fb8", "delete": "#b8564f", "declare": "#3d8f5a"}


def picture(say: Catalog, name: str) -> str:
    """An SVG of the button `name` in the portal's language."""
    word = say(name)
    width = 30 + sum(14 if ord(letter) > 0x2E80 else 7.2 for letter in word)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="26">'
        f'<rect x=".5" y=".5" width="{width - 1:.0f}" height="25" rx="3" fill="{BUTTONS[name]}"'
        ' stroke="#2b4a6b"/>'
        f'<text x="{width / 2:.0f}" y="17.5" text-anchor="middle" font-size="13" fill="#fff"'
        f' font-family="Arial, Noto Sans CJK SC, Microsoft YaHei, sans-serif">{escape(word)}</text></svg>'
    )
