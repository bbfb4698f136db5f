"""Filing while somebody watches, when it is cut short."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pydantic import SecretStr

from bot.cli.filing import file_roster
from bot.cli.progress import Watch
from bot.filing.desk import Account
from bot.filing.records import CaseRecord
from bot.filing.states import CaseState
from bot.flow.case import Case
from bot.service import RunOptions
from bot.text import Text
from tests.unit.cli.conftest import output, readable


class CutShort:
    """An assistant that gets as far as one draft when Ctrl-C is pressed."""

    url = "http://127.0.0.1/"
    library = SimpleNamespace(portal=SimpleNamespace(title=Text.same("The portal")))

    def __init__(self, case: Case) -> None:
        self._case = case

    async def run(self, *_: object, progress: Watch, **__: object) -> None:
        progress.case_changed(CaseRecord(self._case, CaseState.DRAFTED, number="20261100000021"))
        raise KeyboardInterrupt


def test_ctrl_c_shows_how_far_each_case_came(case: Case, tmp_path: Path) -> None:
    console = readable()
    assistant: Any = CutShort(case)
    account = Account("demo", "170000001", SecretStr("secret"))
    with pytest.raises(KeyboardInterrupt):
        file_roster(assistant, tmp_path / "roster.csv", account, RunOptions(), console=console, yes=True)
    [*_, header, line] = output(console).splitlines()
    assert header.split() == ["Row", "Person", "Operation", "State", "No."]
    assert "✓ draft saved" in line
    assert "20261100000021" in line
