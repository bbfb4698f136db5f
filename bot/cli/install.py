"""Getting a browser onto a machine that has none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from rich.console import Console

from bot.cli import words
from bot.cli.checkup import browser, font

PATIENCE = 900
"""Seconds that one way of installing may take."""


def install_browser(console: Console) -> None:
    """Try the ways there are on this machine, one after the other, until a browser starts.

    Nothing is installed where one starts already. Says what it does and what did not work; whether a browser
    is there in the end is for `checkup` to say.
    """
    for commands in _ways():
        if browser().ok and font().ok:
            return
        for command in commands:
            console.print(str(words.INSTALLING.format(command=" ".join(command))), soft_wrap=True)
            if problem := _run(command):
                console.print(str(words.INSTALL_FAILED.format(why=problem)), soft_wrap=True)
                break


def _ways() -> list[list[list[str]]]:
    """Ways to get a browser, best first, each a list of commands. The system's own needs root."""
    ways = [[[sys.executable, "-m", "playwright", "install", "chromium-headless-shell"]]]
    apt = shutil.which("apt-get")
    if apt and hasattr(os, "geteuid") and os.geteuid() == 0:
        packages = ["chromium", "chromium-headless-shell", "fonts-noto-cjk"]
        ways.append([[apt, "update", "-q"], [apt, "install", "-y", "-q", "--no-install-recommends", *packages]])
    return ways


def _run(command: list[str]) -> str:
    """Why the command failed, or ""."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    last = (done.stderr or done.stdout).strip().splitlines()[-1:]
    return "" if done.returncode == 0 else (last[0] if last else f"exit code {done.returncode}")
