"""Finding a browser on each platform."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot.browser import find_browser
from bot.errors import BrowserFault


def _program(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(("platform", "cure"), [("linux", "apt"), ("darwin", "Chrome"), ("win32", "Edge")])
def test_no_browser_says_what_to_install(
    no_browser: Path, monkeypatch: pytest.MonkeyPatch, platform: str, cure: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(no_browser / "none"))
    with pytest.raises(BrowserFault) as raised:
        find_browser()
    assert cure in str(raised.value.cure)
    assert str(raised.value) == "No browser was found: Chromium, Google Chrome or Microsoft Edge is needed."


def test_the_headless_shell_is_preferred_unless_a_window_is_wanted(no_browser: Path) -> None:
    shell, chromium = (_program(no_browser / name) for name in ("chromium-headless-shell", "chromium"))
    assert (find_browser().path, find_browser(headed=True).path) == (shell, chromium)


def test_the_browser_that_was_named(no_browser: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(no_browser / "chromium")
    named = _program(no_browser / "mine" / "my-browser")
    monkeypatch.setenv("PORTAL_BROWSER", str(named))
    assert find_browser().path == named
    monkeypatch.setenv("PORTAL_BROWSER", str(no_browser / "none"))
    with pytest.raises(BrowserFault, match="there is no program there"):
        find_browser()


@pytest.mark.parametrize(
    ("name", "command"),
    [("chromium", "chromium-browser"), ("chrome", "google-chrome-stable"), ("msedge", "microsoft-edge")],
)
def test_a_channel_is_the_browser_that_is_installed(
    no_browser: Path, monkeypatch: pytest.MonkeyPatch, name: str, command: str
) -> None:
    _program(no_browser / "chromium-headless-shell")
    installed = _program(no_browser / command)
    monkeypatch.setenv("PORTAL_BROWSER", name)
    assert (find_browser().path, find_browser().channel) == (installed, None)


def test_a_channel_that_is_not_found_is_left_to_playwright(no_browser: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_BROWSER", "msedge-beta")
    assert find_browser().channel == "msedge-beta"
    monkeypatch.setenv("PORTAL_BROWSER", "chromium")
    with pytest.raises(BrowserFault, match="no browser is known by that name"):
        find_browser()


def test_the_channels_of_playwright_s_own(no_browser: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.browser.find._wanted_revisions", lambda: {"chromium": "7", "chromium-headless-shell": "7"})
    for kind in ("chromium", "chromium_headless_shell"):
        (no_browser / "none" / f"{kind}-7").mkdir(parents=True)
        (no_browser / "none" / f"{kind}-7" / "INSTALLATION_COMPLETE").touch()
    monkeypatch.setenv("PORTAL_BROWSER", "chromium")
    assert (find_browser().channel, find_browser().headless_only) == ("chromium", False)
    monkeypatch.setenv("PORTAL_BROWSER", "chromium-headless-shell")
    assert find_browser().headless_only
    with pytest.raises(BrowserFault, match="only works without one"):
        find_browser(headed=True)


def test_a_named_headless_shell_has_no_window(no_browser: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_BROWSER", str(_program(no_browser / "chromium-headless-shell")))
    with pytest.raises(BrowserFault, match="only works without one"):
        find_browser(headed=True)


def test_windows_standard_folders(no_browser: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edge = _program(no_browser / "x86" / "Microsoft" / "Edge" / "Application" / "msedge.exe")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("PROGRAMFILES(X86)", str(no_browser / "x86"))
    monkeypatch.setattr("shutil.which", lambda command: None)
    found = find_browser(headed=True)
    assert (found.name, found.path) == ("Microsoft Edge", edge)


def test_macos_applications(no_browser: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chrome = _program(no_browser / "Applications" / "Google Chrome.app" / "Contents" / "MacOS" / "Google Chrome")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert find_browser().path == chrome


def test_playwright_s_own_comes_first_if_it_is_whole(no_browser: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _program(no_browser / "chromium")
    monkeypatch.setattr("bot.browser.find._wanted_revisions", lambda: {"chromium": "7", "chromium-headless-shell": "7"})
    own = no_browser / "none" / "chromium-7"
    own.mkdir(parents=True)
    assert find_browser().path == no_browser / "chromium"
    (own / "INSTALLATION_COMPLETE").touch()
    assert (find_browser().path, find_browser().channel) == (None, "chromium")
