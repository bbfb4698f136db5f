"""The composition root: the only place that knows every room. Command line, console and tests all go through it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bot.bundled import bundled_flows
from bot.errors import AssistantError, RosterError, UsageError
from bot.filing.batch import Batch, Until
from bot.filing.desk import Account, Desk
from bot.filing.progress import BatchSummary, CaseOutcome, Progress
from bot.filing.records import CaseRecord, Records
from bot.filing.seat import BrowserSeat
from bot.filing.states import TROUBLE, WELL, CaseState
from bot.filing.words import STATES
from bot.flow.models import Library
from bot.run import Listener, Person
from bot.text import Language, Text, reading_language

if TYPE_CHECKING:
    from bot.evidence import Pictures
    from bot.flow.case import Origin
    from bot.flow.models import Flow
    from bot.roster.check import Checked
    from bot.roster.results import RowResult, Tone

__all__ = ["Account", "Assistant", "RunOptions"]

NOTHING_TO_FILE = Text(
    es="En la hoja no hay ningún caso que se pueda presentar.",
    en="There is no case in the roster that could be filed.",
    zh="名册中没有可以办理的业务。",
)
NOTHING_TO_FILE_CURE = Text(
    es="Compruébela con «portal check» y corrija lo que señala.",
    en="Check it with `portal check` and correct what it names.",
    zh="请用 portal check 检查并更正。",
)
TEMPLATE_IS_XLSX = Text(
    es="Una hoja vacía es un libro de Excel, y «{path}» no termina en .xlsx.",
    en="An empty roster is an Excel workbook, and “{path}” does not end in .xlsx.",
    zh="空白名册是 Excel 工作簿，而“{path}”不以 .xlsx 结尾。",
)
TEMPLATE_IS_XLSX_CURE = Text(
    es="Dele un nombre como roster.xlsx.",
    en="Give it a name such as roster.xlsx.",
    zh="请使用类似 roster.xlsx 的文件名。",
)
OPERATIONS_ARE = Text(es="Los trámites son: {known}.", en="The operations are: {known}.", zh="可用业务：{known}。")


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


class Assistant:
    """All that the assistant can do, for one home folder, one folder of flows and one portal address."""

    def __init__(
        self,
        *,
        home: Path,
        flows: Path | None = None,
        url: str | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        listeners: Sequence[Listener] = (),
    ) -> None:
        self.home = home
        self.listeners = tuple(listeners)
        self.flows = flows or bundled_flows()
        self._url = url
        self._clock = clock

    @cached_property
    def library(self) -> Library:
        """The portal and its flows. Raises FlowError with every problem in them."""
        from bot.flow.loader import load_library

        return load_library(self.flows)

    @property
    def url(self) -> str:
        """Where the portal is."""
        return self._url or self.library.portal.address

    def template(self, flows: Sequence[str], path: Path, language: Language) -> Path:
        """Write an empty roster for these operations; all of the portal's if none is named."""
        from bot.roster.template import write_template

        if path.suffix.lower() != ".xlsx":
            raise UsageError(TEMPLATE_IS_XLSX.format(path=path), cure=TEMPLATE_IS_XLSX_CURE)
        named = [self._operation(name) for name in flows] or list(self.library.operations)
        return write_template(self.library, named, path, language)

    def _operation(self, name: str) -> Flow:
        if name not in self.library.portal.operations:
            known = ", ".join(self.library.portal.operations)
            raise UsageError(
                Text(
                    es=f"No hay ningún trámite «{name}».",
                    en=f"There is no operation “{name}”.",
                    zh=f"没有“{name}”这项业务。",
                ),
                cure=OPERATIONS_ARE.format(known=known),
            )
        return self.library.flows[name]

    def check(self, roster: Path) -> Checked:
        """Check a roster without touching the portal. Raises RosterError where it can't be read as a roster."""
        from bot.roster.check import check
        from bot.roster.read import read_roster

        return check(read_roster(roster, self.library), self.library, today=self._clock())

    def write_marked(self, checked: Checked, path: Path) -> Path:
        """Write a copy of a checked roster in which the wrong cells are marked and explained."""
        from bot.roster.marked import write_marked

        return write_marked(checked.roster, checked, path)

    async def run(
        self, roster: Path, account: Account, options: RunOptions, *, person: Person, progress: Progress
    ) -> BatchSummary:
        """Check a roster and file it. Raises only before anything was done; after that the summary tells it all."""
        from bot.evidence import Pictures
        from bot.roster.results import write_results

        checked = self.check(roster)
        if not checked.cases:
            raise RosterError(NOTHING_TO_FILE, cure=NOTHING_TO_FILE_CURE)
        started = time.monotonic()
        pictures = Pictures(options.evidence or self._evidence_folder(roster))
        records = Records(checked.cases, progress.case_changed)
        try:
            stopped = await self._file(records, account, options, pictures, person=person, progress=progress)
        finally:
            outcomes = tuple(_outcome(record, pictures.of(record.case.id)) for record in records)
            wanted = options.results or _unused(roster.with_name(f"{roster.stem}-results.xlsx"))
            rows = _rows(outcomes, pictures.folder)
            results = write_results(roster, rows, wanted, reading_language(), zone=self._zone)
        return BatchSummary(
            outcomes,
            timedelta(seconds=time.monotonic() - started),
            results=results,
            evidence=pictures.folder,
            stopped=stopped,
        )

    @property
    def _zone(self) -> ZoneInfo:
        """The portal's time zone."""
        window = self.library.portal.window
        return ZoneInfo(window.zone if window else "UTC")

    def _evidence_folder(self, roster: Path) -> Path:
        return self.home / "evidence" / f"{self._clock():%Y%m%d-%H%M%S}-{roster.stem}"

    async def _file(
        self,
        records: Records,
        account: Account,
        options: RunOptions,
        pictures: Pictures,
        *,
        person: Person,
        progress: Progress,
    ) -> AssistantError | None:
        """File the records in a browser; what stopped the batch before its end, if anything did."""
        from bot.actions import Hands
        from bot.browser import open_browser

        portal = self.library.portal
        async with open_browser(headed=options.headed, slow_mo=options.slow_mo) as browser:

            async def take_seat() -> BrowserSeat:
                session = await browser.session(portal, self.url)
                return BrowserSeat(session, Hands(session, pictures), await session.language())

            today = self._clock().astimezone(self._zone).date()
            desk = Desk(
                self.library, account, take_seat, person, today=today, clock=self._clock, listeners=self.listeners
            )
            try:
                await Batch(records, desk, person, progress, until=options.until).file()
            except AssistantError as error:
                return error
        return None


def _outcome(record: CaseRecord, evidence: tuple[Path, ...]) -> CaseOutcome:
    return CaseOutcome(
        record.case,
        record.state,
        number=record.number,
        reason=record.reason,
        rule=record.rule,
        error=record.error,
        filed_at=record.filed_at,
        decided_at=record.decided_at,
        evidence=evidence,
    )


def _unused(path: Path) -> Path:
    """The path, or the next one with a number: the results of an earlier run are kept."""
    numbered = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return path if not path.exists() else next(one for one in numbered if not one.exists())


def _tone(state: CaseState) -> Tone:
    if state in WELL:
        return "good"
    return "bad" if state in TROUBLE else "waiting"


def _rows(outcomes: Sequence[CaseOutcome], folder: Path) -> dict[Origin, RowResult]:
    """The outcomes by the row of the roster that they came from."""
    from bot.roster.results import RowResult

    return {
        outcome.case.origin: RowResult(
            status=STATES[outcome.state],
            number=outcome.number,
            reason=outcome.reason,
            filed_at=outcome.filed_at,
            decided_at=outcome.decided_at,
            evidence=tuple(folder / path for path in outcome.evidence),
            tone=_tone(outcome.state),
        )
        for outcome in outcomes
        if outcome.case.origin is not None
    }
