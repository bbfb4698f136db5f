"""Getting a browser onto a machine that has none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

from rich.console import Console

from bot.cli import words
from bot.cli.checkup import browser, font

PATIENCE = 900
"""Seconds that one command may take."""
PACKAGES = ("chromium", "chromium-headless-shell", "fonts-noto-cjk")
Commands = tuple[tuple[str, ...], ...]
PLAYWRIGHTS_OWN: Commands = ((sys.executable, "-m", "playwright", "install", "chromium-headless-shell"),)


def install_browser(console: Console) -> None:
    """Get a browser, and with the system's packages a font, where there is none that starts.

    Says what it does and what did not work; whether all is there in the end is for `checkup` to say.
    """
    if not browser().ok:
        _try(PLAYWRIGHTS_OWN, console)
    if not (browser().ok and font().ok):
        _try(_packages(), console)


def _packages() -> Commands:
    """The system's packages, where there are any and we may install them: Debian or Ubuntu, as root."""
    apt = shutil.which("apt-get")
    if apt is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return ()
    return (apt, "update", "-q"), (apt, "install", "-y", "-q", "--no-install-recommends", *PACKAGES)


def _try(commands: Commands, console: Console) -> None:
    """Run the commands, up to the first that fails."""
    for command in commands:
        console.print(str(words.INSTALLING.format(command=" ".join(command))), soft_wrap=True)
        if problem := _run(command):
            console.print(str(words.INSTALL_FAILED.format(why=problem)), soft_wrap=True)
            return


def _run(command: Sequence[str]) -> str:
    """Why the command failed, or ""."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if done.returncode == 0:
        return ""
    lines = [line.strip() for line in (done.stderr or done.stdout).splitlines() if line.strip()]
    said = [line for line in lines if "error" in line.lower()] or lines[-1:]
    return said[0] if said else f"exit code {done.returncode}"
