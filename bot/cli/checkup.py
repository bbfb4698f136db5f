"""What `portal doctor` looks at, one function each."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from bot.cli import words
from bot.errors import AssistantError, UsageError
from bot.private import private_folder
from bot.service import password_words
from bot.service.passwords import keyring_name
from bot.text import Text

PATIENCE = 10
"""Seconds that the portal has to answer."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. `cure` says what to do where it is not `ok`; `vital`: nothing runs without it."""

    about: Text
    ok: bool
    found: str
    cure: str = ""
    vital: bool = True

    @property
    def sign(self) -> Styled:
        """A mark in the colour of how it is."""
        if self.ok:
            return Styled("✓", style="good")
        return Styled("✗", style="bad") if self.vital else Styled("!", style="warn")


def checkup(*, home: Path, flows: Path | None, url: str | None) -> list[Finding]:
    """Look at everything that a run needs; at the portal only if its address is given."""
    findings = [browser(), font(), flow_files(home, flows), home_folder(home), keyring()]
    return [*findings, portal(url)] if url else findings


def browser() -> Finding:
    """A browser that really starts."""
    import asyncio

    from bot.browser import find_browser, open_browser

    async def start() -> str:
        async with open_browser(headed=False):
            return str(find_browser(headed=False))

    try:
        return Finding(words.BROWSER, True, asyncio.run(start()))
    except AssistantError as error:
        return Finding(words.BROWSER, False, str(error.message), f"{error.cure} {words.OR_INSTALL}".strip())


def font() -> Finding:
    """A font with Chinese characters: Windows and macOS bring one along, elsewhere fontconfig is asked."""
    listing = shutil.which("fc-list")
    if sys.platform in ("win32", "darwin") or listing is None:
        return Finding(words.FONT, True, str(words.FONT_FOUND))
    found = subprocess.run([listing, ":lang=zh", "family"], capture_output=True, text=True, check=False).stdout
    families = sorted({line.split(",")[0] for line in found.splitlines() if line})
    if families:
        return Finding(words.FONT, True, families[0])
    return Finding(words.FONT, False, str(words.FONT_MISSING), str(words.FONT_CURE), vital=False)


def flow_files(home: Path, flows: Path | None) -> Finding:
    """Flows that load."""
    from bot.service import Assistant

    try:
        library = Assistant(home=home, flows=flows).library
    except UsageError as error:
        return _failed(words.FLOWS, error)
    operations = ", ".join(str(flow.title) for flow in library.operations)
    return Finding(words.FLOWS, True, f"{library.portal.title}: {operations}")


def home_folder(home: Path) -> Finding:
    """A folder that can be written to. What a crash left in it of traces, in clear, is removed."""
    from bot.filing.traces import sweep

    sweep(home)
    try:
        private_folder(home)
        with tempfile.TemporaryFile(dir=home):
            return Finding(words.HOME, True, str(home))
    except OSError as error:
        return Finding(words.HOME, False, f"{home}: {error.strerror}", str(words.HOME_CURE))


def keyring() -> Finding:
    """A keyring for the passwords; without one they are asked for."""
    if name := keyring_name():
        return Finding(words.KEYRING, True, name)
    none, cure = str(password_words.NO_KEYRING), str(password_words.NO_KEYRING_CURE)
    return Finding(words.KEYRING, False, none, cure, vital=False)


def portal(url: str) -> Finding:
    """An answer from the portal, whatever it is."""
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
            return Finding(words.PORTAL, True, f"{url} {words.ANSWERS.format(status=answer.status)}")
    except urllib.error.HTTPError as answer:
        return Finding(words.PORTAL, True, f"{url} {words.ANSWERS.format(status=answer.code)}")
    except (OSError, ValueError) as error:
        why = getattr(error, "reason", error)
        return Finding(words.PORTAL, False, f"{url} {words.NO_ANSWER.format(why=why)}", str(words.NO_ANSWER_CURE))


def _failed(about: Text, error: AssistantError) -> Finding:
    return Finding(about, False, str(error.message), str(error.cure))


def is_ready(findings: list[Finding]) -> bool:
    """Whether nothing vital is missing."""
    return all(finding.ok for finding in findings if finding.vital)


def show_findings(console: Console, findings: list[Finding]) -> None:
    """Print each finding, and under it what to do where something is missing."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for finding in findings:
        table.add_row(finding.sign, str(finding.about), finding.found)
        if not finding.ok and finding.cure:
            table.add_row("", "", Styled("→ ", style="good") + Styled(finding.cure))
    console.print(table)
    ready = is_ready(findings)
    console.print(Styled(str(words.READY if ready else words.NOT_READY), style="good" if ready else "bad"))


def findings_data(findings: list[Finding]) -> dict[str, Any]:
    """The same for a program."""
    return {
        "ok": is_ready(findings),
        "findings": [
            {"about": finding.about.to("en"), "ok": finding.ok, "found": finding.found, "cure": finding.cure}
            for finding in findings
        ],
    }
