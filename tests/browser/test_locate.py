"""Targets: what each kind finds, where, and what it does not."""

from __future__ import annotations

from typing import Any

import pytest

from bot.errors import FlowError, TargetAmbiguous, TargetNotFound
from tests.browser.conftest import Sit

pytestmark = pytest.mark.asyncio(loop_scope="session")

_KINDS = """
<h2>Drafts</h2><p>Nothing <b>yet</b></p><img alt="Seal" width=9 height=9 src=""><div data-testid=box>tested</div>
<a href="#">Help</a><a onclick="1">Log out</a><div role=switch aria-label=Night>o</div><span class=x>css</span>
<button>Real</button><input type=submit value=Sent><input type=image alt=Painted width=9 height=9>
<td onclick="1"></td><div onclick="1">Old</div>
"""


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        ({"heading": "Drafts"}, "Drafts"),
        ({"text": "yet"}, "yet"),
        ({"image": "Seal"}, ""),
        ({"test_id": "box"}, "tested"),
        ({"link": "Help"}, "Help"),
        ({"link": "Log out"}, "Log out"),
        ({"role": "switch", "name": "Night"}, "o"),
        ({"css": ".x"}, "css"),
        ({"button": "Real"}, "Real"),
        ({"button": "Sent"}, "Sent"),
        ({"button": "Painted"}, ""),
        ({"button": "Old"}, "Old"),
    ],
)
async def test_each_kind(sit: Sit, target: dict[str, Any], shown: str) -> None:
    desk = await sit(_KINDS)
    assert await desk.do(read={"it": target}) == {"it": shown}


_LABELS = {
    "label with a star": "<label for=i>ID number <i>*</i>:</label><p></p><input id=i value=x>",
    "label around": "<label>ID number<input value=x></label>",
    "label around a list": "<label>ID number <select><option>x<option>y</select></label>",
    "cell beside": "<table><tr><td><i>*</i><span>ID number</span>：<td><input type=hidden><input value=x></table>",
    "cell with an empty one between": "<table><tr><td>ID number<td> * <td><input value=x></table>",
    "cell above": "<table><tr><th>Name<th>ID number<tr><td><input><td><input value=x></table>",
    "words before": "<p>ID number: <input value=x><br>Name: <input></p>",
    "placeholder": "<input placeholder='ID number' value=x>",
    "aria-label": "<input aria-label='ID number' value=x>",
    "aria-labelledby": "<b id=l>ID number</b><p>and</p><input aria-labelledby=l value=x>",
    "another tab's twin": "<p style='display:none'>ID number <input id=a><p>ID number <input id=a value=x>",
    "a longer label nearby": "<p>ID number of the spouse <input></p><p>ID number <input value=x></p>",
}


@pytest.mark.parametrize("case", _LABELS)
async def test_a_field_by_its_label(sit: Sit, case: str) -> None:
    desk = await sit(_LABELS[case])
    assert await desk.do(read={"it": {"field": "ID number"}}) == {"it": "x"}


async def test_a_label_of_two_fields_is_ambiguous(sit: Sit) -> None:
    desk = await sit("<p>Period <input value=1><p>Period <input value=2>")
    with pytest.raises(TargetAmbiguous):
        await desk.do(read={"it": {"field": "Period"}})


_ROWS = """
<table><tr><td>outer
  <table>
    <tr><td>A1</td><td>Add</td><td><button onclick="n='A1'">x</button></td></tr>
    <tr><td>B2</td><td>Add</td><td><button onclick="n='B2'">x</button></td></tr>
  </table></td></tr></table>
"""


async def test_a_row_is_the_innermost_one_with_all_its_texts(sit: Sit) -> None:
    desk = await sit(_ROWS)
    await desk.do(click={"button": "x", "within": {"row": {"has": ["B2", "Add"]}}})
    assert await desk.js("n") == "B2"
    with pytest.raises(TargetAmbiguous):
        await desk.do(click={"button": "x", "within": {"row": {"has": ["Add"]}}})


async def test_within_of_a_step_narrows_every_target(sit: Sit) -> None:
    desk = await sit("<p id=a>Name <input></p><p id=b>Name <input></p>", elements={"name": {"field": "Name"}})
    await desk.do(fill={"name": "Wang"}, within={"css": "#b"})
    assert await desk.js("[...document.querySelectorAll('input')].map(i => i.value)") == ["", "Wang"]


async def test_within_of_an_element_and_of_the_step_hold_together(sit: Sit) -> None:
    desk = await sit(
        "<div id=p><p class=q><i>in both</i></p><i>one</i></div><p class=q><i>other</i></p>",
        elements={"it": {"css": "i", "within": {"css": "#p"}}},
    )
    assert await desk.do(read={"v": "it"}, within={"css": ".q"}) == {"v": "in both"}


_FRAMES = """
<div style="display:none"><iframe srcdoc="<p id=p>hidden"></iframe></div>
<iframe srcdoc="<p id=p>shown</p><table><tr><td>r</td><td><b>cell</b></td></tr></table>
<iframe srcdoc='<p id=p>nested'></iframe>"></iframe>
"""


async def test_frames_and_frames_in_frames(sit: Sit) -> None:
    elements: dict[str, Any] = {
        "tab": {"css": "body > iframe, body > div > iframe"},
        "inner": {"css": "iframe", "frame": "tab"},
        "p": {"css": "#p", "frame": "tab"},
    }
    desk = await sit(_FRAMES, elements=elements)
    assert await desk.do(read={"v": "p"}) == {"v": "shown"}
    assert await desk.do(read={"v": {"css": "#p"}}, frame="tab") == {"v": "shown"}
    assert await desk.do(read={"v": {"css": "#p", "frame": "inner"}}) == {"v": "nested"}
    assert await desk.do(read={"v": {"element": {"element": "p", "frame": "inner"}}}) == {"v": "nested"}
    row = {"row": {"has": ["r"]}}
    assert await desk.do(read={"v": {"css": "b", "within": {**row, "frame": "tab"}}}) == {"v": "cell"}
    assert await desk.do(read={"v": {"css": "b", "within": row, "frame": "tab"}}) == {"v": "cell"}


async def test_two_visible_frames_are_ambiguous(sit: Sit) -> None:
    desk = await sit("<iframe srcdoc='<p>1'></iframe><iframe srcdoc='<p>2'></iframe>")
    with pytest.raises(TargetAmbiguous):
        await desk.do(read={"v": {"css": "p", "frame": {"css": "iframe"}}})


async def test_a_missing_frame_is_said(sit: Sit) -> None:
    desk = await sit("<p>1", elements={"tab": {"css": "iframe"}})
    with pytest.raises(TargetNotFound) as raised:
        await desk.do(click={"text": "1", "frame": "tab"}, timeout=0.3)
    assert raised.value.circumstances.frame == "tab"


async def test_the_first_candidate_that_finds_something_is_used_and_a_later_one_is_told(sit: Sit) -> None:
    elements: dict[str, Any] = {"save": [{"button": "Save"}, {"css": "#save"}], "go": [{"button": "Go"}, {"css": "#x"}]}
    desk = await sit("<button id=save onclick='n=1'>Store</button><button onclick='n=2'>Go</button>", elements=elements)
    await desk.do(click="go")
    assert list(desk.hands.fallbacks) == []
    await desk.do(click="save")
    assert await desk.js("n") == 1
    assert list(desk.hands.fallbacks) == ['save: css "#save"']


async def test_an_ambiguous_candidate_is_an_error_though_a_later_one_would_do(sit: Sit) -> None:
    desk = await sit("<b>a</b><b>b</b><i>c</i>", elements={"it": [{"css": "b"}, {"css": "i"}]})
    with pytest.raises(TargetAmbiguous):
        await desk.do(click="it")


async def test_texts_are_looked_for_in_the_portal_s_language_with_their_expressions(sit: Sit) -> None:
    label = {"es": "Borradores (${n})", "en": "Drafts (${n})"}
    desk = await sit("<a href='#'>Borradores (3)</a>", elements={"drafts": {"link": label}}, language="es")
    desk.scope.names["n"] = 3
    assert await desk.do(read={"v": "drafts"}) == {"v": "Borradores (3)"}


async def test_quotes_in_a_text_do_no_harm(sit: Sit) -> None:
    desk = await sit("<div onclick='1'>Don't &quot;save&quot;</div>")
    assert await desk.do(read={"v": {"button": "Don't \"save\""}}) == {"v": "Don't \"save\""}


async def test_a_selector_that_is_none_is_the_flow_s_mistake(sit: Sit) -> None:
    desk = await sit("<p>1")
    with pytest.raises(FlowError, match="selector"):
        await desk.do(click={"css": "##"})
