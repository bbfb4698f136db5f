"""A folder of flows while it is read: what could be loaded, where it stands, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from bot.flow.marks import Source
from bot.flow.models import Flow, Portal
from bot.flow.problems import FlowProblem


@dataclass
class Folder:
    """The portal and flows of a folder. Files with mistakes have a source, but no model."""

    portal: Portal | None = None
    portal_source: Source | None = None
    flows: dict[str, Flow] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    """Of every flow, by its name: also of those that could not be loaded."""
    problems: list[FlowProblem] = field(default_factory=list)

    @property
    def attributes(self) -> dict[str, Collection[str] | None]:
        """What expressions can read of `portal` and `account`; None where nobody knows, as the portal is not loaded."""
        portal = self.portal
        return {
            "account": ("name", "user", "password"),
            "portal": portal.names if portal else None,
            "portal.words": portal.words if portal else None,
        }
