"""Loading folders of flows: what comes out, and what is said of a folder that is none."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from bot.errors import FlowError
from bot.fields import Money
from bot.flow.actions import Click, Fill
from bot.flow.lint import lint
from bot.flow.loader import load_flow, load_library
from bot.flow.problems import report

PORTAL = Path(__file__).parent / "portal"
SOCIAL_INSURANCE = Path(__file__).parents[3] / "flows" / "social_insurance"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small portal that a test may add to."""
    return Path(shutil.copytree(PORTAL, tmp_path / "flows"))


def add(folder: Path, text: str, name: str = "more.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_becomes_a_portal_and_its_flows() -> None:
    library = load_library(PORTAL)
    assert library.portal.portal == "small"
    assert sorted(library.flows) == ["declare", "fill_in", "find", "login", "read_back"]
    assert library.flows["find"].file == "portal/find.yaml"
    assert len(library.flows["find"].hash) == 64


def test_the_small_portal_is_without_problems() -> None:
    assert report(lint(PORTAL)) == "0 errors, 0 warnings"


def test_the_flows_of_social_insurance_are_without_problems() -> None:
    library = load_library(SOCIAL_INSURANCE)
    assert [flow.flow for flow in library.operations] == ["add", "renew", "interrupt"]
    assert report(lint(SOCIAL_INSURANCE)) == "0 errors, 0 warnings"


def test_a_step_knows_its_place(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    add(folder, "flow: more\ntitle: More\nsteps:\n  - click: message\n  - do:\n      - click: list\n")
    steps = load_library(Path("flows")).flows["more"].all_stages[0].steps
    assert [str(steps[0].place), str(steps[1].do[0].place)] == ["flows/more.yaml:4:5", "flows/more.yaml:6:9"]


def test_the_portals_settings_become_options_of_inputs(folder: Path) -> None:
    add(
        folder,
        "flow: more\ntitle: More\ninputs:\n"
        '  wage: {type: money, label: Wage, floor: "${portal.floor}", cap: "${portal.cap * 2}"}\n'
        '  note: {type: text, label: Note, required_when: "${wage > 5000}"}\n'
        "steps:\n  - click: message\n",
    )
    inputs = load_library(folder).flows["more"].inputs
    assert isinstance(inputs["wage"], Money)
    assert (inputs["wage"].floor, inputs["wage"].cap) == (Decimal(4500), Decimal(45000))
    assert inputs["note"].required_when == "${wage > 5000}"


def test_steps_inside_look_where_the_step_around_them_looks(folder: Path) -> None:
    add(
        folder,
        "flow: more\ntitle: More\nsteps:\n"
        "  - within: list\n    frame: form\n    do:\n"
        "      - click: {button: Save}\n"
        "      - click: {button: Save}\n        within: message\n",
    )
    first, second = load_library(folder).flows["more"].steps[0].do
    assert (first.frame and first.frame.element, first.within and first.within.element) == ("form", "list")
    assert (second.frame and second.frame.element, second.within and second.within.element) == ("form", "message")


def test_verbs_that_are_also_names_of_elements_stay_apart(folder: Path) -> None:
    portal = folder / "portal.yaml"
    portal.write_text(portal.read_text("utf-8") + "  values: {css: .v}\n  click: {css: .c}\n", encoding="utf-8")
    add(folder, "flow: more\ntitle: More\nsteps:\n  - fill: {values: 1, click: 2}\n  - click: click\n")
    fill, click = (step.action for step in load_library(folder).flows["more"].steps)
    assert isinstance(fill, Fill)
    assert fill.values == {"values": 1, "click": 2}
    assert isinstance(click, Click)
    assert click.target.element == "click"


def test_one_flow_is_checked_as_far_as_that_goes(tmp_path: Path) -> None:
    path = add(tmp_path, "flow: more\ntitle: More\nsteps:\n  - click: anything\n")
    assert load_flow(path).flow == "more"
    add(tmp_path, "flow: more\ntitle: More\nsteps:\n  - clik: anything\n")
    with pytest.raises(FlowError, match="unknown action 'clik'"):
        load_flow(path)


def test_the_error_holds_every_problem_of_every_file(folder: Path) -> None:
    add(folder, "flow: one\ntitle: One\nsteps:\n  - clik: message\n", "one.yaml")
    add(folder, "flow: two\ntitle: Two\nsteps:\n  - click: messag\n", "two.yaml")
    with pytest.raises(FlowError) as caught:
        load_library(folder)
    assert "one.yaml:4:5: error[FL014]" in str(caught.value)
    assert "two.yaml:4:12: error[FL012]" in str(caught.value)
    assert str(caught.value).endswith("2 errors, 0 warnings")
    assert caught.value.exit_code == 2


def test_warnings_do_not_keep_a_folder_from_loading(folder: Path) -> None:
    add(
        folder, "flow: more\ntitle: More\nsteps:\n  - when: later is defined\n    click: message\n  - set: {later: 1}\n"
    )
    assert [problem.code for problem in lint(folder)] == ["FL023"]
    assert "more" in load_library(folder).flows


def test_a_folder_without_a_portal(tmp_path: Path) -> None:
    with pytest.raises(FlowError, match=r"FL001\] there is no portal.yaml in this folder"):
        load_library(tmp_path)


def test_no_folder_at_all(tmp_path: Path) -> None:
    with pytest.raises(FlowError, match=r"FL001\] there is no such folder"):
        load_library(tmp_path / "nowhere")


def test_a_file_that_is_not_utf8(folder: Path) -> None:
    (folder / "more.yaml").write_bytes("flow: more\ntitle: 人员新增\n".encode("gb18030"))
    with pytest.raises(FlowError, match=r"more.yaml:1:1: error\[FL001\] the file is not in UTF-8"):
        load_library(folder)


@pytest.mark.parametrize("key", ["file: x", "hash: x"])
def test_what_the_loader_adds_cannot_be_said_in_a_file(folder: Path, key: str) -> None:
    add(folder, f"flow: more\ntitle: More\n{key}\nsteps:\n  - click: message\n")
    with pytest.raises(FlowError, match="unknown key"):
        load_library(folder)


def test_stages_of_an_operation_begin_with_the_inputs_only(folder: Path) -> None:
    """The engine does each stage of a case by itself, perhaps on another day."""
    portal = folder / "portal.yaml"
    portal.write_text(portal.read_text("utf-8") + "operations: [more]\n", encoding="utf-8")
    add(
        folder,
        "flow: more\ntitle: More\nstages:\n"
        "  - stage: one\n    steps:\n      - set: {found: 1}\n"
        '  - stage: two\n    steps:\n      - fill: {wage: "${found}"}\n',
    )
    assert [(problem.code, problem.message) for problem in lint(folder)] == [("FL021", "unknown name 'found'")]
