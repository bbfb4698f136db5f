"""Log records of whomever in this process: redacted as they are made, before any handler sees them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.redaction.harmless import harmless
from bot.redaction.redactor import redactor


def redact_logs() -> None:
    """Have every record redacted from here on. To call it again does nothing."""
    factory = logging.getLogRecordFactory()
    if not isinstance(factory, _Redacted):
        logging.setLogRecordFactory(_Redacted(factory))


@dataclass(frozen=True)
class _Redacted:
    """Makes records as the factory does, fit to be read. What was clean stays exactly as it was."""

    factory: Callable[..., logging.LogRecord]

    def __call__(self, *arguments: Any, **named: Any) -> logging.LogRecord:
        record = self.factory(*arguments, **named)
        _clean_message(record)
        if record.exc_info and record.exc_info[0] is not None:
            trace = logging.Formatter().formatException(record.exc_info)
            if _clean(trace) != trace:
                record.exc_text, record.exc_info = _clean(trace), None  # a formatter of its own would write it anew
        if record.stack_info:
            record.stack_info = _clean(record.stack_info)
        return record


def _clean_message(record: logging.LogRecord) -> None:
    try:
        message = record.getMessage()
    except Exception:  # whoever logs made a mistake, and the handler would print what it was given
        message = f"{record.msg!r} {record.args!r}"
        record.msg, record.args = _clean(message), None
        return
    if _clean(message) == message:
        return
    arguments = record.args
    if isinstance(arguments, tuple):  # for formatters that take a message apart
        record.args = tuple(_clean(one) if isinstance(one, str) else one for one in arguments)
        if _clean(record.getMessage()) == record.getMessage():
            return
    record.msg, record.args = _clean(message), None


def _clean(said: str) -> str:
    return redactor.text(harmless(said))
