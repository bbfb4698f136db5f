"""What is different between two looks at a screen, in a person's words."""

from __future__ import annotations

import pytest

from bot.drift.compare import compare
from bot.drift.report import in_words
from bot.drift.screen import Thing
from bot.text import LANGUAGES


def things(*said: str) -> list[Thing]:
    """Things as `kind name`: with * if required, with ? if doubtful."""
    return [
        Thing(kind, name.rstrip("*?"), name.endswith("*"), name.endswith("?"))
        for kind, _, name in (one.partition(" ") for one in said)
    ]


FORM = things("link Log out", "frame ", "field ID number*", "field Name*", "field Wage*", "field City", "button Save")


def changed(*now: str) -> list[str]:
    return [in_words(change).to("en") for change in compare(FORM, things(*now))]


def test_the_same_is_no_change() -> None:
    assert compare(FORM, FORM) == ()


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (
            ("link Log out", "frame ", "field ID number*", "field Name*", "field Wage*", "field City", "button Store"),
            ["button ‘Save’ is now ‘Store’"],
        ),
        (
            ("link Sign out", "frame ", "field ID no.*", "field Name*", "field Wage*", "field City", "button Save"),
            ["link ‘Log out’ is now ‘Sign out’", "field ‘ID number’ is now ‘ID no.’"],
        ),
        (
            ("link Log out", "frame ", "field ID number*", "field Name*", "field City", "button Save"),
            ["field ‘Wage’ is gone"],
        ),
        (
            ("link Log out", "frame ", "field ID number*", "field Name*", "field Wage*", "field City",
             "field Telephone*", "field Fax", "button Save"),
            ["new required field ‘Telephone’", "new field ‘Fax’"],
        ),
        (
            ("link Log out", "frame ", "field ID number*", "field Name", "field Wage*", "field City*", "button Save"),
            ["field ‘Name’ is not required any more", "field ‘City’ is required now"],
        ),
        (
            ("link Log out", "frame ", "button Save", "field ID number*", "field Name*", "field Wage*", "field City"),
            ["button ‘Save’ moved: it was after ‘City’, and is at the top now"],
        ),
        (
            ("button Save now", "link Log out", "frame ", "field ID number*", "field Name*", "field Wage*",
             "field City"),
            ["button ‘Save’ is gone", "new button ‘Save now’"],
        ),
    ],
    ids=["renamed", "two renamed", "gone", "new", "required", "moved", "too different and elsewhere"],
)  # fmt: skip
def test_each_kind_of_change_is_told(now: tuple[str, ...], said: list[str]) -> None:
    assert changed(*now) == said


def test_what_has_nothing_in_common_is_another_thing_even_in_the_same_place() -> None:
    """Nobody would want to fill the wage into it."""
    assert changed(
        "link Log out", "frame ", "field ID number*", "field Name*", "field Phone*", "field City", "button Save"
    ) == ["field ‘Wage’ is gone", "new required field ‘Phone’"]


def test_a_thing_can_be_renamed_and_moved_at_once() -> None:
    assert changed(
        "link Log out", "frame ", "button Save it", "field ID number*", "field Name*", "field Wage*", "field City"
    ) == ["button ‘Save’ is gone", "new button ‘Save it’"]
    was = things("field A", "field B", "button Save to drafts")
    told = [in_words(one).to("en") for one in compare(was, things("button Save to the drafts", "field A", "field B"))]
    assert told == [
        "button ‘Save to drafts’ is now ‘Save to the drafts’",
        "button ‘Save to drafts’ moved: it was after ‘B’, and is at the top now",
    ]


def test_of_several_alike_the_first_is_the_first() -> None:
    was, now = things("button OK", "link A", "button OK"), things("button OK", "link A")
    [change] = compare(was, now)
    assert (change.kind, change.after) == ("gone", Thing("link", "A"))


def test_only_what_left_its_place_has_moved() -> None:
    was = things("link A", "link B", "link C", "link D", "link E")
    now = things("link B", "link C", "link D", "link A", "link E")
    assert [(one.kind, one.thing.name) for one in compare(was, now)] == [("moved", "A")]


def test_what_may_be_somebodys_name_is_told_only_as_a_new_name_in_the_same_place() -> None:
    was = things("link Add employee", "link Renew")
    assert compare(was, things("link Add employee", "link Renew", "link 王示例?")) == ()
    [renamed] = compare(was, things("link Add an employee?", "link Renew"))
    assert in_words(renamed).to("en") == "link ‘Add employee’ is now ‘Add an employee’"
    [gone] = compare(was, things("link 王示例?", "link Renew"))
    assert gone.kind == "gone"


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("button Guardar en borradores", "button Guardar borrador", "botón «Guardar en borradores»: ahora se llama "
         "«Guardar borrador»"),
        ("button 保存到草稿箱", "button 保存草稿", "按钮“保存到草稿箱”现名为“保存草稿”"),
        ("field 申报工资(基数)*", "field 缴费基数*", "输入项“申报工资(基数)”现名为“缴费基数”"),
    ],
)  # fmt: skip
def test_names_are_alike_in_other_languages_too(was: str, now: str, said: str) -> None:
    [change] = compare(things("link A", was), things("link A", now))
    assert said in in_words(change).values()


def test_every_change_is_told_in_three_languages() -> None:
    was = things("field A*", "field B", "button C", "link D", "link E", "field F long name", "link G", "link H")
    now = things("field A", "field B*", "link E", "field F long title", "link D", "button I*", "link H", "image J")
    told = compare(was, now)
    assert {one.kind for one in told} == {"optional", "required", "gone", "new", "moved", "renamed"}
    for change in told:
        words = in_words(change)
        assert set(words) == set(LANGUAGES)
        assert len({*words.values()}) == 3
