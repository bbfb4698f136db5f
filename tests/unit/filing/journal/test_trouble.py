"""What a database or its disk cannot do is said clearly, in each language, and nothing is half written."""

from __future__ import annotations

import os
import sqlite3
import stat
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.errors import JournalError
from bot.filing.journal import database
from bot.filing.journal.address import file_url, name_of, parse
from bot.filing.journal.foreign import mapped
from bot.filing.journal.store import Journal, open_journal
from bot.filing.states import CaseState
from bot.text import LANGUAGES, Text
from tests.unit.filing.journal.paper import NOON, accept, change, states

NOBODY = 65534


@contextmanager
def said(*parts: str) -> Iterator[None]:
    """A JournalError that says these, with a cure, in every language."""
    with pytest.raises(JournalError) as wrong:
        yield
    for one in (wrong.value.message, wrong.value.cure):
        assert isinstance(one, Text) and set(one) == set(LANGUAGES)
        assert all("{" not in words for words in one.values())
    assert wrong.value.exit_code == 2
    for part in parts:
        assert part in str(wrong.value), str(wrong.value)


def test_disk_full(on_file: Journal, file: Path) -> None:
    batch = accept(on_file, "1")
    with on_file.engine.connect() as connection:  # the pool's one connection: it stays this one's limit
        connection.exec_driver_sql("PRAGMA max_page_count = 1")  # that is: no more than there are
    before = on_file.events(batch)
    with said("no space left", str(file)):
        long = change("1", CaseState.PENDING, CaseState.DRAFTING, shows="x" * 100_000)
        on_file.change(batch, [long], at=NOON, by="worker")
    assert states(on_file, batch) == {"1": (CaseState.PENDING, 1)}
    assert on_file.events(batch) == before
    with on_file.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 100000")
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    on_file.change(batch, [long], at=NOON, by="worker")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes for the owner of a file")
def test_a_new_journal_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "home" / "journal.sqlite"
    with open_journal(file_url(path)) as journal:
        accept(journal)
        modes = {one.name: stat.S_IMODE(one.stat().st_mode) for one in (path.parent, *path.parent.iterdir())}
    assert modes.pop("home") == 0o700
    assert "journal.sqlite" in modes and set(modes.values()) == {0o600}


@contextmanager
def unprivileged(folder: Path) -> Iterator[None]:
    """Be bound by the modes of files, also when the tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that anybody can get to, which those of pytest are not."""
    with tempfile.TemporaryDirectory(prefix="portal-journal-") as folder:
        yield Path(folder).resolve()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes that make a folder read-only")
@pytest.mark.parametrize("there", [False, True], ids=["new", "there already"])
def test_read_only_folder(open_folder: Path, there: bool) -> None:
    path = open_folder / "journal.sqlite"
    if there:
        with open_journal(file_url(path)) as journal:
            accept(journal, "1")
    with unprivileged(open_folder), said(str(path)):
        open_folder.chmod(0o500)
        open_journal(file_url(path))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes that make a file read-only")
def test_read_only_file(open_folder: Path) -> None:
    path = open_folder / "journal.sqlite"
    with open_journal(file_url(path)) as journal:
        accept(journal, "1")
    with unprivileged(open_folder), said("cannot be written", str(path)):
        path.chmod(0o400)
        with open_journal(file_url(path)) as journal:
            journal.note_batch("202611-01", at=NOON, by="ana", stopped="x")


def test_no_database(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"this is a diary of another kind" * 200)
    with said("damaged", str(file)):
        open_journal(file_url(file))
    assert file.read_bytes().startswith(b"this is a diary")


def test_corrupt_file(file: Path) -> None:
    with open_journal(file_url(file)) as journal:
        batch = accept(journal, *map(str, range(300)))
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + b"\xa5" * (len(whole) - 8192))
    with said("damaged", str(file)), open_journal(file_url(file)) as journal:
        journal.cases(batch)


def test_a_folder_where_the_file_should_be(file: Path) -> None:
    file.mkdir(parents=True)
    with said("cannot be opened", str(file)):
        open_journal(file_url(file))


def test_a_file_where_the_folder_should_be(file: Path) -> None:
    file.parent.write_text("x", encoding="utf-8")
    with said("cannot be opened", str(file)):
        open_journal(file_url(file))


def test_locked_for_too_long_on_sqlite(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.2)
    with open_journal(file_url(file)) as journal, closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with said("locked", str(file)):
            accept(journal, "1")
        assert journal.batches() == [], "who reads does not wait for who writes"
        other.execute("ROLLBACK")
        accept(journal, "1")


def test_who_opens_a_new_file_waits_for_another_who_does(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # SQLite itself does not wait for this one before it writes ahead
        monkeypatch.setattr(time, "sleep", lambda seconds: other.execute("ROLLBACK"))
        open_journal(file_url(file)).close()


def test_locked_for_too_long_on_postgresql(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.2)
    with open_journal(postgres_url) as journal:
        batch = accept(journal, "1")
        with journal.engine.connect() as other:
            other.execute(text("SELECT * FROM cases FOR UPDATE"))
            with said("locked"):
                journal.change(batch, [change("1", CaseState.PENDING, CaseState.DRAFTING)], at=NOON, by="worker")
        assert states(journal, batch) == {"1": (CaseState.PENDING, 1)}


SERVER_SAYS = {
    "53100": "no space left",
    "25006": "cannot be written",
    "55P03": "locked",
    "40P01": "locked",
    "40001": "locked",
    "42501": "may not use",
    "53200": "cannot be used",
    "58030": "cannot be used",
    "XX001": "cannot be used",
    "57P01": "no connection",
    "08006": "no connection",
}


def test_what_a_server_says(postgres_url: str) -> None:
    with open_journal(postgres_url) as journal:
        for state, words in SERVER_SAYS.items():
            with said(words), mapped(journal.name), journal.engine.connect() as connection:
                connection.exec_driver_sql(f"DO $$ BEGIN RAISE EXCEPTION 'as told' USING ERRCODE = '{state}'; END $$")


def test_a_server_that_takes_reads_only(postgres_url: str) -> None:
    with open_journal(postgres_url) as journal:
        with journal.engine.connect() as connection:
            connection.execute(text("SET SESSION default_transaction_read_only = on"))
            connection.commit()
        with said("cannot be written"):
            accept(journal, "1")


def test_a_server_that_ends_our_connection_is_reached_again(postgres_url: str) -> None:
    with open_journal(postgres_url) as journal:
        batch = accept(journal, "1")
        with said("no connection"), journal._database.writing() as connection:
            connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")
        journal.change(batch, [change("1", CaseState.PENDING, CaseState.DRAFTING)], at=NOON, by="worker")


@pytest.mark.parametrize("address", ["postgresql://ana:secret@/none", "postgresql://ana:secret@127.0.0.1:1/none"])
def test_no_server(address: str, tmp_path: Path) -> None:
    with pytest.raises(JournalError) as wrong:
        open_journal(f"{address}?host={tmp_path}" if "@/" in address else address)
    assert "no connection" in str(wrong.value)
    assert "secret" not in f"{wrong.value.message!r} {wrong.value.cure!r}"


def test_a_database_that_is_not_there(postgres_url: str) -> None:
    with said("no connection", "absent"):
        open_journal(str(parse(postgres_url).set(database="absent")))


@pytest.mark.parametrize("mistake", ["SELECT * FROM nowhere", "INSERT INTO batches (id) VALUES (NULL)"])
def test_our_own_mistakes_stay_what_they_are(journal: Journal, mistake: str) -> None:
    with pytest.raises(DBAPIError), mapped(journal.name), journal.engine.connect() as connection:
        connection.exec_driver_sql(mistake)


@pytest.mark.parametrize(
    "address",
    ["", "journal.sqlite", "sqlite://", "sqlite:///:memory:", "mysql://ana:secret@host/x", "postgresql://ana:secret@host"],
)
def test_no_address(address: str) -> None:
    with said():
        open_journal(address)
    with pytest.raises(JournalError) as wrong:
        open_journal(address)
    assert "secret" not in str(wrong.value)


def test_a_server_is_named_without_its_password() -> None:
    assert name_of(parse("postgres://ana:secret@db.example:5433/filing")) == "db.example:5433/filing"
    assert name_of(parse("postgresql://ana:secret@/filing?host=/run/pg")) == "/run/pg/filing"


@pytest.mark.parametrize("name", ["año 2026 #1", "a%20b?c=d", "日志"])
def test_any_folder_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / "journal.sqlite"
    with open_journal(file_url(path)) as journal:
        assert journal.name == str(path)
    assert path.is_file()
