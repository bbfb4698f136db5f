"""Expressions: values and their types, names, mistakes, and what the sandbox keeps out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.errors import FlowError
from bot.fields import ChosenOption, ResidentNumber
from bot.flow.expressions import evaluate, evaluate_condition, names_in, problem_in
from bot.text import Text

ROWS = [
    {"row": 1, "text": "王示例  人员新增 可以申报", "number": "20261100000001"},
    {"row": 2, "text": "李示例 人员新增 格式有误", "number": "20261100000002"},
]
NAMES: dict[str, Any] = {
    "wage": 6000,
    "number": "0123",
    "yes": True,
    "nothing": None,
    "today": date(2026, 11, 10),
    "id_number": ResidentNumber("330299199001010017"),
    "household": ChosenOption("11", Text(es="urbano local", en="local urban", zh="本地城镇")),
    "operation": Text(es="Alta de trabajador", en="Add employee", zh="人员新增"),
    "rows": ROWS,
    "portal": {"floor": 4500, "words": {"yes": Text(en="Yes", zh="是")}},
}


@pytest.mark.parametrize(
    ("template", "value"),
    [
        ("plain", "plain"),
        (12, 12),
        (None, None),
        ("${wage}", 6000),
        ("${number}", "0123"),
        ("${yes}", True),
        ("${nothing}", None),
        ("${rows}", ROWS),
        ("${[]}", []),
        ("${id_number}", NAMES["id_number"]),
        ("${household.code}", "11"),
        ("${portal.floor + 1}", 4501),
        ("${ {'a': {'b': 1}}['a']['b'] }", 1),
        ("${'}'}", "}"),
        ("Wage: ${wage}, ${number}", "Wage: 6000, 0123"),
        ("$${wage} is ${wage}", "${wage} is 6000"),
        ("100 $ for {{ wage }} {% x %} {# y #}", "100 $ for {{ wage }} {% x %} {# y #}"),
        ({"a": "${wage}", "b": ["${number}", 1]}, {"a": 6000, "b": ["0123", 1]}),
        ("${number.startswith('01')}", True),
        ("${today.isoformat()}", "2026-11-10"),
        ("${rows | map(attribute='number') | first}", "20261100000001"),
        ("${rows | selectattr('row', 'equalto', 2) | map(attribute='row') | list}", [2]),
        ("${missing is defined}", False),
        ("${missing | default(3)}", 3),
    ],
)
def test_a_template_has_its_value_and_its_type(template: Any, value: Any) -> None:
    found = evaluate(template, NAMES)
    assert found == value
    assert type(found) is type(value)


def test_a_value_among_words_is_spelled_as_the_caller_says() -> None:
    assert evaluate("${yes}!", NAMES, spell=lambda value: "是" if value is True else str(value)) == "是!"


@pytest.mark.parametrize(
    ("condition", "holds"),
    [("wage > 5000", True), ("${wage > 7000}", False), ("not nothing", True), ("yes and nothing", False)],
)
def test_a_condition_needs_no_braces(condition: str, holds: bool) -> None:
    assert evaluate_condition(condition, NAMES) is holds


def test_names_in_a_template_are_those_that_must_be_known() -> None:
    assert names_in("${wage + rows[0].x} ${other | length}") == {"wage", "rows", "other"}
    assert names_in({"a": ["${a}", {"b": "${b}"}]}) == {"a", "b"}
    assert names_in("wage > floor", condition=True) == {"wage", "floor"}
    assert names_in("wage > floor") == frozenset()


class TestRows:
    """`row_with`, `rows_with` and `digits`: what flows do with a table that was read."""

    def test_a_text_matches_in_whichever_language_the_page_speaks(self) -> None:
        assert evaluate("${rows | row_with(operation, '李示例')}", NAMES) == ROWS[1]

    def test_spaces_are_folded(self) -> None:
        assert evaluate("${rows | row_with('王示例 人员新增')}", NAMES) == ROWS[0]

    def test_no_row_is_null(self) -> None:
        assert evaluate("${rows | row_with('nobody')}", NAMES) is None

    def test_several_rows_are_an_error_not_the_first(self) -> None:
        with pytest.raises(FlowError, match=r"matches 2 rows of the table \(rows 1, 2\)"):
            evaluate("${rows | row_with(operation)}", NAMES)

    def test_rows_with_gives_all(self) -> None:
        assert evaluate("${rows | rows_with(operation)}", NAMES) == ROWS
        assert evaluate("${rows | rows_with('x')}", NAMES) == []

    @pytest.mark.parametrize(("text", "number"), [("草稿箱(12)", 12), ("Drafts （３）", 3), (7, 7)])
    def test_digits(self, text: Any, number: int) -> None:
        assert evaluate("${text | digits}", {"text": text}) == number

    def test_no_digits_are_an_error(self) -> None:
        with pytest.raises(FlowError, match="there is no number in 'Drafts'"):
            evaluate("${'Drafts' | digits}", {})


class TestMistakes:
    """What goes wrong names the expression and the names known, and never a value."""

    def test_an_unknown_name(self) -> None:
        with pytest.raises(FlowError) as caught:
            evaluate("${wages}", {"wage": 6000})
        assert str(caught.value) == "`wages`: 'wages' is undefined"
        assert caught.value.cure == "the names known here: wage"

    def test_an_unknown_attribute(self) -> None:
        with pytest.raises(FlowError, match=r"`portal.flor`: 'dict object' has no attribute 'flor'"):
            evaluate("${portal.flor}", NAMES)

    def test_an_impossible_calculation(self) -> None:
        with pytest.raises(FlowError, match="`wage / 0` cannot be evaluated: division by zero"):
            evaluate("${wage / 0}", NAMES)

    @pytest.mark.parametrize(
        ("template", "message", "offset"),
        [
            ("工资 ${wage", "a `${` is never closed by a `}`", 3),
            ("a ${wage +}", "it ends too early", 4),
            ("${a b}", "unexpected 'b'", 2),
            ("${}", "the expression is empty", 2),
            ("${a | nope}", "there is no filter named 'nope'", 2),
        ],
    )
    def test_mistakes_of_syntax_have_a_position(self, template: str, message: str, offset: int) -> None:
        problem = problem_in(template)
        assert problem is not None
        assert (problem.message, problem.offset) == (message, offset)
        with pytest.raises(FlowError, match="is not an expression"):
            evaluate(template, NAMES)

    def test_a_good_string_has_no_problem(self) -> None:
        assert problem_in("${wage} and ${number | int}") is None
        assert problem_in("wage > 3", condition=True) is None


@pytest.mark.parametrize(
    "escape",
    [
        "${number.__class__}",
        "${number.__class__.__mro__[1].__subclasses__()}",
        "${number['__class__']}",
        "${rows | map(attribute='__class__') | list | first}",
        "${(rows | first).__init__}",
        "${number | attr('__class__')}",
        "${[number] | map('attr', '__class__') | list}",
        "${self}",
        "${self.__init__.__globals__}",
        "${cycler.__init__.__globals__}",
        "${lipsum.__globals__['os']}",
        "${namespace()}",
        "${range(10)}",
        "${dict(a=1)}",
        "${rows.append(1)}",
        "${rows.clear()}",
        "${portal.update(floor=1)}",
        "${portal.pop('floor')}",
        "${portal.setdefault('x', 1)}",
        "${'{0.__class__}'.format(1)}",
        "${'%s' % number}",
        "${'a' * 1000000000}",
        "${[1] * 1000000000}",
        "${10 ** 10 ** 10}",
        "${number.ljust(1000000000)}",
        "${number.encode()}",
        "${number.center(1000000000)}",
        "${id_number.__dict__}",
        "${id_number.__class__}",
    ],
)
def test_nothing_gets_out_of_the_sandbox(escape: str) -> None:
    before = repr(NAMES)
    with pytest.raises(FlowError):
        evaluate(escape, NAMES)
    assert repr(NAMES) == before
