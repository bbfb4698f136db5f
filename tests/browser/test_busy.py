from __future__ import annotations

import pytest

from bot.browser.busy import Spot, seen, spots
from bot.flow.models import Portal
from bot.flow.targets import Targets
from tests.browser.conftest import Sit

pytestmark = pytest.mark.asyncio(loop_scope="session")

PORTAL = Portal.model_validate(
    {
        "portal": "sample",
        "title": "Sample",
        "address": "http://portal.invalid/",
        "elements": {
            "outer": {"css": "iframe.outer"},
            "inner": {"css": "iframe", "frame": "outer"},
            "save": {"button": "Save"},
        },
    }
)


def told(*raw: object) -> tuple[Spot, ...] | None:
    return spots(PORTAL, [Targets.model_validate(one) for one in raw])


async def test_css_in_frames_is_told_by_selectors_from_the_outside_in() -> None:
    assert told({"css": ".mask"}, {"css": ".mask", "frame": "inner"}) == (
        Spot((), ".mask"),
        Spot(("iframe.outer", "iframe"), ".mask"),
    )


@pytest.mark.parametrize(
    "target",
    [{"text": "wait"}, "save", {"css": ".mask", "nth": 2}, {"css": ".mask", "has_text": "wait"}, {"css": ".${x}"}],
)
async def test_what_css_alone_does_not_find_is_left_to_locators(target: object) -> None:
    assert told({"css": ".mask"}, target) is None


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<div class=mask>wait</div>", True),
        ("<div class=mask style='display: none'>wait</div>", False),
        ("<div class=mask style='visibility: hidden'>wait</div>", False),
        ("<iframe srcdoc='<div class=mask>wait</div>'></iframe>", True),
        ("<div hidden><iframe srcdoc='<div class=mask>wait</div>'></iframe></div>", False),
        ("<p>nothing</p>", False),
    ],
)
async def test_only_what_a_person_sees_counts(sit: Sit, html: str, shown: bool) -> None:
    desk = await sit(html)
    assert await seen(desk.session.page, [Spot((), ".mask"), Spot(("iframe",), ".mask")]) is shown


@pytest.mark.parametrize("spot", [Spot(("iframe",), ".mask"), Spot((), ".mask >> text=wait")])
async def test_what_the_page_cannot_tell_is_not_guessed(sit: Sit, spot: Spot) -> None:
    desk = await sit("<iframe sandbox srcdoc='<div class=mask>wait</div>'></iframe>")
    assert await seen(desk.session.page, [spot]) is None
