"""A picture as others may see it: black where it shows what is sensitive, or not at all where that is not certain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from bot.evidence import export_words as words
from bot.evidence.blacken import blackened
from bot.evidence.masking import Masking
from bot.evidence.packing import Packed
from bot.evidence.page import Diagnosis, Page
from bot.evidence.record import CaseFacts
from bot.text import Text

OWN_KEPT = 256
"""So many cases are kept with what is sensitive of them alone: a picture is seldom masked twice."""


class Uncertain(Exception):
    """Nobody can say for certain that nothing sensitive would be seen."""

    def __init__(self, why: Text) -> None:
        super().__init__(why)
        self.why = why


class PictureMasker:
    """Masks the pictures of a batch. Any thread may use it."""

    def __init__(self, cases: Sequence[CaseFacts], masking: Masking) -> None:
        """`cases`: all of the batch, with what was entered; `masking`: what is sensitive of any of them."""
        self._cases = cases
        self._masking = masking
        self._own: dict[tuple[str, ...], Masking] = {}

    def masked(self, picture: bytes, said: Page | Diagnosis | None, about: tuple[str, ...]) -> Packed:
        """The picture, black where it shows what is sensitive.

        `said` is what stands beside it, None if nothing does; `about` are the ids of the cases that it was taken of,
        none if it was of no case in particular. Raises Uncertain.
        """
        if said is None or said.masks is None or self._shows_others(said, about):
            raise Uncertain(words.MASKS_UNCERTAIN)
        try:
            made = blackened(picture, said.masks)
        except ValueError as error:
            raise Uncertain(words.MASKS_UNCERTAIN) from error
        measured = said.picture if isinstance(said, Page) else None
        if measured is not None and (measured.width, measured.height) != (made.width, made.height):
            raise Uncertain(words.MASKS_UNCERTAIN)
        return made

    def _shows_others(self, said: Page | Diagnosis, about: tuple[str, ...]) -> bool:
        """Whether a page shows what is known to be sensitive of cases that the picture is not about.

        What was masked then is theirs that it is about, everybody's numbers, and what stands with a sensitive label.
        """
        own = self._masking_of(about)
        for frame in said.frames:
            hidden = [own.text(line) for line in frame.lines]
            others = any(self._masking.text(line) != line for line in hidden)
            if others and not any(label in line.casefold() for line in frame.lines for label in self._labels):
                return True
        return False

    def _masking_of(self, about: tuple[str, ...]) -> Masking:
        if about not in self._own:
            if len(self._own) >= OWN_KEPT:
                self._own.clear()
            self._own[about] = Masking(case for case in self._cases if case.id in about)
        return self._own[about]

    @cached_property
    def _labels(self) -> frozenset[str]:
        """How sensitive fields are labelled, in any language."""
        return frozenset(label.casefold() for label in _sensitive_labels(self._cases) if label)


def _sensitive_labels(cases: Sequence[CaseFacts]) -> Iterator[str]:
    for case in cases:
        for value in case.entered:
            if value.sensitive:
                yield from value.label.values()
