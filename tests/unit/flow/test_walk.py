"""The walk through a portal is checked to only look: by its verbs, its dialogs, and what it clicks on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.bundled import bundled_flows
from bot.flow.lint import lint


@pytest.fixture
def flows(tmp_path: Path) -> Path:
    """The bundled flows, to be spoilt."""
    return Path(shutil.copytree(bundled_flows(), tmp_path / "flows"))


def problems(flows: Path, steps: str) -> list[str]:
    """What is an error in a walk of these steps: code and message."""
    text = f"flow: walk\ntitle: Walk\nsteps:\n{steps}\n"
    (flows / "walk.yaml").write_text(text, encoding="utf-8")
    return [f"{one.code} {one.message}" for one in lint(flows) if one.severity == "error"]


def test_the_bundled_walk_only_looks() -> None:
    assert lint(bundled_flows()) == []


@pytest.mark.parametrize(
    "step",
    [
        "  - click: save_to_drafts",
        "  - click: {element: save_to_drafts, nth: 1}",
        "  - click: {button: Save to drafts, frame: operation_frame}",
        "  - click: [{text: Save}, {button: {zh: 保存到草稿箱}}]",
        "  - do:\n      - click: declare",
        '  - click: {css: "#btnDeclare", frame: documents_frame}',
    ],
)
def test_what_other_flows_click_to_take_effect_is_not_clicked(flows: Path, step: str) -> None:
    said = "FL035 a walk only looks, and another flow clicks on this to make a draft or to file"
    assert problems(flows, step) == [said]


@pytest.mark.parametrize(
    ("step", "verb"),
    [
        ("  - fill: {name: X}", "fill"),
        ("  - press: Enter", "press"),
        ("  - double_click: list", "double_click"),
        ("  - tick: {css: input}", "tick"),
        ("  - call: look_up_person\n    with: {id_number: X}", "fill"),
    ],
)
def test_nothing_is_put_into_a_page_in_the_flows_that_it_calls_either(flows: Path, step: str, verb: str) -> None:
    said = problems(flows, step)
    assert said[0] == f"FL035 a walk only looks, and `{verb}` does more"
    assert all(one.startswith("FL035") for one in said)


def test_it_accepts_no_dialog_and_calls_flows_by_their_names(flows: Path) -> None:
    assert problems(flows, "  - click: operations\n    dialog: {answer: accept}") == [
        "FL035 a walk only looks, and accepts no dialog"
    ]
    assert problems(flows, "  - click: operations\n    dialog: {answer: dismiss}") == []
    assert problems(flows, '  - set: {x: logout}\n  - call: "${x}"') == [
        "FL035 a walk calls flows by their names, so that it can be known to only look"
    ]


def test_navigation_that_filing_uses_too_is_fine(flows: Path) -> None:
    steps = '  - click: my_documents\n  - call: open_operation\n    with: {operation: "${portal.words.add}"}'
    assert problems(flows, steps) == []


def test_a_walk_that_does_not_exist_is_told_once(flows: Path) -> None:
    (flows / "walk.yaml").unlink()
    assert [one.code for one in lint(flows)] == ["FL030"]
