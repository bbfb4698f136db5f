"""What a purge did, and a batch that was purged, as a person sees them."""

from __future__ import annotations

from datetime import UTC, datetime, timezone
from pathlib import Path

import pytest

from bot.cli import evidence_words as words
from bot.cli.next_steps import next_steps
from bot.cli.purged import show_purge
from bot.cli.view import show_view
from bot.cli.view_data import batch_data
from bot.service.old_rehearsals import OldRehearsal
from bot.service.purge import Kept, Purged, PurgeOutcome
from bot.service.uploads import OldUpload
from bot.text import LANGUAGES, Language, Text, read_in
from tests.unit.cli.conftest import Standing, output, readable
from tests.unit.cli.service import view_of

DAY = datetime(2027, 2, 18, 20, tzinfo=UTC)
CHINA = timezone(datetime(2027, 1, 1, 8, tzinfo=UTC) - datetime(2027, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_purge_tells_all_it_did_and_left(language: Language) -> None:
    read_in(language)
    one = Purged(
        "202611-01",
        12,
        3 * 1024**2,
        Path("roster-results.xlsx"),
        missing=3,
        strange=("notes.txt",),
        note=Path("purged/202611-01.json"),
    )
    console = readable(200)
    kept = Kept("202611-02", Text.same("too young"))
    old = OldRehearsal("20261110-090000-november", 7, 2048, strange=("mine.txt",))
    sheet = OldUpload("november.xlsx", 3, 4096)
    outcome = PurgeOutcome(
        (one,), (kept,), done=True, remains=Text.same("a server"), rehearsals=(old,), uploads=(sheet,)
    )
    show_purge(console, outcome)
    said = output(console)
    for part in ("20261110-090000-november", "mine.txt", "november.xlsx", "4 KiB"):
        assert part in said
    for part in ("202611-01", "12", "3.0 MiB", "roster-results.xlsx", "notes.txt", "202611-01.json", "too young"):
        assert part in said
    assert "a server" in said and "{" not in said
    assert str(words.NOT_FOUND.format(count=3)) in said


def test_nothing_is_said_of_what_there_is_not() -> None:
    console = readable(200)
    show_purge(console, PurgeOutcome((Purged("202611-01", 1, 900, Path("r.xlsx")),), (), done=False))
    first, second = output(console).splitlines()
    assert first == "Would be purged 202611-01  files: 1 · 1 KiB"
    assert second.endswith(": r.xlsx")


def test_a_rehearsal_alone_is_something() -> None:
    console = readable(200)
    old = OldRehearsal("20261110-090000-november", 7, 2048)
    show_purge(console, PurgeOutcome((), (), done=False, rehearsals=(old,)))
    assert output(console).splitlines() == ["Would be purged rehearsal 20261110-090000-november  files: 7 · 2 KiB"]


def test_a_spreadsheet_alone_is_something_and_results_that_go_are_nobody_s() -> None:
    console = readable(200)
    batch = Purged("202611-01", 1, 900, None)
    show_purge(console, PurgeOutcome((), (), done=False, uploads=(OldUpload("june.xlsx", 1, 2048),)))
    show_purge(console, PurgeOutcome((batch,), (), done=False))
    assert output(console).splitlines() == [
        "Would be purged spreadsheet june.xlsx  files: 1 · 2 KiB",
        "Would be purged 202611-01  files: 1 · 1 KiB",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_purged_batch_says_so_and_asks_for_nothing(standing: Standing, language: Language) -> None:
    read_in(language)
    view = view_of(standing("approved"), standing("failed", 3), purged_at=DAY)
    console = readable(100)
    show_view(console, view, CHINA)
    assert "2027-02-19" in output(console) and "out/evidence" not in output(console)
    assert next_steps(view) == []
    assert not view.unfinished
    assert batch_data(view, [])["purged_at"] == DAY.isoformat()
