"""A command at work while somebody watches, when it is cut short or comes to its end."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.cli.filing import workplace
from bot.filing.progress import Watching
from bot.service import Account, RunOptions
from tests.unit.cli.conftest import Standing, output, readable
from tests.unit.cli.service import Service, summary_of, view_of


async def ctrl_c_twice(batch: str, watching: Watching) -> None:
    """Work that Ctrl-C, pressed twice, does not let come to its end."""
    signal.raise_signal(signal.SIGINT)
    signal.raise_signal(signal.SIGINT)
    await asyncio.Event().wait()


def test_what_is_cut_short_at_once_is_shown_as_it_was_left(standing: Standing, tmp_path: Path) -> None:
    console = readable()
    service: Any = Service(work=ctrl_c_twice)
    service.hold(view_of(standing("declaring", number="20261100000021")))
    account = Account("acme", "170000001", SecretStr("secret"))
    roster = tmp_path / "roster.csv"
    with pytest.raises(KeyboardInterrupt), workplace(console) as place:
        place.work(service, ["acme"], lambda watching: service.run(roster, [account], RunOptions(), watching))
    said = output(console)
    assert "· declaring" in said
    assert "20261100000021" in said
    assert said.splitlines()[-1] == "  portal resume 202611-01"


def test_a_summary_for_each_account_and_one_total(standing: Standing) -> None:
    console = readable()
    service: Any = Service()
    views = [
        view_of(standing("approved")),
        view_of(standing("under_review"), id="202611-02", account="umbrella"),
    ]
    service.hold(*views)
    with workplace(console) as place:
        place.tell(service, [summary_of(view) for view in views])
    said = output(console)
    parts = [
        "Batch 202611-01 · account acme",
        "Batch 202611-02 · account umbrella",
        "portal status 202611-02 --refresh",
        "All accounts (2) · Cases: 2 · under review: 1 · approved: 1",
    ]
    assert [said.count(part) for part in parts] == [1] * 4
    assert sorted(parts, key=said.index) == parts
