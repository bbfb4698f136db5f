"""What a person answers to a flow is hidden while the flow runs, and what it leaves behind does not tell of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from bot.errors import AssistantError, Refusal, StepTimedOut
from bot.filing.troubles import kept
from bot.flow.actions import PageAction
from bot.flow.scope import Scope
from bot.flow.steps import Step
from bot.redaction import HIDDEN, redactor
from bot.text import Text
from tests.unit.filing.paper import PaperPortal, send, sit_down
from tests.unit.run.fakes import PaperPerson, flow

CODE = "K7QM-22"
STAGES = [{"stage": "send", "steps": [{"ask": {"code": "Code?"}}, {"click": "send"}]}]
FLOWS = [
    flow(flow="login", steps=[{"click": "log_in"}]),
    flow(flow="send", stages=STAGES),
]


@dataclass
class Telling(PaperPortal):
    """Raises this where the answer is used, and remembers what readers could see of it while the flow ran."""

    error: BaseException | None = None
    seen: list[str] = field(default_factory=list)

    async def perform(self, step: Step, action: PageAction, scope: Scope) -> Mapping[str, object]:
        if "code" in scope.names:
            self.seen.append(redactor.text(CODE))
            if self.error is not None:
                raise self.error
        return await super().perform(step, action, scope)

    async def failed(self, error: AssistantError) -> None:
        self.seen.append(redactor.text(CODE))
        error.circumstances.shown = f"a field with {CODE}"


@pytest.mark.parametrize("whole", [True, False])
async def test_an_answer_is_hidden_while_its_flow_runs(whole: bool) -> None:
    portal = Telling()
    await send(await sit_down(portal, FLOWS, PaperPerson(answer=CODE)), whole)
    assert portal.seen == [HIDDEN]
    assert redactor.text(CODE) == CODE


@pytest.mark.parametrize("whole", [True, False])
async def test_an_error_does_not_tell_of_it_after_the_flow(whole: bool) -> None:
    said = Text(es=f"no vale {CODE}", en=f"{CODE} is wrong")
    portal = Telling(error=Refusal(said, cure=f"not {CODE}", words=f"El código {CODE} no vale"))
    with pytest.raises(Refusal) as raised:
        await send(await sit_down(portal, FLOWS, PaperPerson(answer=CODE)), whole)
    assert portal.seen == [HIDDEN, HIDDEN], "what is kept of a failure is kept while the answer is known"
    assert raised.value.words == f"El código {HIDDEN} no vale"
    assert kept(raised.value) == {
        "kind": "Refusal",
        "message": f"{HIDDEN} is wrong",
        "cure": f"not {HIDDEN}",
        "circumstances": kept(raised.value)["circumstances"] | {"shown": f"a field with {HIDDEN}"},
    }
    assert CODE not in f"{raised.value!r} {raised.value.args} {vars(raised.value)}"


async def test_what_led_to_an_error_does_not_either() -> None:
    error = StepTimedOut("too late")
    error.__cause__ = ValueError(f"fill({CODE!r})", {"typed": 1})
    error.__cause__.__context__ = error
    portal = Telling(error=error)
    with pytest.raises(StepTimedOut) as raised:
        await send(await sit_down(portal, FLOWS, PaperPerson(answer=CODE)), whole=True)
    assert str(raised.value.__cause__) == str(("fill('•••••')", {"typed": 1}))


async def test_nor_does_a_bug() -> None:
    portal = Telling(error=ZeroDivisionError(f"{CODE} / 0"))
    with pytest.raises(ZeroDivisionError, match=f"{HIDDEN} / 0"):
        await send(await sit_down(portal, FLOWS, PaperPerson(answer=CODE)), whole=True)
