"""Names are matched however they are typed, and never to the wrong column."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from bot.flow.models import Flow
from bot.roster.book import put
from bot.roster.grid import Grid
from bot.roster.header_row import find_header, layout_of
from bot.roster.headings import headings
from bot.roster.matching import sheet_name
from bot.text import LANGUAGES
from tests.unit.roster.sample import small_library

FLOWS = small_library().operations
BLANKS = st.sampled_from(["", " ", "  ", "\n", "\u3000", "\u00a0"])


def wide(text: str) -> str:
    """The text in full-width characters, as a Chinese keyboard types it."""
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in text)


@st.composite
def typed_headers(draw: st.DrawFn) -> tuple[Flow, list[str]]:
    """An operation and its headers, each in a language and a spelling of its own."""
    flow = draw(st.sampled_from(FLOWS))
    names = []
    for heading in headings(flow):
        name = heading.label.to(draw(st.sampled_from(LANGUAGES)))
        spell = draw(st.sampled_from([str.upper, str.lower, str.title, wide, lambda text: text]))
        form = draw(st.sampled_from(["NFC", "NFD", "NFKC"]))
        star = draw(st.sampled_from(["", "*", " *", "＊"]))
        names.append(draw(BLANKS) + unicodedata.normalize(form, spell(name)) + star + draw(BLANKS))
    return flow, names


@settings(deadline=None, database=None, max_examples=80)
@given(typed_headers(), st.data())
def test_a_header_is_known_in_any_language_and_spelling(typed: tuple[Flow, list[str]], data: st.DataObject) -> None:
    flow, names = typed
    order = data.draw(st.permutations(range(len(names))))
    header = find_header(Grid("sheet", [[names[at] for at in order]]), [flow])
    assert header is not None
    columns = layout_of(flow, header).columns
    expected = [(one.input, one.column.key) for one in headings(flow)]
    assert [(one.input, one.key) for one in columns] == [expected[at] for at in order]


@settings(deadline=None, database=None)
@given(st.text(max_size=60))
def test_any_title_makes_a_name_that_a_sheet_can_have(title: str) -> None:
    name = sheet_name(title)
    assert len(name) <= 31
    assert not set(name) & set("[]:*?/\\")


@settings(deadline=None, database=None)
@given(st.one_of(st.text(max_size=40), st.sampled_from("=+-@\t\r").flatmap(lambda one: st.text().map(one.__add__))))
def test_no_text_is_ever_written_as_a_formula(text: str) -> None:
    cell = Workbook().worksheets[0]["A1"]
    put(cell, text)
    assert cell.data_type == "s"
