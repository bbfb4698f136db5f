"""Whose answer a question of a run waits for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bot.console.security.caller import Caller
from bot.console.security.roles import Role

if TYPE_CHECKING:
    from bot.console.work import Question


def answers(question: Question) -> Role:
    """Who answers a question: whether drafts are declared is an approver's to say, the rest is a clerk's."""
    return Role.APPROVER if question.drafts else Role.CLERK


def questions_for(caller: Caller, questions: Iterable[Question]) -> list[Question]:
    """The questions that somebody may answer; nobody else sees them."""
    return [one for one in questions if answers(one) in caller.roles]
