"""The masks on the portal's own pages: its frames, forms, lists and message boxes.

Held against two things that know nothing of how masks are found: where the numbers' glyphs are, as ranges of their text
nodes, and a picture of the same page with other digits in them.
"""

from __future__ import annotations

from typing import Any

import pytest
from PIL import Image
from playwright.async_api import Frame

from bot.browser.sensitive import Sensitive
from tests.browser.conftest import MockDesk
from tests.browser.test_masks import painted, same, taken

pytestmark = pytest.mark.asyncio(loop_scope="session")

_PERSON, _WAGE = "330299199001010017", "6000"
_SENSITIVE = Sensitive((_PERSON, _WAGE), ("ID number", "Declared wage (base)"))

_PICTURES = 4
"""How many may be taken until nothing moves: a list that has just come is laid out anew while its first is drawn."""

_GLYPHS = r"""() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (const one of walker.currentNode.data.matchAll(/\d{17}[\dX]|(?<=wage \(base\): )\d+/g)) {
      const range = document.createRange();
      range.setStart(walker.currentNode, one.index);
      range.setEnd(walker.currentNode, one.index + one[0].length);
      const { left, top, right, bottom } = range.getBoundingClientRect();
      if (right > left && top >= 0 && bottom <= innerHeight) found.push([left, top, right, bottom]);
    }
  }
  for (const box of document.querySelectorAll('#aac002, #aac040')) {
    const { left, top, bottom } = box.getBoundingClientRect();
    if (box.value && bottom > top) found.push([left + 6, top + 4, left + 6 + 6 * box.value.length, bottom - 4]);
  }
  return found;
}"""
"""Where ID numbers and wages are, as this portal writes them."""
_OTHER_DIGITS = r"""() => {
  const other = (text) => text.replace(/\d{17}[\dX]|(?<=wage \(base\): )\d+|^\d{4}$/g, (number) =>
    number.replace(/\d/g, (digit) => (Number(digit) + 3) % 10));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.data = other(walker.currentNode.data);
  for (const box of document.querySelectorAll('#aac002, #aac040')) box.value = other(box.value);
}"""


async def _glyphs(desk: MockDesk) -> list[tuple[float, float, float, float]]:
    found = []
    for frame in desk.session.page.frames:
        place = await _place(frame)
        if place is not None:
            for left, top, right, bottom in await frame.evaluate(_GLYPHS):
                found.append((left + place["x"], top + place["y"], right + place["x"], bottom + place["y"]))
    return found


async def _place(frame: Frame) -> dict[str, Any] | None:
    if frame.parent_frame is None:
        return {"x": 0, "y": 0}
    box: Any = await (await frame.frame_element()).bounding_box()
    return box


async def _prove(desk: MockDesk, *, numbers: int) -> Image.Image:
    """Prove the masks of the page as it is; the picture with its masks painted over."""
    for _ in range(_PICTURES):
        picture, facts = await taken(desk, _SENSITIVE)
        masks = facts["masks"]
        if masks is not None:
            break
    assert masks is not None, "everything kept moving"
    glyphs = await _glyphs(desk)
    assert len(glyphs) >= numbers
    for left, top, right, bottom in glyphs:
        assert any(
            x <= left and y <= top and x + width >= right and y + height >= bottom for x, y, width, height in masks
        ), f"not covered: {left:.0f}, {top:.0f}, {right:.0f}, {bottom:.0f}"
    for frame in desk.session.page.frames:
        await frame.evaluate(_OTHER_DIGITS)
    other, _ = await taken(desk, _SENSITIVE)
    assert not same(picture, other)
    assert same(painted(picture, masks), painted(other, masks))
    return painted(picture, masks)


async def _fill_in(desk: MockDesk) -> None:
    await desk.call("open_operation", operation=desk.library.portal.words["add"])
    await desk.call("look_up_person", id_number=_PERSON, name="王示例")
    await desk.do(fill={"name": "王示例", "wage": _WAGE})
    await desk.do(choose={"household": "local urban", "migrant": False, "migrant_insurance": False})


async def test_the_form(clerk: MockDesk) -> None:
    await _fill_in(clerk)
    await _prove(clerk, numbers=2)


async def test_a_message_over_the_form_stays_to_be_read(clerk: MockDesk) -> None:
    await _fill_in(clerk)
    await clerk.do(click="save_to_drafts")
    await clerk.do(wait_for="message")
    box = await clerk.form.locator(".msgbox").bounding_box()
    assert box is not None
    before, _ = await taken(clerk)
    left, top, right, bottom = box["x"] + 2, box["y"] + 2, box["x"] + box["width"] - 2, box["y"] + box["height"] - 2
    shown = (await _prove(clerk, numbers=1)).crop((int(left), int(top), int(right), int(bottom)))
    assert same(shown, before.crop((int(left), int(top), int(right), int(bottom))))


async def test_a_message_that_names_somebody(clerk: MockDesk) -> None:
    await clerk.call("open_operation", operation=clerk.library.portal.words["interrupt"])
    await clerk.form.locator("#aac002").fill(_PERSON)
    await clerk.form.locator("#aac002").press("Enter")
    await clerk.do(wait_for="message")
    await _prove(clerk, numbers=1)


async def test_a_list_of_everybody_s_drafts(clerk: MockDesk) -> None:
    await clerk.call("read_list", tab=clerk.library.portal.words["drafts"])
    async with clerk.session.page.expect_response("**/documents/list**"):  # the old list stands there until then
        await clerk.do(click="first_page")
    await clerk.do(wait_for="list")
    await _prove(clerk, numbers=28)


async def test_what_a_list_says(clerk: MockDesk) -> None:
    await clerk.call("read_list", tab=clerk.library.portal.words["under_review"])
    _, facts = await taken(clerk)
    [_, documents] = facts["frames"]
    assert documents["name"] == "documents"
    assert "Type: All types" in documents["lines"]
    assert [line for line in documents["lines"] if line.startswith("No. | Type | Summary | Entered")]
    rows = [line for line in documents["lines"] if line.startswith("2026")]
    assert rows
    assert all(row.count(" | ") == 3 for row in rows)
