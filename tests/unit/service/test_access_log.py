"""The record of access: appended to by anybody, private, bounded, and readable whatever became of a line."""

from __future__ import annotations

import json
import logging
import stat
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import pytest

from bot.console.words.access import ACCESS
from bot.service import access_log
from bot.service.access_log import ASIDE, DONE, LONGEST, REFUSED, Access, AccessLog, Noted, asked_from


class Clock:
    """A second later each time."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 10, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def log(tmp_path: Path) -> AccessLog:
    return AccessLog(tmp_path / "home", Clock())


def told(log: AccessLog, count: int = 99, **more: int) -> list[tuple[Access, str, str]]:
    return [(one.what, one.by, one.about) for one in log.latest(count, **more)]


def test_the_newest_is_first_wherever_it_is_kept(log: AccessLog) -> None:
    log.note(Access.SIGNED_IN, by="eva")
    log.note(Access.SIGN_IN_REFUSED, by="")
    log.note(Access.USER_ADDED, by="eva", about="ana", more="clerk")
    lines = [(Access.USER_ADDED, "eva", "ana"), (Access.SIGN_IN_REFUSED, "", ""), (Access.SIGNED_IN, "eva", "")]
    assert told(log) == lines
    assert told(log, 1, skip=1) == lines[1:2]
    assert [one.at for one in log.latest(1)] == [datetime(2026, 11, 10, 1, 0, 3, tzinfo=UTC)]


def test_a_line_is_json_in_utc(log: AccessLog, tmp_path: Path) -> None:
    asked_from.set("192.0.2.7")
    log.note(Access.ROLES_GIVEN, by="Eva \n Ruiz", about="钱嘉树", more="clerk → auditor")
    asked_from.set("")
    [line] = (tmp_path / "home" / DONE).read_text(encoding="utf-8").splitlines()
    assert json.loads(line) == {
        "at": "2026-11-10T01:00:01.000000+00:00", "what": "roles given", "by": "Eva \n Ruiz", "about": "钱嘉树",
        "more": "clerk → auditor", "from": "192.0.2.7",
    }  # fmt: skip
    assert log.latest(1)[0].address == "192.0.2.7"


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such modes")
def test_it_is_for_its_owner_alone(log: AccessLog, tmp_path: Path) -> None:
    log.note(Access.SIGNED_IN, by="eva")
    log.note(Access.ENTRY_REFUSED, by="")
    for name in (DONE, REFUSED):
        assert stat.S_IMODE((tmp_path / "home" / name).stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "broken",
    [
        b"{", b"", b"\xff\xfe", b"[]", b"null", b'{"at": 1}', b'{"at": "never", "what": "signed in"}',
        b'{"at": "2026-11-10T01:00:00+00:00", "what": "danced"}',
        b'{"at": "0001-01-01T00:00:00+23:59", "what": "purged"}',
        b"[" * 100_000, b'"' + b"x" * 5000,
    ],
)  # fmt: skip
def test_a_broken_line_is_passed_over(log: AccessLog, tmp_path: Path, broken: bytes) -> None:
    log.note(Access.SIGNED_IN, by="eva")
    with (tmp_path / "home" / DONE).open("ab") as file:
        file.write(broken)  # cut short: no end of line
    log.note(Access.SIGNED_OUT, by="eva")
    assert told(log) == [(Access.SIGNED_OUT, "eva", ""), (Access.SIGNED_IN, "eva", "")]


def test_it_does_not_grow_for_ever(log: AccessLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access_log, "LARGEST", 2000)
    for number in range(400):
        log.note(Access.EXPORTED, by="eva", about=str(number))
    files = list((tmp_path / "home").iterdir())
    assert len(files) == 1 + ASIDE and all(file.stat().st_size < 2200 for file in files)
    numbers = [int(one.about) for one in log.latest(999)]
    assert numbers == list(range(399, 399 - len(numbers), -1)) and len(numbers) > 50


def test_whoever_tries_and_tries_pushes_nothing_out(
    log: AccessLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access_log, "LARGEST", 2000)
    log.note(Access.USER_ADDED, by="eva", about="ana")
    for _ in range(400):
        log.note(Access.SIGN_IN_REFUSED, by="")
    assert told(log, 9999)[-1] == (Access.USER_ADDED, "eva", "ana")


def test_nobody_can_make_a_line_long(log: AccessLog, tmp_path: Path) -> None:
    log.note(Access.EXPORTED, by="x" * 5000, about="y" * 5000, more="z" * 5000)
    assert (tmp_path / "home" / DONE).stat().st_size < 4 * LONGEST
    assert log.latest(1)[0].by == "x" * LONGEST


def test_many_append_at_once(log: AccessLog) -> None:
    def work(who: int) -> None:
        for _ in range(50):
            log.note(Access.EXPORTED, by=str(who))

    threads = [Thread(target=work, args=(who,)) for who in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(log.latest(999)) == 200


def test_what_cannot_be_written_stops_nobody_and_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "home").write_text("no folder")
    with caplog.at_level(logging.ERROR):
        AccessLog(tmp_path / "home").note(Access.SIGNED_IN, by="eva")
    assert "record of access" in caplog.text
    assert AccessLog(tmp_path / "home").latest(9) == []


def test_everything_that_happens_can_be_said() -> None:
    assert set(ACCESS) == set(Access)
    assert Noted(datetime.now(UTC), Access.PURGED, "eva").data().keys() == {"at", "what", "by"}
