"""Comments that silence a warning at their place, with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.flow.linting import LOGIN, PORTAL, WORK, said

UNUSED = "  pager: {css: .pager}"


def codes(folder: Path, portal: str) -> list[str]:
    return [code for code, _, _ in said(folder, portal=portal)]


@pytest.mark.parametrize(
    "lines",
    [
        f"{UNUSED}  # lint: FL042 because the drift looks at it",
        f"  # lint: FL042 because the drift looks at it\n{UNUSED}",
        f"  # lint: FL042, FL042 because of this\n  # and that\n\n{UNUSED}",
    ],
)
def test_a_warning_is_silenced_on_its_line_or_right_above_it(tmp_path: Path, lines: str) -> None:
    assert codes(tmp_path, f"{PORTAL}{lines}\n") == []


def test_a_reason_is_asked_for(tmp_path: Path) -> None:
    assert said(tmp_path, portal=f"{PORTAL}{UNUSED}  # lint: FL042\n") == [
        ("FL080", "# lint: FL042", "a warning is silenced with a reason")
    ]


def test_a_comment_at_another_place_or_of_another_code_silences_nothing(tmp_path: Path) -> None:
    portal = f"{PORTAL}  # lint: FL042 because of this\n  foot: {{css: .foot, within: message}}\n{UNUSED}\n"
    portal = portal.replace("message: {", "message: {within: foot, ").replace(", within: message", "")
    assert codes(tmp_path, portal) == ["FL080", "FL042"]
    assert codes(tmp_path, f"{PORTAL}{UNUSED}  # lint: FL025 because of this\n") == ["FL042", "FL080"]


def test_a_code_that_is_none_is_told_with_the_nearest(tmp_path: Path) -> None:
    [unknown, unused] = said(tmp_path, portal=f"{PORTAL}  # lint: FL0042 because of this\n{UNUSED}\n")

    assert unknown == ("FL080", "# lint: FL0042 because of this", "there is no code 'FL0042'")
    assert unused[0] == "FL042"


def test_an_error_is_not_silenced(tmp_path: Path) -> None:
    flow = WORK.replace("click: save", "click: sav  # lint: FL012 because it is new")

    assert [code for code, _, _ in said(tmp_path, work=flow)] == ["FL012", "FL080"]


def test_where_there_are_errors_nobody_says_that_a_comment_silences_nothing(tmp_path: Path) -> None:
    portal = f"{PORTAL}{UNUSED}  # lint: FL042 because the drift looks at it\n"

    assert [code for code, _, _ in said(tmp_path, portal=portal, work=WORK.replace(": save", ": sav"))] == ["FL012"]


def test_a_text_is_no_comment(tmp_path: Path) -> None:
    about = 'about: "Fast # lint: FL042"\n'
    folded = "steps:\n"
    block = f"{LOGIN.replace('title: Log in', 'title: |' + chr(10) + '  Log in' + chr(10) + '  # lint: FL042')}"

    assert said(tmp_path, work=WORK.replace(folded, about + folded), login=block) == []
