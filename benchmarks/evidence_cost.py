"""`python -m benchmarks.evidence_cost`: the same run of ours with evidence and without, in turns, in one process.

Without: no picture is taken and no page asked; all else is done alike. Nobody can ask for that elsewhere.
What is timed is the batch as a whole, sealed and written into the spreadsheet; what is told, the median of the rounds'
ratios: the two runs of a round follow each other closely.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path
from statistics import median
from unittest.mock import AsyncMock, patch

from benchmarks.here import CASES, run_here
from bot.actions import Hands


def timed(*, evidence: bool) -> tuple[float, int, int]:
    """Seconds that a run takes; how many pictures it leaves, and how many bytes of evidence for its cases."""
    nothing = AsyncMock(return_value=(None, None))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if evidence:
            batch = asyncio.run(run_here(folder))
        else:
            with patch("bot.actions.perform.keep_picture", AsyncMock()), patch.object(Hands, "failure", nothing):
                batch = asyncio.run(run_here(folder))
        kept = [path for path in folder.joinpath("evidence").glob("*/[0-9]*-*") if path.is_file()]
        pictures = [path for path in kept if path.suffix == ".webp"]
        return batch.elapsed.total_seconds(), len(pictures), sum(path.stat().st_size for path in kept)


def compare(rounds: int) -> None:
    """Run both ways in turns and print what evidence costs."""
    seconds: dict[bool, list[float]] = {True: [], False: []}
    pictures = size = 0
    for turn in range(rounds):
        for evidence in (True, False) if turn % 2 == 0 else (False, True):
            taken, count, bytes_kept = timed(evidence=evidence)
            seconds[evidence].append(taken)
            if evidence:
                pictures, size = count, bytes_kept
            print(f"  {'with' if evidence else 'without'} evidence  {taken:6.2f} s", flush=True)
    with_it, without = median(seconds[True]), median(seconds[False])
    ratio = median(more / less for more, less in zip(seconds[True], seconds[False], strict=True))
    print(f"\nEvidence, {CASES} cases, median of {rounds}:")
    print(f"  with        {with_it:6.2f} s  {with_it / CASES:5.2f} s a case")
    print(f"  without     {without:6.2f} s  {without / CASES:5.2f} s a case")
    print(f"  ratio       {ratio:6.3f}  {(ratio - 1) * without / CASES * 1000:.0f} ms a case")
    print(f"  {pictures} pictures, with what the pages said {size / 1024:.0f} KiB, {size / 1024 / CASES:.0f} a case")


def main() -> None:
    """Compare as often as asked."""
    parser = argparse.ArgumentParser(prog="benchmarks.evidence_cost", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="how often each way is run (5)")
    compare(parser.parse_args().rounds)


if __name__ == "__main__":
    main()
