"""Who takes part in a scenario, and how the browser is run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import SecretStr

from bot.filing.desk import Account
from bot.filing.stop import Pauses
from bot.run import Draft
from bot.testing.scenario import PortalAsItIs
from bot.text import Text

SOON = Pauses(first=0.1, longest=0.5, limit=3, apart=0.2)
"""A portal on this machine is not waited for as long as a real one."""


@dataclass(frozen=True)
class Manner:
    """How the browser is run."""

    headed: bool = False
    slow_mo: float = 0
    """Milliseconds to wait after each thing that the browser does."""
    trace: bool = False


@dataclass
class PlayedPerson:
    """Answers questions in turn, and says the same to every approval."""

    answers: Sequence[str] = ("2468",)
    yes: bool = True
    asked: int = 0

    async def ask(self, question: Text, *, picture: bytes | None = None, secret: bool = False) -> str:
        """The next answer; the last one again once there are no more."""
        answer = self.answers[min(self.asked, len(self.answers) - 1)] if self.answers else ""
        self.asked += 1
        return answer

    async def approve(self, question: Text, drafts: Sequence[Draft] = ()) -> bool:
        """Whatever is asked."""
        return self.yes


@dataclass(frozen=True)
class Cast:
    """Who files, who is asked, and what time it is."""

    account: Account
    person: PlayedPerson
    now: datetime


def sample_cast() -> Cast:
    """Who files where a test names nobody: the account of the sample, and a person who agrees."""
    user = "170000001"
    return Cast(Account("scenario", user, SecretStr(f"demo-{user}")), PlayedPerson(), PortalAsItIs().now)
