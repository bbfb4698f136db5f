"""The durable engine, on a file and on a server: each phase once, in order, whatever happens in between."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from contextvars import ContextVar
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, text
from sqlalchemy.exc import IntegrityError

from bot.errors import JournalError
from bot.filing.engine import Engine
from bot.filing.journal.address import file_url
from bot.filing.journal.store import open_journal
from tests.postgres import Server
from tests.unit.filing import engine_worker
from tests.unit.filing.engine_worker import PHASES

SLOT = "host-1"
SOON = 30
"""Seconds that anything may take here."""


@pytest.fixture(params=["file", "server"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A journal's URL, of each kind."""
    if request.param == "file":
        return file_url(tmp_path / "journal.sqlite")
    return str(request.getfixturevalue("postgres_url"))


@asynccontextmanager
async def opened(url: str, slot: str = SLOT) -> AsyncIterator[Engine]:
    """An engine on a journal."""
    with open_journal(url) as journal:
        async with Engine.open(journal.engine, slot) as engine:
            yield engine


class Doing:
    """Notes the phases it does; raises in one, or waits in one until it is cancelled."""

    def __init__(self, *, raises_in: str = "", waits_in: str = "") -> None:
        self.done: list[str] = []
        self.waiting = asyncio.Event()
        self.trouble = ValueError("the drafts are not what they were")
        self._raises_in = raises_in
        self._waits_in = waits_in

    async def __call__(self, phase: str) -> None:
        self.done.append(phase)
        if phase == self._raises_in:
            raise self.trouble
        if phase == self._waits_in:
            self.waiting.set()
            await asyncio.Event().wait()


async def cut_short(engine: Engine, job: str, doing: Doing) -> None:
    """Run a job until it waits, and cancel it there."""
    running = asyncio.create_task(engine.run(job, PHASES, doing))
    async with asyncio.timeout(SOON):
        await doing.waiting.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_does_each_phase_once_and_in_order(url: str) -> None:
    doing = Doing()
    async with opened(url) as engine:
        assert not engine.finished("1:1")
        await engine.run("1:1", PHASES, doing)
        assert engine.finished("1:1")
    assert doing.done == list(PHASES)


async def test_a_job_that_is_over_is_not_done_again(url: str) -> None:
    doing = Doing()
    for _ in range(2):
        async with opened(url) as engine:
            await engine.run("1:1", PHASES, doing)
            await engine.run("1:1", PHASES, doing)
    assert doing.done == list(PHASES)


async def test_a_new_attempt_is_another_job(url: str) -> None:
    doing = Doing()
    async with opened(url) as engine:
        await engine.run("1:1", PHASES, doing)
        await engine.run("1:2", PHASES, doing)
    assert doing.done == [*PHASES, *PHASES]


async def test_what_a_phase_raises_comes_out_as_it_is_and_ends_the_job(url: str) -> None:
    doing = Doing(raises_in="review")
    async with opened(url) as engine:
        with pytest.raises(ValueError) as caught:
            await engine.run("1:1", PHASES, doing)
        assert caught.value is doing.trouble
        assert engine.finished("1:1")
        await engine.run("1:1", PHASES, doing)
    assert doing.done == ["drafts", "review"]


def test_what_a_phase_raises_is_written_nowhere(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(file_url(tmp_path / "journal.sqlite")) as engine:
            await engine.run("1:1", PHASES, Doing(raises_in="review"))

    with pytest.raises(ValueError, match="drafts are not"):
        asyncio.run(run())
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"review" in written
    assert b"not what they were" not in written


async def test_a_cancelled_job_goes_on_where_it_was_cancelled(url: str) -> None:
    doing, again = Doing(waits_in="review"), Doing()
    async with opened(url) as engine:
        await cut_short(engine, "1:1", doing)
        assert not engine.finished("1:1")
        await engine.run("1:1", PHASES, again)
        assert engine.finished("1:1")
    assert doing.done == ["drafts", "review"]
    assert again.done == ["review", "declare"]


async def test_what_nobody_asks_for_is_left_as_it_is(url: str) -> None:
    asked, unasked = Doing(waits_in="review"), Doing(waits_in="review")
    async with opened(url) as engine:
        await cut_short(engine, "asked", asked)
        await cut_short(engine, "unasked", unasked)
    before = recorded(url, "unasked")
    again = Doing()
    async with opened(url) as engine:
        await engine.run("asked", PHASES, again)
        assert again.done == ["review", "declare"]
        assert recorded(url, "unasked") == before
        later = Doing()
        await engine.run("unasked", PHASES, later)
        assert later.done == ["review", "declare"]


async def test_another_slot_goes_on_with_what_is_asked_of_it(url: str) -> None:
    doing, again = Doing(waits_in="review"), Doing()
    async with opened(url) as engine:
        await cut_short(engine, "1:1", doing)
    async with opened(url, "host-2") as engine:
        await engine.run("1:1", PHASES, again)
    assert again.done == ["review", "declare"]


async def test_several_jobs_side_by_side(url: str) -> None:
    together = asyncio.Barrier(3)
    done: dict[str, list[str]] = {"a": [], "b": [], "c": []}

    async def run(engine: Engine, job: str) -> None:
        async def do(phase: str) -> None:
            await together.wait()
            done[job].append(phase)

        await engine.run(job, PHASES, do)

    async with opened(url) as engine, asyncio.timeout(SOON), asyncio.TaskGroup() as group:
        for job in done:
            group.create_task(run(engine, job))
    assert set(map(tuple, done.values())) == {PHASES}


async def test_phases_are_done_in_the_task_that_asks(url: str) -> None:
    language: ContextVar[str] = ContextVar("language")
    here, task = threading.get_ident(), asyncio.current_task()
    read: list[str] = []

    async def do(phase: str) -> None:
        assert (threading.get_ident(), asyncio.current_task()) == (here, task)
        read.append(language.get())
        language.set(f"after {phase}")

    async with opened(url) as engine:
        language.set("es")
        await engine.run("1:1", ("drafts", "review"), do)
    assert read == ["es", "after drafts"]
    assert language.get() == "after review"


async def test_one_engine_and_one_run_of_a_job_at_a_time(tmp_path: Path) -> None:
    url = file_url(tmp_path / "journal.sqlite")
    doing = Doing(waits_in="drafts")
    async with opened(url) as engine:
        with pytest.raises(RuntimeError, match="an engine is open"):
            async with opened(url):
                pass
        running = asyncio.create_task(engine.run("1:1", PHASES, doing))
        await doing.waiting.wait()
        with pytest.raises(RuntimeError, match="being run already"):
            await engine.run("1:1", PHASES, doing)
        running.cancel()
        await asyncio.wait([running])
    async with opened(url) as engine:
        await engine.run("1:1", PHASES, Doing())


async def test_leaves_no_thread_and_no_word_behind(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = set(threading.enumerate())
    async with opened(file_url(tmp_path / "journal.sqlite")) as engine:
        await engine.run("1:1", PHASES, Doing())
        await cut_short(engine, "1:2", Doing(waits_in="review"))
        await engine.run("1:2", PHASES, Doing())
        await cut_short(engine, "1:3", Doing(waits_in="review"))
    for thread in set(threading.enumerate()) - before:
        thread.join(SOON)
        assert not thread.is_alive(), thread
    assert capfd.readouterr() == ("", "")


class Workers:
    """Processes that run a job, and are killed at the end if they still live."""

    def __init__(self, home: Path, url: str) -> None:
        self._home, self._url = home, url
        self._started: list[subprocess.Popen[str]] = []

    def start(self, job: str, wait_in: str = "") -> subprocess.Popen[str]:
        command = [sys.executable, "-m", engine_worker.__name__, str(self._home), self._url, job, wait_in]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self._started.append(process)
        return process

    def close(self) -> None:
        for process in self._started:
            process.kill()
            process.communicate()


@pytest.fixture
def workers(tmp_path: Path, url: str) -> Iterator[Workers]:
    """Starts processes on the journal."""
    started = Workers(tmp_path / "home", url)
    yield started
    started.close()


def said_until(process: subprocess.Popen[str], last: str) -> list[str]:
    """What a process says up to a line."""
    assert process.stdout
    said = []
    for line in process.stdout:
        said.append(line.strip())
        if said[-1] == last:
            return said
    raise AssertionError(f"{said}, and never {last!r}; {process.stderr and process.stderr.read()}")


def said(process: subprocess.Popen[str]) -> list[str]:
    """Everything a process says, without the slot; nothing of it on stderr."""
    out, err = process.communicate(timeout=SOON)
    assert err == ""
    return [line for line in out.splitlines() if not line.startswith("open")]


@pytest.mark.parametrize("phase", PHASES)
def test_a_killed_process_goes_on_at_the_phase_it_was_killed_in(workers: Workers, phase: str) -> None:
    killed = workers.start("1:1", wait_in=phase)
    said_until(killed, f"do {phase}")
    killed.kill()
    killed.wait()
    later = PHASES[PHASES.index(phase) :]
    assert said(workers.start("1:1")) == [*(f"do {one}" for one in later), "over"]
    assert said(workers.start("1:1")) == ["over"]


def test_killed_again_and_again_it_goes_on_and_leaves_nothing_behind(workers: Workers, url: str) -> None:
    for phase in ("drafts", "review", "review"):
        killed = workers.start("1:1", wait_in=phase)
        said_until(killed, f"do {phase}")
        killed.kill()
        killed.wait()
    assert len(queues(url)) == 1  # a life that goes on with a job listens to a queue of its own
    assert said(workers.start("1:1")) == ["do review", "do declare", "over"]
    assert queues(url) == []


async def test_a_second_process_is_turned_away_from_a_file_and_leaves_the_first_alone_on_a_server(
    workers: Workers, url: str
) -> None:
    first = workers.start("1:1", wait_in="review")
    said_until(first, "do review")
    before = recorded(url, "1:1")
    second = workers.start("2:1")
    out, err = second.communicate(timeout=SOON)
    if url.startswith("sqlite"):
        assert second.returncode == 1
        assert f"(process {first.pid})" in err
    else:
        assert out.splitlines()[1:] == ["do drafts", "do review", "do declare", "over"]
    assert recorded(url, "1:1") == before
    assert first.poll() is None


def test_a_journal_that_is_written_meanwhile_is_never_locked(tmp_path: Path) -> None:
    """Both write the same file: the journal from the event loop, the engine from its threads."""
    url = file_url(tmp_path / "journal.sqlite")

    async def stress() -> int:
        written = 0
        with open_journal(url) as journal:
            with journal.engine.begin() as connection:
                connection.execute(text("CREATE TABLE stress (job TEXT, phase TEXT)"))

            async def run(engine: Engine, job: str) -> None:
                async def do(phase: str) -> None:
                    nonlocal written
                    for _ in range(5):
                        with journal.engine.begin() as connection:
                            connection.exec_driver_sql("BEGIN IMMEDIATE")
                            connection.exec_driver_sql("INSERT INTO stress VALUES (?, ?)", (job, phase))
                        written += 1
                        await asyncio.sleep(0)

                await engine.run(job, [str(number) for number in range(5)], do)

            async with Engine.open(journal.engine, SLOT) as engine, asyncio.TaskGroup() as group:
                for number in range(6):
                    group.create_task(run(engine, f"{number}:1"))
        return written

    assert asyncio.run(stress()) == 6 * 5 * 5


async def test_a_server_that_turns_us_away_stops_the_job_and_does_not_hold_it_up(postgres: Server) -> None:
    """Left to itself, DBOS tries again for ever."""
    doing = Doing()
    postgres.tell("CREATE DATABASE goes_away")

    async def do(phase: str) -> None:
        await doing(phase)
        postgres.tell("DROP DATABASE goes_away WITH (FORCE)")

    async with opened(postgres.database("goes_away")) as engine, asyncio.timeout(SOON):
        with pytest.raises(JournalError, match="goes_away"):
            await engine.run("1:1", PHASES, do)
    assert doing.done == ["drafts"]


async def test_a_job_is_not_over_because_a_phase_could_not_be_recorded(tmp_path: Path) -> None:
    doing, again = Doing(), Doing()
    with open_journal(file_url(tmp_path / "journal.sqlite")) as journal:

        def tell(statement: str) -> None:
            with journal.engine.begin() as connection:
                connection.exec_driver_sql(statement)

        async with Engine.open(journal.engine, SLOT) as engine:
            tell("CREATE TRIGGER refuse BEFORE INSERT ON operation_outputs BEGIN SELECT RAISE(ABORT, 'refused'); END")
            with pytest.raises(IntegrityError, match="refused"):
                await engine.run("1:1", PHASES, doing)
            tell("DROP TRIGGER refuse")
            assert not engine.finished("1:1")
            await engine.run("1:1", PHASES, again)
    assert doing.done == ["drafts"]
    assert again.done == list(PHASES)


async def test_another_process_at_work_does_not_take_what_is_gone_on_with_here(
    tmp_path: Path, postgres_url: str
) -> None:
    others = Workers(tmp_path / "home", postgres_url)
    try:
        said_until(others.start("2:1", wait_in="review"), "do review")
        async with opened(postgres_url) as engine, asyncio.timeout(SOON):
            for _ in range(5):
                await cut_short(engine, "1:1", Doing(waits_in="drafts"))
    finally:
        others.close()


def recorded(url: str, job: str) -> list[tuple[object, ...]]:
    """All that the engine has on the disk about a job."""
    return rows(url, "SELECT * FROM {schema}workflow_status WHERE workflow_uuid = :job", job=job)


def queues(url: str) -> list[tuple[object, ...]]:
    """The queues that the engine has on the disk."""
    return rows(url, "SELECT name FROM {schema}queues")


def rows(url: str, query: str, **values: str) -> list[tuple[object, ...]]:
    """What a query finds in the engine's tables."""
    schema = "" if url.startswith("sqlite") else "dbos."
    engine = create_engine(url, poolclass=NullPool)
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query.format(schema=schema)), values)]
