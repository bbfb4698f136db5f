"""How a roster is to be run, and how a batch is to be gone on with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.filing.progress import Until
from bot.filing.stop import Pauses

if TYPE_CHECKING:
    from bot.browser import PortalBrowser


@dataclass(frozen=True)
class RunOptions:
    """How a roster is to be run."""

    until: Until = "declare"
    headed: bool = False
    slow_mo: float = 0
    """Milliseconds to wait after each thing that the browser does."""
    results: Path | None = None
    """Where the copy of the roster with the results goes; beside the roster if not said."""
    evidence: Path | None = None
    """The folder for the pictures; under the home if not said."""
    four_eyes: bool = False
    """Whether another person than `by` has to approve what is declared."""
    by: str = ""
    """Who runs it."""
    pauses: Pauses | None = None
    """How long to wait before something is tried again."""
    trace: bool = False
    """Whether to record what the browser does, for support."""
    browser: PortalBrowser | None = None
    """One that is borrowed, and left running; otherwise one is started, and ended. A borrowed one leaves no trace."""


@dataclass(frozen=True)
class ResumeOptions:
    """How a batch is to be gone on with."""

    until: Until | None = None
    """How far; as far as it was to go from the start if not said."""
    headed: bool = False
    slow_mo: float = 0
    approved_only: bool = False
    """Declare what a person has approved already, and ask nobody about the rest."""
    url: str | None = None
    """Another address of the portal than the batch was accepted for."""
    by: str = ""
    pauses: Pauses | None = None
    trace: bool = False
    browser: PortalBrowser | None = None


@dataclass(frozen=True)
class DriftOptions:
    """How to look for what changed."""

    accept: bool = False
    """Whether what is seen becomes what the portal is compared with from now on."""
    propose: bool = False
    """Whether to write a changed copy of portal.yaml, with the new names."""
    headed: bool = False
