"""Mistakes of ours: their details are kept in a file that can be sent to us."""

from __future__ import annotations

import traceback
from datetime import datetime
from itertools import count
from pathlib import Path

from bot.private import private_file, private_folder
from bot.redaction import harmless, redactor


def bug_log(home: Path) -> Path:
    """Where the details of a mistake that shows itself now are to be kept."""
    stem = f"bug-{datetime.now():%Y%m%d-%H%M%S}"
    names = (home / "logs" / f"{stem}{f'-{number}' if number else ''}.log" for number in count())
    return next(log for log in names if not log.exists())


def keep_bug(log: Path, error: BaseException) -> None:
    """Keep the traceback, redacted and for its owner only: a message may hold what a clerk typed. Raises OSError."""
    private_folder(log.parent)
    told = redactor.text(harmless("".join(traceback.format_exception(error))))
    private_file(log).write_text(told, encoding="utf-8")
