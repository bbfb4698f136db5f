"""What stands beside a picture: what the page said, line by line."""

from __future__ import annotations

import asyncio
from io import BytesIO
from threading import Event

import pytest
from PIL import Image

from tests.browser.conftest import Sit, Site

pytestmark = pytest.mark.asyncio(loop_scope="session")

_PAGES = {
    "headings and paragraphs": (
        "<h1>Add  an\nemployee</h1><p>Fill <b>all</b> in.</p>",
        ["Add an employee", "Fill all in."],
    ),
    "fields of a form": (
        """<table><tr><td>* ID number：<td><input value=330299199001010017><tr><td>Name<td><input value=王示例>
        <tr><td>Note<td><textarea>two
        lines</textarea></table>""",
        ["ID number: 330299199001010017", "Name: 王示例", "Note: two lines"],
    ),
    "several fields in a line": (
        "<p>Type: <select><option>Add<option selected>Renew</select> Month: <input value=11> <button>Go</button></p>",
        ["Type: Renew Month: 11 Go"],
    ),
    "fields that are labelled elsewhere": (
        "<input id=a value=x><div><label for=a>Town</label></div><input aria-label=Street value=y>",
        ["Town: x", "Town", "Street: y"],
    ),
    "an empty field": ("<p>Town: <input></p>", ["Town:"]),
    "a list of rows": (
        "<table><tr><th>No.<th>Summary<tr><td>1<td>one<br>more<tr><td>2<td>two</table>",
        ["No. | Summary", "1 | one more", "2 | two"],
    ),
    "ticks": ("<p><input type=checkbox checked>Yes <input type=radio>No</p>", ["☑ Yes ☐ No"]),
    "pictures": ("<p><img src=/x.png alt=Ready> <img src=/y.png></p>", ["[Ready]"]),
    "what is hidden": (
        """<p>seen</p><p hidden>no</p><p style='visibility: hidden'>no</p><p style='opacity: 0'>no</p>
        <input type=hidden value=no><script>'no'</script><details><summary>more</summary>no</details>""",
        ["seen", "more"],
    ),
    "a password": ("<p>Password: <input type=password value=geheim> here</p>", ["Password: here"]),
    "what was scrolled away": (
        "<div style='height: 20px; overflow: auto'><p>first</p><p style='margin-top: 400px'>last</p></div>",
        ["first", "last"],
    ),
}


@pytest.mark.parametrize("what", _PAGES)
async def test_what_a_page_says(sit: Sit, what: str) -> None:
    html, lines = _PAGES[what]
    desk = await sit(html)
    await desk.do(evidence="now")
    [picture] = desk.kept.pictures
    assert not isinstance(picture.beside, str)
    assert [frame["lines"] for frame in picture.beside["frames"]] == [lines]


async def test_frames_say_who_they_are(sit: Sit, site: Site) -> None:
    site.pages.put("/inner", "<p>within</p><iframe srcdoc='<p>deeper</p>'></iframe><iframe hidden></iframe>")
    desk = await sit("<p>around</p><iframe name=inner src=/inner></iframe>")
    await desk.do(evidence="now")
    beside = desk.kept.pictures[0].beside
    assert not isinstance(beside, str)
    assert (beside["url"], beside["title"]) == (site.url, "Test")
    assert [(frame["name"], frame["url"], frame["lines"]) for frame in beside["frames"]] == [
        ("", site.url, ["around"]),
        ("inner", f"{site.url}inner", ["within"]),
        ("", "about:srcdoc", ["deeper"]),
    ]


async def test_a_page_that_says_nothing_keeps_its_picture(sit: Sit) -> None:
    desk = await sit("x")
    await desk.js("Element.prototype.checkVisibility = null")
    await desk.do(evidence="now")
    [picture] = desk.kept.pictures
    assert picture.png
    assert isinstance(picture.beside, str)


async def test_what_is_marked_is_brought_into_view(sit: Sit) -> None:
    desk = await sit("<div style='height: 90px; overflow: auto'><p style='margin-bottom: 800px'>x</p><b>y</b></div>")
    await desk.do(evidence={"name": "row", "of": {"css": "b"}})
    bottoms = "['b', 'div'].map((name) => document.querySelector(name).getBoundingClientRect().bottom)"
    row, box = await desk.js(bottoms)
    assert row <= box


async def test_a_text_whose_font_is_on_its_way_is_in_the_picture(sit: Sit, site: Site) -> None:
    desk = await sit("<p>text</p>")
    site.pages.held["/slow.woff2"] = Event()
    face = "@font-face { font-family: f; src: url(/slow.woff2) } p { font-family: f }"
    await desk.js(f"document.body.append(Object.assign(document.createElement('style'), {{ textContent: '{face}' }}))")
    assert await desk.js("document.body.offsetHeight && document.fonts.status") == "loading"
    asyncio.get_running_loop().call_later(0.3, site.pages.held["/slow.woff2"].set)
    await desk.do(evidence="now")
    [picture] = desk.kept.pictures
    assert picture.png is not None
    assert len(Image.open(BytesIO(picture.png)).convert("RGB").getcolors() or ()) > 1
