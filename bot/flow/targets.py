"""Targets: what a step acts on, told the way a person would point at it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from bot.flow.base import Model
from bot.text import Text

KINDS = ("button", "link", "field", "text", "heading", "image", "role", "test_id", "css", "row", "element")


class Row(Model):
    """A row of a table, known by what is in it."""

    has: Annotated[tuple[Text, ...], Field(min_length=1, description="Texts that the row contains, each of them.")]


class Target(Model):
    """One way to find one thing on a page. Exactly one kind, and where to look for it.

    Only what a person can see counts as found; a target that finds two things is an error.
    """

    button: Text | None = Field(None, description="A button, by the text on it or its accessible name.")
    link: Text | None = Field(None, description="A link, by its text.")
    field: Text | None = Field(
        None,
        description="A box to fill or choose in, by the label beside or above it (a * or : after it is ignored).",
    )
    text: Text | None = Field(None, description="The innermost thing with exactly this text.")
    heading: Text | None = Field(None, description="A heading, by its text.")
    image: Text | None = Field(None, description="A picture, by its alternative text.")
    role: str | None = Field(None, description="An accessibility role, with `name`: for what has no kind of its own.")
    test_id: str | None = Field(None, description="The page's data-testid attribute.")
    css: str | None = Field(None, description="A CSS selector: the last resort.")
    row: Row | None = Field(None, description="A table row, by texts in it.")
    element: str | None = Field(None, description="An element of portal.yaml, narrowed by the keys below.")

    name: Text | None = Field(None, description="The accessible name, with `role`.")
    has_text: Text | None = Field(None, description="Only if it contains this text.")
    nth: int | None = Field(None, description="Which one, from 1, where several are meant; -1 is the last.")
    frame: Targets | None = Field(None, description="The frame to look in: an element or a target that is an <iframe>.")
    within: Targets | None = Field(None, description="Look only inside this element or target.")

    @model_validator(mode="after")
    def _one_kind(self) -> Target:
        kinds = [kind for kind in KINDS if getattr(self, kind) is not None]
        if len(kinds) != 1:
            found = " and ".join(kinds) if kinds else "none"
            raise ValueError(f"a target has exactly one of {', '.join(KINDS)}; found {found}")
        if self.name is not None and self.role is None:
            raise ValueError("`name` goes with `role`")
        return self

    @property
    def kind(self) -> str:
        """Which of `KINDS` this target is."""
        return next(kind for kind in KINDS if getattr(self, kind) is not None)


class Targets(Model):
    """Candidates for one thing, tried in order. In YAML: an element's name, a target, or a list of targets."""

    candidates: tuple[Target, ...]

    @model_validator(mode="before")
    @classmethod
    def _from_yaml(cls, raw: Any) -> Any:
        if isinstance(raw, Targets) or (isinstance(raw, dict) and set(raw) == {"candidates"}):
            return raw
        several = raw if isinstance(raw, list | tuple) else [raw]
        return {"candidates": [{"element": one} if isinstance(one, str) else one for one in several]}

    @property
    def element(self) -> str | None:
        """The element's name, where this is nothing but one."""
        only = self.candidates[0]
        return only.element if len(self.candidates) == 1 else None


Target.model_rebuild()
