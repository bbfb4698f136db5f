"""`make bench`: twelve cases on the same portal, by `portal run` and by the hand-written script, in turns.

Each run has a process of its own and a portal that was just started; what is timed is the whole process, from start
to end. Prints every run, the medians, the ratio (below 1: we are faster), and where the time of our run goes.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from statistics import median

from bot.browser import find_browser
from bot.bundled import bundled
from bot.cli.sample import TODAY, sample_account, sample_clock
from bot.filing.progress import Watching
from bot.filing.records import CaseRecord
from bot.filing.timings import Timings
from bot.flow.case import Case
from bot.run import Draft
from bot.service import Assistant, RunOptions
from bot.text import Text

ROSTER = bundled("fixtures", "demo", "roster.csv")
LEFT_BEHIND = {"approved", "rejected"}


@contextmanager
def fresh_portal() -> Iterator[str]:
    """The address of a portal in its initial state."""
    command = [sys.executable, "-m", "mock_portal", "--port", "0", "--lang", "es", "--control"]
    with subprocess.Popen([*command, "--clock", TODAY.isoformat()], stdout=subprocess.PIPE, text=True) as portal:
        assert portal.stdout is not None
        try:
            yield portal.stdout.readline().strip()
        finally:
            portal.terminate()


def filed(url: str) -> set[tuple[str, str, str]]:
    """What the portal has in its books: person, operation, what became of it."""
    with urllib.request.urlopen(f"{url}_mock/state") as answer:
        filings = json.load(answer)["filings"]
    return {(one["id_number"], one["type"], one["status"]) for one in filings if one["status"] in LEFT_BEHIND}


def ours(url: str, folder: Path) -> list[str]:
    """The command that files the roster by `portal run`."""
    options = ["--yes", "--json", "--output", str(folder / "results.xlsx"), "--evidence", str(folder / "evidence")]
    account = ["--account", sample_account().name, "--user", sample_account().user]
    return [sys.executable, "-m", "bot.cli.main", "run", str(ROSTER), "--url", url, *account, *options]


def by_hand(url: str, folder: Path) -> list[str]:
    """The command that files it by the hand-written script."""
    browser = find_browser(headed=False)
    return [sys.executable, "-m", "benchmarks.by_hand", url, str(ROSTER), str(folder), str(browser.path or "")]


def timed(way: str) -> tuple[float, set[tuple[str, str, str]]]:
    """Seconds that one run takes, and what it left in the portal's books."""
    environment = os.environ | {
        "PORTAL_PASSWORD": sample_account().password.get_secret_value(),
        "PORTAL_CLOCK": TODAY.isoformat(),
    }
    with tempfile.TemporaryDirectory() as name, fresh_portal() as url:
        command = ours(url, Path(name)) if way == "portal run" else by_hand(url, Path(name))
        environment["PORTAL_HOME"] = str(Path(name, "home"))
        started = time.perf_counter()
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        seconds = time.perf_counter() - started
        if done.returncode not in (0, 1):
            raise SystemExit(f"{way} failed:\n{done.stdout}{done.stderr}")
        return seconds, filed(url)


class YesMan:
    """A person who approves whatever is asked."""

    async def ask(self, question: Text, *, picture: bytes | None = None, secret: bool = False) -> str:
        raise AssertionError("this portal asks nothing")

    async def approve(self, question: Text, drafts: Sequence[Draft] = ()) -> bool:
        return True


class Unwatched:
    """A progress that nobody looks at."""

    def accepted(self, batch: str, *, at: datetime, known: bool) -> None: ...

    def phase(self, name: Text, total: int) -> None: ...

    def step(self, case: Case | None, words: Text) -> None: ...

    def case_changed(self, record: CaseRecord) -> None: ...

    def advanced(self, cases: int = 1) -> None: ...


async def where_the_time_goes() -> tuple[float, Timings]:
    """One more run of ours, in this process, with its steps timed."""
    timings = Timings()
    with tempfile.TemporaryDirectory() as name, fresh_portal() as url:
        folder = Path(name)
        assistant = Assistant(home=folder, url=url, clock=sample_clock(), listeners=[timings])
        options = RunOptions(results=folder / "results.xlsx", evidence=folder / "evidence")
        watching = Watching(lambda account: YesMan(), lambda account: Unwatched())
        summary = await assistant.run(ROSTER, [sample_account()], options, watching)
    return summary.batches[0].elapsed.total_seconds(), timings


def main() -> None:
    """Run the comparison and print it."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=5, help="how often each way is run (5)")
    rounds = parser.parse_args().rounds
    cases = len(ROSTER.read_text(encoding="utf-8").splitlines()) - 1
    seconds: dict[str, list[float]] = {"portal run": [], "by hand": []}
    books: dict[str, set[tuple[str, str, str]]] = {}
    for turn in range(rounds):
        for way in list(seconds)[:: 1 if turn % 2 == 0 else -1]:
            taken, books[way] = timed(way)
            seconds[way].append(taken)
            print(f"  {way:<10}  {taken:6.2f} s", flush=True)
    if books["portal run"] != books["by hand"]:
        raise SystemExit(f"the two did not file the same: {books['portal run'] ^ books['by hand']}")
    print(f"\n{cases} cases, median of {rounds}:")
    for way, all_taken in seconds.items():
        print(f"  {way:<10}  {median(all_taken):6.2f} s  {median(all_taken) / cases:5.2f} s a case")
    print(f"  ratio       {median(seconds['portal run']) / median(seconds['by hand']):6.2f}")
    elapsed, timings = asyncio.run(where_the_time_goes())
    print(f"\nWhere the {elapsed:.2f} s of a run go:")
    for verb, spent in timings.seconds.most_common():
        print(f"  {verb:<12} {spent:6.2f} s  {spent / cases * 1000:5.0f} ms a case  {spent / elapsed:4.0%}")
    rest = elapsed - sum(timings.seconds.values())
    print(f"  {'the rest':<12} {rest:6.2f} s  {rest / cases * 1000:5.0f} ms a case  {rest / elapsed:4.0%}")


if __name__ == "__main__":
    main()
