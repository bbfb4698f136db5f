"""The pytest plugin: scenario files are tests, and tests in Python get a portal, flows and rosters.

`pytest flows fixtures/scenarios` collects every `*.scenario.yaml`, with their tags as marks, and of every folder with a
`portal.yaml` each file to be linted. pytest-playwright's options are heeded: `--headed`, `--slowmo`,
`--browser-channel`, `--tracing`, `--screenshot` and `--output`; those that cannot be are refused. Nothing heavy is
imported before it is needed.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest

from bot.testing.house import House

if TYPE_CHECKING:
    from bot.filing.progress import RunSummary
    from bot.flow.problems import FlowProblem
    from bot.testing.play import Played, Stage
    from bot.testing.portal import MockPortal
    from bot.testing.report import ReportPage
    from bot.testing.scenario import ReadScenario

SUFFIX = ".scenario.yaml"
PORTAL_FILE = "portal.yaml"
_FIXTURES = frozenset({"run_flow", "file_roster"})
"""With these a test plays something in a browser."""


HOUSE = pytest.StashKey[House]()
STAGE = pytest.StashKey["Stage"]()
PAGE = pytest.StashKey["ReportPage"]()
KEPT = pytest.StashKey[list[tuple[Path, Path]]]()
"""Files that go into the folder of `--output`, and what they are called there."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of our own."""
    group = parser.getgroup("portal", "portal assistant")
    group.addoption("--flows", default=None, metavar="FOLDER", help="flows that scenarios are played with")
    group.addoption(
        "--portal-report", default=None, metavar="FILE.html", help="write a page with every scenario, in pictures"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Nothing is started yet."""
    config.stash[HOUSE] = House()
    config.stash[KEPT] = []
    config.addinivalue_line("markers", "scenario: a scenario file of the portal assistant")
    config.addinivalue_line("markers", "flows: a flow file of the portal assistant, to be linted")
    wanted = config.getoption("--portal-report", default=None)
    if wanted and not hasattr(config, "workerinput"):  # the workers tell, one process writes
        from bot.testing.report import ReportPage

        config.stash[PAGE] = ReportPage(Path(wanted))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the portals of a session that did not come to its end."""
    if HOUSE in config.stash:
        config.stash[HOUSE].stop()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Scenario files are tests, and so are folders of flows."""
    if file_path.name.endswith(SUFFIX):
        file: ScenarioFile = ScenarioFile.from_parent(parent, path=file_path)
        return file
    if file_path.name == PORTAL_FILE:
        flows: FlowsFile = FlowsFile.from_parent(parent, path=file_path)
        return flows
    return None


def pytest_collection_modifyitems(config: pytest.Config, items: Sequence[pytest.Item]) -> None:
    """Nothing is played otherwise than an option says: one that cannot be heeded is refused before anything is run.

    A worker of xdist can refuse nothing as a whole: there each test does, for the same reason.
    """
    from bot.testing.options import refused

    played = (isinstance(one, ScenarioItem) or _FIXTURES & set(getattr(one, "fixturenames", ())) for one in items)
    if (wrong := refused(config.getoption)) and not hasattr(config, "workerinput") and any(played):
        raise pytest.UsageError(wrong)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What was done goes along with how a test ended; so it gets from a worker to the one that writes the page."""
    report = yield
    stage = item.stash.get(STAGE, None)
    if report.when == "call" and stage is not None:
        _keep_output(item, stage.played, failed=report.failed)
        report.played = True  # type: ignore[attr-defined]  # goes along
        if item.config.getoption("--portal-report", default=None):
            from bot.testing.report import notes_of

            scenario = item.scenario if isinstance(item, ScenarioItem) else None
            of = {"title": scenario.scenario, "about": scenario.about, "tags": list(scenario.tags)} if scenario else {}
            report.portal = {**of, **notes_of(stage)}  # type: ignore[attr-defined]  # goes along
    return report


@pytest.hookimpl(trylast=True)
def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Put it on the page."""
    told: Mapping[str, Any] | None = getattr(report, "portal", None)
    page = _PAGES[-1] if _PAGES else None
    if told is None or page is None:
        return
    from bot.testing.report import Entry

    wrong = report.longreprtext if report.failed else ""
    title, about, tags = told.get("title", ""), told.get("about", ""), tuple(told.get("tags", ()))
    page.add(Entry(report.nodeid, title, about, tags, report.outcome, report.duration, wrong), told)


def pytest_sessionstart(session: pytest.Session) -> None:
    """The page of this run."""
    if (page := session.config.stash.get(PAGE, None)) is not None:
        _PAGES.append(page)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Stop the portals, keep what is to be kept and write the page.

    Here already: once a worker of xdist has said that it is done, it may be ended before it is unconfigured. And here
    only: pytest-playwright empties the folder of `--output` when its first own test begins.
    """
    for path, kept in session.config.stash.get(KEPT, ()):
        kept.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, kept)
    if HOUSE in session.config.stash:
        session.config.stash[HOUSE].stop()
    if (page := session.config.stash.get(PAGE, None)) is not None:
        _PAGES.remove(page)
        page.write()


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Say where the page is, and that there is no video."""
    from bot.testing.options import NO_VIDEO, wants_video

    if wants_video(terminalreporter.config.getoption) and any(
        getattr(report, "played", False) for reports in terminalreporter.stats.values() for report in reports
    ):
        terminalreporter.write_line(NO_VIDEO, yellow=True)
    if (page := terminalreporter.config.stash.get(PAGE, None)) is not None:
        terminalreporter.write_sep("-", f"scenarios in pictures: {page.path}")


_PAGES: list[ReportPage] = []
"""The page of the run that is on: pytest tells of reports without saying of which run they are."""


class ScenarioFile(pytest.File):
    """A file with one scenario."""

    def collect(self) -> Iterable[ScenarioItem]:
        """The scenario. A file that is wrong is told with its line, and is no scenario."""
        from bot.errors import AssistantError
        from bot.testing.scenario import load_scenario

        try:
            read = load_scenario(self.path)
        except AssistantError as error:
            raise self.CollectError(str(error)) from error
        yield ScenarioItem.from_parent(self, name=self.path.name.removesuffix(SUFFIX), read=read)


class DisagreementError(Exception):
    """A scenario ended otherwise than it should have."""


class ScenarioItem(pytest.Item):
    """One scenario."""

    def __init__(self, *, read: ReadScenario, **more: Any) -> None:
        super().__init__(**more)
        self._read = read
        self.scenario = read.scenario
        for tag in ("scenario", *self.scenario.tags):
            self.config.addinivalue_line("markers", f"{tag}: a tag of scenarios")
            self.add_marker(tag)
        if self.scenario.timeout and self.config.pluginmanager.hasplugin("timeout"):
            self.add_marker(pytest.mark.timeout(self.scenario.timeout))

    def runtest(self) -> None:
        """Play it, and hold what became of it against what was expected."""
        from bot.errors import AssistantError
        from bot.testing.judge import disagreements
        from bot.testing.options import manner_of, refused
        from bot.testing.play import Stage
        from bot.testing.vain import vain_expectations

        if objection := refused(self.config.getoption):
            raise DisagreementError(objection)
        wanted, house = self.scenario.portal, self.config.stash[HOUSE]
        portal, manner = house.portal(wanted.language, wanted.captcha, wanted.module), manner_of(self.config.getoption)
        flows, backstage = _flows(self.config), house.backstage(manner)
        stage = Stage(portal, self._home(), flows=flows, manner=manner, backstage=backstage)
        self.stash[STAGE] = stage
        try:
            with _in_surroundings(self.config):
                played = stage.play(self._read)
        except AssistantError as error:
            raise DisagreementError(f"{error}\n{error.cure}") from error
        if wrong := disagreements(self.scenario, played):
            told = [f"- {one.told(str(self._read.place(one.loc)))}" for one in wrong]
            raise DisagreementError("\n".join([*told, *_where(played)]))
        if vain := vain_expectations(self.scenario, played):
            places = [f"- {self._read.place(loc)}: {'.'.join(map(str, loc))}" for loc in vain]
            raise DisagreementError("\n".join(["These expectations hold whatever happens:", *places]))

    def _home(self) -> Path:
        factory: pytest.TempPathFactory = self.config._tmp_path_factory  # type: ignore[attr-defined]  # as tmp_path does
        return factory.mktemp(re.sub(r"\W", "_", self.name)[:40], numbered=True)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What went wrong, in words; a traceback only for our own mistakes."""
        if isinstance(excinfo.value, DisagreementError):
            return f"{self.scenario.scenario}\n{self.path}\n{excinfo.value}"
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[os.PathLike[str], int, str]:
        """Where it is."""
        return self.path, 0, f"{self.path.parent.name}/{self.name}: {self.scenario.scenario}"


class FlowsFile(pytest.File):
    """A folder of flows: each of its files is linted."""

    _problems: list[FlowProblem] | None = None

    def collect(self) -> Iterable[LintItem]:
        """An item for each file."""
        for path in sorted(self.path.parent.glob("*.yaml")):
            if not path.name.endswith(SUFFIX):
                yield LintItem.from_parent(self, name=path.name)

    def problems(self) -> list[FlowProblem]:
        """All that the lint says of the folder: it looks at the files together, once."""
        from bot.flow.lint import lint

        if self._problems is None:
            self._problems = lint(self.path.parent)
        return self._problems


class LintItem(pytest.Item):
    """One file of flows."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.add_marker("flows")

    def runtest(self) -> None:
        """Fails for errors; warnings are for `portal lint`."""
        assert isinstance(self.parent, FlowsFile)
        found = [one for one in self.parent.problems() if Path(one.place.file).name == self.name]
        if wrong := [str(one) for one in found if one.severity == "error"]:
            raise DisagreementError("\n".join(wrong))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What the lint says; a traceback only for our own mistakes."""
        return str(excinfo.value) if isinstance(excinfo.value, DisagreementError) else super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[os.PathLike[str], int, str]:
        """Where it is."""
        return self.path.parent / self.name, 0, f"{self.path.parent.name}/{self.name}"


def _keep_output(item: pytest.Item, played: Played, *, failed: bool) -> None:
    """Pictures and traces into the folder of `--output`, as pytest-playwright does with a page's own."""
    option = item.config.getoption
    shots, traces = option("--screenshot", default="off"), option("--tracing", default="off")
    name = re.sub(r"[^\w-]+", "-", item.nodeid).strip("-").lower()
    folder = Path(option("--output", default="test-results")).absolute() / name
    kept = item.config.stash[KEPT]
    if shots == "on" or (shots == "only-on-failure" and failed):
        from bot.testing.report import folders_of
        from bot.testing.steps import pictures_in

        pictures = enumerate(pictures_in(folders_of(played)), start=1)
        kept += [(path, folder / f"{number:03}-{path.name}") for number, path in pictures]
    if traces == "on" or (traces == "retain-on-failure" and failed):
        kept += [(path, folder / path.name) for path in _traces(played)]


def _traces(played: Played) -> list[Path]:
    return [*(path for batch in played.batches for path in batch.traces), *played.traces]


def _where(played: Played) -> Iterator[str]:
    for batch in played.batches:
        yield f"pictures: {batch.evidence}"
    yield from (f"trace: {path}" for path in _traces(played))


def _in_surroundings(config: pytest.Config) -> AbstractContextManager[object]:
    from bot.testing.options import surroundings_of

    return patch.dict(os.environ, surroundings_of(config.getoption))


def _flows(config: pytest.Config) -> Path | None:
    said = config.getoption("--flows")
    return Path(said) if said else None


@pytest.fixture
def mock_portal(request: pytest.FixtureRequest) -> MockPortal:
    """The English mock portal, as new, with what can be done behind its back."""
    from bot.testing.scenario import PortalAsItIs

    portal = request.config.stash[HOUSE].portal()
    portal.begin(PortalAsItIs(), account="")
    return portal


@pytest.fixture
def _stage(request: pytest.FixtureRequest, mock_portal: MockPortal, tmp_path: Path) -> Iterator[Stage]:
    from bot.testing.options import manner_of, refused
    from bot.testing.play import Stage

    if objection := refused(request.config.getoption):
        pytest.fail(objection, pytrace=False)
    manner = manner_of(request.config.getoption)
    flows, backstage = _flows(request.config), request.config.stash[HOUSE].backstage(manner)
    stage = Stage(mock_portal, tmp_path / "home", flows=flows, manner=manner, backstage=backstage)
    request.node.stash[STAGE] = stage
    with _in_surroundings(request.config):
        yield stage


@pytest.fixture
def run_flow(_stage: Stage) -> Callable[..., Mapping[str, Any]]:
    """`run_flow("find_pending", id_number=…)`: log in, do one flow, log out; its outputs. Raises what stopped it."""
    from bot.testing.cast import sample_cast

    def run(name: str, **inputs: Any) -> Mapping[str, Any]:
        _stage.do_flow(name, inputs, sample_cast())
        if _stage.played.stopped is not None:
            raise _stage.played.stopped
        return _stage.played.outputs

    return run


@pytest.fixture
def file_roster(_stage: Stage) -> Callable[[Sequence[Mapping[str, str]]], RunSummary]:
    """`file_roster([{"flow": "add", "id_number": …}, …])`: file rows in full; what became of them.

    Raises RosterError with all that the check has against them.
    """

    def run(rows: Sequence[Mapping[str, str]]) -> RunSummary:
        return _stage.file_rows(rows)

    return run
