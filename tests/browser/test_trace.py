"""When a session is recorded, and that whatever goes wrong with it stops nothing."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from zipfile import ZipFile

import pytest
from pydantic import SecretStr

from bot.browser.trace import Trace
from bot.errors import AssistantError, Fault
from tests.browser.conftest import Desk, Sit

pytestmark = pytest.mark.asyncio(loop_scope="session")

FORM = "<label>Code <input></label><label>Name <input></label>"
FIELDS = {"code": {"field": "Code"}, "name": {"field": "Name"}}


class Shelf:
    """Where recorded traces end up in a test."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.texts: list[str] = []
        self.secrets: list[Collection[str]] = []
        self.lost: list[AssistantError] = []
        self.refuses: Exception | None = None

    def keep(self, recorded: Path, secrets: Collection[str]) -> None:
        if self.refuses is not None:
            raise self.refuses
        with ZipFile(recorded) as file:
            self.texts.append(file.read("trace.trace").decode("utf-8"))
        self.secrets.append(secrets)

    def trace(self, desk: Desk) -> Trace:
        return Trace(desk.session, self.folder, self.keep, lost=self.lost.append)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


async def test_only_what_is_done_in_between_is_recorded(sit: Sit, shelf: Shelf) -> None:
    desk = await sit(FORM, elements=FIELDS)
    trace = shelf.trace(desk)
    desk.scope.names |= {"before": SecretStr("typed-before"), "meanwhile": SecretStr("typed-meanwhile")}
    await desk.do(fill={"code": "${before}"})
    await desk.do(fill={"code": "", "name": "Ana"})
    await trace.begin()
    await trace.begin()
    await desk.do(fill={"code": "${meanwhile}"})
    await desk.do(fill={"code": ""})
    await trace.end()
    await trace.end()
    await desk.do(fill={"name": "Berta"})
    [said] = shelf.texts
    assert "typed-meanwhile" in said
    assert "typed-before" not in said
    assert "Berta" not in said
    assert shelf.secrets == [{"typed-meanwhile"}]
    assert list(shelf.folder.iterdir()) == []


async def test_each_recording_is_a_trace_of_its_own(sit: Sit, shelf: Shelf) -> None:
    desk = await sit(FORM, elements=FIELDS)
    trace = shelf.trace(desk)
    for name in ("Ana", "Berta"):
        await trace.begin()
        await desk.do(fill={"name": name})
        await trace.end()
    first, second = shelf.texts
    assert '"value":"Ana"' in first
    assert '"value":"Berta"' in second
    assert '"value":"Berta"' not in first


@pytest.mark.parametrize("why", [Fault("it still held something"), OSError(28, "No space left on device")])
async def test_why_it_is_not_kept_is_told_and_nothing_is_raised(sit: Sit, shelf: Shelf, why: Exception) -> None:
    trace = shelf.trace(await sit(FORM, elements=FIELDS))
    shelf.refuses = why
    await trace.begin()
    await trace.end()
    [told] = shelf.lost
    assert (why.strerror if isinstance(why, OSError) else str(why)) in str(told)
    assert list(shelf.folder.iterdir()) == []


async def test_a_browser_that_is_gone_is_told_too(sit: Sit, shelf: Shelf) -> None:
    desk = await sit(FORM, elements=FIELDS)
    trace = shelf.trace(desk)
    await trace.begin()
    await desk.session.close()
    await trace.end()
    await trace.begin()
    assert ["The trace is lost" in str(told) for told in shelf.lost] == [True, True]
