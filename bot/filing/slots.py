"""Worker slots: who this process is to the journal, held by a lock that the system lets go of when the process dies."""

from __future__ import annotations

import json
import os
import platform
import re
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from bot.errors import StoreBusy
from bot.filing.journal.address import name_of, parse
from bot.filing.journal.foreign import mapped
from bot.private import OWNERS_FILE, private_file, private_folder
from bot.text import Text

MOST = 64
"""How many processes of one home may be at work in one journal on a server."""

BUSY = Text(
    es="Otra ejecución del asistente (proceso {pid}) trabaja desde {since} con este diario de tramitación: {store}",
    en="Another run of the assistant (process {pid}) has been at work on this journal since {since}: {store}",
    zh="该办理日志自 {since} 起正由助手的另一次运行（进程 {pid}）使用：{store}",
)
BUSY_CURE = Text(
    es="Espere a que termine, o deténgala con Ctrl-C en su ventana. Para trabajar con varias a la vez, guarde el "
    "diario en PostgreSQL con --store.",
    en="Wait for it to end, or stop it with Ctrl-C in its window. To work with several at once, keep the journal in "
    "PostgreSQL with --store.",
    zh="请等待其结束，或在其窗口中按 Ctrl-C 停止。如需多个运行同时工作，请用 --store 将日志存放在 PostgreSQL 中。",
)
UNKNOWN = "?"


@dataclass(frozen=True)
class Holder:
    """What the file beside a lock says: the slot's name for good, and who holds it or held it last."""

    name: str
    pid: str = UNKNOWN
    since: str = UNKNOWN


@contextmanager
def worker_slot(home: Path, url: str) -> Iterator[str]:
    """Hold a worker slot of the journal at `url`; gives its name, the same each time this machine holds this slot.

    A journal in a file has one slot, whosever home it is; one on a server has many for each home, of which this is the
    first that is free. Raises StoreBusy if there is none, JournalError if the lock cannot be had.
    """
    address = parse(url)
    store = name_of(address)
    if address.get_backend_name() == "sqlite":
        where, places = store, [Path(store).resolve()]
    else:
        where, places = str(home), [home / "slots" / str(number) for number in range(MOST)]
    with mapped(where):
        place, lock = _first_free(places, store)
    try:
        with mapped(where):
            name = _enter(place)
        yield name
    finally:
        lock.release()


def _first_free(places: Sequence[Path], store: str) -> tuple[Path, FileLock]:
    for place in places:
        private_folder(place.parent)
        # A lock that only a file's presence makes would outlive the process that made it.
        lock = FileLock(_beside(place, ".lock"), mode=OWNERS_FILE, thread_local=False, fallback_to_soft=False)
        with suppress(Timeout):
            lock.acquire(blocking=False)
            return place, lock
    holder = _holder(places[0]) or Holder("")
    since = holder.since
    with suppress(ValueError):
        since = f"{datetime.fromisoformat(since).astimezone():%Y-%m-%d %H:%M}"
    raise StoreBusy(BUSY.format(pid=holder.pid, since=since, store=store), cure=BUSY_CURE)


def _enter(place: Path) -> str:
    """Write down that this process holds the slot, for those who find it taken; the slot's name."""
    last = _holder(place)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    holder = Holder(last.name if last else _new_name(), str(os.getpid()), now)
    written = _beside(place, ".slot.new")
    private_file(written).write_text(json.dumps(asdict(holder)), encoding="utf-8")
    written.replace(_beside(place, ".slot"))
    return holder.name


def _holder(place: Path) -> Holder | None:
    """What was written down last, if this machine wrote it: a home that was copied elsewhere gets names of its own."""
    try:
        said = Holder(**json.loads(_beside(place, ".slot").read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None
    return said if said.name.rpartition("-")[0] == _machine() else None


def _new_name() -> str:
    """Chance tells apart two machines of the same name, and two homes on one machine."""
    return f"{_machine()}-{secrets.token_hex(4)}"


def _machine() -> str:
    return re.sub(r"[^A-Za-z0-9.]+", "-", platform.node()) or "machine"


def _beside(place: Path, ending: str) -> Path:
    return place.with_name(f"{place.name}{ending}")
