"""Progress, summary and trouble, as a person reads them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from rich.cells import cell_len

from bot.cli.progress import LiveScreen, PlainScreen, screen_on
from bot.cli.setting import Setting
from bot.cli.states import LOOKS
from bot.cli.summary import show_summary, show_totals, spoken, summaries_data
from bot.cli.trouble import report_trouble
from bot.errors import ExpectationFailed, LoginRefused
from bot.filing.progress import BatchSummary, CaseOutcome
from bot.filing.records import CaseRecord
from bot.filing.states import CaseState
from bot.filing.words import READING_BACK
from bot.flow.case import Case
from bot.text import LANGUAGES, Language, Text, read_in
from tests.unit.cli.conftest import output, readable
from tests.unit.cli.service import CHINA, MORNING, summary_of, view_of

ID = "330299199001010017"
MASKED = "330*************17"
SHORT = "330…17"
REASON = "该人员已参保，不能办理新增；已有参保记录的人员请办理续保业务，再不行就到柜台办理。"


@pytest.fixture
def summary(case: Case) -> BatchSummary:
    """One approved case and one that was rejected."""
    times = {
        "filed_at": datetime(2026, 11, 10, 1, tzinfo=UTC),
        "decided_at": datetime(2026, 11, 10, 2, tzinfo=UTC),
    }
    return summary_of(
        view_of(
            CaseOutcome(case, CaseState.APPROVED, number="20261100000021", evidence=(Path("a.png"),), **times),
            CaseOutcome(case, CaseState.REJECTED, number="20261100000022", reason=REASON),
        )
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [80, 120])
def test_the_summary_tells_it_all_in_any_language_and_width(
    summary: BatchSummary, language: Language, width: int
) -> None:
    read_in(language)
    console = readable(width)
    show_summary(console, summary)
    said = output(console)
    assert SHORT in said
    assert ID not in said
    assert "20261100000021" in said
    assert str(LOOKS[CaseState.REJECTED].words) in said
    assert "1:05" in said
    assert str(Path("out/roster-results.xlsx")) in said
    assert not [line for line in said.splitlines() if cell_len(line) > width]
    folded = "".join(said.split())
    assert all(part in folded for part in ("该人员已参保", "到柜台办理"))


def test_what_stopped_a_batch_is_said_after_the_table(summary: BatchSummary) -> None:
    console = readable()
    error = LoginRefused("The portal did not let the account in.", cure="Check the password.")
    show_summary(console, replace(summary, stopped=error))
    assert output(console).index("20261100000022") < output(console).index("did not let the account in")


def test_the_summary_for_a_program_masks_the_person_too(summary: BatchSummary) -> None:
    data = summaries_data([summary], 1)
    assert data["exit_code"] == 1
    assert data["batches"][0] == {
        "id": "202611-01",
        "account": "acme",
        "known": False,
        "exit_code": 1,
        "seconds": 65.0,
        "results": str(Path("out/roster-results.xlsx")),
        "evidence": str(Path("out/evidence")),
        "stopped": None,
    }
    assert data["cases"][0] == {
        "batch": "202611-01",
        "id": "add-004",
        "sheet": "add",
        "row": 4,
        "operation": "add",
        "person": MASKED,
        "state": "approved",
        "number": "20261100000021",
        "reason": "",
        "rule": "",
        "filed_at": "2026-11-10T01:00:00+00:00",
        "decided_at": "2026-11-10T02:00:00+00:00",
        "evidence": ["a.png"],
    }
    assert ID not in json.dumps(data)


def test_every_state_has_a_look() -> None:
    assert set(LOOKS) == set(CaseState)
    assert all(set(look.words) == set(LANGUAGES) for look in LOOKS.values())


def test_a_number_in_the_portal_s_words_is_masked_too(summary: BatchSummary, case: Case) -> None:
    told = replace(summary, outcomes=(CaseOutcome(case, CaseState.REFUSED, reason=f"{ID} is insured already"),))
    console = readable()
    show_summary(console, told)
    assert ID not in output(console)
    assert f"{MASKED} is insured already" in output(console)
    assert ID not in json.dumps(summaries_data([told], 1))


def test_the_totals_of_several_accounts(summary: BatchSummary) -> None:
    console = readable()
    show_totals(console, [summary, summary])
    assert output(console) == "All accounts (2) · Cases: 4 · approved: 2 · rejected in review: 2\n"


def test_lines_where_nobody_looks_on(case: Case) -> None:
    console = readable()
    screen = screen_on(console, ["acme"], CHINA)
    assert isinstance(screen, PlainScreen)
    watch = screen.watch("acme")
    with screen.running():
        watch.accepted("202611-01", at=MORNING, known=False)
        watch.phase(Text.same("Preparing drafts"), 12)
        watch.step(case, case.flow.title)
        watch.step(None, Text.same("No answer. Trying again in 4 s."))
        watch.case_changed(CaseRecord(case, CaseState.DRAFTING))
        watch.case_changed(CaseRecord(case, CaseState.REFUSED, reason=f"{ID} is insured already"))
        watch.advanced()
    assert output(console).splitlines() == [
        "Batch 202611-01 · account acme: accepted.",
        "Preparing drafts (12)",
        "  No answer. Trying again in 4 s.",
        f"  add 4 · Add employee · {SHORT}: ✗ refused by the portal — {MASKED} is insured already",
    ]
    assert screen.batches == ["202611-01"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", "Reconocido: es el lote 202611-01 del 2026-11-10, cuenta acme; se sigue con él."),
        ("en", "Recognised: batch 202611-01 of 2026-11-10, account acme, gone on with."),
        ("zh", "已识别：这是 2026-11-10 的批次 202611-01（账号 acme），继续办理。"),
    ],
)
def test_a_batch_that_is_known_is_recognised_with_its_day_at_the_portal(language: Language, said: str) -> None:
    read_in(language)
    console = readable()
    late = MORNING.replace(day=9, hour=22)  # the next morning in China
    screen_on(console, ["acme"], CHINA).watch("acme").accepted("202611-01", at=late, known=True)
    assert output(console).splitlines() == [said]


def test_several_accounts_are_told_apart(case: Case) -> None:
    console = readable()
    screen = screen_on(console, ["acme", "umbrella"], CHINA)
    screen.watch("acme").phase(Text.same("Preparing drafts"), 2)
    screen.watch("umbrella").case_changed(CaseRecord(case, CaseState.DRAFTED))
    assert output(console).splitlines() == [
        "acme · Preparing drafts (2)",
        f"  umbrella · add 4 · Add employee · {SHORT}: ✓ draft saved",
    ]


def test_while_a_question_is_asked_nothing_is_printed_over_it(case: Case) -> None:
    console = readable()
    screen = screen_on(console, ["acme", "umbrella"], CHINA)
    with screen.aside():
        screen.watch("umbrella").phase(Text.same("Preparing drafts"), 2)
        assert output(console) == ""
    assert output(console) == "umbrella · Preparing drafts (2)\n"


def test_the_bar_shows_who_and_what_and_keeps_only_trouble(case: Case) -> None:
    console = readable()
    screen = LiveScreen(console, ["acme"], CHINA)
    watch = screen.watch("acme")
    watch.phase(Text.same("Preparing drafts"), 2)
    watch.step(case, case.flow.title)
    console.print(screen.bar)
    shown = output(console)
    assert "Preparing drafts" in shown
    assert "0/2" in shown
    assert f"add 4 · Add employee · {SHORT}" in shown
    watch.case_changed(CaseRecord(case, CaseState.DRAFTED))
    assert output(console) == shown
    watch.case_changed(CaseRecord(case, CaseState.REFUSED, reason="already insured"))
    assert "already insured" in output(console)[len(shown) :]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bars_of_several_accounts_fit_a_narrow_terminal(case: Case, language: Language) -> None:
    read_in(language)
    console = readable(80)
    screen = LiveScreen(console, ["170000001", "170000002"], CHINA)
    for account in ("170000001", "170000002"):
        watch = screen.watch(account)
        watch.phase(READING_BACK, 12)
        watch.step(case, case.flow.title)
    console.print(screen.bar)
    lines = output(console).splitlines()
    assert len(lines) == 4
    assert all(account in line for account, line in zip(["170000001"] * 2 + ["170000002"] * 2, lines, strict=True))
    assert not [line for line in lines if cell_len(line) > 80]


def test_trouble_says_what_was_tried_what_the_portal_said_and_what_to_do(setting: Setting) -> None:
    error = ExpectationFailed("The message box does not say “saved”.", cure="Look at the picture.")
    at = error.circumstances
    at.flow, at.stage, at.step, at.place = "add", "save_draft", "expect message_box", "flows/add.yaml:31:9"
    at.portal_says, at.shown, at.nearest = "月末结算，暂停申报", "a box", ["OK", "Cancel"]
    at.picture = "evidence/add-004/03-failed.png"
    assert report_trouble(setting, error) == 1
    lines = [" ".join(line.split()) for line in output(setting.err).splitlines()]
    assert lines == [
        "✗ The message box does not say “saved”.",
        "The portal says 月末结算，暂停申报",
        "At add › save_draft › expect message_box (flows/add.yaml:31:9)",
        "It showed a box",
        "Nearest OK, Cancel",
        "Picture evidence/add-004/03-failed.png",
        "→ Look at the picture.",
    ]


def test_markup_in_the_portal_s_words_is_only_words(setting: Setting) -> None:
    report_trouble(setting, ExpectationFailed("[bold]not[/bold] markup [/]"))
    assert "[bold]not[/bold] markup [/]" in output(setting.err)


@pytest.mark.parametrize(("seconds", "said"), [(0, "0:00"), (59.6, "1:00"), (65, "1:05"), (3725, "62:05")])
def test_a_length_of_time(seconds: float, said: str) -> None:
    assert spoken(timedelta(seconds=seconds)) == said
