"""What came of an import or an export, on a screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console

from bot.cli import porting_words as words
from bot.cli.words import WRITTEN
from bot.porting.importing import Import
from bot.porting.recording import LeftOut
from bot.text import Text


def show_import(console: Console, made: Import, written: Sequence[Path]) -> None:
    """Each recording, what a person has to look at in it, and the files."""
    for one in made.imported:
        if one.draft is None:
            _line(console, words.EMPTY.format(source=one.source, title=one.title or "…"), "warn")
            continue
        _line(console, words.IMPORTED.format(source=one.source, title=one.title or "…", name=one.draft.name), "name")
        show_remarks(console, one.draft.remarks)
    for path in written:
        _line(console, WRITTEN.format(path=path))
    if made.proposed:
        _line(console, words.ADOPT, "warn")
    _line(console, words.NEXT.format(folder=written[0].parent))


def show_remarks(console: Console, remarks: Iterable[LeftOut]) -> None:
    """What could not be carried over, each with its place."""
    for remark in remarks:
        console.print(f"  {remark}", style="warn", soft_wrap=True)


def _line(console: Console, text: Text, style: str = "") -> None:
    console.print(str(text), style=style or None, soft_wrap=True)
