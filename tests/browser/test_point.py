"""Pointing at things: click, double_click, hover, press."""

from __future__ import annotations

import pytest

from bot.errors import StepTimedOut, TargetAmbiguous, TargetNotFound
from tests.browser.conftest import Sit

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_click_happens_once(sit: Sit) -> None:
    desk = await sit("<button onclick='window.n = (window.n || 0) + 1'>Save</button>")
    await desk.do(click={"button": "Save"})
    assert await desk.js("window.n") == 1


async def test_a_click_waits_for_a_button_that_comes_later(sit: Sit) -> None:
    desk = await sit(
        "<button hidden onclick='n=1'>Go</button>"
        "<script>setTimeout(() => { document.querySelector('button').hidden = false }, 400)</script>"
    )
    await desk.do(click={"button": "Go"})
    assert await desk.js("n") == 1


async def test_a_click_waits_for_a_cover_to_go_and_does_not_hit_the_cover(sit: Sit) -> None:
    desk = await sit(
        "<button onclick='n=1'>Save</button><div id=c style='position:fixed;inset:0' onclick='hit=1'></div>"
        "<script>n=hit=0; setTimeout(() => c.remove(), 700)</script>"
    )
    await desk.do(click={"button": "Save"})
    assert await desk.js("[n, hit]") == [1, 0]


async def test_a_cover_over_a_frame_holds_up_a_click_inside_it(sit: Sit) -> None:
    desk = await sit(
        "<iframe srcdoc='<button onclick=\"parent.n=1\">In</button>'></iframe>"
        "<div id=c style='position:fixed;inset:0' onclick='hit=1'></div>"
        "<script>n=hit=0; setTimeout(() => c.remove(), 600)</script>"
    )
    await desk.do(click={"button": "In", "frame": {"css": "iframe"}})
    assert await desk.js("[n, hit]") == [1, 0]


async def test_a_click_that_times_out_does_not_happen_later(sit: Sit) -> None:
    desk = await sit("<button disabled onclick='n=1'>Save</button><script>n=0</script>")
    with pytest.raises(StepTimedOut, match="disabled"):
        await desk.do(click={"button": "Save"}, timeout=0.6)
    await desk.js("document.querySelector('button').disabled = false")
    await desk.do(wait_for={"button": "Save"})
    assert await desk.js("new Promise(done => setTimeout(() => done(n), 700))") == 0


async def test_what_is_not_there_is_named_with_what_is_most_like_it(sit: Sit) -> None:
    desk = await sit("<h1>Form</h1><button>Save to draft</button><a href='#'>Log out</a>")
    with pytest.raises(TargetNotFound) as raised:
        await desk.do(click={"button": "Save to drafts"}, timeout=0.3)
    at = raised.value.circumstances
    assert str(raised.value) == 'button "Save to drafts" was not found on the page.'
    assert at.looked_for == 'button "Save to drafts"'
    assert at.nearest == ["Save to draft"]
    assert at.shown == "Test: “Save to draft”, “Log out”"
    assert at.url == desk.session.base_url


async def test_two_of_a_kind_are_an_error_and_nth_decides(sit: Sit) -> None:
    desk = await sit("<button onclick='n=1'>OK</button><button onclick='n=2'>OK</button>")
    with pytest.raises(TargetAmbiguous) as raised:
        await desk.do(click={"button": "OK"})
    assert str(raised.value) == 'Several things are button "OK"; the flow must say which.'
    assert raised.value.circumstances.shown == "“OK”, “OK”"
    await desk.do(click={"button": "OK", "nth": 2})
    assert await desk.js("n") == 2
    await desk.do(click={"button": "OK", "nth": -2})
    assert await desk.js("n") == 1


async def test_double_click_and_hover(sit: Sit) -> None:
    desk = await sit("<p ondblclick='n=1' onmouseover='h=1'>Row</p><script>n=h=0</script>")
    await desk.do(hover={"text": "Row"})
    assert await desk.js("[n, h]") == [0, 1]
    await desk.do(double_click={"text": "Row"})
    assert await desk.js("n") == 1


async def test_press_goes_to_the_field_that_was_filled_last(sit: Sit) -> None:
    desk = await sit(
        "<label>ID<input onkeydown='if (event.key === \"Enter\") n = this.value'></label>",
        elements={"id": {"field": "ID"}},
    )
    await desk.do(fill={"id": "42"})
    await desk.do(press="Enter")
    assert await desk.js("n") == "42"


async def test_press_in_a_field(sit: Sit) -> None:
    desk = await sit("<label>ID<input onkeydown='n = event.key'></label>")
    await desk.do(press={"key": "Tab", "in": {"field": "ID"}})
    assert await desk.js("n") == "Tab"


async def test_press_where_the_cursor_is(sit: Sit) -> None:
    desk = await sit("<input onkeydown='n = event.key'>")
    await desk.do(click={"css": "input"})
    await desk.do(press="a")
    assert await desk.js("n") == "a"
