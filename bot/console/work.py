"""What goes on behind the pages: the work under way, how far it is, and what it asks a person."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.console import words
from bot.console.lane import Lane, LaneSteps
from bot.errors import AssistantError, Interrupted
from bot.filing.progress import Watching
from bot.filing.stop import StopSwitch
from bot.run.person import Draft
from bot.text import Text

YES = "yes"
Work = Callable[[Watching], Coroutine[Any, Any, Any]]
"""What a job does; it says how far it is, asks and heeds a stop through what it is given."""


@dataclass(eq=False)
class Question:
    """Something that only a person can answer; the run waits for it."""

    id: str
    job: Job
    account: str
    words: Text
    answer: asyncio.Future[str]
    picture: bytes | None = None
    secret: bool = False
    is_choice: bool = False
    """Answered with yes or no."""
    drafts: tuple[Draft, ...] = ()


@dataclass(eq=False)
class Job:
    """Something that runs behind the pages: a roster that is filed, a batch that is gone on with, a look for drift."""

    id: str
    title: Text
    accounts: tuple[str, ...]
    stop: StopSwitch = field(default_factory=StopSwitch)
    paused_at: datetime | None = None
    """When somebody asked for a pause, as long as it lasts."""
    stopped: bool = False
    """Whether a person stopped it."""
    taken_up: bool = False
    """Whether it was under way when the console went down, and is gone on with."""
    lanes: dict[str, Lane] = field(default_factory=dict)
    about: str = ""
    """The batch that it is about, if that is known from the start."""
    errand: object = None
    """How to begin it again, if the console goes down."""
    error: AssistantError | None = None
    result: Any = None
    waits: bool = True
    """For the job before it: one is done at a time."""
    ended: bool = False

    @property
    def resting(self) -> bool:
        """Whether it waits at a safe point for the pause to end."""
        return self.paused_at is not None and (self.waits or self.stop.resting)

    @property
    def batches(self) -> tuple[str, ...]:
        """The batches that it has to do with."""
        named = [lane.batch for lane in self.lanes.values() if lane.batch]
        return tuple(dict.fromkeys([*([self.about] if self.about else []), *named]))


class Works:
    """All jobs since the console was opened, and the questions that wait. For one event loop.

    `remember` is told of every job that begins, changes hands or ends, for who keeps account of what is under way;
    `unforeseen` makes something that a person can read out of a mistake of ours.
    """

    def __init__(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.clock = clock
        self.remember: Callable[[Job], None] = lambda job: None
        self.unforeseen: Callable[[Exception], AssistantError] = lambda error: AssistantError(words.BUG)
        self.jobs: dict[str, Job] = {}
        self.questions: dict[str, Question] = {}
        self.closing = False
        self.version = 0
        """Another number after every change."""
        self._turn = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._listeners: set[asyncio.Event] = set()

    def start(
        self,
        title: Text,
        accounts: Sequence[str],
        work: Work,
        *,
        about: str = "",
        errand: object = None,
        taken_up: bool = False,
    ) -> Job:
        """Begin a job; it runs when those before it have ended."""
        job = Job(secrets.token_hex(6), title, tuple(accounts), about=about, errand=errand, taken_up=taken_up)
        job.stop.when_resting(self.changed)
        self.jobs[job.id] = job
        self.remember(job)
        task = asyncio.create_task(self._run(job, work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return job

    async def _run(self, job: Job, work: Work) -> None:
        watching = Watching(
            person=lambda account: PagePerson(self, job, account),
            progress=lambda account: self._lane(job, account),
            listeners=lambda account: (LaneSteps(self._lane(job, account)),),
            stop=job.stop,
        )
        try:
            async with self._turn:
                await job.stop.safe_point()
                job.waits = False
                self.changed()
                job.result = await work(watching)
        except AssistantError as error:
            job.error = error
        except Exception as error:
            job.error = self.unforeseen(error)
        finally:
            job.ended = True
            self._drop(job)
            self.remember(job)
            self.changed()

    def _lane(self, job: Job, account: str) -> Lane:
        if account not in job.lanes:
            job.lanes[account] = Lane(account, lambda: self._told(job))
        return job.lanes[account]

    def _told(self, job: Job) -> None:
        self.remember(job)
        self.changed()

    def running(self, batch: str) -> Job | None:
        """The job that is at work on a batch."""
        return next((job for job in self.jobs.values() if not job.ended and batch in job.batches), None)

    @property
    def under_way(self) -> list[Job]:
        """The jobs that have not ended."""
        return [job for job in self.jobs.values() if not job.ended]

    def halt(self, job: Job) -> None:
        """Stop a job at the next safe point. What it asks need not be answered any more."""
        job.stopped = True
        self._end(job)
        self.remember(job)

    def pause(self, job: Job) -> None:
        """Hold a job at the next safe point, with its browser as it is."""
        if job.ended or job.stop.asked or job.paused_at is not None:
            return
        job.paused_at = self.clock()
        job.stop.hold()
        self._told(job)

    def let_go(self, job: Job) -> None:
        """Have a job that was held go on at once."""
        job.paused_at = None
        for lane in job.lanes.values():
            lane.went_on()
        job.stop.let_go()
        self._told(job)

    def _end(self, job: Job) -> None:
        job.stop.ask()
        self._drop(job)
        self.changed()

    def _drop(self, job: Job) -> None:
        for question in [one for one in self.questions.values() if one.job is job]:
            if not question.answer.done():
                question.answer.set_exception(Interrupted(words.STOPPED, cure=words.STOPPED_CURE))

    async def ask(self, question: Question) -> str:
        """The answer to a question, as soon as somebody gives it. Raises Interrupted if the job is stopped first."""
        question.job.stop.heed()
        self.questions[question.id] = question
        self.changed()
        try:
            return await question.answer
        finally:
            del self.questions[question.id]
            self.changed()

    def question(self, job: Job, account: str, said: Text, **more: Any) -> Question:
        """A new question."""
        answer: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        return Question(secrets.token_hex(6), job, account, said, answer, **more)

    def answer(self, question: str, said: str) -> bool:
        """Answer a question; whether it still waited."""
        waiting = self.questions.get(question)
        if waiting is None or waiting.answer.done():
            return False
        waiting.answer.set_result(said)
        return True

    def changed(self) -> None:
        """Tell every page that looks on that something is different."""
        self.version += 1
        for listener in self._listeners:
            listener.set()

    @contextmanager
    def listener(self) -> Iterator[asyncio.Event]:
        """An event that is set whenever something has changed."""
        event = asyncio.Event()
        self._listeners.add(event)
        try:
            yield event
        finally:
            self._listeners.discard(event)

    async def close(self) -> None:
        """Stop every job at its next safe point, and wait for that."""
        self.closing = True
        for job in self.under_way:
            self._end(job)
        self.changed()
        if self._tasks:
            await asyncio.wait(self._tasks)


class PagePerson:
    """The person at the pages, as a batch sees them."""

    def __init__(self, works: Works, job: Job, account: str) -> None:
        self._works, self._job, self._account = works, job, account

    async def ask(self, question: Text, *, picture: bytes | None = None, secret: bool = False) -> str:
        """The answer to a question."""
        asked = self._works.question(self._job, self._account, question, picture=picture, secret=secret)
        return await self._works.ask(asked)

    async def approve(self, question: Text, drafts: Sequence[Draft] = ()) -> bool:
        """Whether to go on."""
        asked = self._works.question(self._job, self._account, question, is_choice=True, drafts=tuple(drafts))
        return await self._works.ask(asked) == YES
