from __future__ import annotations

import asyncio
import threading
import time
from datetime import datetime

import pytest

from bot.errors import Interrupted, PortalFault, StepTimedOut
from bot.filing.closing import minutes_left
from bot.filing.stop import Pauses, StopSwitch
from bot.filing.troubles import kept, restored
from bot.flow.models import Window

FOR_EVER = 3600.0


async def test_a_stop_from_another_thread_ends_a_pause_at_once() -> None:
    stop = StopSwitch()
    began = time.monotonic()
    pausing = asyncio.create_task(stop.pause(FOR_EVER))
    await asyncio.sleep(0)
    threading.Thread(target=stop.ask).start()
    with pytest.raises(Interrupted):
        await pausing
    assert time.monotonic() - began < FOR_EVER


async def test_a_pause_that_nobody_ends_ends_by_itself() -> None:
    stop = StopSwitch()
    await stop.pause(0.001)
    stop.heed()
    stop.ask()
    with pytest.raises(Interrupted) as raised:
        await stop.pause(FOR_EVER)
    assert raised.value.exit_code == 130


def test_pauses_grow_up_to_the_longest_and_to_the_limit_in_all() -> None:
    pauses = Pauses(first=1, longest=4, limit=12, at_first=5)
    assert list(pauses.growing()) == [1, 2, 4, 4, 1]
    assert list(pauses.growing(at_first=True)) == [1, 2, 2]


@pytest.mark.parametrize(
    ("now", "left"),
    [
        ("2026-11-23T23:51:00+08:00", 9),
        ("2026-11-23T15:00:00+00:00", 60),
        ("2026-11-22T23:59:00+08:00", None),
        ("2026-11-24T00:01:00+08:00", None),
    ],
)
def test_how_long_the_portal_still_takes_filings(now: str, left: float | None) -> None:
    window = Window(first_day=1, last_day=23, zone="Asia/Shanghai")
    assert minutes_left(window, datetime.fromisoformat(now)) == left
    assert minutes_left(None, datetime.fromisoformat(now)) is None


def test_an_error_is_told_again_as_it_was() -> None:
    error = StepTimedOut("too slow", cure="wait")
    error.circumstances.place, error.circumstances.nearest = "add.yaml:7:5", ["Save"]
    again = restored(kept(error))
    assert isinstance(again, StepTimedOut)
    assert (str(again), again.cure, again.circumstances) == ("too slow", "wait", error.circumstances)
    assert restored(None) is None
    assert type(restored({**kept(PortalFault("x")), "kind": "Gone"})).__name__ == "AssistantError"


async def test_a_batch_that_is_held_waits_at_a_safe_point_until_it_is_let_go() -> None:
    stop = StopSwitch()
    told: list[bool] = []
    stop.when_resting(lambda: told.append(stop.resting))
    await stop.safe_point()
    stop.hold()
    rests = asyncio.Event()
    stop.when_resting(rests.set)
    waiting = [asyncio.create_task(stop.safe_point()) for _ in range(2)]
    await rests.wait()
    assert not any(one.done() for one in waiting)
    threading.Thread(target=stop.let_go).start()
    await asyncio.gather(*waiting)
    assert not stop.resting
    assert told[0] is True
    assert told[-1] is False


async def test_a_batch_that_is_held_and_stopped_stops() -> None:
    stop = StopSwitch()
    stop.hold()
    rests = asyncio.Event()
    stop.when_resting(rests.set)
    waiting = asyncio.create_task(stop.safe_point())
    await rests.wait()
    threading.Thread(target=stop.ask).start()
    with pytest.raises(Interrupted):
        await waiting
    with pytest.raises(Interrupted):
        await stop.safe_point()


async def test_being_held_does_not_end_a_wait_between_two_tries() -> None:
    stop = StopSwitch()
    pausing = asyncio.create_task(stop.pause(FOR_EVER))
    await asyncio.sleep(0)
    stop.hold()
    stop.let_go()
    await asyncio.sleep(0)
    assert not pausing.done()
    stop.ask()
    with pytest.raises(Interrupted):
        await pausing
