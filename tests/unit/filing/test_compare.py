from __future__ import annotations

import pytest

from bot.filing.compare import Labels, differences, shown_by, side_by_side
from bot.flow.case import Case
from tests.unit.run.fakes import PORTAL, flow, scope

SHOWN = "N.º de identidad: 330299199001010017; Salario: 6000; Migrante: No; Provincia: 浙江省"


def unlike(expected: dict[str, str], text: str = SHOWN) -> list[str]:
    return [str(one) for one in differences(expected, text, scope())]


def test_values_that_are_shown_are_no_differences() -> None:
    assert unlike({"id_number": "330299199001010017", "wage": "6000", "province": "浙江省"}) == []


@pytest.mark.parametrize("shown", ["60000", "16000", "600"])
def test_a_wage_is_not_found_inside_another(shown: str) -> None:
    assert unlike({"wage": "6000"}, f"Salario: {shown}") == ["Salario: 6000"]


def test_a_value_has_to_stand_beside_its_own_label() -> None:
    assert unlike({"wage": "6000"}, "Salario: 5000; Otro: 6000") == ["Salario: 6000"]


def test_a_name_that_is_only_the_beginning_of_another_is_a_difference() -> None:
    assert unlike({"name": "王小"}, "姓名: 王小明") == ["name: 王小"]


def test_width_and_spaces_do_not_matter() -> None:
    assert unlike({"wage": "6000"}, "Salario ：　６０００") == []


def test_a_case_shows_its_values_as_the_portal_spells_them() -> None:
    sample = flow(steps=[{"click": "a"}], shows={"migrant": "${migrant}", "home": "${home}", "wage": "${wage}"})
    case = Case("add-2", sample, {"migrant": False, "wage": 6000, "home": None})
    assert shown_by(case, scope()) == {"migrant": "No", "wage": "6000"}


def test_values_stand_beside_what_the_portal_shows_of_them() -> None:
    sample = flow(steps=[{"click": "a"}], shows={"wage": "${[wage, 9000] | min}", "migrant": "${migrant}", "x": "${x}"})
    case = Case("add-2", sample, {"wage": 12000, "migrant": False, "x": "甲"})
    text = "Salario *: 9000; who: No, 乙"
    found = side_by_side(case, text, scope(), Labels(scope().portal, "es"))
    assert [(one.label, one.entered, one.shown, one.same) for one in found] == [
        ("Salario", "12000", "9000", False),
        ("migrant", "No", "", True),
        ("x", "甲", "", False),
    ]
    assert [one.words.to("en") for one in found] == ["Wage", "migrant", "x"]


def test_what_stands_after_a_label_ends_at_the_next_one() -> None:
    labels = Labels(PORTAL, "es")
    assert labels.parts("who：330； Salario: ６０００ yuan;") == {"who": "330", "Salario": "6000 yuan"}
    assert labels.parts("nothing of ours") == {}
