"""Worker slots: one process for a journal in a file, a name for each on a server, free when a process dies."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.errors import JournalError, StoreBusy
from bot.filing import slots
from bot.filing.journal.address import file_url
from bot.filing.slots import worker_slot

SERVER = "postgresql://clerk:secret@db.example/portal"
HOLD = """
import sys
from pathlib import Path
from bot.filing.slots import worker_slot
with worker_slot(Path(sys.argv[1]), sys.argv[2]) as name:
    print(name, flush=True)
    sys.stdin.read()
"""

Hold = Callable[[Path, str], tuple[subprocess.Popen[str], str]]


@pytest.fixture
def hold() -> Iterator[Hold]:
    """Starts processes that hold a slot, and ends them; gives each with its slot's name."""
    running: list[subprocess.Popen[str]] = []

    def start(home: Path, url: str) -> tuple[subprocess.Popen[str], str]:
        command = [sys.executable, "-c", HOLD, str(home), url]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        running.append(process)
        assert process.stdout
        return process, process.stdout.readline().strip()

    yield start
    for process in running:
        process.kill()
        process.communicate()


def test_a_journal_in_a_file_has_one_slot(tmp_path: Path, hold: Hold) -> None:
    url = file_url(tmp_path / "journal.sqlite")
    process, _ = hold(tmp_path, url)
    with pytest.raises(StoreBusy) as caught, worker_slot(tmp_path / "another home", url):
        pass
    said = str(caught.value)
    assert f"(process {process.pid})" in said
    assert str(tmp_path / "journal.sqlite") in said
    assert "?" not in said
    assert "--store" in str(caught.value.cure)


def test_a_slot_is_free_at_once_when_its_process_dies_and_keeps_its_name(tmp_path: Path, hold: Hold) -> None:
    url = file_url(tmp_path / "journal.sqlite")
    process, name = hold(tmp_path, url)
    process.kill()
    process.wait()
    with worker_slot(tmp_path, url) as again:
        assert again == name


def test_a_slot_is_free_when_it_is_left(tmp_path: Path) -> None:
    url = file_url(tmp_path / "journal.sqlite")
    with worker_slot(tmp_path, url) as first:
        pass
    with worker_slot(tmp_path, url) as second:
        assert second == first


def test_two_files_in_a_home_are_two_journals(tmp_path: Path) -> None:
    one, other = (file_url(tmp_path / name) for name in ("a.sqlite", "b.sqlite"))
    with worker_slot(tmp_path, one) as first, worker_slot(tmp_path, other) as second:
        assert first != second


def test_a_journal_on_a_server_has_a_slot_for_each_process(tmp_path: Path, hold: Hold) -> None:
    process, first = hold(tmp_path, SERVER)
    with worker_slot(tmp_path, SERVER) as second:
        assert second != first
        process.kill()
        process.wait()
        with worker_slot(tmp_path, SERVER) as third:
            assert third == first


def test_two_homes_have_slots_of_different_names(tmp_path: Path) -> None:
    with worker_slot(tmp_path / "a", SERVER) as first, worker_slot(tmp_path / "b", SERVER) as second:
        assert first != second


def test_all_slots_taken_names_the_server_without_its_password(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slots, "MOST", 1)
    with worker_slot(tmp_path, SERVER), pytest.raises(StoreBusy) as caught, worker_slot(tmp_path, SERVER):
        pass
    assert "db.example/portal" in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_copied_home_gets_a_name_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with worker_slot(tmp_path, SERVER) as here:
        pass
    monkeypatch.setattr("platform.node", lambda: "another machine")
    with worker_slot(tmp_path, SERVER) as there:
        assert there != here
        assert there.startswith("another-machine-")


def test_a_spoilt_note_about_the_holder_is_written_anew(tmp_path: Path) -> None:
    (tmp_path / "slots").mkdir()
    (tmp_path / "slots" / "0.slot").write_text('{"nam', encoding="utf-8")
    with worker_slot(tmp_path, SERVER) as first:
        pass
    with worker_slot(tmp_path, SERVER) as second:
        assert second == first


def test_where_no_lock_can_be_had_says_where(tmp_path: Path) -> None:
    (tmp_path / "slots").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(JournalError) as caught, worker_slot(tmp_path, SERVER):
        pass
    assert str(tmp_path) in str(caught.value)
