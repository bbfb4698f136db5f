"""Hands, a person and a portal that exist only in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import SecretStr

from bot.flow.actions import PageAction
from bot.flow.models import Flow, Portal
from bot.flow.scope import Scope
from bot.flow.steps import Step
from bot.flow.targets import Targets
from bot.run import CaseReport, Draft, Listener, Outcome
from bot.run.describe import describe
from bot.text import Text

PORTAL = Portal.model_validate(
    {
        "portal": "paper",
        "title": "Paper portal",
        "address": "http://portal.invalid/",
        "language": "es",
        "words": {"yes": {"es": "Sí", "en": "Yes"}, "no": {"es": "No", "en": "No"}},
        "elements": {"wage": {"field": {"es": "Salario", "en": "Wage"}}, "who": {"field": "who"}},
    }
)


def flow(**keys: Any) -> Flow:
    """A flow from what its YAML would say."""
    return Flow.model_validate({"flow": "sample", "title": "Sample", **keys})


def scope(**names: Any) -> Scope:
    """A scope on the paper portal, shown in Spanish."""
    return Scope(PORTAL, "es", dict(names))


@dataclass
class PaperHands:
    """Writes down what it is told to do; `answers` may raise, or give variables, by the step's words."""

    answers: dict[str, Callable[[], Mapping[str, object]]] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)

    async def perform(self, step: Step, action: PageAction, scope: Scope) -> Mapping[str, object]:
        words = describe(step)
        self.done.append(words)
        values = getattr(action, "values", {})
        self.typed.extend(self._spelled(scope, value) for value in values.values() if isinstance(value, str))
        answer = self.answers.get(words)
        return answer() if answer else {}

    @staticmethod
    def _spelled(scope: Scope, template: str) -> str:
        value = scope.evaluate(template)
        return value.get_secret_value() if isinstance(value, SecretStr) else scope.words(value)

    async def picture(self, targets: Targets, scope: Scope) -> bytes:
        return b"picture"


@dataclass
class PaperPerson:
    """Gives the same answers to whatever is asked, and remembers the questions."""

    yes: bool = True
    answer: str = "1234"
    asked: list[str] = field(default_factory=list)
    shown: list[Draft] = field(default_factory=list)
    pictures: list[bytes | None] = field(default_factory=list)

    async def ask(self, question: Text, *, picture: bytes | None = None, secret: bool = False) -> str:
        self.asked.append(str(question))
        self.pictures.append(picture)
        return self.answer

    async def approve(self, question: Text, drafts: Sequence[Draft] = ()) -> bool:
        self.asked.append(str(question))
        self.shown.extend(drafts)
        return self.yes


@dataclass
class Diary(Listener):
    """Writes down what the runner tells its listeners."""

    steps: list[tuple[str, Outcome]] = field(default_factory=list)
    reports: list[CaseReport] = field(default_factory=list)
    stages: list[str] = field(default_factory=list)

    def stage_ended(self, flow: Flow, stage: Any, error: Exception | None) -> None:
        self.stages.append(f"{stage.stage}: {type(error).__name__ if error else 'ok'}")

    def step_ended(self, flow: Flow, step: Step, outcome: Outcome, seconds: float) -> None:
        self.steps.append((describe(step), outcome))

    def reported(self, report: CaseReport) -> None:
        self.reports.append(report)
