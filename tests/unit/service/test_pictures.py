from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from bot.evidence import EvidenceFile, Pictures

TWO = ["add-002", "add-003"]
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


async def _said() -> Mapping[str, Any]:
    return {"url": "https://portal.invalid/"}


def _png() -> bytes:
    written = BytesIO()
    Image.new("RGB", (8, 8)).save(written, "PNG")
    return written.getvalue()


async def test_what_a_crash_left_unrecorded_is_recorded_by_the_next_life(tmp_path: Path) -> None:
    first: list[EvidenceFile] = []
    before = Pictures(tmp_path, recorded=first.extend)
    known = [before.keep("receipt", b"1", cases=["add-002"], suffix=".pdf")]
    await before.picture("saved", _png(), _said, cases=["add-002"])
    await before.picture("declared", _png(), _said, cases=TWO)
    await before.picture("failure", _png(), _said, cases=["add-003"], kind="failure")
    before.keep("list", b"a,b", cases=["add-003"], suffix=".csv")
    (tmp_path / "add-002" / ".03-half.webp.x.part").write_bytes(b"")
    found: list[EvidenceFile] = []
    Pictures(tmp_path, recorded=found.extend).find_unrecorded(known, since=LONG_AGO, together=TWO)
    lost = [one for one in first if one.path not in known]
    assert sorted((one.case, one.name, one.kind, one.path) for one in found) == sorted(
        (one.case, one.name, one.kind, one.path) for one in lost
    )
    kinds = [one.kind for one in found if one.case == "add-002"]
    assert kinds == ["picture", "page", "picture", "page"]
    for one in found:
        data = (tmp_path / str(one.path)).read_bytes()
        assert (one.sha256, one.bytes) == (hashlib.sha256(data).hexdigest(), len(data))
        assert one.taken_at.tzinfo is UTC
    again: list[EvidenceFile] = []
    recorded = {one.path for one in [*first, *found] if one.path}
    Pictures(tmp_path, recorded=again.extend).find_unrecorded(recorded, since=LONG_AGO, together=TWO)
    soon = datetime.now(UTC) + timedelta(hours=1)
    Pictures(tmp_path, recorded=again.extend).find_unrecorded(set(), since=soon, together=TWO)
    assert again == []
