"""What is sensitive is hidden in every form that a portal may write it in, and nothing else is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evidence.masking import Masking
from bot.evidence.record import CaseFacts, EnteredValue
from bot.redaction import HIDDEN, mask_id

NOON = datetime(2026, 11, 10, 4, 0, tzinfo=UTC)
PERSON = "33029919900101001X"
OTHER = "330299198506150029"


def value(field: str, said: str, *, sensitive: bool = True) -> EnteredValue:
    return EnteredValue(field=field, label={"en": field}, value=said, sensitive=sensitive)


def case(*entered: EnteredValue, person: str = PERSON) -> CaseFacts:
    known: dict[str, Any] = dict.fromkeys(("number", "rule", "reason", "shows", "approved_by", "approved_shows"), "")
    known |= dict.fromkeys(("drafted_at", "filed_at", "decided_at", "approved_at", "trouble"))
    known |= {"id": "add-001", "seq": 0, "operation": "add", "title": {"en": "Add"}, "name": "王示例", "sheet": "Altas"}
    known |= {"row": 3, "state": "approved", "attempt": 1, "since": NOON}
    return CaseFacts(person=person, entered=entered, **known)


MASKING = Masking([case(value("wage", "6800"), value("name", "王示例", sensitive=False))])


@pytest.mark.parametrize(
    "said",
    [
        "33029919900101001X",
        "33029919900101001x",
        "N.º 33029919900101001X.",
        "no33029919900101001Xyes",
        "330299 19900101 001X",
        "330299-1990-01-01-001X",
        "３３０２９９１９９００１０１００１Ｘ",
        "https://portal.example/?id=33029919900101001X&a=1",
        "330299900101001",  # as it was before 2000
        OTHER,
        "330299198506150028",  # its check digit is wrong: mistyped
        "330299 19850615 002 9",
        "330299850615002",
        "id330299198506150029",
    ],
)
def test_a_number_of_anybody_is_masked(said: str) -> None:
    shown = MASKING.text(said)
    assert "199001" not in shown and "198506" not in shown and "0101" not in shown
    assert "330*" in shown


def test_a_number_shows_its_first_three_and_last_two() -> None:
    assert MASKING.text(f"{PERSON}, {OTHER}") == "330*************1X, 330*************29"


@pytest.mark.parametrize(
    "said",
    [
        *("6800", "6,800", "6.800", "6 800", "6\u00a0800", "6'800", "6，800", "６８００", "006800"),
        *("6800.00", "6,800.00", "6.800,00", "6 800,0", "6800.0", "￥6,800.00元", "CNY6800", "wage=6800&x"),
    ],
)
def test_an_amount_is_hidden_however_it_is_written(said: str) -> None:
    shown = MASKING.text(f"a {said} b")
    assert HIDDEN in shown and "800" not in shown and "８００" not in shown


def test_an_amount_is_hidden_among_others() -> None:
    assert MASKING.text("7100,6800,7200") == f"7100,{HIDDEN},7200"
    assert MASKING.text("1 6800 2 6,800.00 3") == f"1 {HIDDEN} 2 {HIDDEN} 3"


@pytest.mark.parametrize(
    "said",
    ["16800", "68000", "16,800", "6801", "2026-11-10 06:08:00", "20261100000123", "王示例", "邮编 330299", "v1.2.3"],
)
def test_what_is_not_sensitive_stays(said: str) -> None:
    assert MASKING.text(said) == said


@given(st.integers(1000, 10**9), st.sampled_from(["{}", "{:,}", "{:.2f}", "{:,.2f}", "{:,.1f}", "¥{:,}/m"]))
def test_any_wage_is_hidden_in_any_form(wage: int, form: str) -> None:
    masking = Masking([case(value("wage", str(wage)))])
    shown = masking.text(f"({form.format(wage)})")
    assert not any(letter.isdigit() for letter in shown)


def test_decimals_count() -> None:
    masking = Masking([case(value("wage", "6800.50"))])
    assert masking.text("6,800.5 / 6.800,50 / 6800.05 / 6800") == f"{HIDDEN} / {HIDDEN} / 6800.05 / 6800"


def test_words_are_hidden_whatever_their_case_and_spaces() -> None:
    entered = {"bank": "Banco  Río", "card": "6222 0212 3456 7890", "born": "1990-01-01"}
    masking = Masking([case(*(value(field, said) for field, said in entered.items()))])
    said = "BANCO RÍO, banco\u00a0río, Banco%20R%C3%ADo; 6222021234567890, 6222-0212-3456-7890; 1990/01/01, 19900101"
    assert masking.text(said) == "•••••, •••••, •••••; •••••, •••••; •••••, •••••"
    assert masking.text("Banco Ríos") == "•••••s"  # rather too much


def test_a_short_word_is_hidden_only_where_it_stands_alone() -> None:
    masking = Masking([case(value("union", "No"), value("grade", "B"))])
    assert masking.text("No: B, note, ABBA") == f"{HIDDEN}: {HIDDEN}, note, ABBA"


def test_a_person_known_by_other_than_a_resident_number() -> None:
    masking = Masking([case(person="E1234567"), case(person="李*")])
    assert masking.text("e1234567 / E 123 4567 / 李* / 李四") == "E12***67 / E12***67 / ** / 李四"


def test_the_portals_numbers_are_shown_even_if_they_look_like_a_persons() -> None:
    filing = "330299202001010017"
    assert Masking([case()], shown=[filing]).text(filing) == filing
    assert Masking([case()]).text(filing) == mask_id(filing)
    assert Masking([case()], shown=[PERSON]).text(PERSON) == mask_id(PERSON)


def test_data_is_hidden_through_and_through() -> None:
    said = {"6800": [6800, 6800.0, True, None, {"x": (PERSON, NOON)}]}
    masked = {HIDDEN: [HIDDEN, HIDDEN, True, None, {"x": [mask_id(PERSON), NOON]}]}
    assert MASKING.data(said) == masked


def test_what_was_entered() -> None:
    assert MASKING.entered(value("wage", "6800")).value == HIDDEN
    assert MASKING.entered(value("id_number", PERSON)).value == mask_id(PERSON)
    assert MASKING.entered(value("name", "王示例", sensitive=False)).value == "王示例"
    masking = Masking([case(value("note", f"王 {PERSON}"))])
    assert masking.entered(value("note", f"王 {PERSON}")).value == HIDDEN


def test_other_values_may_be_hidden_too() -> None:
    assert Masking([case()], also=["ab12" * 16]).text(f"sha256:{'ab12' * 16}") == f"sha256:{HIDDEN}"


def test_masking_twice_changes_nothing() -> None:
    once = MASKING.text(f"{PERSON} 6,800.00 {OTHER}")
    assert MASKING.text(once) == once


def test_ten_thousand_people_are_looked_for_at_once() -> None:
    people = [f"330299{1950 + n % 50}0101{n // 50:03}{n % 10}" for n in range(10_000)]
    masking = Masking([case(value("wage", str(100_000 + n)), person=number) for n, number in enumerate(people)])
    said = "\n".join(f"{number} {100_000 + n:,}" for n, number in enumerate(people))
    shown = masking.text(said).splitlines()
    assert shown == [f"{mask_id(number)} {HIDDEN}" for number in people]


OTHERS = Masking([case(value("wage", "6800"))], shown=["20261100000028", "add-002", "170000001"], year=2026)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("郭永康; Declared wage (base): 5,432.10; No", f"郭永康; Declared wage (base): {HIDDEN}; No"),
        ("base 27501 instead of 6800", f"base {HIDDEN} instead of {HIDDEN}"),
        ("20261100000028 | add-002 | 170000001 | 20261100000099", f"20261100000028 | add-002 | 170000001 | {HIDDEN}"),
        ("2026-11-10 09:00:22, 2026/11/10, 2026.11.10, 2026年11月10日, 2026-11", None),
        ("2026-11-10T01:00:07.678736+00:00", None),
        ("born 1990-01-01", f"born {HIDDEN}-01-01"),
        ("第 1 页，共 12 页", None),
        ("陆仟捌佰元", f"{HIDDEN}元"),
        ("６８００ / 5 432", f"{HIDDEN} / {HIDDEN}"),
        (f"{PERSON}", mask_id(PERSON)),
    ],
)
def test_of_the_words_of_others_no_number_stays_but_the_portals_own_and_times(said: str, shown: str | None) -> None:
    assert OTHERS.told(said) == (said if shown is None else shown)
    assert OTHERS.told(OTHERS.told(said)) == OTHERS.told(said)


def test_an_address_goes_without_what_was_asked() -> None:
    asked = "https://u:p@portal.example:8443/a/330299198506150029/b?wage=5432#c"
    assert OTHERS.address(asked) == "https://portal.example:8443/a/330*************29/b"
    assert OTHERS.address("http://[broken") == HIDDEN and OTHERS.address("about:blank") == "about:blank"
