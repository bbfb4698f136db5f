"""What a click sets loading, in the page or in a frame, is waited for: nothing is read from what is about to go."""

from __future__ import annotations

from threading import Event, Timer

import pytest

from bot.errors import StepTimedOut
from tests.browser.conftest import Sit, Site

pytestmark = pytest.mark.asyncio(loop_scope="session")

_ELEMENTS = {"content": {"css": "iframe"}, "said": {"css": "p", "frame": "content"}}
_FRAME = (
    "<iframe srcdoc=\"<p>old</p><form action='{url}slow'><button>Send</button></form>"
    "<a href='{url}slow'>Next</a>\"></iframe>"
)


@pytest.mark.parametrize("way", [{"button": "Send"}, {"link": "Next"}])
async def test_a_frame_that_a_click_loads_anew_is_waited_for(sit: Sit, site: Site, way: dict[str, str]) -> None:
    site.pages.put("/slow", "<p>new</p>")
    site.pages.held["/slow"] = answer = Event()
    desk = await sit(_FRAME.format(url=site.url), elements=_ELEMENTS)
    await desk.do(click={**way, "frame": "content"})
    Timer(0.5, answer.set).start()
    assert await desk.do(read={"text": "said"}) == {"text": "new"}


async def test_a_frame_that_never_arrives_is_said_to_be_loading(sit: Sit, site: Site) -> None:
    site.pages.held["/slow"] = answer = Event()
    desk = await sit(_FRAME.format(url=site.url), elements=_ELEMENTS)
    await desk.do(click={"link": "Next", "frame": "content"})
    with pytest.raises(StepTimedOut, match="still loading"):
        await desk.do(read={"text": "said"}, timeout=0.6)
    answer.set()
