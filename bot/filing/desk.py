"""A desk: one account logged in to the portal, where flows are done one after the other."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Protocol, TypeVar

from pydantic import SecretStr

from bot.errors import AssistantError, Fault, LoginRefused, PortalUnreachable
from bot.filing import words
from bot.filing.stop import Pauses, StopSwitch
from bot.filing.troubles import hide_secrets
from bot.flow.models import Flow, Library, Window
from bot.flow.scope import Scope
from bot.flow.steps import Stage
from bot.redaction import redactor
from bot.run import Answer, CaseReport, Hands, Listener, Person, Runner
from bot.text import Language, Text

Done = TypeVar("Done")

ATTEMPTS = 3
"""How often something is begun, when only technical faults stand in the way."""


@dataclass(frozen=True)
class Account:
    """An employer's login. `name` is what the clerk calls it, `user` what the portal does.

    From here on the password shows nowhere.
    """

    name: str
    user: str
    password: SecretStr

    def __post_init__(self) -> None:
        redactor.secret(self.password)


class Seat(Protocol):
    """A browser context at the portal, as the desk needs it."""

    @property
    def hands(self) -> Hands:
        """What acts on the page."""
        ...

    @property
    def language(self) -> Language:
        """The language in which the portal is shown."""
        ...

    def about(self, cases: Sequence[str]) -> None:
        """Which cases the pictures from now on belong to."""
        ...

    async def logging_in(self, under_way: bool) -> None:
        """While the account is being let in, a login page is no sign of a lost session."""
        ...

    async def settled(self) -> None:
        """Wait until every picture that was taken is on the disk and recorded."""
        ...

    async def failed(self, error: AssistantError) -> None:
        """Keep a picture of a failure, and say in the error where it is."""
        ...

    async def close(self) -> None:
        """End the browser context."""
        ...


@dataclass
class Reports(Listener):
    """Gathers what flows report."""

    said: list[CaseReport] = field(default_factory=list)

    def reported(self, report: CaseReport) -> None:
        self.said.append(report)

    def of(self, *states: str) -> list[CaseReport]:
        """The reports with one of these states, in order."""
        return [report for report in self.said if report.state in states]


class Desk:
    """Logs in and out, and does flows in the account's one session.

    After a fault nothing is known of the page, so `start_again` takes a new context and logs in afresh.
    """

    def __init__(
        self,
        library: Library,
        account: Account,
        take_seat: Callable[[], Awaitable[Seat]],
        person: Person,
        *,
        today: date,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        listeners: Sequence[Listener] = (),
        pauses: Pauses | None = None,
        stop: StopSwitch | None = None,
        tell: Callable[[Text], None] = lambda words: None,
    ) -> None:
        self._library = library
        self._account = account
        self._take_seat = take_seat
        self._person = person
        self._today = today
        self.now = clock
        self.pauses = pauses or Pauses()
        self.stop = stop or StopSwitch()
        self._tell = tell
        self._listeners = listeners
        self._seat: Seat | None = None
        self._language: Language | None = None

    @property
    def flows(self) -> Mapping[str, Flow]:
        """The flows of the portal, by name."""
        return self._library.flows

    def scope(self, names: Mapping[str, Any] | None = None) -> Scope:
        """What a flow that is done at this desk can see. Needs a login before: only then is the language known."""
        if self._language is None:
            raise AssertionError("the desk has not logged in yet")
        portal = self._library.portal
        shared = {
            "portal": portal.names,
            "account": {
                "name": self._account.name,
                "user": self._account.user,
                "password": self._account.password,
            },
            "today": self._today,
        }
        return Scope(portal, self._language, {**shared, **(names or {})})

    @property
    def window(self) -> Window | None:
        """When the portal takes filings."""
        return self._library.portal.window

    @property
    def seated(self) -> bool:
        """Whether the account is logged in here, as far as we know."""
        return self._seat is not None

    async def log_in(self) -> None:
        """Take a seat and log in; wait with growing pauses while the portal gives no answer.

        A portal that has never answered yet is not waited for as long: its address may be wrong. Raises LoginRefused,
        PortalClosed; PortalUnreachable once the waiting has reached its limit.
        """
        faults = 0
        for pause in self.pauses.growing(at_first=self._language is None):
            await self.stop.safe_point()
            try:
                return await self._let_in()
            except Fault as fault:
                await self._leave()
                faults += not isinstance(fault, PortalUnreachable)
                if not fault.retryable or faults == ATTEMPTS:
                    raise
                self._tell(words.WAITING.format(message=str(fault), seconds=round(pause)))
                await self.stop.pause(pause)
        return await self._let_in()

    async def _let_in(self) -> None:
        self._seat = await self._take_seat()
        self._language = self._seat.language
        await self._seat.logging_in(True)
        try:
            await self.do(self.flows[self._library.portal.login])
        except LoginRefused:
            await self._leave()  # nobody is in, and nobody needs to be let out
            raise
        await self._seat.logging_in(False)

    async def log_out(self) -> None:
        """Log out, as far as the portal lets us, and leave the seat."""
        if self._seat is None:
            return
        try:
            if self._library.portal.logout is not None:
                await self.do(self.flows[self._library.portal.logout])
        finally:
            await self._leave()

    async def start_again(self) -> None:
        """Give up the page, whatever it shows, and log in anew."""
        await self._leave()
        await self.log_in()

    async def persist(self, work: Callable[[], Awaitable[Done]]) -> Done:
        """Do what changes nothing in the portal's books; after a fault that may pass, log in anew and do it again."""
        for pause, _ in zip(self.pauses.growing(), range(ATTEMPTS - 1), strict=False):
            try:
                return await work()
            except Fault as fault:
                if not fault.retryable:
                    raise
            await self.stop.pause(pause)
            await self.start_again()
        return await work()

    async def _leave(self) -> None:
        seat, self._seat = self._seat, None
        if seat is not None:
            await seat.close()

    async def do(
        self, flow: Flow, names: Mapping[str, Any] | None = None, *, about: Sequence[str] = ()
    ) -> tuple[dict[str, Any], Reports]:
        """Do a whole flow; its outputs and what it reported."""
        scope, reports = self.scope(_with_defaults(flow, names or {})), Reports()
        self._sitting.about(about)
        with _answers_hidden() as hide:
            outputs = await self._guard(self._runner(reports, hide).run(flow, scope))
        return outputs, reports

    async def do_stage(self, flow: Flow, stage: Stage, scope: Scope, *, about: Sequence[str] = ()) -> Reports:
        """Do one stage of a flow; what it reported."""
        reports = Reports()
        self._sitting.about(about)
        with _answers_hidden() as hide:
            await self._guard(self._runner(reports, hide).run_stage(flow, stage, scope))
        return reports

    def _runner(self, reports: Reports, hide: Callable[[Answer], object]) -> Runner:
        return Runner(self.flows, self._sitting.hands, self._person, (*self._listeners, reports), hide=hide)

    @property
    def _sitting(self) -> Seat:
        if self._seat is None:
            raise AssertionError("nobody is logged in at this desk")
        return self._seat

    async def _guard(self, work: Awaitable[Done]) -> Done:
        try:
            done = await work
            await self._sitting.settled()
        except AssistantError as error:
            await self._sitting.failed(error)
            raise
        return done


@contextmanager
def _answers_hidden() -> Iterator[Callable[[Answer], object]]:
    """Hides the answers that it is told of for as long as the flow runs; its errors do not tell of them either."""
    with ExitStack() as hidden:
        try:
            yield lambda answer: hidden.enter_context(redactor.for_now(answer))
        except BaseException as error:
            hide_secrets(error)
            raise


def _with_defaults(flow: Flow, names: Mapping[str, Any]) -> dict[str, Any]:
    """Every input has a value, if only null: an expression may ask for one that was left empty."""
    return {**{name: field.default for name, field in flow.inputs.items()}, **names}
