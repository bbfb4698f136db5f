from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.evidence import EvidenceFile, Pictures

TWO = ["add-002", "add-003"]
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def test_what_a_crash_left_unrecorded_is_recorded_by_the_next_life(tmp_path: Path) -> None:
    first: list[EvidenceFile] = []
    before = Pictures(tmp_path, recorded=first.extend)
    before.keep("filled", b"1", cases=["add-002"])
    lost = [before.keep("saved", b"2", cases=["add-002"]), before.keep("declared", b"3", cases=TWO)]
    (tmp_path / "add-002" / ".03-half.png.part").write_bytes(b"")
    found: list[EvidenceFile] = []
    recorded = {one.path for one in first[:1] if one.path}
    Pictures(tmp_path, recorded=found.extend).find_unrecorded(recorded, since=LONG_AGO, together=TWO)
    assert [(one.case, one.name, one.path) for one in found] == [
        ("add-002", "saved", lost[0]),
        ("add-002", "declared", lost[1]),
        ("add-003", "declared", lost[1]),
    ]
    assert all(one.taken_at.tzinfo is UTC for one in found)
    again: list[EvidenceFile] = []
    recorded = {one.path for one in [*first, *found] if one.path}
    Pictures(tmp_path, recorded=again.extend).find_unrecorded(recorded, since=LONG_AGO, together=TWO)
    soon = datetime.now(UTC) + timedelta(hours=1)
    Pictures(tmp_path, recorded=again.extend).find_unrecorded(set(), since=soon, together=TWO)
    assert again == []
