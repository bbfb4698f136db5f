"""A console that went down: the next one goes on with what was under way, and with nothing else."""

from __future__ import annotations

import asyncio
import json
import stat
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.console.console import Console
from bot.console.memory import Errand, Memory
from bot.console.work import Job, Works
from bot.errors import UsageError
from bot.filing.desk import Account
from bot.filing.progress import RunSummary, Watching
from bot.service import ResumeOptions, RunOptions
from bot.text import Text
from tests.console.conftest import short_roster
from tests.console.many import many
from tests.console.test_work import asked, until

TITLE = Text.same("a job")
ERRAND = Errand("go_on", dict(TITLE), "ana", "2026-11", batches=("202611-01",), until="review")


async def forever(watching: Watching) -> Any:
    return await watching.person("a").ask(Text.same("code?"))


async def below(
    home: Path, then: Callable[[Works, Job], None] | None = None, *, errand: Errand = ERRAND
) -> Works:
    """A console at work on a job that waits for an answer; what is done with the job before it goes down."""
    works, memory = Works(), Memory(home)
    works.remember = memory.watch(works)
    job = works.start(TITLE, ["a"], forever, errand=errand)
    await asked(works)
    if then is not None:
        then(works, job)
    await works.close()
    memory.close()
    return works


async def test_what_was_under_way_is_found_again_once(home: Path) -> None:
    await below(home)
    assert Memory(home).left_behind() == [ERRAND]
    assert Memory(home).left_behind() == []


async def test_what_a_person_stopped_is_not_gone_on_with(home: Path) -> None:
    await below(home, lambda works, job: works.halt(job))
    assert Memory(home).left_behind() == []


async def test_what_a_person_paused_waits_for_them_and_what_goes_on_again_does_not(home: Path) -> None:
    await below(home, lambda works, job: works.pause(job))
    assert Memory(home).left_behind() == []

    def pause_and_go_on(works: Works, job: Job) -> None:
        works.pause(job)
        works.let_go(job)

    await below(home, pause_and_go_on)
    assert Memory(home).left_behind() == [ERRAND]


async def test_what_ended_by_itself_is_not_begun_again(home: Path) -> None:
    works, memory = Works(), Memory(home)
    works.remember = memory.watch(works)

    async def fails(watching: Watching) -> None:
        raise UsageError("no")

    async def succeeds(watching: Watching) -> str:
        return "done"

    for work in (fails, succeeds):
        await until(works, works.start(TITLE, ["a"], work, errand=ERRAND))
    memory.close()
    assert Memory(home).left_behind() == []


async def test_what_another_console_is_at_work_on_is_left_to_it(home: Path) -> None:
    works, memory = Works(), Memory(home)
    works.remember = memory.watch(works)
    works.start(TITLE, ["a"], forever, errand=ERRAND)
    await asked(works)
    assert Memory(home).left_behind() == []
    await works.close()
    memory.close()
    assert Memory(home).left_behind() == [ERRAND]


async def test_the_file_is_its_owners_and_says_which_batch_came_of_it(home: Path) -> None:
    works, memory = Works(), Memory(home)
    works.remember = memory.watch(works)
    accepted = asyncio.Event()

    async def work(watching: Watching) -> None:
        watching.progress("a").accepted("202611-07", at=works.clock(), known=False)
        accepted.set()
        await forever(watching)

    works.start(TITLE, ["a"], work, errand=replace(ERRAND, kind="file", batches=(), upload="0" * 16))
    await accepted.wait()
    [path] = (home / "under-way").glob("*.json")
    assert json.loads(path.read_text(encoding="utf-8"))[0]["batches"] == ["202611-07"]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    await works.close()
    memory.close()


async def test_what_is_asked_twice_is_done_once_and_something_else_waits_its_turn(
    home: Path, console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    [batch] = many(home, 4)
    begun: list[str | None] = []

    async def resume(batch: str, account: Account, options: ResumeOptions, watching: Watching) -> Any:
        begun.append(options.until)
        return await forever(watching)

    monkeypatch.setattr(console.assistant, "resume", resume)
    console.given = {"acme": Account("acme", "170000001", SecretStr("secret-of-acme"))}
    view = await console.overview(batch)
    first = console.go_on(view, ResumeOptions(until="review", by="ana"))
    assert console.go_on(view, ResumeOptions(until="review", by="bo")) is first
    second = console.go_on(view, ResumeOptions(until="declare", by="ana", approved_only=True))
    assert second is not first
    console.works.answer(await asked(console.works), "1")
    await until(console.works, first)
    console.works.answer(await asked(console.works), "1")
    await until(console.works, second)
    assert begun == ["review", "declare"]
    assert console.memory.left_behind() == []


async def test_what_was_under_way_in_another_month_waits_for_a_person(home: Path, console: Console) -> None:
    await below(home)
    console.assistant._clock = lambda: datetime(2026, 12, 3, 4, tzinfo=UTC)
    await console.take_up()
    assert not console.works.jobs
    [notice] = console.notices
    assert "another month" in notice.to("en")
    assert "a job" in notice.to("en")


async def test_what_can_no_longer_be_gone_on_with_is_said(home: Path, console: Console) -> None:
    await below(home)
    await console.take_up()
    [notice] = console.notices
    assert "202611-01" in notice.to("en")


async def test_a_roster_of_several_accounts_goes_on_side_by_side(
    home: Path, console: Console, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Even where the console went down before it had heard of every batch."""
    run: list[tuple[list[str], str]] = []

    async def filed(roster: Path, accounts: Sequence[Account], options: RunOptions, watching: Watching) -> RunSummary:
        run.append(([one.name for one in accounts], options.until))
        return RunSummary(())

    [batch] = many(home, 2)
    path = short_roster(console.assistant, tmp_path / "june.xlsx")
    upload = console.uploads.take(path.name, path.read_bytes())
    errand = replace(ERRAND, kind="file", upload=upload, batches=(batch,), wanted={"acme": "1", "bolt": "2"})
    await below(home, errand=errand)
    console.given = {name: Account(name, user, SecretStr("x")) for name, user in errand.wanted.items()}
    monkeypatch.setattr(console.assistant, "run", filed)
    await console.take_up()
    [job] = console.works.jobs.values()
    await until(console.works, job)
    assert run == [(["acme", "bolt"], "review")]
    assert job.taken_up
    assert not console.notices


@pytest.mark.parametrize("said", ["", "[", '[{"kind": "go_on"}]', '{"a": 1}', "[1]"])
def test_a_file_that_cannot_be_understood_stops_nobody(home: Path, said: str) -> None:
    folder = home / "under-way"
    folder.mkdir(parents=True)
    (folder / "a.json").write_text(said, encoding="utf-8")
    assert Memory(home).left_behind() == []
