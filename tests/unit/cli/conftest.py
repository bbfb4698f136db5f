"""What the tests of the command line share: a small flow and case, consoles that can be read, English."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from bot.cli.setting import THEME, Setting
from bot.flow.case import Case, Origin
from bot.flow.models import Flow
from bot.text import Text, read_in


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Every test starts with an English reader, an empty home and no password in the environment."""
    for variable in ("LC_ALL", "LC_MESSAGES", "PORTAL_PASSWORD"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("PORTAL_HOME", str(tmp_path / "home"))
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
