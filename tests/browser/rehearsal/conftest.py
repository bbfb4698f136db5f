"""Rehearsals by the whole assistant, in a real browser, on a portal in a process of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.filing.progress import Watching
from bot.service import Account, Assistant
from bot.service.rehearsal import RehearsalOptions, RehearsalReport
from tests.browser.filing.conftest import Watcher, mock, portals  # noqa: F401  # fixtures
from tests.browser.filing.people import HEADER
from tests.portal.clerk import ACCOUNT, CLOCK, Clerk

EFFECTS = {"saved", "declared"}
"""What the portal notes when its books are changed."""


@dataclass(frozen=True)
class Rehearser:
    """Rehearses rosters at a portal."""

    mock: Clerk
    folder: Path

    async def __call__(
        self, *lines: str, flows: Path | None = None, options: RehearsalOptions | None = None
    ) -> RehearsalReport:
        """Rehearse a roster of these lines."""
        roster = self.folder / "roster.csv"
        roster.write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
        clock = datetime.fromisoformat(CLOCK)
        assistant = Assistant(home=self.folder / "home", flows=flows, url=self.mock.url, clock=lambda: clock)
        account = Account("demo", ACCOUNT, SecretStr(f"demo-{ACCOUNT}"))
        watcher = Watcher()
        watching = Watching(person=lambda name: watcher, progress=lambda name: watcher)
        [report] = await assistant.rehearse(roster, [account], options or RehearsalOptions(), watching)
        assert assistant.batches() == (), "a rehearsal is no batch"
        return report

    def books(self) -> dict[str, Any]:
        """What the portal holds: its drafts, its filings, its employees."""
        state = self.mock.http.get("/_mock/state").json()
        return {name: state[name] for name in ("employees", "drafts", "filings")}

    def happened(self) -> list[str]:
        """What kinds of things the portal has noted since it was new."""
        return [event["kind"] for event in self.mock.http.get("/_mock/state").json()["events"]]


@pytest.fixture
def rehearser(mock: Clerk, tmp_path: Path) -> Rehearser:  # noqa: F811  # the fixture from above
    return Rehearser(mock, tmp_path)
