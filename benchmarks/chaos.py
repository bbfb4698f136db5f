"""`python -m benchmarks.chaos --kills 200 --seed 7`: the whole program killed again and again, and taken up again.

Every commit of every database of the program, and every request that it makes to the portal, is a point to be killed
at. A first life without a kill counts them; then the kills are spread over all of them, one a life, up to three a
round. After each round the portal's books are held against journal, results and evidence. Exit code 1 if anything was
ever wrong. A round with something wrong keeps its folder, and says how to play it again.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from tests.acceptance.chaos.portal import watched_portal
from tests.acceptance.chaos.round import Chaos, Kill, Point, Round, When

MOST_KILLS = 3
"""In one round."""
KINDS: tuple[tuple[Point, When], ...] = (
    ("commit", "before"),
    ("commit", "after"),
    ("request", "before"),
    ("request", "after"),
)

GOLDEN = 0.6180339887498949
"""Steps of this part of a whole come down all over it, ever closer, and never twice at the same place."""


def plan(number: int, commits: int, requests: int, seed: int) -> list[Kill]:
    """The kills of a round, one a life.

    The first ones of all rounds lie evenly over a whole life, for each kind in turn; those after them early enough that
    what is left of a life will mostly still meet them.
    """
    chosen = random.Random(f"{seed} {number}")
    ends: dict[Point, int] = {"commit": commits, "request": requests}
    turn, kind = divmod(number - 1, len(KINDS))
    point, when = KINDS[kind]
    kills = [Kill(point, when, 1 + int((turn * GOLDEN + seed * GOLDEN / 2) % 1 * ends[point]))]
    for _ in range(chosen.randint(0, MOST_KILLS - 1)):
        point, when = chosen.choice(KINDS)
        kills.append(Kill(point, when, chosen.randint(1, ends[point] // 2)))
    return kills


def show(rounds: Sequence[Round]) -> None:
    """Print the figures."""
    deaths = [death for one in rounds for death in one.deaths]
    lives = sum(one.lives for one in rounds)
    print(f"\n{len(rounds)} rounds, {len(deaths)} kills, {lives - len(rounds)} resumes")
    where = Counter((death.phase, f"{death.kill.when} {death.kill.point}") for death in deaths)
    for (phase, kind), times in sorted(where.items()):
        print(f"  {phase:<24} {kind:<16} {times:4}")
    for name, found in (
        ("filed twice", sum(len(one.wrong.twice) for one in rounds)),
        ("lost", sum(len(one.wrong.lost) for one in rounds)),
        ("needs_attention", sum(len(one.wrong.attention) for one in rounds)),
        ("disagreements", sum(len(one.wrong.disagree) for one in rounds)),
        ("not at an end", sum(bool(one.trouble) for one in rounds)),
    ):
        print(f"  {name:<24} {found:21}")


def main() -> int:
    """Play the rounds; 0 if nothing was ever wrong."""
    parser = argparse.ArgumentParser(prog="benchmarks.chaos", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--kills", type=int, default=200, help="how often the program is killed (200)")
    parser.add_argument("--seed", type=int, default=7, help="where it is killed (7)")
    parser.add_argument("--only", type=int, metavar="ROUND", help="play only this round of them")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where the folders of rounds gone wrong stay")
    given = parser.parse_args()
    folder = given.keep or Path(tempfile.mkdtemp(prefix="chaos-"))
    with watched_portal() as (clerk, watched):
        whole = Chaos(clerk, watched, folder / "unharmed").play([])
        if whole.faults:
            print("Without any kill:", *whole.faults, sep="\n  ")
            return 1
        print(f"a life unharmed: {whole.commits} commits, {whole.requests} requests, {whole.seconds:.1f} s", flush=True)
        shutil.rmtree(folder / "unharmed")
        rounds: list[Round] = []
        for number in [given.only] if given.only else count(1):
            kills = plan(number, whole.commits, whole.requests, given.seed)
            place = folder / f"round-{number}"
            rounds.append(Chaos(clerk, watched, place).play(kills, seed=given.seed * 1000 + number))
            told = ", ".join(f"{death.kill} ({death.phase})" for death in rounds[-1].deaths) or "no kill met"
            print(f"round {number}: {told}; {rounds[-1].seconds:.0f} s", flush=True)
            if rounds[-1].faults:
                again = f"python -m benchmarks.chaos --seed {given.seed} --only {number}"
                print(*rounds[-1].faults, f"kept in {place}; again: {again}", sep="\n    ", flush=True)
            else:
                shutil.rmtree(place)
            if sum(len(one.deaths) for one in rounds) >= given.kills:
                break
    show(rounds)
    if not any(one.faults for one in rounds):
        shutil.rmtree(folder)
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
