"""Finding a browser that can be driven: the one that was named, Playwright's own, or one that is installed."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from bot.browser import words
from bot.errors import BrowserFault

_COMMANDS: dict[str, tuple[str, ...]] = {
    "Chromium": ("chromium", "chromium-browser"),
    "Google Chrome": ("google-chrome", "google-chrome-stable"),
    "Microsoft Edge": ("microsoft-edge", "microsoft-edge-stable"),
}
_HEADLESS_COMMANDS = ("chromium-headless-shell", "headless_shell", "chrome-headless-shell")
_WINDOWS_PROGRAMS = {
    "Chromium": ("Chromium", "Application", "chrome.exe"),
    "Google Chrome": ("Google", "Chrome", "Application", "chrome.exe"),
    "Microsoft Edge": ("Microsoft", "Edge", "Application", "msedge.exe"),
}


CHANNELS = frozenset(f"{name}{kind}" for name in ("chrome", "msedge") for kind in ("", "-beta", "-dev", "-canary"))
"""What Playwright finds by itself where these browsers are installed as usual."""
_INSTALLED_AS = {"chromium": "Chromium", "chrome": "Google Chrome", "msedge": "Microsoft Edge"}
_HEADLESS_CHANNEL = "chromium-headless-shell"


@dataclass(frozen=True)
class FoundBrowser:
    """A browser and how Playwright is told to start it: by `path`, by `channel`, or as its own where both are None."""

    name: str
    path: Path | None = None
    channel: str | None = None
    headless_only: bool = False

    def __str__(self) -> str:
        return f"{self.name} ({self.path})" if self.path else self.name


def find_browser(*, headed: bool = False) -> FoundBrowser:
    """The best browser there is. Raises BrowserFault, with what to install on this platform, if there is none.

    A headless shell is preferred where no window is wanted: it is about a quarter faster.
    """
    if named := os.environ.get("PORTAL_BROWSER"):
        return _named(Path(named), headed=headed)
    for found in (*_playwrights_own(os.environ), *_installed(os.environ)):
        if not (headed and found.headless_only):
            return found
    raise BrowserFault(words.NO_BROWSER, cure=words.INSTALL.get(sys.platform, words.INSTALL["linux"]))


def _named(path: Path, *, headed: bool) -> FoundBrowser:
    where = shutil.which(path) or (str(path) if path.is_file() else None)
    if where is None and (found := _of_channel(str(path))) is not None:
        if headed and found.headless_only:
            raise BrowserFault(words.NEEDS_WINDOW.format(found=path.name), cure=words.CORRECT_PORTAL_BROWSER)
        return found
    if where is None:
        raise BrowserFault(words.NO_SUCH_BROWSER.format(path=path), cure=words.CORRECT_PORTAL_BROWSER)
    headless_only = "headless" in path.name
    if headed and headless_only:
        raise BrowserFault(words.NEEDS_WINDOW.format(found=path.name), cure=words.CORRECT_PORTAL_BROWSER)
    return FoundBrowser(path.stem, path=Path(where), headless_only=headless_only)


def _of_channel(name: str) -> FoundBrowser | None:
    """The browser that Playwright calls by this name: its own, or where it is installed; None if it is neither."""
    if name in ("chromium", _HEADLESS_CHANNEL):
        for found in _playwrights_own(os.environ):
            if found.headless_only == (name == _HEADLESS_CHANNEL):
                return found
    for found in _installed(os.environ):
        if found.name == _INSTALLED_AS.get(name):
            return found
    return FoundBrowser(name, channel=name) if name in CHANNELS else None


def _playwrights_own(env: Mapping[str, str]) -> Iterator[FoundBrowser]:
    """What `playwright install` put there, at the revision that the installed Playwright wants."""
    folder, revisions = _playwrights_folder(env), _wanted_revisions()
    for kind, found in (
        ("chromium-headless-shell", FoundBrowser("Playwright's headless Chromium", headless_only=True)),
        ("chromium", FoundBrowser("Playwright's Chromium", channel="chromium")),
    ):
        installed = folder / f"{kind.replace('-', '_')}-{revisions.get(kind)}"
        if (installed / "INSTALLATION_COMPLETE").is_file():
            yield found


def _playwrights_folder(env: Mapping[str, str]) -> Path:
    """Where Playwright keeps its browsers (its documentation: "Managing browser binaries")."""
    if configured := env.get("PLAYWRIGHT_BROWSERS_PATH"):
        return Path(configured)
    if sys.platform == "win32":
        return Path(env.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "ms-playwright"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "ms-playwright"
    return Path(env.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "ms-playwright"


def _wanted_revisions() -> dict[str, str]:
    spec = find_spec("playwright")
    if spec is None or spec.origin is None:
        return {}
    listed = Path(spec.origin).parent / "driver" / "package" / "browsers.json"
    if not listed.is_file():
        return {}
    browsers = json.loads(listed.read_text(encoding="utf-8"))["browsers"]
    return {one["name"]: one["revision"] for one in browsers}


def _installed(env: Mapping[str, str]) -> Iterator[FoundBrowser]:
    """The browsers of the system, the most suitable first."""
    for command in _HEADLESS_COMMANDS:
        if where := shutil.which(command):
            yield FoundBrowser("Chromium headless shell", path=Path(where), headless_only=True)
    for name, commands in _COMMANDS.items():
        for path in (*_on_path(commands), *_standard_places(name, env)):
            yield FoundBrowser(name, path=path)


def _on_path(commands: tuple[str, ...]) -> Iterator[Path]:
    for command in commands:
        if where := shutil.which(command):
            yield Path(where)


def _standard_places(name: str, env: Mapping[str, str]) -> Iterator[Path]:
    places: list[Path] = []
    if sys.platform == "darwin":
        application = Path("Applications", f"{name}.app", "Contents", "MacOS", name)
        places = [Path("/") / application, Path.home() / application]
    elif sys.platform == "win32":
        roots = [env[key] for key in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA") if key in env]
        places = [Path(root, *_WINDOWS_PROGRAMS[name]) for root in roots]
    yield from (place for place in places if place.is_file())
