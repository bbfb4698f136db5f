"""Spreadsheets that mean harm, handed in at the console: it says what to do, and goes on answering."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.console import words
from bot.console.console import Console
from tests.console.conftest import Visitor, short_roster
from tests.unit.roster.hostile import HOSTILE


@pytest.mark.parametrize("name", HOSTILE)
def test_the_console_goes_on_answering(visitor: Visitor, console: Console, tmp_path: Path, name: str) -> None:
    file, make, said = HOSTILE[name]
    path = make(tmp_path / file)
    handed = visitor.ask("POST", "/new", form={}, files={"roster": (path.name, path.read_bytes())})
    there = handed.headers["location"]
    answer = visitor.ask("GET", there)
    assert answer.status_code == 400
    assert said in answer.text.replace("&#39;", "'")
    assert words.CURE.to("en") in answer.text
    for more in ("roster", "marked", "list", "plan"):
        assert visitor.ask("GET", f"{there}/{more}").status_code == 400
    good = short_roster(console.assistant, tmp_path / "good.xlsx")
    handed = visitor.ask("POST", "/new", form={}, files={"roster": (good.name, good.read_bytes())})
    assert visitor.ask("GET", handed.headers["location"]).status_code == 200
