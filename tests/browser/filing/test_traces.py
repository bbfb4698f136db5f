"""A trace of a real filing: what is kept of it, and that nothing in it betrays anybody."""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pydantic import SecretStr
from rich.console import Console

from bot.cli.debug_log import debug_log
from bot.filing.desk import Account
from bot.filing.progress import BatchSummary, Watching
from bot.redaction import redactor
from bot.service import Assistant, RunOptions
from tests.browser.filing.conftest import SOON, Portals, Watcher
from tests.browser.filing.people import HEADER, LEAVER, NEW, add, interrupt
from tests.portal.clerk import ACCOUNT, CLOCK, Clerk

pytestmark = pytest.mark.asyncio(loop_scope="session")

CODE = "86427531"
PASSWORD = f"demo-{ACCOUNT}"
WAGE = "6854"
MARKED = (CODE, PASSWORD, NEW, LEAVER[0])
Recorded = Callable[..., Awaitable[BatchSummary]]


@pytest.fixture
def guarded(portals: Portals) -> Clerk:
    """A portal that asks for a captcha, in its initial state."""
    return portals.fresh("--lang", "en", "--captcha", f"fixed:{CODE}")


@pytest.fixture
def recorded(tmp_path: Path) -> Recorded:
    """`await recorded(portal)`: two people are filed with --trace and --debug, in a home of their own."""

    async def run(portal: Clerk) -> BatchSummary:
        now = datetime.fromisoformat(CLOCK)
        assistant = Assistant(home=tmp_path / "home", url=portal.url, clock=lambda: now)
        roster = tmp_path / "roster.csv"
        lines = [HEADER, add(NEW, wage=int(WAGE)), interrupt(*LEAVER)]
        roster.write_text("\n".join([*lines, ""]), encoding="utf-8")
        watcher = Watcher(code=CODE)
        watching = Watching(person=lambda account: watcher, progress=lambda account: watcher)
        account = Account("acme", ACCOUNT, SecretStr(PASSWORD))
        options = RunOptions(trace=True, pauses=SOON, by="ana", results=tmp_path / "results.csv")
        with debug_log(assistant.home, Console(file=io.StringIO()), wanted=True, about="run"):
            [summary] = (await assistant.run(roster, [account], options, watching)).batches
        return summary

    return run


class Kept:
    """A trace that was kept."""

    def __init__(self, path: Path) -> None:
        with closing(ZipFile(path)) as file:
            self.entries = {name: file.read(name) for name in file.namelist()}
        self.events = self._lines("trace.trace")
        self.exchanges = [event["snapshot"] for event in self._lines("trace.network")]

    def _lines(self, name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.entries[name].decode("utf-8").split("\n") if line]

    @property
    def typed(self) -> list[str]:
        """The values of the fields that were filled."""
        return [event["params"]["value"] for event in self.events if event.get("method") == "fill"]

    @property
    def resources(self) -> list[bytes]:
        """What was sent and received."""
        return [data for name, data in self.entries.items() if name.startswith("resources/")]

    @property
    def referred(self) -> Iterator[str]:
        """The resources that something refers to."""
        for event in self.events:
            yield from (one["file"] for one in event.get("snapshot", {}).get("resourceOverrides", ()) if "file" in one)
        for one in self.exchanges:
            for body in (one["request"].get("postData", {}), one["response"]["content"]):
                yield from (body[key] for key in ("_file",) if key in body)


def texts(data: Any) -> Iterator[str]:
    """All texts in plain data: a time or a place may be any number."""
    match data:
        case str():
            yield data
        case dict():
            yield from data
            for one in data.values():
                yield from texts(one)
        case list():
            for one in data:
                yield from texts(one)


def everything(home: Path) -> Iterator[tuple[str, bytes]]:
    """All that is written in a folder, and in the zips in it."""
    for path in home.rglob("*"):
        if path.is_file():
            yield str(path), path.name.encode() + path.read_bytes()
            if path.suffix == ".zip":
                yield from ((f"{path}!{name}", name.encode() + data) for name, data in Kept(path).entries.items())


async def test_a_filing_is_recorded_and_betrays_nobody(
    guarded: Clerk, recorded: Recorded, tmp_path: Path
) -> None:
    summary = await recorded(guarded)
    assert [outcome.state.value for outcome in summary.outcomes] == ["approved", "approved"]
    assert summary.untraced == ()
    [path] = summary.traces
    home = tmp_path / "home"
    assert path == home / "traces" / f"{summary.batch}-1.zip"
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    if os.name == "posix":
        assert [one.stat().st_mode & 0o777 for one in (path, path.parent)] == [0o600, 0o700]

    kept = Kept(path)
    assert [one[:3] for one in kept.typed if one.startswith("330")] == ["330", "330"]
    assert "王示例" in kept.typed, "the form was filled while it was recorded"
    assert not {ACCOUNT, PASSWORD, CODE} & set(kept.typed), "the log-in was not"
    assert len([event for event in kept.events if event["type"] == "frame-snapshot"]) > 100
    assert any(one["request"]["method"] == "POST" for one in kept.exchanges)
    assert {name for name in kept.entries if name.startswith("resources/")} == set(kept.referred)

    for mark in MARKED:
        assert not [name for name, data in everything(home / "traces") if mark.encode() in data]
    for mark in (CODE, PASSWORD):
        assert not [name for name, data in everything(home) if mark.encode() in data]
    said = [*texts(kept.events), *texts(kept.exchanges), *(data.decode("utf-8") for data in kept.resources)]
    assert not [one for one in said if re.search(rf"\b{WAGE}\b", one)]

    [log] = (home / "logs").iterdir()
    told = log.read_text(encoding="utf-8")
    assert f"{summary.batch}   click save_to_drafts: done" in told
    assert f"{summary.batch} add-002 is approved" in told
    assert not [mark for mark in (*MARKED, WAGE, "王示例") if mark in told]


async def test_each_session_is_recorded_by_itself_and_no_log_in_with_it(guarded: Clerk, recorded: Recorded) -> None:
    guarded.control("faults", [{"kind": "session_expiry", "at": "lookup", "times": 1}])
    summary = await recorded(guarded)
    assert [outcome.state.value for outcome in summary.outcomes] == ["approved", "approved"]
    assert [path.name for path in summary.traces] == [f"{summary.batch}-1.zip", f"{summary.batch}-2.zip"]
    for path in summary.traces:
        assert not {ACCOUNT, PASSWORD, CODE} & set(Kept(path).typed)


async def test_a_trace_that_cannot_be_cleaned_is_not_kept_and_stops_nothing(
    guarded: Clerk, recorded: Recorded, tmp_path: Path
) -> None:
    redactor.secret("frame-snapshot")  # a word that no trace can do without
    summary = await recorded(guarded)
    assert [outcome.state.value for outcome in summary.outcomes] == ["approved", "approved"]
    assert summary.traces == ()
    [why] = summary.untraced
    assert "without what is confidential it could not be opened any more" in str(why)
    assert list((tmp_path / "home" / "traces").iterdir()) == []
