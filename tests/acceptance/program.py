"""The program as its users have it: processes, with a home, a clock and a password of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CLOCK = "2026-11-10T09:00+08:00"
USER = "170000001"
PASSWORD = "demo-170000001"
PATIENCE = 110


@dataclass(frozen=True)
class Program:
    """Runs `portal` in a folder of its own, and sees to it that nobody ever reads a traceback or a password."""

    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    def __call__(
        self, *arguments: str | Path, typed: str = "", environment: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run it to its end. `typed` is its standard input."""
        done = subprocess.run(
            [sys.executable, "-m", "bot.cli.main", *map(str, arguments)],
            cwd=self.folder,
            env=os.environ | self.environment | (environment or {}),
            input=typed,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
            check=False,
        )
        assert "Traceback" not in done.stdout + done.stderr, done.stderr
        assert PASSWORD not in done.stdout + done.stderr
        return done

    def written(self) -> list[Path]:
        """Every file in its folder."""
        return [path for path in self.folder.rglob("*") if path.is_file()]


@dataclass(frozen=True)
class MockPortal:
    """A bundled portal in a process of its own, and what it has in its books."""

    url: str

    def state(self) -> dict[str, Any]:
        """Everything it knows."""
        with urllib.request.urlopen(f"{self.url}_mock/state") as answer:
            known: dict[str, Any] = json.load(answer)
        return known

    def tell(self, what: str, body: object) -> None:
        """Set its faults, its clock or how it reviews."""
        data = json.dumps(body).encode()
        request = urllib.request.Request(
            f"{self.url}_mock/{what}", data=data, headers={"Content-Type": "application/json"}
        )
        urllib.request.urlopen(request).close()

    def drafts(self) -> dict[str, dict[str, Any]]:
        """The account's drafts, by ID number and operation."""
        return self._mine("drafts")

    def filings(self) -> dict[str, dict[str, Any]]:
        """The account's filings, by ID number and operation."""
        return self._mine("filings")

    def _mine(self, what: str) -> dict[str, dict[str, Any]]:
        return {f"{one['operation']} {one['id_number']}": one for one in self.state()[what] if one["account"] == USER}

    def events(self, kind: str) -> list[dict[str, Any]]:
        """What happened, of one kind, in order."""
        return [event for event in self.state()["events"] if event["kind"] == kind]
