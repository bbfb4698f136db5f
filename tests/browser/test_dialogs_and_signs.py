"""What the portal says: native dialogs, and the signs of its profile."""

from __future__ import annotations

from typing import Any

import pytest

from bot.actions.patience import NotYet, Patience
from bot.actions.signs import Signs
from bot.browser.locate import Finder
from bot.errors import (
    ExpectationFailed,
    LoginRefused,
    PortalClosed,
    PortalFault,
    Refusal,
    SessionLost,
    TargetNotFound,
    UndeclaredDialog,
)
from tests.browser.conftest import Sit

pytestmark = pytest.mark.asyncio(loop_scope="session")

_CONFIRM = "<button onclick=\"n = confirm('Declare the 3 ticked rows?')\">Declare</button><script>n=null</script>"


async def test_a_dialog_that_no_step_declared_fails_the_step_and_is_answered_no(sit: Sit) -> None:
    desk = await sit(_CONFIRM)
    with pytest.raises(UndeclaredDialog, match=r"Declare the 3 ticked rows\?") as raised:
        await desk.do(click={"button": "Declare"})
    assert raised.value.circumstances.portal_says == "Declare the 3 ticked rows?"
    assert await desk.js("n") is False


@pytest.mark.parametrize(("answer", "result"), [("accept", True), ("dismiss", False)])
async def test_a_declared_dialog_gets_its_answer(sit: Sit, answer: str, result: bool) -> None:
    desk = await sit(_CONFIRM)
    says = {"zh": "申报", "en": "Declare the ${2 + 1}"}
    await desk.do(click={"button": "Declare"}, dialog={"says": says, "answer": answer})
    assert await desk.js("n") is result


async def test_a_dialog_with_another_text_is_not_the_declared_one(sit: Sit) -> None:
    desk = await sit(_CONFIRM)
    with pytest.raises(UndeclaredDialog):
        await desk.do(click={"button": "Declare"}, dialog={"says": "ALL", "answer": "accept"})
    assert await desk.js("n") is False


async def test_a_prompt_is_typed_into(sit: Sit) -> None:
    desk = await sit("<button onclick=\"n = prompt('Reason')\">Ask</button>")
    await desk.do(click={"button": "Ask"}, dialog={"answer": "accept", "type": "none ${1}"})
    assert await desk.js("n") == "none 1"


async def test_dialogs_come_in_order_and_those_that_may_come_can_be_left_out(sit: Sit) -> None:
    desk = await sit("<button onclick=\"confirm('two'); confirm('three')\">Go</button>")
    dialogs = [
        {"says": "one", "answer": "accept", "may": True},
        {"says": "two", "answer": "accept"},
        {"says": "three", "answer": "dismiss"},
    ]
    await desk.do(click={"button": "Go"}, dialog=dialogs)


async def test_a_declared_dialog_is_waited_for(sit: Sit) -> None:
    desk = await sit("<button onclick=\"setTimeout(() => { n = confirm('late') }, 400)\">Go</button>")
    await desk.do(click={"button": "Go"}, dialog={"says": "late", "answer": "accept"})
    assert await desk.js("n") is True


async def test_a_declared_dialog_that_does_not_come(sit: Sit) -> None:
    desk = await sit("<button>Go</button>")
    with pytest.raises(ExpectationFailed, match="declares a dialog that did not come: “late”"):
        await desk.do(click={"button": "Go"}, dialog={"says": "late", "answer": "accept"}, timeout=0.4)


async def test_a_dialog_between_two_steps_fails_the_next_one(sit: Sit) -> None:
    desk = await sit("<button onclick=\"setTimeout(() => alert('by the way'), 50)\">Go</button><i>x</i>")
    await desk.do(click={"button": "Go"})
    await desk.js("new Promise(done => setTimeout(done, 200))")
    with pytest.raises(UndeclaredDialog, match="by the way"):
        await desk.do(read={"v": {"css": "i"}})


async def test_a_dialog_that_may_come_may_come_while_the_next_step_waits(sit: Sit) -> None:
    ask = "setTimeout(() => { if (confirm('End it?')) done.hidden = false }, 300)"
    desk = await sit(f'<button onclick="{ask}">Go</button><b id=done hidden>in</b>')
    await desk.do(click={"button": "Go"}, dialog={"says": "End it", "answer": "accept", "may": True})
    await desk.do(wait_for={"text": "in"})


async def test_leaving_a_field_may_raise_the_declared_dialog(sit: Sit) -> None:
    desk = await sit("ID <input onchange=\"alert('checked')\">", elements={"id": {"field": "ID"}})
    await desk.do(fill={"id": "1"}, dialog={"says": "checked", "answer": "accept"})
    with pytest.raises(UndeclaredDialog):
        await desk.do(fill={"id": "2"})


_SIGNS: list[dict[str, Any]] = [
    {"means": "login_refused", "dialog": True, "says": ["Wrong password"], "cure": "Check it."},
    {"means": "session_lost", "element": {"css": "#login"}},
    {"means": "closed", "element": {"css": "#box b"}, "says": [{"en": "not taken now", "es": "ahora no"}]},
    {"means": "fault", "element": {"css": "#box b"}, "says": ["(500)"]},
    {
        "means": "refusal",
        "element": {"css": "#box b"},
        "says": ["already insured"],
        "rule": "OP01",
        "cure": "Use renewal.",
        "dismiss": {"button": "OK", "within": {"css": "#box"}},
    },
    {"means": "refusal", "element": {"css": "p", "frame": {"css": "iframe.gone"}}, "says": ["x"]},
]


def _box(text: str) -> str:
    return f"<div id=box>System message <b>{text}</b> <button onclick='box.remove()'>OK</button></div><i>name</i>"


async def test_a_dialog_that_is_a_sign_is_told_as_what_it_means(sit: Sit) -> None:
    desk = await sit("<button onclick=\"alert('Wrong password, 2 left')\">Log in</button>", signs=_SIGNS)
    with pytest.raises(LoginRefused) as raised:
        await desk.do(click={"button": "Log in"})
    assert str(raised.value) == "The portal did not let the account in: Wrong password, 2 left"
    assert str(raised.value.cure) == "Check it."


async def test_a_dialog_declared_without_a_text_does_not_swallow_a_refusal(sit: Sit) -> None:
    desk = await sit("<button onclick=\"alert('Wrong password')\">Log in</button>", signs=_SIGNS)
    with pytest.raises(LoginRefused):
        await desk.do(click={"button": "Log in"}, dialog={"answer": "accept", "may": True})


async def test_a_refusal_is_told_in_the_portal_s_words_and_put_away(sit: Sit) -> None:
    desk = await sit(_box("Mrs Li  is already insured."), signs=_SIGNS, timeout=30)
    with pytest.raises(Refusal) as raised:
        await desk.do(wait_for={"text": "Saved"})
    refusal = raised.value
    assert str(refusal) == refusal.words == refusal.circumstances.portal_says == "Mrs Li is already insured."
    assert (refusal.rule, str(refusal.cure)) == ("OP01", "Use renewal.")
    assert await desk.js("document.getElementById('box')") is None


@pytest.mark.parametrize(
    ("page", "error"),
    [
        (_box("Filings are not taken now"), PortalClosed),
        (_box("ahora no"), PortalClosed),
        (_box("Busy (500)"), PortalFault),
        ("<form id=login>User</form>", SessionLost),
    ],
)
async def test_what_the_other_signs_mean(sit: Sit, page: str, error: type[Exception]) -> None:
    desk = await sit(page, signs=_SIGNS, timeout=30)
    with pytest.raises(error):
        await desk.do(click={"button": "Save"})


async def test_a_login_page_is_no_lost_session_while_logging_in(sit: Sit) -> None:
    desk = await sit("<form id=login>User</form>", signs=_SIGNS)
    desk.hands.logging_in = True
    with pytest.raises(TargetNotFound):
        await desk.do(click={"button": "Save"}, timeout=0.4)


async def test_a_sign_that_is_what_the_step_waits_for_is_no_refusal(sit: Sit) -> None:
    signs = [{"means": "refusal", "element": {"css": "#box"}}]
    page = "<script>setTimeout(() => { document.body.innerHTML = '<div id=box>Saved</div>' }, 300)</script>"
    desk = await sit(page, signs=signs)
    await desk.do(expect={"element": {"css": "#box"}, "text": "Saved"})


async def test_a_message_that_lies_over_the_target_is_heard(sit: Sit) -> None:
    cover = "<div id=box style='position:fixed;inset:0;background:white'><b>Busy (500)</b></div>"
    desk = await sit(f"<button>Save</button>{cover}", signs=_SIGNS, timeout=4)
    with pytest.raises(PortalFault, match="Busy"):
        await desk.do(click={"button": "Save"})


async def test_an_attempt_that_succeeds_at_the_second_look_beats_the_sign(sit: Sit) -> None:
    desk = await sit("<div id=box>Saved</div>", signs=[{"means": "refusal", "element": {"css": "#box"}}])
    anywhere = Finder(desk.session.page, desk.scope)
    patience = Patience(desk.session, anywhere, Signs(desk.scope.portal, anywhere), seconds=2)
    attempts = []

    async def attempt(_: float) -> str:
        attempts.append(1)
        if len(attempts) == 1:
            raise NotYet(TargetNotFound("too early"))
        return "done"

    assert await patience.until(attempt) == "done"


async def test_any_other_message_comes_first_in_the_circumstances(sit: Sit) -> None:
    desk = await sit(_box("Something else"), signs=_SIGNS)
    with pytest.raises(TargetNotFound) as raised:
        await desk.do(click={"button": "Save"}, timeout=0.3)
    assert raised.value.circumstances.portal_says == "Something else"
