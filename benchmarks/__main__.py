"""`make bench`: twelve cases on the same portal, by `portal run` and by the hand-written script, in turns.

Each run has a process of its own and a portal that was just started; what is timed is the whole process, from start
to end. Prints every run, the medians, the ratio (below 1: we are faster), where the time of our run goes, and what
evidence adds to a case (benchmarks/evidence_cost.py).
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
from pathlib import Path
from statistics import median

from benchmarks.evidence_cost import compare
from benchmarks.here import CASES, ROSTER, fresh_portal, run_here
from bot.browser import find_browser
from bot.cli.sample import TODAY, sample_account
from bot.filing.timings import Timings

LEFT_BEHIND = {"approved", "rejected"}


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


async def where_the_time_goes() -> tuple[float, Timings]:
    """One more run of ours, in this process, with its steps timed."""
    timings = Timings()
    with tempfile.TemporaryDirectory() as name:
        batch = await run_here(Path(name), [timings])
    return batch.elapsed.total_seconds(), timings


def main() -> None:
    """Run the comparison and print it."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=5, help="how often each way is run (5)")
    rounds = parser.parse_args().rounds
    seconds: dict[str, list[float]] = {"portal run": [], "by hand": []}
    books: dict[str, set[tuple[str, str, str]]] = {}
    for turn in range(rounds):
        for way in list(seconds)[:: 1 if turn % 2 == 0 else -1]:
            taken, books[way] = timed(way)
            seconds[way].append(taken)
            print(f"  {way:<10}  {taken:6.2f} s", flush=True)
    if books["portal run"] != books["by hand"]:
        raise SystemExit(f"the two did not file the same: {books['portal run'] ^ books['by hand']}")
    print(f"\n{CASES} cases, median of {rounds}:")
    for way, all_taken in seconds.items():
        print(f"  {way:<10}  {median(all_taken):6.2f} s  {median(all_taken) / CASES:5.2f} s a case")
    print(f"  ratio       {median(seconds['portal run']) / median(seconds['by hand']):6.2f}")
    elapsed, timings = asyncio.run(where_the_time_goes())
    print(f"\nWhere the {elapsed:.2f} s of a run go:")
    for verb, spent in timings.seconds.most_common():
        print(f"  {verb:<12} {spent:6.2f} s  {spent / CASES * 1000:5.0f} ms a case  {spent / elapsed:4.0%}")
    rest = elapsed - sum(timings.seconds.values())
    print(f"  {'the rest':<12} {rest:6.2f} s  {rest / CASES * 1000:5.0f} ms a case  {rest / elapsed:4.0%}")
    print()
    compare(rounds)


if __name__ == "__main__":
    main()
