"""`--debug`: a log of what is done, step by step, for whoever has to find out why it fails."""

from __future__ import annotations

import logging
import platform
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import count
from pathlib import Path

from rich.console import Console
from rich.text import Text as Styled

from bot.cli import why_words
from bot.private import private_file, private_folder
from bot.redaction import redact_logs

QUIET = ("dbos", "playwright", "sqlalchemy")
"""Libraries that tell too much: what they were given, too."""
_log = logging.getLogger(__name__)


@contextmanager
def debug_log(home: Path, console: Console, *, wanted: bool, about: str) -> Iterator[None]:
    """Write a log while the block lasts, if it is `wanted`, and say in the end where it is.

    `about` is what its name begins with: a batch, or a command.
    """
    if not wanted:
        yield
        return
    path = _free(private_folder(home / "logs"), about)
    with _written(path):
        used = ", ".join(f"{name} {version(name)}" for name in ("portal-assistant", "playwright"))
        _log.info("%s, Python %s on %s", used, platform.python_version(), platform.platform())
        try:
            yield
        except BaseException as error:
            _log.exception("ended by %s", type(error).__name__)
            raise
        finally:
            console.print(Styled.assemble((str(why_words.LOG_AT), "faint"), f"  {path}"), soft_wrap=True)


def _free(folder: Path, about: str) -> Path:
    stem = f"{about}-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    names = (f"{stem}{number or ''}.log" for number in count())
    return private_file(next(folder / name for name in names if not (folder / name).exists()))


@contextmanager
def _written(path: Path) -> Iterator[None]:
    """Everything that is logged goes into a file; of libraries what is at least worth an INFO."""
    redact_logs()
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(_Lines("%(asctime)s %(levelname)-7s %(name)s: %(message)s"))
    levels = {"": logging.INFO, "bot": logging.DEBUG, **dict.fromkeys(QUIET, logging.WARNING)}
    root = logging.getLogger()
    with ExitStack() as restored:
        for name, level in levels.items():
            logger = logging.getLogger(name)
            restored.callback(logger.setLevel, logger.level)
            logger.setLevel(level)
        root.addHandler(handler)
        try:
            yield
        finally:
            root.removeHandler(handler)
            handler.close()


class _Lines(logging.Formatter):
    """A record begins on a line of its own; its other lines are indented, so that none can be taken for another."""

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:
        """When it was made, in UTC."""
        return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")

    def format(self, record: logging.LogRecord) -> str:
        """The record as it is written."""
        return super().format(record).replace("\r", "\n").replace("\n", "\n    ")
