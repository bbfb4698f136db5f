from __future__ import annotations

from collections.abc import Mapping

import pytest

from bot.errors import FlowError, Refusal, Stopped, TargetNotFound
from bot.flow.base import Marked, Place
from bot.redaction import HIDDEN, redactor
from bot.run import Answer, Outcome, Runner
from tests.unit.run.fakes import Diary, PaperHands, PaperPerson, flow, scope


def missing() -> Mapping[str, object]:
    raise TargetNotFound("not there")


async def run(sample, *, hands=None, person=None, diary=None, flows=None, **names):  # type: ignore[no-untyped-def]  # test
    runner = Runner(
        {one.flow: one for one in (flows or [])},
        hands or PaperHands(),
        person or PaperPerson(),
        [diary or Diary()],
    )
    here = scope(**names)
    return await runner.run(sample, here), here


async def test_steps_are_done_in_order_and_what_is_read_can_be_used() -> None:
    hands = PaperHands({"read number": lambda: {"number": "7"}})
    sample = flow(steps=[{"click": "go"}, {"read": {"number": "box"}}, {"fill": {"wage": "${number}0"}}])
    await run(sample, hands=hands)
    assert hands.done == ["click go", "read number", "fill wage"]
    assert hands.typed == ["70"]


async def test_a_step_whose_condition_is_not_met_is_skipped() -> None:
    hands, diary = PaperHands(), Diary()
    sample = flow(steps=[{"click": "a", "when": "${migrant}"}, {"click": "b", "when": "not migrant"}])
    await run(sample, hands=hands, diary=diary, migrant=False)
    assert hands.done == ["click b"]
    assert diary.steps == [("click a", Outcome.SKIPPED), ("click b", Outcome.DONE)]


async def test_an_optional_step_goes_on_without_its_target() -> None:
    hands, diary = PaperHands({"click notice": missing}), Diary()
    await run(flow(steps=[{"click": "notice", "optional": True}, {"click": "b"}]), hands=hands, diary=diary)
    assert diary.steps == [("click notice", Outcome.MISSING), ("click b", Outcome.DONE)]


async def test_a_failed_step_ends_the_flow_and_says_where_it_stands() -> None:
    hands = PaperHands({"click go": missing})
    step = Marked({"click": "go"})
    step.place = Place(file="sample.yaml", line=7, column=5)
    with pytest.raises(TargetNotFound) as raised:
        await run(flow(steps=[step, {"click": "after"}]), hands=hands)
    at = raised.value.circumstances
    assert (at.flow, at.stage, at.step, at.place) == ("sample", "sample", "click go", "sample.yaml:7:5")
    assert hands.done == ["click go"]


async def test_for_each_does_its_steps_for_every_thing() -> None:
    hands = PaperHands()
    sample = flow(steps=[{"for_each": {"one": "${things}"}, "do": [{"fill": {"wage": "${one}"}}]}])
    await run(sample, hands=hands, things=["a", "b"])
    assert hands.typed == ["a", "b"]


async def test_repeat_until_stops_when_its_condition_holds() -> None:
    sample = flow(steps=[{"set": {"n": "${0}"}}, {"repeat_until": "${n == 3}", "do": [{"set": {"n": "${n + 1}"}}]}])
    _, here = await run(sample)
    assert here.names["n"] == 3


async def test_repeat_until_that_never_ends_is_an_error() -> None:
    sample = flow(steps=[{"repeat_until": {"condition": "${false}", "at_most": 2}, "do": [{"click": "next"}]}])
    with pytest.raises(FlowError, match="after 2 rounds"):
        await run(sample)


async def test_a_called_flow_sees_its_inputs_only_and_gives_back_its_outputs() -> None:
    called = flow(
        flow="look_up",
        inputs={"who": {"type": "text", "label": "Who"}},
        steps=[{"read": {"row": "table"}}],
        outputs={"found": "${row}", "who": "${who}"},
    )
    hands = PaperHands({"read row": lambda: {"row": "row 3"}})
    sample = flow(steps=[{"call": "look_up", "with": {"who": "${name}"}, "as": "answer"}])
    _, here = await run(sample, hands=hands, flows=[called], name="Ana")
    assert here.names["answer"] == {"found": "row 3", "who": "Ana"}
    assert "row" not in here.names


async def test_ask_puts_the_persons_answer_into_a_variable() -> None:
    person = PaperPerson(answer="K7QM")
    sample = flow(steps=[{"ask": {"code": {"question": "Code?", "picture": "captcha"}}}, {"fill": {"wage": "${code}"}}])
    hands = PaperHands()
    await run(sample, hands=hands, person=person)
    assert (person.asked, person.pictures, hands.typed) == (["Code?"], [b"picture"], ["K7QM"])


async def test_an_answer_is_a_secret_from_the_moment_it_is_given() -> None:
    hidden: list[Answer] = []
    hands = PaperHands({"click go": lambda: {"known": list(hidden)}})
    sample = flow(steps=[{"ask": {"code": "Code?"}}, {"click": "go"}, {"set": {"copy": "${code}"}}])
    runner, here = Runner({}, hands, PaperPerson(answer="K7QM"), hide=hidden.append), scope()
    await runner.run(sample, here)
    assert hidden == here.names["known"] == [here.names["copy"]] == [Answer("K7QM")]
    assert "K7QM" not in f"{here} {here.names['code']}"


async def test_whoever_does_not_say_how_to_hide_an_answer_has_it_hidden_for_good() -> None:
    await run(flow(steps=[{"ask": {"code": "Code?"}}]), person=PaperPerson(answer="K7QM"))
    assert redactor.text("typed K7QM") == f"typed {HIDDEN}"


@pytest.mark.parametrize(("answer", "done"), [("2", ["click second"]), ("1", ["click first"]), ("", [])])
async def test_an_answer_can_be_compared(answer: str, done: list[str]) -> None:
    hands = PaperHands()
    sample = flow(
        steps=[
            {"ask": {"choice": "1 or 2?"}},
            {"click": "first", "when": "${choice == '1'}"},
            {"click": "second", "when": "choice in ['2', '3'] and choice != '3' and choice"},
        ]
    )
    await run(sample, hands=hands, person=PaperPerson(answer=answer))
    assert hands.done == done


@pytest.mark.parametrize(
    "step",
    [
        {"fill": {"wage": "code: ${code}"}},
        {"report": {"state": "approved", "case": "add-2", "number": "${code}"}},
        {"refuse": {"message": "wrong: ${code}"}},
        {"ask": {"again": "Was it ${code}?"}},
        {"set": {"copy": "${code}!"}},
    ],
)
async def test_an_answer_does_not_get_among_words(step: dict[str, object]) -> None:
    with pytest.raises(FlowError, match="by itself") as raised:
        await run(flow(steps=[{"ask": {"code": "Code?"}}, step]), person=PaperPerson(answer="K7QM"))
    assert "K7QM" not in str(raised.value)


async def test_approve_ends_the_flow_on_a_no() -> None:
    hands = PaperHands()
    with pytest.raises(Stopped):
        await run(flow(steps=[{"approve": "Go on?"}, {"click": "go"}]), hands=hands, person=PaperPerson(yes=False))
    assert hands.done == []


async def test_report_says_what_the_portal_holds_of_a_case() -> None:
    diary = Diary()
    sample = flow(steps=[{"report": {"state": "rejected", "case": "${case}", "number": "${n}", "reason": "${why}"}}])
    await run(sample, diary=diary, case={"id": "add-2"}, n=12, why="no")
    [report] = diary.reports
    assert (report.case, report.state, report.number, report.reason) == ("add-2", "rejected", "12", "no")


async def test_refuse_ends_the_case_with_its_reason() -> None:
    sample = flow(steps=[{"refuse": {"message": "No arrears for ${name}", "rule": "RE01"}}])
    with pytest.raises(Refusal, match="No arrears for Ana") as raised:
        await run(sample, name="Ana")
    assert raised.value.rule == "RE01"


async def test_stages_are_told_to_listeners_also_when_they_fail() -> None:
    diary = Diary()
    sample = flow(stages=[{"stage": "one", "steps": [{"click": "a"}]}, {"stage": "two", "steps": [{"click": "b"}]}])
    with pytest.raises(TargetNotFound):
        await run(sample, hands=PaperHands({"click b": missing}), diary=diary)
    assert diary.stages == ["one: ok", "two: TargetNotFound"]


async def test_yes_and_no_are_typed_as_the_portal_says_them() -> None:
    hands = PaperHands()
    await run(flow(steps=[{"choose": {"wage": "${migrant}"}}]), hands=hands, migrant=True)
    assert hands.typed == ["Sí"]
