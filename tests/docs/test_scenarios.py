"""What is said of the scenarios: every one is in the tables, each is of what it says, and the examples run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.testing.reference import TABLES, filled
from bot.testing.scenario import SUFFIX, Scenario, load_scenario

FOLDER = Path(__file__).parents[2] / "fixtures" / "scenarios"
README = (FOLDER / "README.md").read_text(encoding="utf-8")
LINK = re.compile(rf"\]\(([\w/-]+{re.escape(SUFFIX)})\)")
RULES = (
    *(f"ID{number:02}" for number in range(1, 11)), "NA01", "HU01", "WA01", "WA02", "WA03",
    *(f"MI{number:02}" for number in range(1, 7)), "OP01", "OP02", "OP03", "OP04", "RE01", "RE02", "IN01",
    "WI01", "WI02", "DR01", "DR02", "DR03",
)  # fmt: skip
"""All that is checked before the portal is touched, and all that the portal itself says no to."""

pytest_plugins = ["pytester"]


def scenario(name: str) -> Scenario:
    return load_scenario(FOLDER / name).scenario


def test_every_scenario_is_in_the_tables_and_all_of_those_exist() -> None:
    there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob(f"*{SUFFIX}")}
    assert set(LINK.findall(README)) == there


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_scenarios_that_say_it(rule: str) -> None:
    [row] = [line for line in README.splitlines() if line.startswith(f"| {rule} |")]
    for name in LINK.findall(row):
        one = scenario(name)
        assert rule in one.about or rule in [problem.rule for problem in one.expect.problems], name


def test_the_tables_of_keys_are_those_of_the_models() -> None:
    """Not so? `python -m bot.testing.reference fixtures/scenarios/README.md` makes them anew."""
    assert filled(README) == README
    assert all(README.count(f"<!-- generated: {name} -->\n") == 1 for name in TABLES)
    told = [info.description for model in TABLES.values() for info in model.model_fields.values()]
    assert all(told)


def test_names_tell_scenarios_apart() -> None:
    titles = [scenario(name).scenario for name in set(LINK.findall(README))]
    assert len(titles) == len(set(titles)) >= 40


@pytest.mark.timeout(400)  # four of them, in a pytest of their own
def test_the_examples_run(pytester: pytest.Pytester) -> None:
    """Those in YAML are whole files; what is filed is played, and so are those in Python."""
    for number, example in enumerate(re.findall(r"```yaml\n(scenario: .*?)```", README, re.DOTALL)):
        path = pytester.path / f"example-{number}{SUFFIX}"
        path.write_text(example, encoding="utf-8")
        assert load_scenario(path).scenario.expect.portal
    [python] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    pytester.makepyfile(python)
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=4)
