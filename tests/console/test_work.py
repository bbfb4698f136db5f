"""What goes on behind the pages: one job at a time, questions that wait, a stop that is heeded."""

from __future__ import annotations

import asyncio

import pytest

from bot.console.work import Job, Works
from bot.errors import Interrupted, UsageError
from bot.filing.progress import Watching
from bot.text import Text

TITLE = Text.same("a job")


async def until(works: Works, job: Job) -> None:
    """Wait until a job has ended."""
    with works.listener() as changed:
        while not job.ended:
            await changed.wait()
            changed.clear()


async def asked(works: Works) -> str:
    """Wait until somebody asks; the question's id."""
    with works.listener() as changed:
        while not works.questions:
            await changed.wait()
            changed.clear()
    return next(iter(works.questions))


async def test_a_run_waits_for_the_answer_and_gets_it() -> None:
    works = Works()

    async def work(watching: Watching) -> str:
        return await watching.person("a").ask(Text.same("code?"), picture=b"png")

    job = works.start(TITLE, ["a"], work)
    question = await asked(works)
    assert works.questions[question].picture == b"png"
    assert works.answer(question, "2468")
    await until(works, job)
    assert job.result == "2468"
    assert not works.questions
    assert not works.answer(question, "again")


@pytest.mark.parametrize(("said", "meant"), [("yes", True), ("no", False), ("", False)])
async def test_only_a_yes_is_a_yes(said: str, meant: bool) -> None:
    works = Works()
    job = works.start(TITLE, ["a"], lambda watching: watching.person("a").approve(Text.same("go on?")))
    works.answer(await asked(works), said)
    await until(works, job)
    assert job.result is meant


async def test_a_stop_takes_the_question_back() -> None:
    works = Works()
    job = works.start(TITLE, ["a"], lambda watching: watching.person("a").ask(Text.same("code?")))
    await asked(works)
    works.halt(job)
    await until(works, job)
    assert isinstance(job.error, Interrupted)
    assert not works.questions


async def test_one_job_is_done_at_a_time() -> None:
    works = Works()
    free = asyncio.Event()

    async def first(watching: Watching) -> None:
        await free.wait()

    async def second(watching: Watching) -> str:
        return "done"

    one = works.start(TITLE, ["a"], first, about="b-1")
    two = works.start(TITLE, ["a"], second)
    with works.listener() as changed:
        while one.waits:
            await changed.wait()
            changed.clear()
    assert two.waits
    assert works.running("b-1") is one
    free.set()
    await until(works, two)
    assert two.result == "done"
    assert works.running("b-1") is None


async def test_closing_stops_what_is_under_way_and_what_waits() -> None:
    works = Works()
    first = works.start(TITLE, ["a"], lambda watching: watching.person("a").ask(Text.same("code?")))
    second = works.start(TITLE, ["a"], lambda watching: watching.person("a").ask(Text.same("code?")))
    await asked(works)
    await works.close()
    assert isinstance(first.error, Interrupted)
    assert isinstance(second.error, Interrupted)


async def test_an_error_is_kept_for_the_page() -> None:
    works = Works()

    async def work(watching: Watching) -> None:
        raise UsageError("no", cure="do this")

    job = works.start(TITLE, [], work)
    await until(works, job)
    assert str(job.error) == "no"


async def test_a_job_that_is_paused_rests_at_its_next_safe_point_and_goes_on_where_it_was() -> None:
    works = Works()
    went_on = asyncio.Event()

    async def work(watching: Watching) -> str:
        await watching.person("a").ask(Text.same("code?"))
        await watching.stop.safe_point()
        went_on.set()
        return "done"

    job = works.start(TITLE, ["a"], work)
    question = await asked(works)
    works.pause(job)
    assert job.paused_at is not None
    assert not job.resting
    works.answer(question, "2468")
    with works.listener() as changed:
        while not job.resting:
            await changed.wait()
            changed.clear()
    assert not went_on.is_set()
    works.let_go(job)
    await until(works, job)
    assert job.result == "done"
    assert job.paused_at is None


async def test_a_paused_job_that_is_stopped_stops() -> None:
    works = Works()

    async def work(watching: Watching) -> None:
        while True:
            await watching.stop.safe_point()
            await asyncio.sleep(0)

    job = works.start(TITLE, ["a"], work)
    works.pause(job)
    with works.listener() as changed:
        while not job.resting:
            await changed.wait()
            changed.clear()
    works.halt(job)
    await until(works, job)
    assert isinstance(job.error, Interrupted)


async def test_a_mistake_of_ours_is_told_too() -> None:
    works = Works()

    async def work(watching: Watching) -> None:
        raise ZeroDivisionError

    works.unforeseen = lambda error: UsageError(type(error).__name__, cure="send the file")
    job = works.start(TITLE, [], work)
    await until(works, job)
    assert str(job.error) == "ZeroDivisionError"
