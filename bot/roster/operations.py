"""The operations that a roster can hold, by any of their names."""

from __future__ import annotations

from bot.fields import Problem
from bot.fields.cells import as_text, fold
from bot.fields.masking import quote
from bot.flow.models import Flow, Library
from bot.roster import checking_words as words
from bot.roster.matching import listed, nearest, sheet_name, spellings
from bot.roster.model import Cell
from bot.text import Text


class Operations:
    """Finds operations by their flow's name or title, in any language."""

    def __init__(self, library: Library) -> None:
        self.flows = library.operations
        self.by_name: dict[str, Flow] = {}
        """By folded name."""
        for flow in self.flows:
            cut = {fold(sheet_name(title)) for title in flow.title.values()}
            for name in {fold(flow.flow), *spellings(flow.title), *cut}:
                self.by_name.setdefault(name, flow)

    @property
    def titles(self) -> Text:
        """The titles of all, for a message."""
        return listed(flow.title for flow in self.flows)

    def named(self, name: str) -> Flow | None:
        """The operation of this name."""
        return self.by_name.get(fold(name))

    def unknown(self, cell: Cell) -> Problem:
        """What to say of a cell that names no operation."""
        typed = as_text(cell) or ""
        if not typed:
            return words.NO_OPERATION.error("RO01", operations=self.titles)
        near = nearest(typed, self.by_name)
        if near is None:
            return words.UNKNOWN_OPERATION.error("RO01", found=quote(typed), operations=self.titles)
        problem = words.UNKNOWN_OPERATION_NEAR.error(
            "RO01", found=quote(typed), nearest=near.title, operations=self.titles
        )
        return problem.proposing(near.title)
