"""Where pictures show what is sensitive.

The proof needs no knowledge of how the places are found: the same page is drawn with other values, and once the
masks are painted over both pictures, as they are kept, nothing tells them apart.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageDraw

from bot.browser.sensitive import Sensitive
from bot.errors import AssistantError
from bot.evidence.packing import packed
from tests.browser.conftest import Desk, Sit, Site

pytestmark = pytest.mark.asyncio(loop_scope="session")

_LABELS = ("Declared wage (base)", "Salario declarado (base)", "申报工资(基数)", "ID number", "身份证号")
_MINE = {
    "ID": "330299199001010017",
    "WAGE": "6800",
    "GROUPED": "6,800.00",
    "OTHER": "33029919730608101X",
    "PAY": "5150",
    "WORDS": "five thousand",
}
_CHANGED = {
    "ID": "447188288990909906",
    "WAGE": "9577",
    "GROUPED": "9,577.11",
    "OTHER": "447188286297997909",
    "PAY": "4268",
    "WORDS": "seven hundred",
}
_KNOWN = Sensitive((_MINE["ID"], _MINE["WAGE"]), _LABELS)
_FIGURES = "body { font: 16px monospace }"


def _filled(html: str, values: Mapping[str, str]) -> str:
    for name, value in values.items():
        html = html.replace(f"[{name}]", value)
    return html


async def taken(desk: Desk, sensitive: Sensitive = _KNOWN) -> tuple[Image.Image, dict[str, Any]]:
    shot = await desk.session.camera.take(sensitive)
    with Image.open(BytesIO(packed(shot.png).data)) as picture:
        return picture.convert("RGB"), await desk.session.camera.facts(shot)


def painted(picture: Image.Image, masks: Sequence[tuple[int, int, int, int]]) -> Image.Image:
    painted = picture.copy()
    brush = ImageDraw.Draw(painted)
    for left, top, width, height in masks:
        brush.rectangle((left, top, left + width - 1, top + height - 1), fill="black")
    return painted


def same(one: Image.Image, other: Image.Image) -> bool:
    return ImageChops.difference(one, other).getbbox() is None


async def _drawn_with(desk: Desk, site: Site, html: str, values: Mapping[str, str]) -> None:
    site.pages.put("/", f"<style>{_FIGURES}</style>{_filled(html, values)}")
    await desk.session.page.goto(site.url)


def _apart(each: str) -> str:
    """The number with every digit in something of its own, before and after it is changed."""
    return "|".join("".join(each.format(digit) for digit in values["ID"]) for values in (_MINE, _CHANGED))


_HIDDEN = {
    "a number in a sentence": "<p>The number [ID] is hers.</p>",
    "anybody's number": "<p>Also [OTHER].</p>",
    "a number over several elements": """<p>No. <i>330299</i><b>19900101</b><u>0017</u></p>
        |<p>No. <i>447188</i><b>28899090</b><u>9906</u></p>""",
    "a number in groups": "<p>330299 19900101 0017</p>|<p>447188 28899090 9906</p>",
    "a number in wide characters": "<p>３３０２９９１９９００１０１００１７|<p>４４７１８８２８８９９０９０９９０６",
    "a number with what has no width in it": """<p>330299&shy;199001&#8203;010017</p>
        |<p>447188&shy;288990&#8203;909906</p>""",
    "a number with an element for every digit": _apart("<div>{}</div>"),
    "a number with a box for every digit": _apart("<input size=1 value={}>"),
    "a number that is broken over two lines": "<p style='width: 90px; word-break: break-all'>it is [ID]</p>",
    "fields": "<input value=[ID]><textarea>[ID]</textarea><select><option>[ID]</select>",
    "a list that is open": "<select size=3><option>x<option>[ID]<option>[OTHER]</select>",
    "a button": "<input type=button value='Open [ID]'><button>Open [ID]</button>",
    "a placeholder": "<input size=30 placeholder='such as [ID]'>",
    "what a style sheet writes": """<style>i::before { content: attr(data-who) }</style>
        <i data-who=[ID]>is here</i>""",
    "an amount, however it is written": """<p>6800</p><p>CNY 6,800.00</p><p>6.800,00</p><p>6 800</p>
        |<p>9577</p><p>CNY 9,577.11</p><p>9.577,11</p><p>9 577</p>""",
    "a field by its label": "<table><tr><td>* Declared wage (base):<td><input value='[WORDS]'></table>",
    "a field in one line with its label": "<p>Name: <input> 申报工资（基数）：<input value='[WORDS]'>",
    "a field below its label": "<div>Declared wage (base)</div><div><input value='[WORDS]'></div>",
    "a field that is labelled for machines": "<input aria-label='Declared wage (base)' value='[WORDS]'>",
    "a column of amounts": """<table border=1><tr><th>Name<th>Declared wage (base)<th>Since
        <tr><td>Ann<td>[PAY]<td>2026<tr><td>Bob<td>[GROUPED]<td>2025</table>""",
    "a column whose header is a table of its own": """<table border=1><tr><th width=200>Name
        <th width=200>Declared wage (base)</table>
        <div><table border=1><tr><td width=200>Ann<td width=200>[PAY]</table></div>""",
    "a column with cells over two rows": """<table border=1><tr><th rowspan=2>Name<th colspan=2>Pay
        <tr><th>Before<th>Declared wage (base)<tr><td rowspan=2>Ann<td>1<td>[PAY]<tr><td>2<td>[GROUPED]</table>""",
    "a summary": "<p>Name: Ann; Declared wage (base): [PAY]; Migrant: No</p>",
    "an amount written out": "<p>申报工资(基数): 五千一百五十</p>|<p>申报工资(基数): 四千二百六十</p>",
    "scrolled boxes": """<div style='height: 60px; width: 300px; overflow: auto' id=s>
        <div style='height: 200px'>x</div><p>[ID]</p></div><script>s.scrollTop = 999</script>""",
    "what is placed outside of the box that it is in": """<div style='height: 20px; overflow: hidden; margin: 60px'>
        <div style='position: absolute; left: 300px; top: 200px'>[ID]</div></div>""",
    "a frame with a border, scrolled": """<div style='margin: 33px'>
        <iframe style='border: 7px solid; padding: 5px 9px' height=90
        srcdoc="<div style='height: 300px'>x</div><p>[ID]</p><script>scrollTo(0, 999)</script>"></iframe></div>""",
    "a frame in a frame": """<p>x</p>
        <iframe height=200 srcdoc="<p>y</p><iframe srcdoc='<p>[ID]</p>'></iframe>"></iframe>""",
    "a frame that is turned": "<iframe style='transform: scale(.7)' srcdoc='<p>[ID]</p>'></iframe>",
    "an open shadow": """<div id=h></div>
        <script>h.attachShadow({ mode: 'open' }).innerHTML = '<p>[ID]</p>'</script>""",
    "a closed one of the page's own": """<x-y style='display: block'></x-y><script>
        customElements.define('x-y', class extends HTMLElement {
          constructor() { super(); this.attachShadow({ mode: 'closed' }).innerHTML = '<p>[ID]</p>' }
        })</script>""",
    "a drawing": """<canvas id=c width=300 height=60></canvas><script>
        const d = c.getContext('2d'); d.font = '20px monospace'; d.fillText('[ID]', 10, 30)</script>""",
    "a picture made on the spot": """<img src="data:image/svg+xml,
        <svg xmlns='http://www.w3.org/2000/svg' width='300' height='40'><text y='30'>[ID]</text></svg>">""",
    "text in a drawing": "<svg width=400 height=60><text x=20 y=40>[ID]</text></svg>",
    "what lies behind a veil": """<p>[ID]</p>
        <div style='position: fixed; inset: 0; background: #0003'></div>""",
    "what is beyond the window": "<div style='height: 1500px'>x</div><p>[ID]</p><div style='height: 500px'>y</div>",
    "a page that was scrolled": """<div style='height: 1500px'>x</div><p>[ID]</p><div style='height: 900px'>y</div>
        <div style='position: fixed; bottom: 0; right: 0'>[ID]</div><script>scrollTo(0, 700)</script>""",
}
"""Pages with values in them; two of them, parted by a bar, where a value is not in one piece."""


@pytest.mark.parametrize("what", _HIDDEN)
async def test_nothing_sensitive_is_seen_beside_the_masks(sit: Sit, site: Site, what: str) -> None:
    mine, _, changed = _HIDDEN[what].partition("|")
    desk = await sit("x")
    await _drawn_with(desk, site, mine, _MINE)
    picture, facts = await taken(desk)
    await _drawn_with(desk, site, changed or mine, _CHANGED)
    other, _ = await taken(desk)
    assert not same(picture, other), "the values are not to be seen at all"
    assert facts["size"] == picture.size
    assert facts["masks"]
    assert same(painted(picture, facts["masks"]), painted(other, facts["masks"]))


_SHOWN = {
    "other numbers": """<table border=1><tr><th>No.<th>Summary<th>Entered
        <tr><td id=public>20261100000021<td>ID number: [ID]<td>2026-11-10</table>""",
    "a name": "<table border=1><tr><th>Name<th>Declared wage (base)<tr><td id=public>Ann 4711<td>[PAY]</table>",
    "a number elsewhere in a row": """<table border=1><tr><th>Name<th>Declared wage (base)<th>Since
        <tr><td>Ann<td>[PAY]<td id=public>2026-11-10</table>""",
    "a message over a form": """<p>Declared wage (base): <input value=[WAGE] style='width: 600px'></p>
        <div style='position: fixed; left: 300px; top: 0; width: 200px; height: 80px; background: white'>
        <p id=public>Saved as 4711.</p></div>""",
    "what lies where another thing was scrolled away": """<div style='height: 50px; overflow: auto'>
        <div style='height: 60px'>x</div>[ID]</div><p style='margin: 0' id=public>This is public, all of it.</p>""",
    "what lies below a frame": """<iframe height=50 style='display: block' srcdoc="
        <div style='height: 50px'>x</div>[ID]"></iframe><p style='margin: 0' id=public>This is public.</p>""",
    "a still picture of the portal's own": "<p>[ID]</p><img id=public src=/logo.png alt=Logo width=90 height=30>",
}
"""Pages with something in them that everybody may see."""


@pytest.mark.parametrize("what", _SHOWN)
async def test_what_is_not_sensitive_stays_to_be_seen(sit: Sit, site: Site, what: str) -> None:
    desk = await sit("x")
    await _drawn_with(desk, site, _SHOWN[what], _MINE)
    picture, facts = await taken(desk)
    assert facts["masks"] is not None
    box = await desk.session.page.locator("#public").bounding_box()
    assert box is not None
    place = tuple(map(round, (box["x"] + 2, box["y"] + 2, box["x"] + box["width"] - 2, box["y"] + box["height"] - 2)))
    assert same(painted(picture, facts["masks"]).crop(place), picture.crop(place))


async def test_a_frame_of_another_origin_is_masked_whole_and_speaks_for_itself(
    sit: Sit, site: Site, other_site: Site
) -> None:
    other_site.pages.put("/", "<p>somebody else's [ID]</p>")
    desk = await sit("x")
    desk.session.guard.allows = lambda address: True  # type: ignore[method-assign]  # a secure twin, for one
    theirs = f"<iframe name=theirs src={other_site.url} width=300 height=90></iframe>"
    await _drawn_with(desk, site, f"<p>ours</p>{theirs}", {})
    _, facts = await taken(desk)
    assert [frame["lines"] for frame in facts["frames"]] == [["ours"], ["somebody else's [ID]"]]
    box = await desk.session.page.locator("iframe").bounding_box()
    assert box is not None
    [(left, top, width, height)] = facts["masks"]
    assert left <= box["x"] and top <= box["y"]
    assert left + width >= box["x"] + box["width"] and top + height >= box["y"] + box["height"]


async def test_what_moves_is_not_certain(sit: Sit) -> None:
    desk = await sit(
        f"<p id=p style='position: absolute'>{_MINE['ID']}</p>"
        "<script>let x = 0; setInterval(() => { p.style.left = `${x++}px` }, 1)</script>"
    )
    _, facts = await taken(desk)
    assert facts["masks"] is None
    assert facts["frames"][0]["lines"] == [_MINE["ID"]]


async def test_what_comes_while_the_picture_is_taken_is_not_certain(sit: Sit) -> None:
    desk = await sit("<p>nobody yet</p>")
    shot = await desk.session.camera.take(_KNOWN)
    await desk.js(f"document.body.append('{_MINE['ID']}')")
    assert (await desk.session.camera.facts(shot))["masks"] is None


async def test_a_page_that_cannot_be_asked_is_still_a_picture(sit: Sit) -> None:
    desk = await sit("x")
    await desk.js("Element.prototype.checkVisibility = null")
    shot = await desk.session.camera.take(_KNOWN)
    assert shot.png[:4] == b"\x89PNG"
    with pytest.raises(AssistantError):
        await desk.session.camera.facts(shot)


async def test_a_page_that_stands_still_does_not_hold_the_picture_up_for_ever(sit: Sit) -> None:
    desk = await sit("x")
    busy = asyncio.create_task(desk.js("{ const end = Date.now() + 2000; while (Date.now() < end); }"))
    with pytest.raises(AssistantError):
        await desk.session.camera.take(_KNOWN, seconds=0.2)
    await busy
