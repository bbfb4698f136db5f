"""What is found out about a step that failed: all that may be seen, nothing that may not, and never for long."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any

import pytest

from bot.actions import Hands
from bot.browser.sensitive import Sensitive
from bot.errors import AssistantError, Fault, JournalError, TargetNotFound
from bot.filing.seat import BrowserSeat
from bot.filing.troubles import kept, restored
from tests.browser.conftest import Desk, Kept, KeptPicture, Sit, Site

pytestmark = pytest.mark.asyncio(loop_scope="session")

_PERSON, _OTHER, _WAGE = "330299199001010017", "33029919730608101X", "6800"


def _seat(desk: Desk) -> BrowserSeat:
    return BrowserSeat(desk.session, desk.hands, "en")


async def _failed(desk: Desk, **step: Any) -> AssistantError:
    """Do a step that fails, and have the failure looked into."""
    with pytest.raises(AssistantError) as raised:
        await desk.do(**step)
    await _seat(desk).failed(raised.value)
    return raised.value


def _found(kept: Kept) -> Mapping[str, Any]:
    [picture] = kept.pictures
    assert not isinstance(picture.beside, str), picture.beside
    return picture.beside


async def test_a_failure_is_looked_into(sit: Sit, site: Site) -> None:
    site.pages.put("/form", f"<h1>Add</h1><button>Save to drafts</button><p>{_OTHER}</p>")
    desk = await sit("<p>Portal</p><iframe name=form src=/form></iframe>")
    desk.hands.about(["add-001"])
    error = await _failed(desk, click={"button": "Save draft", "frame": {"css": "iframe"}}, timeout=0.1)
    assert (error.circumstances.picture, error.circumstances.diagnosis) == ("failure.webp", "failure.json")
    [picture] = desk.kept.pictures
    assert (picture.kind, picture.cases, picture.png and picture.png[:4]) == ("failure", ("add-001",), b"\x89PNG")
    found = _found(desk.kept)
    assert (found["url"], found["title"]) == (site.url, "Test")
    assert found["error"]["kind"] == "TargetNotFound"
    assert found["error"]["circumstances"]["looked_for"]
    assert found["nearest"] == ["Save to drafts"]
    assert found["frames"] == [
        {"name": "", "url": site.url, "parent": None},
        {"name": "form", "url": f"{site.url}form", "parent": site.url},
    ]
    assert '- button "Save to drafts"' in found["snapshot"]
    assert "Portal" in found["snapshot"]
    assert len(found["masks"]) == 1


async def test_nothing_in_it_tells_secrets_or_people(sit: Sit) -> None:
    desk = await sit(
        f"""<p>Password: <input type=password aria-label=Password value=Geheim-77></p><p>{_PERSON} {_OTHER}</p>
        <p>Wage: <input aria-label=Wage value={_WAGE}></p><script>console.error('no {_PERSON}')</script>"""
    )
    desk.hands = Hands(desk.session, desk.kept, lambda cases: Sensitive((_PERSON, _WAGE)))
    await _failed(desk, click={"button": f"Open {_PERSON}"}, timeout=0.1)
    found = _found(desk.kept)
    assert 'textbox "Password": •••••' in found["snapshot"]
    assert 'textbox "Wage": "****"' in found["snapshot"] or 'textbox "Wage": ****' in found["snapshot"]
    told = json.dumps(found, ensure_ascii=False)
    assert not [value for value in ("Geheim-77", _PERSON, _OTHER, _WAGE) if value in told]
    assert "330*************17" in told


async def test_the_last_of_what_the_console_said(sit: Sit) -> None:
    desk = await sit("<script>for (let count = 0; count < 60; count++) console.error(`no ${count}`)</script>")
    await _failed(desk, click={"button": "x"}, timeout=0.1)
    console = _found(desk.kept)["console"]
    assert [one["text"] for one in console] == [f"no {count}" for count in range(10, 60)]
    assert set(console[-1]) == {"type", "text", "at"}


async def test_the_console_tells_of_warnings_exceptions_and_failed_requests(sit: Sit) -> None:
    desk = await sit("<script>console.log('quiet'); console.warn('careful'); undefined.x</script>")
    async with desk.session.page.expect_event("requestfailed"):
        await desk.js("fetch('http://127.0.0.1:1/').catch(() => null)")
    heard = [(one["type"], one["text"].partition(":")[0]) for one in desk.session.console.lines]
    assert [kind for kind, _ in heard if kind != "error"] == ["warning", "exception", "request"]
    assert ("warning", "careful") in heard
    assert ("request", "GET http") in heard


async def test_a_page_that_stands_still_hides_no_error(sit: Sit) -> None:
    desk = await sit("x")
    endless = asyncio.create_task(desk.js("{ const end = Date.now() + 60000; while (Date.now() < end); }"))
    error = Fault("what went wrong")
    async with asyncio.timeout(20):
        await _seat(desk).failed(error)
    assert error.circumstances.picture == ""
    [(name, kind, _)] = desk.kept.failures
    assert (name, kind) == ("failure", "failure")
    assert _found(desk.kept)["error"]["message"] == "what went wrong"
    await desk.session.close()
    with pytest.raises(Exception, match="closed"):
        await endless


async def test_a_page_that_has_gone_leaves_a_diagnosis(sit: Sit) -> None:
    desk = await sit("x")
    await desk.session.page.close()
    error = Fault("what went wrong")
    await _seat(desk).failed(error)
    assert (error.circumstances.picture, error.circumstances.diagnosis) == ("", "failure.json")
    assert _found(desk.kept)["error"]["message"] == "what went wrong"


async def test_a_diagnosis_that_fails_is_recorded_beside_the_picture(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = await sit("x")
    monkeypatch.setattr("bot.actions.diagnosis._snapshot", None)
    error = Fault("what went wrong")
    await _seat(desk).failed(error)
    [picture] = desk.kept.pictures
    assert isinstance(picture.beside, str)
    assert picture.beside.startswith("TypeError")
    assert (error.circumstances.picture, error.circumstances.diagnosis) == ("failure.webp", "")


class _FullDisk(Kept):
    async def picture(self, *args: Any, **more: Any) -> Any:
        raise JournalError("the disk is full")


async def test_a_failure_that_cannot_be_kept_hides_no_error(sit: Sit) -> None:
    desk = await sit("x")
    desk.hands = Hands(desk.session, _FullDisk())
    error = Fault("what went wrong")
    await _seat(desk).failed(error)
    assert str(error) == "what went wrong"
    assert error.__notes__ == ["it could not be looked into: the disk is full"]


async def test_a_failure_is_looked_into_once(sit: Sit) -> None:
    desk = await sit("x")
    error = Fault("x")
    for _ in range(2):
        await _seat(desk).failed(error)
    assert [type(one) for one in desk.kept.pictures] == [KeptPicture]


async def test_a_trouble_of_before_there_were_diagnoses_is_still_understood() -> None:
    error = TargetNotFound("no button")
    error.circumstances.picture = "a/01-failure.png"
    old = kept(error)
    del old["circumstances"]["diagnosis"]
    again = restored(old)
    assert again is not None
    assert (again.circumstances.picture, again.circumstances.diagnosis) == ("a/01-failure.png", "")
