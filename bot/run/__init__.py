"""The step loop: order, conditions, sub-flows, outcomes. Knows no browser: what touches a page is passed in."""

from bot.run.answer import Answer
from bot.run.listener import CaseReport, Listener, Outcome
from bot.run.person import Draft, Person
from bot.run.runner import Hands, Runner

__all__ = ["Answer", "CaseReport", "Draft", "Hands", "Listener", "Outcome", "Person", "Runner"]
