"""The durable engine's own side: DBOS, which keeps account of the phases of a job. One at a time in a process.

DBOS works in its own threads and writes through the journal's own connections; nothing else of it is used: no network,
no telemetry, no queue that another process listens to. Importing it takes half a second.
"""

from __future__ import annotations

import logging
import secrets
import sqlite3
import sys
from collections.abc import Sequence

import sqlalchemy
from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer, SetWorkflowID

from bot.errors import JournalError
from bot.filing.errand import CutShort, Errand
from bot.text import Text

APPLICATION = "portal-assistant"
ACCOUNTS = "1"
"""The version of what `work` records. Fixed: by default it changes with the code, and nothing old is found then;
to be raised only when `work` cannot go on with what an earlier one recorded."""
POLLING = 0.1
"""Seconds between looks for a job that is to be gone on with."""
OVER = frozenset({"SUCCESS", "ERROR"})
NEEDED_SQLITE = (3, 42)
"""What DBOS's statements need from Python 3.12 on."""

OLD_SQLITE = Text(
    es="Con este Python, el diario de tramitación necesita SQLite {needed} o posterior; aquí hay {found}.",
    en="With this Python the journal needs SQLite {needed} or newer; here it is {found}.",
    zh="使用当前 Python 时，办理日志需要 SQLite {needed} 或更高版本；本机为 {found}。",
)
OLD_SQLITE_CURE = Text(
    es="Use Python 3.11 o un Python con un SQLite más reciente, o guarde el diario en PostgreSQL con --store.",
    en="Use Python 3.11 or a Python with a newer SQLite, or keep the journal in PostgreSQL with --store.",
    zh="请使用 Python 3.11 或自带较新 SQLite 的 Python，或用 --store 将日志存放在 PostgreSQL 中。",
)

_errands: dict[str, Errand] = {}
"""The jobs that somebody in this process has asked for. DBOS calls `work` with nothing but what it has on disk."""


@DBOS.workflow(name="batch")
def work(job: str, phases: Sequence[str]) -> None:
    """Have each phase done that no earlier life got done. Runs in a thread of DBOS's."""
    if (errand := _errands.get(job)) is None:
        raise CutShort
    try:
        for phase in phases:
            if not DBOS.run_step({"name": phase}, errand.hand_over, phase):
                break
    except CutShort:
        errand.end()
        raise
    except BaseException as trouble:  # some of DBOS's own are no `Exception`
        errand.end(trouble)
        raise CutShort from trouble  # not to be recorded: the database failed us, or the job is another process's now
    errand.end()


class Life:
    """DBOS from its launch to its end. Not for the event loop: every method waits for the database."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._listening = False

    def begin(self, job: str, phases: Sequence[str], errand: Errand) -> bool:
        """Have `work` called for a job, new or cut short; whether there is anything left to do."""
        status = DBOS.get_workflow_status(job)
        if status is not None and status.status in OVER:
            return False
        _errands[job] = errand
        if status is None:
            with SetWorkflowID(job):
                DBOS.start_workflow(work, job, list(phases))
        else:
            self._listen()
            DBOS.resume_workflow(job, queue_name=self._name)
        return True

    def forget(self, job: str) -> None:
        """Nobody waits for the job any more."""
        _errands.pop(job, None)

    def finished(self, job: str) -> bool:
        """Whether a job is over."""
        status = DBOS.get_workflow_status(job)
        return status is not None and status.status in OVER

    def close(self) -> None:
        """Stop DBOS. What is under way stays as it is."""
        try:
            if self._listening:
                DBOS.delete_queue(self._name)
        finally:
            DBOS.destroy()

    def _listen(self) -> None:
        """Have a queue that only this life listens to: what is resumed without one, any process may take."""
        if not self._listening:
            DBOS.register_queue(self._name, polling_interval_sec=POLLING, on_conflict="never_update")
            self._listening = True


def launch(engine: sqlalchemy.Engine, executor: str) -> Life:
    """Launch DBOS on the journal's database; `executor` is the worker slot, which nobody else holds meanwhile.

    Each life goes by a name of its own, so that DBOS finds nothing to recover: a job that was cut short is touched when
    somebody asks for it, who has its account's lease, and not before.
    """
    _check(engine)
    _quiet()
    name = f"{executor}:{secrets.token_hex(4)}"
    config: DBOSConfig = {
        "name": APPLICATION,
        "application_version": ACCOUNTS,
        "executor_id": name,
        "system_database_engine": engine,
        "serializer": DBOSPortableJSONSerializer(),
        "use_listen_notify": False,  # nothing is sent between processes; a change needs a migration
        "notification_listener_polling_interval_sec": POLLING,  # how long the end waits for that thread
        "log_level": "WARNING",
    }
    instance = DBOS(config=config)
    try:
        DBOS.listen_queues([name])
        DBOS.launch()
        # A database that is gone is for the caller to know: DBOS would wait for it without end, and hold up the exit.
        instance._sys_db._retry_connection_errors = False
        for queue in DBOS.list_queues():
            if queue.name.startswith(f"{executor}:"):  # an earlier life's, which a crash left behind
                DBOS.delete_queue(queue.name)
    except BaseException:
        DBOS.destroy()
        raise
    return Life(name)


def _check(engine: sqlalchemy.Engine) -> None:
    old = sys.version_info >= (3, 12) and sqlite3.sqlite_version_info < NEEDED_SQLITE
    if old and engine.dialect.name == "sqlite":
        needed = ".".join(map(str, NEEDED_SQLITE))
        raise JournalError(OLD_SQLITE.format(needed=needed, found=sqlite3.sqlite_version), cure=OLD_SQLITE_CURE)


def _quiet() -> None:
    """Keep DBOS from writing to the console: with a handler there, it adds none of its own."""
    log = logging.getLogger("dbos")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
