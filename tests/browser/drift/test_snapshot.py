"""What a page tells of itself: only what can be seen of it, and which fields are required."""

from __future__ import annotations

import pytest

from bot.browser.snapshot import snapshots
from bot.drift.screen import FrameText, Known, Thing, screen_of
from tests.browser.conftest import Sit

pytestmark = pytest.mark.asyncio(loop_scope="session")

PAGE = """
<h1>Register</h1>
<label>Name <input required value="王示例"></label>
<label for=phone>Telephone</label> <input id=phone aria-required=true>
<input aria-label=Remarks value="She is ill"> <input type=password aria-label=Password value=hunter2>
<select aria-label=Person><option>李示例</select>
<button hidden>Delete</button>
<iframe name=inner srcdoc="<button>Save</button>
  <iframe name=innermost srcdoc='<button>Really</button>'></iframe>"></iframe>
<iframe name=away hidden srcdoc="<button>Nobody sees this</button>"></iframe>
"""


async def test_only_what_can_be_seen_is_told_and_no_values(sit: Sit) -> None:
    desk = await sit(PAGE)
    told = await snapshots(desk.session.page)
    assert [one.name for one in told] == ["", "inner", "innermost"]
    things = screen_of((FrameText(one.name, one.text, one.required) for one in told), Known.of([]))
    assert things == (
        Thing("heading", "Register"),
        Thing("field", "Name", required=True),
        Thing("field", "Telephone", required=True),
        Thing("field", "Remarks"),
        Thing("field", "Password"),
        Thing("field", "Person"),
        Thing("frame", "inner"),
        Thing("button", "Save"),
        Thing("frame", "innermost"),
        Thing("button", "Really"),
    )
