"""What the tests of the command line share: a small flow and case, consoles that can be read, English."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from bot.cli.asking import Asking
from bot.cli.interrupts import Interrupts
from bot.cli.setting import THEME, Setting
from bot.filing.progress import CaseOutcome
from bot.filing.states import CaseState
from bot.flow.case import Case, Origin
from bot.flow.models import Flow
from bot.text import Text, read_in
from tests.unit.cli.service import Service

Standing = Callable[..., CaseOutcome]


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Every test starts with an English reader, an empty home and no password in the environment."""
    for variable in ("LC_ALL", "LC_MESSAGES", "PORTAL_PASSWORD", "PORTAL_STORE"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("PORTAL_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PORTAL_PERSON", "ana")
    read_in("en")
    yield
    read_in("en")


def readable(width: int = 100) -> Console:
    """A console that nobody looks on, and whose output a test can read."""
    return Console(file=io.StringIO(), theme=THEME, width=width, highlight=False, markup=False, emoji=False)


def output(console: Console) -> str:
    """What was printed on a readable console."""
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.fixture
def setting(tmp_path: Path) -> Setting:
    """A setting whose consoles can be read."""
    return Setting(tmp_path / "home", readable(), readable())


@pytest.fixture
def case() -> Case:
    """A person to add, on row 4."""
    flow = Flow.model_validate(
        {
            "flow": "add",
            "title": {"es": "Alta de trabajador", "en": "Add employee", "zh": "人员新增"},
            "person": "id_number",
            "inputs": {"id_number": {"type": "text", "label": Text.same("ID")}},
            "steps": [{"open": "/"}],
        }
    )
    return Case("add-004", flow, {"id_number": "330299199001010017"}, Origin("add", 4))


@pytest.fixture
def standing(case: Case) -> Standing:
    """Where the person of a row stands."""

    def stand(state: str, row: int = 4, **facts: str) -> CaseOutcome:
        one = replace(case, id=f"add-{row:03}", origin=Origin("add", row))
        return CaseOutcome(one, CaseState(state), **facts)

    return stand


@pytest.fixture
def asking() -> Asking:
    """Asks at a terminal that nobody reads."""
    return Asking(Interrupts(readable()))


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Service:
    """What the commands call instead of the assistant, with a password at hand."""
    service = Service()
    monkeypatch.setattr(Setting, "assistant", lambda *_, **__: service)
    monkeypatch.setenv("PORTAL_PASSWORD", "secret")
    return service
