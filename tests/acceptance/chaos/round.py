"""One round: a roster is filed by a program that is killed now and then, and taken up again until it ends by itself."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from tests.acceptance.chaos.books import Books, Line, Wrong
from tests.acceptance.chaos.portal import Watched
from tests.acceptance.program import CLOCK, PASSWORD, USER
from tests.browser.filing.people import HEADER, LEAVER, LEAVER_THREE, NEW, NO_GAP, REVIEW_REJECTS, add, interrupt, renew
from tests.portal.clerk import Clerk

ROSTER = (
    Line(add(NEW), "approved"),
    Line(interrupt(*LEAVER), "approved"),
    Line(add(REVIEW_REJECTS), "rejected"),
    Line(renew(*NO_GAP), "approved"),
    Line(add(*LEAVER_THREE), "refused"),
)
"""Short, with one of each operation, one that the portal refuses, and one that its reviewers do not approve."""

PATIENCE = 100
"""Seconds after which a life counts as hung."""
MOST_LIVES = 12
ENDED = (0, 1)
KILLED = -9

Point = Literal["commit", "request"]
When = Literal["before", "after"]


@dataclass(frozen=True)
class Kill:
    """A point to be killed at: before or after the commit or portal request with this number in its life."""

    point: Point
    when: When
    at: int
    place: str = ""
    """Only requests whose path ends in this count."""

    def __str__(self) -> str:
        return f"{self.when} {self.point} {self.at} {self.place}".rstrip()


@dataclass(frozen=True)
class Death:
    """A kill that hit, and how far the filing had come by the portal's books."""

    kill: Kill
    phase: str


@dataclass
class Round:
    """What happened in a round."""

    deaths: list[Death] = field(default_factory=list)
    lives: int = 0
    commits: int = 0
    """Of the last life, the one that ended by itself."""
    requests: int = 0
    wrong: Wrong = field(default_factory=Wrong)
    trouble: str = ""
    """What kept the round from coming to its end: a hang, a bug, an exit code that should not be."""
    seconds: float = 0

    @property
    def faults(self) -> list[str]:
        """Everything that is wrong about it."""
        return [*([self.trouble] if self.trouble else []), *self.wrong.all]


class Trouble(Exception):
    """The round cannot go on."""


class Chaos:
    """Plays rounds at one portal, each in a folder of its own."""

    def __init__(self, clerk: Clerk, watched: Watched, folder: Path, lines: Sequence[Line] = ROSTER) -> None:
        self._clerk = clerk
        self._watched = watched
        self.folder = folder
        self._lines = lines
        self._began = 0.0
        self._lives = 0

    def play(self, kills: Sequence[Kill], seed: int = 0) -> Round:
        """A round with these kills, one a life; `seed` decides how each life after the first is started."""
        self.folder.mkdir(parents=True)
        self._began, self._lives = time.monotonic(), 0
        for what, body in (("clock", {"now": CLOCK}), ("reset", None), ("review", {"mode": "instant"})):
            self._clerk.control(what, body).raise_for_status()
        self._watched.seats.clear()
        before, played, chosen = self._clerk.state(), Round(), random.Random(seed)
        roster = self.folder / "roster.csv"
        roster.write_text("\n".join([HEADER, *(line.text for line in self._lines), ""]), encoding="utf-8")
        try:
            self._live_on(list(kills), played, chosen)
            said = self._status(self._batch())
            books = Books(self._lines, before, self._clerk.state(), said, self._watched.seats, self.folder)
            played.wrong = books.check()
        except Trouble as trouble:
            played.trouble = str(trouble)
        played.seconds = time.monotonic() - self._began
        return played

    def _live_on(self, kills: list[Kill], played: Round, chosen: random.Random) -> None:
        """One life after the other, until one ends by itself with nothing left to kill."""
        code = KILLED
        while code == KILLED:
            if played.lives == MOST_LIVES:
                raise Trouble(f"not at an end after {MOST_LIVES} lives")
            kill = kills.pop(0) if kills else None
            batch = self._batch() if played.lives else ""
            again = ["resume", batch] if batch and chosen.random() < 0.7 else self._run()
            code = self._life(again, kill)
            played.lives += 1
            played.requests = self._watched.requests
            if code == KILLED and kill is not None:
                played.deaths.append(Death(kill, self._phase()))
        played.commits = self._commits()
        if code not in ENDED:
            raise Trouble(f"life {played.lives} ended with exit code {code}: {self._last_words()}")

    def _run(self) -> list[str]:
        return ["run", "roster.csv", "--account", USER, "--url", self._clerk.url, "-o", "results.xlsx"]

    def _life(self, arguments: Sequence[str], kill: Kill | None) -> int:
        """Run the program until it ends or is killed; its exit code."""
        self._lives += 1
        log = self.folder / f"life-{self._lives}.log"
        switch = f"{kill.when}:{kill.at}" if kill and kill.point == "commit" else ""
        environment = self._environment() | {"CHAOS_COMMIT": switch, "CHAOS_COUNT": str(self.folder / "commits")}
        command = [sys.executable, "-m", "tests.acceptance.chaos.program", *arguments, "--yes"]
        with log.open("w", encoding="utf-8") as out:
            print(*arguments, f"({kill or 'to the end'})", file=out, flush=True)
            with subprocess.Popen(
                command, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=out
            ) as process:
                at_request = kill is not None and kill.point == "request"
                self._watched.arm(process.pid, *((kill.when, kill.at, kill.place) if kill and at_request else ()))
                try:
                    return process.wait(PATIENCE)
                except subprocess.TimeoutExpired:
                    process.kill()
                    raise Trouble(f"life {self._lives} did not end in {PATIENCE} s: {self._last_words()}") from None
                finally:
                    self._watched.disarm()

    def _environment(self) -> dict[str, str]:
        clock = datetime.fromisoformat(CLOCK) + timedelta(seconds=time.monotonic() - self._began)
        ours = {
            "PORTAL_HOME": str(self.folder / "home"),
            "PORTAL_CLOCK": clock.isoformat(),
            "PORTAL_PASSWORD": PASSWORD,
            "LC_ALL": "",
            "LANG": "en_GB.UTF-8",
            "PYTHONUTF8": "1",
            "PYTHONPATH": str(Path(__file__).parents[3]),
        }
        return os.environ | ours

    def _status(self, *batch: str) -> Any:
        """What `portal status --json` says."""
        done = subprocess.run(
            [sys.executable, "-m", "bot.cli.main", "status", *batch, "--json"],
            cwd=self.folder,
            env=self._environment(),
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        if done.returncode not in ENDED:
            raise Trouble(f"status ended with exit code {done.returncode}: {done.stdout}{done.stderr}")
        return json.loads(done.stdout)

    def _batch(self) -> str:
        """The newest batch of this home, or "" where none was accepted before the program died."""
        batches = self._status()["batches"]
        return str(batches[0]["id"]) if batches else ""

    def _phase(self) -> str:
        """How far the filing has come, by the portal's own log."""
        events = self._clerk.state()["events"]
        counts = {kind: sum(event["kind"] == kind for event in events) for kind in ("login", "saved", "declared")}
        to_file = sum(line.ends != "refused" for line in self._lines)
        if not counts["login"]:
            return "before the first login"
        if counts["declared"]:
            return "all declared" if counts["declared"] == to_file else "declaring"
        return "all in drafts" if counts["saved"] == to_file else "drafting"

    def _commits(self) -> int:
        return int((self.folder / "commits").read_text(encoding="ascii"))

    def _last_words(self) -> str:
        log = self.folder / f"life-{self._lives}.log"
        return log.read_text(encoding="utf-8")[-1500:]
