"""`--debug`: what the log holds, what it never does, and that nothing stays changed."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest

from bot.cli.debug_log import debug_log
from bot.cli.main import run
from bot.filing.progress import Watching
from bot.redaction import redactor
from tests.unit.cli.conftest import Standing, output, readable
from tests.unit.cli.service import Service, view_of

ID = "330299198706120115"


def logs(home: Path) -> list[Path]:
    return sorted((home / "logs").iterdir())


def test_what_is_logged_meanwhile_is_in_the_log(tmp_path: Path) -> None:
    redactor.secret("hunter2!")
    redactor.person(ID)
    console = readable()
    levels = {name: logging.getLogger(name).level for name in ("", "bot", "dbos", "sqlalchemy")}
    handlers = list(logging.getLogger().handlers)
    with debug_log(tmp_path, console, wanted=True, about="202611-01"):
        logging.getLogger("bot.actions").debug("typed hunter2! for %s:\n2026-11-10 forged", ID)
        logging.getLogger("some.library").info("a library says so")
        for chatty in ("dbos", "playwright._impl", "sqlalchemy.engine.Engine"):
            logging.getLogger(chatty).info("what %s was given", chatty)
            logging.getLogger(chatty).warning("%s has a trouble", chatty)
    logging.getLogger("bot.actions").warning("too late")
    [path] = logs(tmp_path)
    assert path.name.startswith("202611-01-2")
    assert output(console) == f"Log  {path}\n"
    said = path.read_text(encoding="utf-8")
    assert " DEBUG   bot.actions: typed ••••• for 330*************15:\n    2026-11-10 forged\n" in said
    assert "a library says so" in said
    assert "was given" not in said
    assert "sqlalchemy.engine.Engine has a trouble" in said
    assert "portal-assistant " in said.splitlines()[0]
    assert "too late" not in said
    assert {name: logging.getLogger(name).level for name in levels} == levels
    assert logging.getLogger().handlers == handlers
    if os.name == "posix":
        assert [one.stat().st_mode & 0o777 for one in (path, path.parent)] == [0o600, 0o700]


def test_what_ended_it_is_in_the_log_too(tmp_path: Path) -> None:
    redactor.secret("hunter2!")
    with pytest.raises(ValueError), debug_log(tmp_path, readable(), wanted=True, about="run"):
        raise ValueError("hunter2! is no number")
    said = logs(tmp_path)[0].read_text(encoding="utf-8")
    assert "ended by ValueError" in said
    assert "ValueError: ••••• is no number" in said
    assert "hunter2!" not in said


def test_two_at_once_have_logs_of_their_own(tmp_path: Path) -> None:
    for _ in range(2):
        with debug_log(tmp_path, readable(), wanted=True, about="run"):
            pass
    assert len(logs(tmp_path)) == 2


@pytest.mark.parametrize("command", [["run", "roster.csv", "--account", "acme"], ["resume", "202611-01"]])
def test_the_flags(
    service: Service, standing: Standing, tmp_path: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    async def log_something(batch: str, watching: Watching) -> None:
        logging.getLogger("bot.filing").info("at work")

    service.hold(view_of(standing("pending")))
    service.cases = (standing("pending").case,)
    service.work = log_something
    run(command)
    assert service.asked[-1][-1].trace is False
    assert not (tmp_path / "home").exists()
    assert "--trace" not in capsys.readouterr().out
    run([*command, "--debug", "--trace"])
    assert service.asked[-1][-1].trace is True
    [path] = logs(tmp_path / "home")
    assert path.name.startswith("run-" if command[0] == "run" else "202611-01-")
    assert "bot.filing: at work" in path.read_text(encoding="utf-8")
    said = capsys.readouterr().out
    assert "It is for support only: delete it afterwards." in said
    assert str(path) in said
