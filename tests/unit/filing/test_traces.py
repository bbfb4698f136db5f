"""Where traces go, and what is left of those that were never cleaned: nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.filing.traces import free_name, raw_folder, sweep, traces_of

CRASHES = """
import os, sys
from pathlib import Path
from bot.filing.traces import raw_folder
with raw_folder(Path(sys.argv[1])) as raw:
    (raw / "resources").mkdir()
    (raw / "resources" / "1.dat").write_text("330299198706120115", encoding="utf-8")
    os._exit(9)
"""


def left(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "traces").iterdir())


def test_what_is_recorded_in_clear_is_gone_in_the_end(tmp_path: Path) -> None:
    with raw_folder(tmp_path) as raw:
        (raw / "trace.trace").write_text("330299198706120115", encoding="utf-8")
        if os.name == "posix":
            assert [path.stat().st_mode & 0o777 for path in (raw, raw.parent)] == [0o700, 0o700]
    assert left(tmp_path) == []


def test_it_is_gone_after_a_failure_too(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), raw_folder(tmp_path) as raw:
        (raw / "trace.trace").touch()
        raise KeyboardInterrupt
    assert left(tmp_path) == []


def test_what_a_crash_left_is_swept_away_but_not_what_is_being_recorded(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", CRASHES, str(tmp_path)], check=False)
    assert ended.returncode == 9
    assert len(list((tmp_path / "traces").glob(".raw-*/resources/1.dat"))) == 1
    with raw_folder(tmp_path) as raw:
        (raw / "trace.trace").touch()
        sweep(tmp_path)
        assert (raw / "trace.trace").exists()
        assert left(tmp_path) == [raw.name, f"{raw.name}.lock"]


def test_a_home_without_traces_is_left_as_it_is(tmp_path: Path) -> None:
    sweep(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_traces_are_numbered_for_their_batch(tmp_path: Path) -> None:
    assert free_name(tmp_path, "202611-01").name == "202611-01-1.zip"
    others = ("202611-010-11.zip", ".202611-01-12.zip.part")
    for name in ("202611-01-1.zip", "202611-01-10.zip", "202611-01-2.zip", *others):
        (tmp_path / "traces" / name).touch()
    assert free_name(tmp_path, "202611-01").name == "202611-01-11.zip"
    assert [path.name for path in traces_of(tmp_path, "202611-01")] == [
        "202611-01-1.zip",
        "202611-01-2.zip",
        "202611-01-10.zip",
    ]
