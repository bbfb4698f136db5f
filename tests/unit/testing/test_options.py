"""pytest-playwright's options: heeded, or refused with what to say instead."""

from __future__ import annotations

from typing import Any

import pytest

from bot.testing.options import Options, manner_of, refused, surroundings_of, wants_video


def said(**options: Any) -> Options:
    """These options, and no others."""
    return lambda name, default=None: options.get(name.removeprefix("--").replace("-", "_"), default)


@pytest.mark.parametrize(
    ("options", "reason", "cure"),
    [
        ({"browser": ["firefox"]}, "--browser firefox", "--browser-channel chromium, chrome or msedge"),
        ({"browser": ["chromium", "webkit"]}, "--browser webkit", "--browser-channel chromium, chrome or msedge"),
        ({"device": "iPhone 15"}, "--device iPhone 15", "`viewport:` in portal.yaml"),
    ],
)
def test_what_cannot_be_heeded_is_refused_with_a_cure(options: dict[str, Any], reason: str, cure: str) -> None:
    assert refused(said(**options)).startswith(f"{reason}: ")
    assert cure in refused(said(**options))


@pytest.mark.parametrize("options", [{}, {"browser": []}, {"browser": ["chromium"]}, {"video": "on", "headed": True}])
def test_what_can_be_is_not(options: dict[str, Any]) -> None:
    assert refused(said(**options)) == ""


def test_what_is_heeded() -> None:
    manner = manner_of(said(headed=True, slowmo=50, tracing="retain-on-failure"))
    assert (manner.headed, manner.slow_mo, manner.trace) == (True, 50, True)
    assert surroundings_of(said(browser_channel="msedge"))["PORTAL_BROWSER"] == "msedge"
    assert "PORTAL_BROWSER" not in surroundings_of(said())
    assert (wants_video(said(video="on")), wants_video(said(video="off")), wants_video(said())) == (True, False, False)
