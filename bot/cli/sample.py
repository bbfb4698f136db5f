"""The sample that `portal demo` files: the bundled portal, its account, its roster and its date."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Timer

from pydantic import SecretStr

from bot.bundled import bundled
from bot.cli import words
from bot.cli.setting import running_from
from bot.errors import UsageError
from bot.filing.desk import Account
from bot.filing.progress import BatchSummary
from bot.filing.states import CaseState
from bot.text import Language

TODAY = datetime.fromisoformat("2026-11-10T09:00:00+08:00")
"""The day of the sample: inside the portal's filing window, whatever the real date."""
STARTS_WITHIN = 30
"""Seconds that the bundled portal has to say its address."""


def sample_roster() -> Path:
    """The roster of twelve people."""
    return bundled("fixtures", "demo", "roster.xlsx")


def sample_account() -> Account:
    """The employer whose roster it is, from the file that the bundled portal starts from."""
    said = json.loads(bundled("fixtures", "demo", "account.json").read_text(encoding="utf-8"))
    return Account(said["name"], said["user"], SecretStr(said["password"]))


def as_expected(summary: BatchSummary) -> bool:
    """Whether the sample ended as it is meant to: all approved, but for one that was refused and one rejected."""
    states = Counter(outcome.state for outcome in summary.outcomes)
    return states == {CaseState.APPROVED: 10, CaseState.REFUSED: 1, CaseState.REJECTED: 1}


def sample_clock() -> Callable[[], datetime]:
    """A clock that shows the day of the sample and runs on from there."""
    return running_from(TODAY)


@contextmanager
def bundled_portal(language: Language) -> Iterator[str]:
    """The bundled portal's address, for as long as it is needed. It is stopped when the block ends.

    Raises UsageError if it does not start.
    """
    command = [sys.executable, "-m", "mock_portal", "--port", "0", "--lang", language]
    options = ["--clock", TODAY.isoformat(), "--review", "instant", "--captcha", "off"]
    portal = subprocess.Popen([*command, *options], stdout=subprocess.PIPE, encoding="utf-8")
    try:
        yield _address(portal)
    finally:
        portal.terminate()
        try:
            portal.wait(timeout=5)
        except subprocess.TimeoutExpired:
            portal.kill()
            portal.wait()
        if portal.stdout is not None:
            portal.stdout.close()


def _address(portal: subprocess.Popen[str]) -> str:
    """The first line that the portal prints. Waits for it only so long."""
    assert portal.stdout is not None
    too_long = Timer(STARTS_WITHIN, portal.kill)
    too_long.start()
    try:
        line = portal.stdout.readline().strip()
    finally:
        too_long.cancel()
    if not line:
        raise UsageError(words.MOCK_DIED)
    return line
