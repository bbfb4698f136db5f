"""Ctrl-C and other signals: a stop at the next safe point, then at once; never with the handlers left behind."""

from __future__ import annotations

import asyncio
import contextlib
import io
import signal
from collections.abc import Iterator

import pytest

from bot.cli.asking import Asking
from bot.cli.interrupts import Interrupts
from bot.errors import Interrupted
from tests.unit.cli.conftest import output, readable


@pytest.fixture
def interrupts() -> Iterator[Interrupts]:
    before = signal.getsignal(signal.SIGINT)
    interrupts = Interrupts(readable())
    with interrupts.heard():
        yield interrupts
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_first_asks_for_a_stop_and_lets_the_work_come_to_its_end(
    interrupts: Interrupts, number: signal.Signals
) -> None:
    async def work() -> str:
        signal.raise_signal(number)
        await asyncio.sleep(0)
        return "put away"

    assert interrupts.run(work()) == "put away"
    assert interrupts.stop.asked
    assert "press Ctrl-C again" in output(interrupts.console)


def test_the_second_ends_the_work_at_once_but_lets_it_tidy_up(interrupts: Interrupts) -> None:
    tidied: list[str] = []

    async def work() -> None:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        try:
            await asyncio.Event().wait()
        finally:
            tidied.append("browser")

    with pytest.raises(KeyboardInterrupt):
        interrupts.run(work())
    assert tidied == ["browser"]


def test_the_third_waits_for_nothing(interrupts: Interrupts) -> None:
    async def stubborn() -> None:
        for _ in range(3):
            signal.raise_signal(signal.SIGINT)
        raise AssertionError("not reached")

    with pytest.raises(KeyboardInterrupt):
        interrupts.run(stubborn())


def test_before_the_work_there_is_nothing_to_put_away(interrupts: Interrupts) -> None:
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)
    assert not interrupts.stop.asked


def test_what_this_process_was_told_to_ignore_stays_ignored() -> None:
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with Interrupts(readable()).heard():
            assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGTERM, before)


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="this system has no terminals that hang up")
def test_nothing_is_written_to_a_terminal_that_is_gone(interrupts: Interrupts) -> None:
    async def work() -> None:
        signal.raise_signal(signal.SIGHUP)
        await asyncio.sleep(0)

    interrupts.run(work())
    assert interrupts.stop.asked
    assert output(interrupts.console) == ""


def test_a_question_is_withdrawn_when_a_stop_is_asked_for(interrupts: Interrupts) -> None:
    withdrawn: list[bool] = []

    async def question() -> str:
        try:
            signal.raise_signal(signal.SIGTERM)
            await asyncio.Event().wait()
            return ""
        except asyncio.CancelledError:
            withdrawn.append(True)
            raise

    with pytest.raises(Interrupted):
        interrupts.run(interrupts.unless_stopped(question()))
    assert withdrawn == [True]


def test_an_answer_that_comes_is_the_answer(interrupts: Interrupts) -> None:
    async def question() -> str:
        await asyncio.sleep(0)
        return "yes"

    assert interrupts.run(interrupts.unless_stopped(question())) == "yes"


@pytest.mark.parametrize("key", [KeyboardInterrupt, EOFError])
def test_ctrl_c_and_ctrl_d_at_a_question_stop_everything(
    interrupts: Interrupts, monkeypatch: pytest.MonkeyPatch, key: type[BaseException]
) -> None:
    class Session:
        """A prompt at which a key is pressed that ends it."""

        async def prompt_async(self, *_: object, **__: object) -> str:
            raise key

    monkeypatch.setattr("prompt_toolkit.PromptSession", Session)
    monkeypatch.setattr("sys.stdin", Tty())
    with pytest.raises(Interrupted) as caught:
        interrupts.run(Asking(interrupts).line("Go on?"))
    assert interrupts.stop.asked
    assert caught.value.exit_code == 130


def test_a_signal_while_a_pipe_is_silent_stops_too(interrupts: Interrupts, monkeypatch: pytest.MonkeyPatch) -> None:
    class Silent(io.StringIO):
        """A pipe into which nobody writes until the program is asked to end."""

        def readline(self, *_: object) -> str:
            signal.raise_signal(signal.SIGTERM)
            raise AssertionError("not reached")

    monkeypatch.setattr("sys.stdin", Silent())
    with contextlib.redirect_stderr(io.StringIO()), pytest.raises(Interrupted):
        interrupts.run(Asking(interrupts).line("Go on?"))
    assert interrupts.stop.asked


class Tty(io.StringIO):
    """Standard input at which somebody sits."""

    def isatty(self) -> bool:
        return True
