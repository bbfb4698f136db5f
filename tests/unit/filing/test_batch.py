from __future__ import annotations

import asyncio

import pytest

from bot.errors import (
    Fault,
    FlowError,
    Interrupted,
    PortalClosed,
    PortalUnreachable,
    Refusal,
    SessionLost,
    StepTimedOut,
    TargetAmbiguous,
)
from bot.filing.stop import StopSwitch
from tests.unit.filing.paper import Filing, PaperPortal
from tests.unit.run.fakes import PaperPerson


async def test_everyone_is_drafted_read_back_approved_and_declared_once() -> None:
    portal = PaperPortal()
    batch = Filing(portal, ["Ana", "Bo", "Cai"])
    assert await batch.file() == {"Ana": "approved", "Bo": "approved", "Cai": "approved"}
    assert sorted(portal.filed) == ["Ana", "Bo", "Cai"]
    assert [draft.shows for draft in batch.person.shown] == ["who: ***", "who: **", "who: ***"]


async def test_sets_stay_below_their_limit() -> None:
    portal = PaperPortal()
    declared: list[int] = []
    declare = portal._do

    def counting(words, step, scope):  # type: ignore[no-untyped-def]  # wraps the portal's own
        if words == "click declare":
            declared.append(len(portal.ticked))
        return declare(words, step, scope)

    portal._do = counting  # type: ignore[method-assign]  # to look on
    await Filing(portal, ["Ana", "Bo", "Cai"]).file()
    assert declared == [2, 1]


async def test_a_refusal_ends_its_case_only() -> None:
    portal = PaperPortal()
    portal.fails["click save"] = [Refusal("no", words="already insured", rule="OP01")]
    batch = Filing(portal, ["Ana", "Bo"])
    assert await batch.file() == {"Ana": "refused", "Bo": "approved"}
    assert (batch.records["add-Ana"].reason, batch.records["add-Ana"].rule) == ("already insured", "OP01")
    assert portal.filed == ["Bo"]


async def test_until_drafts_leaves_drafts() -> None:
    portal = PaperPortal()
    assert await Filing(portal, ["Ana"], until="drafts").file() == {"Ana": "drafted"}
    assert (portal.drafts, portal.filed) == (["Ana"], [])


async def test_until_review_asks_nobody_and_declares_nothing() -> None:
    portal = PaperPortal()
    batch = Filing(portal, ["Ana"], until="review")
    assert await batch.file() == {"Ana": "reviewed"}
    assert (batch.person.asked, portal.filed) == ([], [])
    assert batch.records["add-Ana"].shows == "who: Ana"


async def test_a_person_who_says_no_can_say_yes_later() -> None:
    portal = PaperPortal()
    batch = Filing(portal, ["Ana"], person=PaperPerson(yes=False))
    assert await batch.file() == {"Ana": "reviewed"}
    assert portal.filed == []
    batch.person.yes = True
    assert await batch.file() == {"Ana": "approved"}
    assert portal.filed == ["Ana"]


async def test_every_effect_has_its_intent_written_before_it_and_its_outcome_after() -> None:
    portal = PaperPortal()
    batch = Filing(portal, ["Ana", "Bo"])
    seen: list[tuple[str, list[str]]] = []
    act = portal._do

    def watched(words, step, scope):  # type: ignore[no-untyped-def]  # wraps the portal's own
        if words in ("click save", "click declare"):
            seen.append((words, [f"{case} {state}" for case, state, _ in batch.notebook.written[-1]]))
        return act(words, step, scope)

    portal._do = watched  # type: ignore[method-assign]  # to look on
    await batch.file()
    assert seen == [
        ("click save", ["add-Ana drafting"]),
        ("click save", ["add-Bo drafting"]),
        ("click declare", ["add-Ana declaring", "add-Bo declaring"]),
    ]
    kinds = [kind for change in batch.notebook.written for _, state, kind in change if state]
    assert kinds == ["intent", "outcome"] * 2 + ["", ""] + ["intent", "intent", "outcome", "outcome"]


async def test_a_draft_that_shows_something_else_is_not_declared() -> None:
    portal = PaperPortal()
    rows = portal._rows
    portal._rows = lambda step: [  # type: ignore[method-assign]  # a portal that mixes people up
        {**row, "text": row["text"].replace("who: Ana", "Ana, who: Bea")} for row in rows(step)
    ]
    batch = Filing(portal, ["Ana"])
    assert await batch.file() == {"Ana": "needs_attention"}
    assert "who: Ana" in batch.records["add-Ana"].reason
    assert portal.filed == []


@pytest.mark.parametrize("fault", [StepTimedOut("slow"), SessionLost("gone")])
async def test_a_fault_before_the_draft_was_saved_is_tried_again(fault: Exception) -> None:
    portal = PaperPortal()
    portal.fails["click save"] = [fault]  # type: ignore[list-item]  # both are AssistantErrors
    assert await Filing(portal, ["Ana"]).file() == {"Ana": "approved"}
    assert (portal.filed, portal.logins) == (["Ana"], 2)


async def test_a_draft_that_was_saved_before_the_fault_is_adopted() -> None:
    portal = PaperPortal()
    portal.cuts["click save"] = [StepTimedOut("no answer")]
    assert await Filing(portal, ["Ana"]).file() == {"Ana": "approved"}
    assert portal.filed == ["Ana"]


async def test_a_fault_that_trying_again_cannot_help_ends_its_case_only() -> None:
    portal = PaperPortal()
    portal.fails["click save"] = [TargetAmbiguous("two buttons")]
    assert await Filing(portal, ["Ana", "Bo"]).file() == {"Ana": "failed", "Bo": "approved"}
    assert portal.logins == 2


async def test_a_declaration_that_was_cut_short_is_looked_up_and_never_repeated() -> None:
    portal = PaperPortal()
    portal.cuts["click declare"] = [StepTimedOut("no answer")]
    assert await Filing(portal, ["Ana", "Bo"]).file() == {"Ana": "approved", "Bo": "approved"}
    assert sorted(portal.filed) == ["Ana", "Bo"]


async def test_a_mistake_of_the_flow_while_declaring_stops_the_batch_and_is_looked_up_too() -> None:
    portal = PaperPortal()
    portal.cuts["click declare"] = [FlowError("no number in it")]
    batch = Filing(portal, ["Ana"])
    with pytest.raises(FlowError):
        await batch.file()
    assert batch.states() == {"Ana": "approved"}
    assert portal.filed == ["Ana"]


async def test_what_only_reads_is_asked_again_after_a_fault() -> None:
    portal = PaperPortal()
    portal.fails["read rows"] = [SessionLost("gone")]
    assert await Filing(portal, ["Ana"]).file() == {"Ana": "approved"}
    assert (portal.filed, portal.logins) == (["Ana"], 2)


async def test_a_refusal_of_what_was_cut_short_before_is_looked_into_twice() -> None:
    portal = PaperPortal()
    portal.fails["click save"] = [StepTimedOut("no answer"), Refusal("no", words="a draft exists already")]
    looks = portal._rows
    hidden = 2  # what the look-up after the fault and the first one after the refusal do not see yet

    def late(step):  # type: ignore[no-untyped-def]  # wraps the portal's own
        nonlocal hidden
        rows = looks(step)
        if portal.drafts and hidden:
            hidden -= 1
            return []
        return rows

    portal._rows = late  # type: ignore[method-assign]  # lists that lag behind
    portal.drafts.append("Ana")
    assert await Filing(portal, ["Ana"]).file() == {"Ana": "approved"}
    assert portal.filed == ["Ana"]


async def test_a_draft_that_the_portal_says_it_holds_but_does_not_show_needs_a_person() -> None:
    portal = PaperPortal()
    portal.fails["click save"] = [StepTimedOut("no answer"), Refusal("no", words="a draft exists already", held=True)]
    batch = Filing(portal, ["Ana"])
    assert await batch.file() == {"Ana": "needs_attention"}
    assert batch.records["add-Ana"].reason == "a draft exists already"


async def test_a_refusal_after_an_unrelated_fault_is_believed_once_nothing_is_found() -> None:
    portal = PaperPortal()
    portal.fails["click save"] = [StepTimedOut("no answer"), Refusal("no", words="already insured", rule="OP01")]
    batch = Filing(portal, ["Ana"])
    assert await batch.file() == {"Ana": "refused"}
    assert (batch.records["add-Ana"].reason, batch.records["add-Ana"].rule) == ("already insured", "OP01")


async def test_a_declaration_that_provably_did_not_happen_is_done_again() -> None:
    portal = PaperPortal()
    portal.fails["click declare"] = [StepTimedOut("no answer")]
    batch = Filing(portal, ["Ana"])
    assert await batch.file() == {"Ana": "approved"}
    assert (portal.filed, batch.records["add-Ana"].attempt) == (["Ana"], 2)


async def test_a_declaration_that_fails_every_time_needs_a_person() -> None:
    portal = PaperPortal()
    portal.fails["click declare"] = [StepTimedOut("no answer") for _ in range(9)]
    batch = Filing(portal, ["Ana"])
    assert await batch.file() == {"Ana": "needs_attention"}
    assert "still among the drafts" in batch.records["add-Ana"].reason
    assert (portal.filed, len(portal.fails["click declare"])) == ([], 6)


async def test_a_row_that_the_portal_left_out_is_found_out() -> None:
    portal = PaperPortal(filters=["Ana"])
    batch = Filing(portal, ["Ana", "Bo"])
    assert await batch.file() == {"Ana": "needs_attention", "Bo": "approved"}
    assert portal.filed == ["Bo"]


async def test_a_draft_that_was_changed_after_the_approval_is_not_declared() -> None:
    portal = PaperPortal()
    batch = Filing(portal, ["Ana", "Bo"])
    rows = portal._rows

    def meddled(step):  # type: ignore[no-untyped-def]  # wraps the portal's own
        texts = rows(step)
        if batch.person.asked:
            texts = [{**row, "text": row["text"].replace("who: Ana", "Ana, who: Eve")} for row in texts]
        return texts

    portal._rows = meddled  # type: ignore[method-assign]  # somebody edits the draft meanwhile
    assert await batch.file() == {"Ana": "needs_attention", "Bo": "approved"}
    assert portal.filed == ["Bo"]


async def test_the_portal_closing_stops_the_batch_and_says_who_is_left() -> None:
    portal = PaperPortal()
    portal.fails["click save"] = [PortalClosed("month end")]
    batch = Filing(portal, ["Ana", "Bo"])
    with pytest.raises(PortalClosed):
        await batch.file()
    assert batch.states() == {"Ana": "pending", "Bo": "pending"}


async def test_a_portal_that_cannot_be_reached_any_more_stops_the_batch() -> None:
    portal = PaperPortal()
    portal.fails["click save"] = [StepTimedOut("slow")]
    batch = Filing(portal, ["Ana", "Bo"])
    portal.fails["click log_in"] = []
    log_in = portal._do

    def once(words, step, scope):  # type: ignore[no-untyped-def]  # wraps the portal's own
        if words == "click log_in" and portal.logins:
            raise PortalUnreachable("gone")
        return log_in(words, step, scope)

    portal._do = once  # type: ignore[method-assign]  # a portal that goes down
    with pytest.raises(PortalUnreachable):
        await batch.file()
    assert batch.states() == {"Ana": "drafting", "Bo": "pending"}
    portal._do = log_in  # type: ignore[method-assign]  # it is back
    assert await batch.file() == {"Ana": "approved", "Bo": "approved"}
    assert portal.filed == ["Ana", "Bo"]


async def test_a_portal_that_is_down_for_a_while_is_waited_for() -> None:
    portal = PaperPortal()
    portal.fails["click log_in"] = [PortalUnreachable("gone") for _ in range(5)]
    assert await Filing(portal, ["Ana"]).file() == {"Ana": "approved"}


async def test_a_stop_is_heeded_between_two_cases_and_can_be_gone_on_from() -> None:
    portal = PaperPortal()
    batch = Filing(portal, ["Ana", "Bo"])
    save = portal._do

    def stopping(words, step, scope):  # type: ignore[no-untyped-def]  # wraps the portal's own
        if words == "click save":
            batch.stop.ask()
        return save(words, step, scope)

    portal._do = stopping  # type: ignore[method-assign]  # somebody presses Ctrl-C while Ana's draft is saved
    with pytest.raises(Interrupted):
        await batch.file()
    assert batch.states() == {"Ana": "drafted", "Bo": "pending"}
    portal._do = save  # type: ignore[method-assign]  # nobody does
    batch.stop = StopSwitch()
    assert await batch.file() == {"Ana": "approved", "Bo": "approved"}
    assert portal.filed == ["Ana", "Bo"]


async def test_a_portal_without_drafts_asks_before_it_files_at_once() -> None:
    portal = PaperPortal()
    batch = Filing(portal, ["Ana"], flow="direct")
    assert await batch.file() == {"Ana": "done"}
    assert portal.filed == ["Ana"]
    assert batch.person.asked == ["This portal has no drafts: 1 cases will be filed at once. Go on?"]


async def test_a_portal_without_drafts_files_nothing_without_a_yes() -> None:
    portal = PaperPortal()
    assert await Filing(portal, ["Ana"], flow="direct", person=PaperPerson(yes=False)).file() == {"Ana": "pending"}
    assert portal.filed == []


async def test_a_filing_without_draft_that_was_cut_short_needs_a_person() -> None:
    portal = PaperPortal()
    portal.cuts["click file"] = [StepTimedOut("no answer")]
    assert await Filing(portal, ["Ana"], flow="direct").file() == {"Ana": "needs_attention"}
    assert portal.filed == ["Ana"]


@pytest.mark.parametrize("step", ["click save", "click declare"])
async def test_what_was_cut_short_from_outside_is_settled_when_it_is_gone_on_with(step: str) -> None:
    portal = PaperPortal()
    portal.cuts[step] = [asyncio.CancelledError()]  # type: ignore[list-item]  # what Ctrl-C becomes
    batch = Filing(portal, ["Ana"])
    with pytest.raises(asyncio.CancelledError):
        await batch.file()
    assert batch.states()["Ana"] in ("drafting", "declaring")
    assert await batch.file() == {"Ana": "approved"}
    assert portal.filed == ["Ana"]


async def test_what_the_portal_held_before_is_not_filed_again() -> None:
    portal = PaperPortal(filed=["Ana"])
    batch = Filing(portal, ["Ana", "Bo"], flow="asked_first")
    assert await batch.file() == {"Ana": "needs_attention", "Bo": "done"}
    assert portal.filed == ["Ana", "Bo"]
    assert "No. N7" in batch.records["asked_first-Ana"].reason


async def test_a_filing_that_was_cut_short_is_found_by_its_probe() -> None:
    portal = PaperPortal()
    portal.cuts["click file"] = [StepTimedOut("no answer")]
    assert await Filing(portal, ["Ana"], flow="asked_first").file() == {"Ana": "under_review"}
    assert portal.filed == ["Ana"]


async def test_a_flow_that_goes_wrong_for_one_case_stops_nobody_else() -> None:
    portal = PaperPortal()
    portal.fails["click save"] = [FlowError("no such file")]
    assert await Filing(portal, ["Ana", "Bo"]).file() == {"Ana": "failed", "Bo": "approved"}


async def test_the_same_trouble_three_times_in_a_row_ends_the_batch() -> None:
    portal = PaperPortal()
    trouble = [TargetAmbiguous("two buttons") for _ in range(4)]
    for one in trouble:
        one.circumstances.place, one.circumstances.step = "add.yaml:7:5", "click save"
    portal.fails["click save"] = list(trouble)
    batch = Filing(portal, ["Ana", "Bo", "Cai", "Du", "Eve"])
    with pytest.raises(Fault, match="3 cases in a row failed at the same step"):
        await batch.file()
    assert list(batch.states().values()) == ["failed", "failed", "failed", "pending", "pending"]
