"""pytest-playwright's options, and what becomes of them where flows and scenarios are played."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.testing.cast import Manner

Options = Callable[..., Any]
"""As `config.getoption`: by name, with a default where pytest-playwright is not there."""

NO_VIDEO = (
    "--video: none is made of scenarios, it would show whatever is typed. "
    "--tracing keeps what was done, --portal-report and --screenshot show each step in pictures."
)


def refused(option: Options) -> str:
    """Why nothing can be played with these options, and what to say instead; "" if it can."""
    engines = [name for name in option("--browser", default=None) or () if name != "chromium"]
    if engines:
        return (
            f"--browser {engines[0]}: scenarios are played in Chromium, Chrome or Edge, as the assistant is run. "
            "Leave it out, or say --browser-channel chromium, chrome or msedge; "
            "tests of other engines are run by themselves."
        )
    if device := option("--device", default=None):
        return (
            f"--device {device}: scenarios are played on the page of a desktop, as the assistant is run. "
            "Leave it out; the size of the page is `viewport:` in portal.yaml."
        )
    return ""


def wants_video(option: Options) -> bool:
    """Whether a video was asked for."""
    return bool(option("--video", default="off") != "off")


def manner_of(option: Options) -> Manner:
    """How the browser is to be run."""
    return Manner(
        headed=bool(option("--headed", default=False)),
        slow_mo=float(option("--slowmo", default=0) or 0),
        trace=option("--tracing", default="off") != "off",
    )


def surroundings_of(option: Options) -> dict[str, str]:
    """What is to be in the environment: which browser, and keys that seal evidence kept in the home folder.

    Whoever runs tests keeps their keyring to themselves.
    """
    channel = option("--browser-channel", default=None)
    return {"PORTAL_KEYS": "file", **({"PORTAL_BROWSER": str(channel)} if channel else {})}
