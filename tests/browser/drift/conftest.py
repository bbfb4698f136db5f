"""Walks through portals that have changed, by the whole assistant, in a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.bundled import bundled_flows
from bot.drift.report import DriftReport
from bot.filing.progress import Watching
from bot.service import Account, Assistant, DriftOptions
from bot.text import Language
from tests.browser.filing.conftest import Portals, Watcher, portals  # noqa: F401  # a fixture
from tests.portal.clerk import ACCOUNT, CLOCK, Clerk

PATIENCE = 3
"""Seconds that a step waits on a portal on this machine."""


@dataclass(frozen=True)
class Walker:
    """Looks for drift in a copy of the bundled flows, and so against their own baselines."""

    flows: Path
    home: Path
    mock: Clerk
    language: Language

    async def __call__(self, *faults: dict[str, Any], **options: bool) -> DriftReport:
        """Walk through the portal with these faults, and no others."""
        self.mock.control("faults", [*faults]).raise_for_status()
        clock = datetime.fromisoformat(CLOCK)
        assistant = Assistant(home=self.home, flows=self.flows, url=self.mock.url, clock=lambda: clock)
        account = Account("demo", ACCOUNT, SecretStr(f"demo-{ACCOUNT}"))
        watcher = Watcher()
        watching = Watching(person=lambda name: watcher, progress=lambda name: watcher)
        return await assistant.drift(account, DriftOptions(**options), watching)

    def said(self, report: DriftReport) -> list[str]:
        """What changed, in the portal's language."""
        return [f"{one.words.to(self.language)} [{', '.join(one.screens)}]" for one in report.findings]


Walk = Callable[[Language], Walker]
Drift = Callable[..., Awaitable[DriftReport]]


@pytest.fixture
def flows(tmp_path: Path) -> Path:
    """A copy of the bundled flows that does not wait long for what is not there."""
    folder = Path(shutil.copytree(bundled_flows(), tmp_path / "flows"))
    portal = folder / "portal.yaml"
    portal.write_text(portal.read_text(encoding="utf-8") + f"\ntimeout: {PATIENCE}\n", encoding="utf-8", newline="\n")
    return folder


@pytest.fixture
def walker(flows: Path, tmp_path: Path, portals: Portals) -> Iterator[Walk]:  # noqa: F811  # the fixture from above
    """`walker(language)`: whoever walks through a portal in that language."""

    def at(language: Language) -> Walker:
        return Walker(flows, tmp_path / "home", portals.fresh("--lang", language), language)

    yield at
