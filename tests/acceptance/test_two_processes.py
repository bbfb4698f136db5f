"""Two processes at once: never two sessions of one account, never two filings; who gives way says why."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.chaos.portal import Watched, watched_portal
from tests.acceptance.program import CLOCK, PASSWORD, USER
from tests.browser.filing.people import HEADER, LEAVER, NEW, NEW_TOO, add, interrupt
from tests.portal.clerk import Clerk

PATIENCE = 100
"""Seconds."""


@pytest.fixture
def watched() -> Iterator[tuple[Clerk, Watched]]:
    with watched_portal() as (clerk, watch):
        clerk.control("clock", {"now": CLOCK}).raise_for_status()
        yield clerk, watch


class Side:
    """One of two processes, in a folder of its own; `store` is what both may share."""

    def __init__(self, folder: Path, home: Path, url: str, store: str = "") -> None:
        folder.mkdir(exist_ok=True)
        self._folder = folder
        self._url = url
        self._environment = os.environ | {
            "PORTAL_HOME": str(home),
            "PORTAL_CLOCK": CLOCK,
            "PORTAL_PASSWORD": PASSWORD,
            **({"PORTAL_STORE": store} if store else {}),
            "LC_ALL": "",
            "LANG": "en_GB.UTF-8",
            "PYTHONUTF8": "1",
        }

    def run(self, *lines: str) -> subprocess.Popen[str]:
        """Begin to file a roster of these lines."""
        (self._folder / "roster.csv").write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8")
        command = [sys.executable, "-m", "bot.cli.main", "run", "roster.csv", "--account", USER]
        return subprocess.Popen(
            [*command, "--url", self._url, "--yes"], cwd=self._folder, env=self._environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        )  # fmt: skip


def ended(*processes: subprocess.Popen[str]) -> dict[int, str]:
    """What the processes said, by exit code."""
    said = {}
    for process in processes:
        with process:
            words, _ = process.communicate(timeout=PATIENCE)
        assert "Traceback" not in words, words
        said[process.returncode] = words
    return said


def books(clerk: Clerk) -> list[tuple[str, str]]:
    """Everything that was declared, in order: operation and person."""
    types = {"43": "add", "44": "renew", "45": "interrupt"}
    return [(types[one["type"]], one["id_number"]) for one in clerk.state()["events"] if one["kind"] == "declared"]


WHY = {"sqlite": "has been at work on this journal since", "postgresql": "Another run is at work in the account"}
ANA, BO = add(NEW), interrupt(*LEAVER)


@pytest.mark.parametrize(
    ("store", "first", "second"),
    [
        pytest.param("sqlite", [ANA, BO], [ANA, BO], id="one batch"),
        pytest.param("sqlite", [ANA, BO], [add(NEW_TOO)], id="two batches of one account"),
        pytest.param("postgresql", [ANA, BO], [ANA, BO], id="one batch on a server"),
    ],
)
def test_two_at_once(
    watched: tuple[Clerk, Watched],
    tmp_path: Path,
    request: pytest.FixtureRequest,
    store: str,
    first: list[str],
    second: list[str],
) -> None:
    clerk, watch = watched
    url = request.getfixturevalue("postgres_url") if store == "postgresql" else ""
    sides = [Side(tmp_path / name, tmp_path / "home", clerk.url, url) for name in ("one", "other")]

    said = ended(sides[0].run(*first), sides[1].run(*second))

    assert set(said) == {0, 2}, said
    assert WHY[store] in said[2]
    assert len(books(clerk)) == len(set(books(clerk)))
    assert len(watch.seats) == len(set(watch.seats)) == 1, "two sessions were used side by side"

    again = ended(sides[0].run(*first))
    again |= ended(sides[1].run(*second))
    assert set(again) == {0}, again
    assert sorted(books(clerk)) == sorted({(line.split(",")[0], line.split(",")[1]) for line in first + second})
