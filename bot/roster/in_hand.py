"""A roster while it is put right: read once, and each row checked anew only when a cell of it was changed."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from bot.errors import UsageError
from bot.flow.models import Library
from bot.roster import reading_words as words
from bot.roster.check import Checked, check
from bot.roster.corrections import Corrections, corrected
from bot.roster.grid import open_grids
from bot.roster.known_rows import KnownRows
from bot.roster.model import Place, index_of
from bot.roster.read import roster_of

LONGEST = 1_000
"""Characters of a correction: no input takes more."""


class InHand:
    """A roster and its corrections."""

    def __init__(self, path: Path, library: Library, corrections: Corrections) -> None:
        """Read the file. Raises RosterError if it can't be taken as a spreadsheet."""
        self.path = path
        self._library = library
        self._grids, content = open_grids(path)
        self._hash = hashlib.sha256(content).hexdigest()
        self._corrections = dict(corrections)
        self._known = KnownRows()

    @property
    def corrections(self) -> Mapping[Place, str]:
        """What was put right so far."""
        return self._corrections

    def correct(self, place: Place, value: str) -> None:
        """Put a cell right. Raises UsageError if the spreadsheet has no such cell."""
        sheet, row, column = place
        grid = next((one for one in self._grids if one.name == sheet), None)
        widest = max((len(cells) for cells in grid.rows), default=0) if grid else 0
        if grid is None or not 0 < row <= len(grid.rows) or not 0 <= index_of(column) < widest:
            said = words.NO_SUCH_CELL.format(sheet=sheet, cell=f"{column}{row}")
            raise UsageError(said, cure=words.NO_SUCH_CELL_CURE)
        self._corrections[place] = _legible(value)[:LONGEST]

    def checked(self, now: datetime) -> Checked:
        """The roster as it is now, with all that is wrong with it. Raises RosterError where it is none."""
        grids = corrected(self._grids, self._corrections)
        roster = roster_of(self.path, grids, self._hash, self._library, self._corrections)
        return check(roster, self._library, today=now, known=self._known)


def _legible(value: str) -> str:
    """Without the characters that no cell can hold."""
    return "".join(one for one in value.strip() if one >= " ")
