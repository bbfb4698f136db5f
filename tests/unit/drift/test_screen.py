"""A screen is told by its labels and buttons, and by nothing that it says of anybody."""

from __future__ import annotations

from textwrap import dedent

import pytest

from bot.drift.screen import FrameText, Known, Thing, screen_of
from bot.errors import Fault

KNOWN = Known.of(
    ["Filing portal", "ID number", "Name", "Save", "Drafts", "Under review", "Log out", "Add employee", "Renew"],
    ("170000001", "acme"),
)


def screen(*snapshots: str, known: Known = KNOWN) -> list[str]:
    """What a screen of these frames is taken to show, in short."""
    frames = [FrameText("" if not place else "inner", dedent(one)) for place, one in enumerate(snapshots)]
    return [short(thing) for thing in screen_of(frames, known)]


def short(thing: Thing) -> str:
    return f"{thing.kind} {thing.name}".strip() + "*" * thing.required + "?" * thing.doubtful


def test_labels_stand_in_the_cell_before_their_field_and_the_star_goes() -> None:
    assert screen(
        """
        - document:
          - table:
            - rowgroup:
              - row "*ID number:":
                - cell "*ID number:"
                - cell:
                  - textbox: "330299199001010017"
              - row "Telephone *":
                - cell "Telephone *"
                - cell:
                  - textbox
              - row "Household type":
                - cell "Household type"
                - cell:
                  - combobox:
                    - option "王示例" [selected]
          - button "Save"
        """
    ) == ["field ID number*", "field Telephone*", "field Household type", "button Save"]


def test_labels_stand_above_their_fields_or_are_the_fields_own() -> None:
    assert screen(
        """
        - table:
          - rowgroup:
            - 'row "Name: Wage:"':
              - cell "Name:"
              - cell "Wage:"
            - row:
              - cell:
                - textbox: 王示例
              - cell:
                - spinbutton: "6000"
        - textbox "Remarks": She is ill
        - text: "Period:"
        - textbox: This month
        """
    ) == ["field Name", "field Wage", "field Remarks", "field Period"]


LIST = """
- document:
  - text: Filing portal 170000001 测试精密机械有限公司
  - link "Log out":
    - /url: /logout?session=abc
  - heading "Welcome, 测试精密机械有限公司." [level=2]
  - heading "Notices of 2026" [level=3]
  - list:
    - listitem:
      - link "Drafts (20)"
    - listitem:
      - link "王示例"
    - listitem: 李示例 came back
  - table:
    - rowgroup:
      - row "No. Name":
        - columnheader
        - columnheader "No."
        - columnheader "Name"
    - rowgroup:
      - 'row "20261100000011 王示例: 330299197611151029"':
        - cell:
          - checkbox
        - cell "20261100000011"
        - cell "王示例":
          - link "王示例"
        - cell "Save":
          - button "Save"
          - img "Save"
      - row:
        - cell
        - cell:
          - textbox "李示例": 李示例
        - cell:
          - button "Save"
  - text: Page 1 of 2
  - link "Next"
  - button "Refresh"
"""


def test_nothing_of_a_list_is_told_but_its_columns_and_what_the_files_know() -> None:
    assert screen(LIST) == [
        "link Log out",
        "heading Notices of #",
        "link Drafts (#)",
        "link 王示例?",
        "column No.",
        "column Name",
        "button Refresh",
    ]


def test_what_stands_beside_the_account_is_whose_it_is() -> None:
    stranger = Known.of(["Filing portal"], ("170000009",))
    assert "heading Welcome, 测试精密机械有限公司." in screen(LIST, known=stranger)
    assert "heading Welcome, 测试精密机械有限公司." not in screen(LIST)


def test_a_table_of_links_that_the_files_know_is_a_menu() -> None:
    menu = """
    - table:
      - rowgroup:
        - row:
          - columnheader "No."
          - columnheader "Operation"
        - row:
          - cell "43"
          - cell:
            - link "{}"
        - row:
          - cell "44"
          - cell:
            - link "Renew"
        - row:
          - cell "45"
          - cell:
            - link "Drafts"
    """
    columns = ["column No.", "column Operation"]
    assert screen(menu.format("Add employee")) == [*columns, "link Add employee", "link Renew", "link Drafts"]
    assert screen(menu.format("Enrol employee")) == [*columns, "link Enrol employee?", "link Renew", "link Drafts"]
    assert screen(menu.format("Renew")) == columns  # one and the same in several rows comes with the rows


def test_a_navigation_is_no_list_of_data() -> None:
    assert screen(
        """
        - navigation:
          - list:
            - listitem:
              - link "Reports"
        """
    ) == ["link Reports"]


def test_rows_to_be_edited_tell_no_names() -> None:
    assert screen(
        """
        - table:
          - row:
            - cell "王示例"
            - cell:
              - textbox: "6000"
          - row:
            - cell "李示例"
            - cell:
              - textbox: "7000"
        - list:
          - listitem:
            - text: "王示例:"
            - textbox
        """
    ) == []


def test_each_frame_begins_anew() -> None:
    assert screen('- button "Save"', '- text: "Name:"', "- textbox") == ["button Save", "frame inner", "frame inner"]


def test_an_empty_page_shows_nothing() -> None:
    assert screen("", "") == ["frame inner"]


def test_a_snapshot_that_is_none_is_a_fault() -> None:
    with pytest.raises(Fault):
        screen("- [")


def test_a_field_may_be_required_without_a_star() -> None:
    frame = FrameText("", '- textbox "Telephone"\n- textbox "Fax"', ("Telephone :",))
    assert [short(one) for one in screen_of([frame], KNOWN)] == ["field Telephone*", "field Fax"]
