"""A process that runs one job on the durable engine, for tests that kill it: `engine_worker.py HOME URL JOB [WAIT_IN]`.

Says `open SLOT`, then `do PHASE` for each phase, and `over` at the end; waits for ever in the phase WAIT_IN.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from bot.filing.engine import Engine
from bot.filing.journal.store import open_journal
from bot.filing.slots import worker_slot

PHASES = ("drafts", "review", "declare")


async def main(home: Path, url: str, job: str, wait_in: str = "") -> None:
    async def do(phase: str) -> None:
        print("do", phase, flush=True)
        if phase == wait_in:
            await asyncio.Event().wait()

    with open_journal(url) as journal, worker_slot(home, url) as slot:
        async with Engine.open(journal.engine, slot) as engine:
            print("open", slot, flush=True)
            await engine.run(job, PHASES, do)
    print("over", flush=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), *sys.argv[2:]))
