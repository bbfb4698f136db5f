from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from pydantic import SecretStr

from bot.errors import UsageError
from bot.filing.desk import Account
from bot.filing.identity import Employer, batch_key, input_hash, natural_key, origin_of
from bot.filing.journal.store import Journal
from bot.filing.states import CaseState as S
from bot.flow.case import Case
from bot.service import Assistant
from bot.service.acceptance import by_account, cases_of
from bot.text import read_in
from tests.unit.run.fakes import flow
from tests.unit.service.conftest import ADD, ADD_TOO, HEADER, LEAVE, Accept, Put

US = Employer("http://portal.invalid", "170000001")


def test_a_roster_that_is_run_twice_is_the_same_batch(accepted: Accept) -> None:
    assert accepted(ADD, LEAVE).id == accepted(ADD, LEAVE).id == "202611-01"


def test_the_order_of_the_rows_makes_no_other_batch(accepted: Accept) -> None:
    assert accepted(ADD, LEAVE).id == accepted(LEAVE, ADD).id


def test_a_corrected_roster_is_another_batch_that_leaves_the_others_alone(
    assistant: Assistant, accepted: Accept
) -> None:
    first = accepted(ADD, LEAVE)
    second = accepted(ADD, LEAVE, ADD_TOO)
    assert second.id != first.id
    outcomes = {outcome.case.id: outcome for outcome in assistant.view(second.id).outcomes}
    assert [outcome.state for outcome in outcomes.values()] == [S.ELSEWHERE, S.ELSEWHERE, S.PENDING]
    assert f"in batch {first.id} already (add-002)" in outcomes["add-002"].reason


def test_what_was_refused_may_be_asked_for_again(assistant: Assistant, accepted: Accept, put: Put) -> None:
    first = accepted(ADD, LEAVE)
    put(first.id, "add-002", S.REFUSED)
    second = accepted(ADD, LEAVE, ADD_TOO)
    assert [one.state for one in assistant.view(second.id).outcomes] == [S.PENDING, S.ELSEWHERE, S.PENDING]


def test_a_digest_does_not_depend_on_the_language(assistant: Assistant, tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text(HEADER + ADD + LEAVE, encoding="utf-8")
    digests = []
    for language in ("es", "en", "zh"):
        read_in(language)
        digests.append([input_hash(case) for case in assistant.check(roster).cases])
    assert digests[0] == digests[1] == digests[2]
    assert digests[0][0] != digests[0][1]


def test_every_value_counts(assistant: Assistant, tmp_path: Path) -> None:
    def digests(line: str) -> set[str]:
        roster = tmp_path / "roster.csv"
        roster.write_text(HEADER + line, encoding="utf-8")
        return {input_hash(case) for case in assistant.check(roster).cases}

    assert not digests(ADD) & digests(ADD.replace("6800", "6801"))
    assert not digests(ADD) & digests(ADD.replace("11,6800", "12,6800"))


def test_what_files_nothing_is_never_recognised() -> None:
    case = Case("ask-2", flow(steps=[{"click": "a"}]), {})
    assert natural_key(case, US, "2026-11") is None
    assert batch_key([case], US, "2026-11") is None


def test_a_month_later_it_is_another_case() -> None:
    stages = [{"stage": "s", "effect": "draft", "steps": [{"click": "a"}]}]
    who = {"who": {"type": "text", "label": "Who"}}
    case = Case("add-2", flow(person="who", inputs=who, stages=stages), {"who": "Ana"})
    other = Employer("http://portal.invalid", "170000002")
    keys = [natural_key(case, US, "2026-11"), natural_key(case, US, "2026-12"), natural_key(case, other, "2026-11")]
    assert len({*keys, None}) == 4


@pytest.mark.parametrize("url", ["https://Portal.example/a/b?c", "https://portal.example/"])
def test_a_portal_is_known_by_its_origin(url: str) -> None:
    assert origin_of(url) == "https://portal.example"


def test_a_row_of_an_account_that_was_not_given_is_named(assistant: Assistant, tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    roster.write_text("account," + HEADER + "south," + ADD + "north," + LEAVE, encoding="utf-8")
    cases = assistant.check(roster).cases
    south, north = (Account(name, name, SecretStr("secret")) for name in ("south", "north"))
    groups = by_account(cases, [south, north])
    assert [(account.name, [case.id for case in group]) for account, group in groups] == [
        ("south", ["add-002"]),
        ("north", ["interrupt-003"]),
    ]
    with pytest.raises(UsageError, match="is for the account “north”"):
        by_account(cases, [south])
    assert assistant.accounts_of(roster) == ("south", "north")


def test_the_cases_of_a_batch_are_those_that_were_accepted(
    assistant: Assistant, journal: Journal, accepted: Accept, tmp_path: Path
) -> None:
    batch = accepted(ADD, LEAVE)
    (tmp_path / "roster.csv").unlink()  # the journal has its own copy
    cases = cases_of(journal, batch, assistant.library)
    assert str(cases["add-002"].values["wage"]) == "6800"


def test_flows_that_make_other_cases_of_it_are_found_out(
    assistant: Assistant, journal: Journal, accepted: Accept
) -> None:
    batch = accepted(ADD, LEAVE)
    flows = dict(assistant.library.flows)
    add = flows["add"]
    flows["add"] = add.model_copy(update={"inputs": {**add.inputs, "name": add.inputs["wage"]}})
    changed = assistant.library.model_copy(update={"flows": flows})
    with pytest.raises(UsageError, match=rf"Batch {batch.id} cannot be gone on with.*add-002"):
        cases_of(journal, batch, changed)


def test_what_was_not_filed_is_carried_over(
    assistant: Assistant, accepted: Accept, put: Put, tmp_path: Path
) -> None:
    batch = accepted(ADD, LEAVE, ADD_TOO)
    put(batch.id, "interrupt-003", S.REFUSED)
    put(batch.id, "add-002", S.NEEDS_ATTENTION)
    path, count = assistant.carry_over(batch.id, tmp_path / "next.xlsx")
    assert count == 1
    [header, row] = load_workbook(path).worksheets[0].iter_rows(values_only=True)
    assert (header[1], row[:3]) == ("id_number", ("interrupt", "330299199112221079", "马玉兰"))
    assert assistant.check(path).ok


def test_the_spreadsheet_says_where_every_case_stands(
    assistant: Assistant, accepted: Accept, put: Put, tmp_path: Path
) -> None:
    batch = accepted(ADD, LEAVE)
    put(batch.id, "add-002", S.DRAFTING, S.REFUSED, reason="already insured")
    path = assistant.write_results(batch.id, tmp_path / "out" / "results.xlsx")
    rows = list(load_workbook(path).worksheets[0].iter_rows(min_row=2, values_only=True))
    assert [(row[9], row[11]) for row in rows] == [("refused by the portal", "already insured"), ("pending", None)]
