"""A portal in a process of its own, and what can be done behind its back."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from threading import Timer
from typing import Any
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

from bot.errors import UsageError
from bot.testing.scenario import PortalAsItIs

_STARTS_WITHIN = 30
"""Seconds."""
_ENTRIES = {"name": "测试甲", "household": "household_11", "wage": "6000", "migrant": "no", "migrant_insurance": "no"}
"""What a planted draft says where nothing else is said."""


class MockPortal:
    """A portal for tests, the bundled one or another `module`, started with `--control`. `url` is where it is."""

    def __init__(self, language: str = "en", captcha: str = "off", module: str = "mock_portal") -> None:
        command = [sys.executable, "-m", module, "--port", "0", "--control", "--clock", PortalAsItIs().clock]
        self._process = subprocess.Popen(
            [*command, "--lang", language, "--captcha", captcha], stdout=subprocess.PIPE, encoding="utf-8"
        )
        assert self._process.stdout is not None
        too_long = Timer(_STARTS_WITHIN, self._process.kill)
        too_long.start()
        try:
            self.url = self._process.stdout.readline().strip()
        finally:
            too_long.cancel()
        if not self.url:
            self.stop()
            raise UsageError("the mock portal did not start", cure=f"run `python -m {module}` and see what it says")

    def stop(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def begin(self, wanted: PortalAsItIs, *, account: str) -> None:
        """Become as new, then as a scenario wants it. Raises UsageError if the portal does not understand."""
        self.clock(wanted.clock)
        self.reset(wanted.state)
        self.review(wanted.review)
        for draft in wanted.drafts:
            self.plant(**{"account": account, **draft})
        self.faults(wanted.faults)

    def state(self) -> dict[str, Any]:
        """All that the portal knows: drafts, filings, events, sessions, employees."""
        state: dict[str, Any] = self._control("state")
        return state

    def reset(self, changes: Mapping[str, Any] | None = None) -> None:
        """Be as new, but for these keys of the initial state."""
        self._control("reset", {"changes": changes or {}})

    def faults(self, faults: Sequence[Mapping[str, Any]]) -> None:
        """Have these faults and no others."""
        self._control("faults", list(faults))

    def clock(self, now: str) -> None:
        """Set the portal's time, as 2026-11-10T09:00+08:00."""
        self._control("clock", {"now": now})

    def review(self, mode: str) -> None:
        """Decide declared items at once (`instant`), later (`delay:SECONDS`), or only when told to (`manual`)."""
        self._control("review", {"mode": mode})

    def plant(self, operation: str, id_number: str, **entries: Any) -> str:
        """Leave a draft as somebody else of the account; the portal's number."""
        defaults = {} if operation == "interrupt" else _ENTRIES
        answer = self._control("drafts", {**defaults, "operation": operation, "id_number": id_number, **entries})
        return str(answer["no"])

    def _control(self, action: str, body: object = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = Request(f"{self.url}_mock/{action}", data, {"Content-Type": "application/json"})
        try:
            with build_opener(ProxyHandler({})).open(request, timeout=_STARTS_WITHIN) as answer:
                return json.load(answer)
        except HTTPError as error:
            with error:
                said = error.read().decode("utf-8", "replace")
            refused = f"the mock portal refused {action}: {said}"
            raise UsageError(refused, cure="correct what the scenario says of it") from error
