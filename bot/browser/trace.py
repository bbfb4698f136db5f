"""Traces: all that a session did at the portal, recorded for support if somebody wants it; never a log-in."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable, Collection
from pathlib import Path

from playwright.async_api import Error

from bot.browser import words
from bot.browser.session import Session
from bot.errors import AssistantError, Fault

_log = logging.getLogger(__name__)

Keep = Callable[[Path, Collection[str]], None]
"""Cleans and keeps a recorded trace, in a thread; the secrets were typed while it was recorded. May raise Fault."""


class Trace:
    """Records a session whenever it may be recorded. What goes wrong with that never stops the session."""

    def __init__(self, session: Session, raw: Path, keep: Keep, *, lost: Callable[[AssistantError], None]) -> None:
        """`raw` is a folder that only its owner can read: what is recorded is in clear until it was cleaned."""
        self._session = session
        self._tracing = session.page.context.tracing
        self._raw = raw
        self._keep = keep
        self._lost = lost
        self._recording = False

    async def begin(self) -> None:
        """Record from here on."""
        if self._recording:
            return
        self._session.typed_secrets.clear()
        try:
            await self._tracing.start(snapshots=True, screenshots=False, sources=False)
        except Error as error:
            self._missed(_gone(error))
        else:
            self._recording = True

    async def end(self) -> None:
        """Record no more; what was recorded is cleaned and kept, or it is said why not."""
        if not self._recording:
            return
        self._recording = False
        recorded = self._raw / f"{secrets.token_hex(8)}.zip"
        try:
            await self._tracing.stop(path=recorded)
            await asyncio.to_thread(self._keep, recorded, frozenset(self._session.typed_secrets))
        except Error as error:
            self._missed(_gone(error))
        except OSError as error:
            self._missed(Fault(words.TRACE_NOT_WRITTEN.format(reason=error.strerror or error)))
        except Fault as fault:
            self._missed(fault)
        finally:
            recorded.unlink(missing_ok=True)

    def _missed(self, why: Fault) -> None:
        _log.warning("%s", why, exc_info=why.__cause__)
        self._lost(why)


def _gone(error: Error) -> Fault:
    return Fault(words.TRACE_LOST.format(reason=error.message.partition("\n")[0]))
