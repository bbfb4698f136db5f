"""The pytest plugin: scenario files are tests, and tests in Python get a portal, flows and rosters.

`pytest fixtures/scenarios` collects every `*.scenario.yaml`; their tags are marks. Of pytest-playwright's options
`--headed`, `--slowmo`, `--browser-channel` and `--tracing` are heeded. Nothing heavy is imported before it is needed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest

if TYPE_CHECKING:
    from bot.filing.progress import RunSummary
    from bot.testing.play import Manner, Played, Stage
    from bot.testing.portal import MockPortal
    from bot.testing.scenario import Scenario

SUFFIX = ".scenario.yaml"


class Portals:
    """The portals of a test run: each kind is started once."""

    def __init__(self) -> None:
        self._running: dict[tuple[str, str, str], MockPortal] = {}

    def get(self, language: str = "en", captcha: str = "off", module: str = "mock_portal") -> MockPortal:
        """The portal of this kind, whatever state it is in."""
        from bot.testing.portal import MockPortal

        kind = (language, captcha, module)
        if kind not in self._running:
            self._running[kind] = MockPortal(*kind)
        return self._running[kind]

    def stop(self) -> None:
        """End them all."""
        for portal in self._running.values():
            portal.stop()
        self._running.clear()


PORTALS = pytest.StashKey[Portals]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of our own."""
    group = parser.getgroup("portal", "portal assistant")
    group.addoption("--flows", default=None, metavar="FOLDER", help="flows that scenarios are played with")


def pytest_configure(config: pytest.Config) -> None:
    """Nothing is started yet."""
    config.stash[PORTALS] = Portals()
    config.addinivalue_line("markers", "scenario: a scenario file of the portal assistant")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the portals that were started."""
    if PORTALS in config.stash:
        config.stash[PORTALS].stop()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Scenario files are tests."""
    if file_path.name.endswith(SUFFIX):
        file: ScenarioFile = ScenarioFile.from_parent(parent, path=file_path)
        return file
    return None


class ScenarioFile(pytest.File):
    """A file with one scenario."""

    def collect(self) -> Iterable[ScenarioItem]:
        """The scenario. A file that is wrong is told with its line, and is no scenario."""
        from bot.errors import AssistantError
        from bot.testing.scenario import load_scenario

        try:
            scenario = load_scenario(self.path)
        except AssistantError as error:
            raise self.CollectError(str(error)) from error
        yield ScenarioItem.from_parent(self, name=self.path.name.removesuffix(SUFFIX), scenario=scenario)


class DisagreementError(Exception):
    """A scenario ended otherwise than it should have."""


class ScenarioItem(pytest.Item):
    """One scenario."""

    def __init__(self, *, scenario: Scenario, **more: Any) -> None:
        super().__init__(**more)
        self.scenario = scenario
        for tag in ("scenario", *scenario.tags):
            self.config.addinivalue_line("markers", f"{tag}: a tag of scenarios")
            self.add_marker(tag)

    def runtest(self) -> None:
        """Play it, and hold what became of it against what was expected."""
        from bot.errors import AssistantError
        from bot.testing.judge import disagreements
        from bot.testing.play import Stage

        wanted = self.scenario.portal
        portal = self.config.stash[PORTALS].get(wanted.language, wanted.captcha, wanted.module)
        stage = Stage(portal, self._home(), flows=_flows(self.config), manner=_manner(self.config))
        try:
            with _keys_in_files():
                played = stage.play(self.scenario, self.path.parent)
        except AssistantError as error:
            raise DisagreementError(f"{error}\n{error.cure}") from error
        if wrong := disagreements(self.scenario, played):
            raise DisagreementError("\n".join([*(f"- {one}" for one in wrong), *_where(played)]))

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


def _where(played: Played) -> Iterator[str]:
    for batch in played.batches:
        yield f"pictures: {batch.evidence}"
        yield from (f"trace: {path}" for path in batch.traces)


def _keys_in_files() -> AbstractContextManager[object]:
    """Whoever runs tests keeps their keyring to themselves: the keys that seal evidence are kept in the home folder."""
    return patch.dict(os.environ, {"PORTAL_KEYS": "file"})


def _flows(config: pytest.Config) -> Path | None:
    said = config.getoption("--flows")
    return Path(said) if said else None


def _manner(config: pytest.Config) -> Manner:
    """pytest-playwright's options, as far as it is there."""
    from bot.testing.play import Manner

    if channel := config.getoption("--browser-channel", default=None):
        os.environ["PORTAL_BROWSER"] = str(channel)
    return Manner(
        headed=bool(config.getoption("--headed", default=False)),
        slow_mo=float(config.getoption("--slowmo", default=0) or 0),
        trace=config.getoption("--tracing", default="off") != "off",
    )


@pytest.fixture
def mock_portal(request: pytest.FixtureRequest) -> MockPortal:
    """The English mock portal, as new, with what can be done behind its back."""
    from bot.testing.scenario import PortalAsItIs

    portal = request.config.stash[PORTALS].get()
    portal.begin(PortalAsItIs(), account="")
    return portal


@pytest.fixture
def _stage(request: pytest.FixtureRequest, mock_portal: MockPortal, tmp_path: Path) -> Stage:
    from bot.testing.play import Stage

    return Stage(mock_portal, tmp_path / "home", flows=_flows(request.config), manner=_manner(request.config))


@pytest.fixture
def run_flow(_stage: Stage) -> Callable[..., Mapping[str, Any]]:
    """`run_flow("find_pending", id_number=…)`: log in, do one flow, log out; its outputs. Raises what stopped it."""
    from bot.testing.play import Played, PlayedPerson, sample_account, wait_for
    from bot.testing.scenario import PortalAsItIs

    def run(name: str, **inputs: Any) -> Mapping[str, Any]:
        played = Played()
        now = PortalAsItIs().now
        wait_for(lambda: _stage.do_flow(name, inputs, sample_account(), PlayedPerson(), played, now))
        if played.stopped is not None:
            raise played.stopped
        return played.outputs

    return run


@pytest.fixture
def file_roster(_stage: Stage) -> Callable[[Sequence[Mapping[str, str]]], RunSummary]:
    """`file_roster([{"flow": "add", "id_number": …}, …])`: file rows in full; what became of them.

    Raises RosterError with all that the check has against them.
    """

    def run(rows: Sequence[Mapping[str, str]]) -> RunSummary:
        with _keys_in_files():
            return _stage.file_rows(rows)

    return run
