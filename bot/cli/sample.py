"""The sample that `portal demo` files: the bundled portal, its account, its roster and its date."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path
from threading import Timer

from pydantic import SecretStr

from bot.bundled import bundled
from bot.cli import words
from bot.cli.setting import running_from
from bot.errors import UsageError
from bot.filing.desk import Account
from bot.filing.progress import RunSummary
from bot.filing.states import CaseState
from bot.flow.models import Library
from bot.text import Language, reading_language

TODAY = datetime.fromisoformat("2026-11-10T09:00:00+08:00")
"""The day of the sample: inside the portal's filing window, whatever the real date."""
INPUTS = {part: f"home.{part}" for part in ("province", "city", "county")}
MOST_DIGITS = 6
"""Longer numbers are identifiers: as text they keep all their digits."""
STARTS_WITHIN = 30
"""Seconds that the bundled portal has to say its address."""


def write_sample_roster(library: Library, path: Path) -> Path:
    """Write the roster of twelve people as a clerk would have it, in the reader's language."""
    from bot.roster.template import write_template

    rows: dict[str, list[dict[str, object]]] = {}
    with bundled("fixtures", "demo", "roster.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            operation = line.pop("operation")
            rows.setdefault(operation, []).append({INPUTS.get(name, name): _cell(line[name]) for name in line})
    return write_template(library, library.operations, path, reading_language(), rows=rows)


def _cell(written: str) -> object:
    """A cell as a spreadsheet keeps it: yes and no, small numbers, text."""
    if written in ("yes", "no"):
        return written == "yes"
    return int(written) if written.isdecimal() and len(written) <= MOST_DIGITS else written or None


def free_folder(wanted: Path) -> Path:
    """The folder, or the first of NAME-2, NAME-3 … that does not exist: an earlier demo is left as it is."""
    for number in count(2):
        if not wanted.exists():
            break
        wanted = wanted.with_name(f"{wanted.name.removesuffix(f'-{number - 1}')}-{number}")
    wanted.mkdir(parents=True)
    return wanted


def sample_account() -> Account:
    """The employer whose roster it is, from the file that the bundled portal starts from."""
    said = json.loads(bundled("fixtures", "demo", "account.json").read_text(encoding="utf-8"))
    return Account(said["name"], said["user"], SecretStr(said["password"]))


def as_expected(summary: RunSummary) -> bool:
    """Whether the sample ended as it is meant to: all approved, but for one that was refused and one rejected."""
    states = Counter(outcome.state for batch in summary.batches for outcome in batch.outcomes)
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
    portal = subprocess.Popen(
        [*command, *options],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,  # Ctrl-C is for us: the portal has to be there until the last page is read
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )
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
