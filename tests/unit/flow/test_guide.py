"""docs/flow-language.md: its tables are those of the models, and all that it shows can be loaded."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.flow import codes
from bot.flow.base import Marked
from bot.flow.lint import lint
from bot.flow.loader import load_library
from bot.flow.marks import read_yaml
from bot.flow.problems import report
from bot.flow.reference import TABLES, filled
from bot.flow.steps import ACTIONS, Step

ROOT = Path(__file__).parents[3]
GUIDE = (ROOT / "docs" / "flow-language.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
FILES = {match[1]: block for block in BLOCKS if (match := re.match(r"# (\w+/\w+\.yaml)\n", block))}


def test_the_tables_are_those_of_the_models() -> None:
    """Not so? `python -m bot.flow.reference docs/flow-language.md` makes them anew."""
    assert filled(GUIDE) == GUIDE


@pytest.mark.parametrize("name", [*TABLES, "actions", "input types", "filters", "codes"])
def test_no_generated_section_is_missing(name: str) -> None:
    assert GUIDE.count(f"<!-- generated: {name} -->\n") == 1


def test_every_link_within_the_guide_has_its_heading() -> None:
    prose = re.sub(r"```.*?```", "", GUIDE, flags=re.DOTALL)
    anchors = {_anchor(heading) for heading in re.findall(r"^#+ (.+)$", prose, re.MULTILINE)}
    assert [link for link in re.findall(r"\]\(#([^)]+)\)", prose) if link not in anchors] == []


def _anchor(heading: str) -> str:
    """What a heading is linked by: no punctuation, a hyphen for each space."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.splitlines()[0])
def test_every_snippet_is_yaml_and_its_steps_are_steps(block: str) -> None:
    source = read_yaml(block, "guide")
    assert source.problems == []
    for one in source.value if isinstance(source.value, list) else []:
        assert isinstance(one, Marked)
        Step.model_validate(one)


@pytest.mark.parametrize("verb", ACTIONS)
def test_the_example_of_an_action_is_one(verb: str) -> None:
    for step in read_yaml(ACTIONS[verb].example, "guide").value:
        assert Step.model_validate(step).action.verb == verb


def test_the_complete_example_is_without_problems(tmp_path: Path) -> None:
    (tmp_path / "canteen").mkdir()
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert report(lint(tmp_path / "canteen")) == "0 errors, 0 warnings"
    assert [flow.flow for flow in load_library(tmp_path / "canteen").operations] == ["register", "look_up"]


def test_every_code_is_explained_and_used() -> None:
    code = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "bot" / "flow").glob("*.py") if path.stem != "codes"
    )
    assert set(re.findall(r'"(FL\d{3})"', code)) == set(codes.CODES)
    reports = "".join(path.read_text(encoding="utf-8") for path in (Path(__file__).parent / "broken").glob("*.txt"))
    tests = "".join(path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_lint_*.py"))
    tested = {*re.findall(r"\[(FL\d{3})\]", reports), *re.findall(r'"(FL\d{3})"', tests)}
    assert set(codes.CODES) - tested == {"FL001"}, "FL001 is tested with the loader"
