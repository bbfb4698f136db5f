"""The page that takes a browser to the console: a file for its owner alone, so that the address is in no process list.

Whoever starts a browser with an address shows it to everybody on this computer, for as long as the browser runs.
"""

from __future__ import annotations

import os
from html import escape
from pathlib import Path

from bot.console import words
from bot.private import OWNERS_FILE, private_folder
from bot.text import reading_language


class OpeningPage:
    """The file, for the console on this port. It is there from when it is written until somebody has come in by it."""

    def __init__(self, home: Path, port: int) -> None:
        self.path = home / f"console.open-{port}.html"

    def write(self, address: str) -> str:
        """Write it, to lead to this address; where it is, as a browser is told. Raises OSError."""
        private_folder(self.path.parent)
        self.remove()
        descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNERS_FILE)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(_html(address))
        return self.path.resolve().as_uri()

    def remove(self) -> None:
        """Remove it, if it is there."""
        self.path.unlink(missing_ok=True)


def _html(address: str) -> str:
    to, said = escape(address), escape(str(words.GO_TO_CONSOLE))
    return (
        f'<!doctype html>\n<html lang="{reading_language()}"><head><meta charset="utf-8">'
        '<meta name="referrer" content="no-referrer">'
        f'<meta http-equiv="refresh" content="0; url={to}"><title>{escape(str(words.TITLE))}</title></head>'
        f'<body><p><a href="{to}">{said}</a></p></body></html>\n'
    )
