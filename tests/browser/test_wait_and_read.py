"""wait_for, expect, read, read_table."""

from __future__ import annotations

from typing import Any

import pytest

from bot.errors import ExpectationFailed, PortalMismatch, StepTimedOut, TargetAmbiguous, TargetNotFound
from tests.browser.conftest import Sit

pytestmark = pytest.mark.asyncio(loop_scope="session")

_LATER = "<b id=b>busy</b><script>setTimeout(() => { b.textContent = 'Saved  no. 7' }, 300)</script>"


async def test_waiting_until_something_has_gone(sit: Sit) -> None:
    desk = await sit("<b id=b>x</b><script>setTimeout(() => b.remove(), 300)</script>")
    await desk.do(wait_for={"element": {"css": "#b"}, "state": "hidden"})
    assert await desk.js("document.querySelectorAll('b').length") == 0


async def test_what_does_not_go_away(sit: Sit) -> None:
    desk = await sit("<b>x</b>")
    with pytest.raises(StepTimedOut, match='css "b" is still to be seen'):
        await desk.do(wait_for={"element": {"css": "b"}, "state": "hidden"}, timeout=0.4)


async def test_waiting_until_something_can_be_used(sit: Sit) -> None:
    desk = await sit("<button disabled>x</button>")
    with pytest.raises(StepTimedOut, match="is disabled"):
        await desk.do(wait_for={"element": {"button": "x"}, "state": "enabled"}, timeout=0.3)
    await desk.do(wait_for={"button": "x"})


@pytest.mark.parametrize(
    "expected",
    [
        {"contains": "Saved"},
        {"text": "Saved no. ${1 + 6}"},
        {"text": {"en": "Saved no. 7", "es": "Guardado"}},
        {"contains": "no. 7", "state": "visible"},
    ],
)
async def test_expecting_what_comes_true_later(sit: Sit, expected: dict[str, Any]) -> None:
    desk = await sit(_LATER)
    await desk.do(expect={"element": {"css": "#b"}, **expected})


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        ({"contains": "Stored"}, 'Expected css "#b" to say “Stored”, but it says “busy”.'),
        ({"text": "bus"}, 'Expected css "#b" to say “bus”, but it says “busy”.'),
        ({"count": 2}, 'Expected 2 of css "#b", but there are 1.'),
        ({"state": "hidden"}, 'Expected no css "#b", but it shows “busy”.'),
        ({"state": "disabled"}, 'Expected css "#b" to be disabled, but it is not.'),
    ],
)
async def test_what_is_not_as_expected(sit: Sit, expected: dict[str, Any], said: str) -> None:
    desk = await sit("<b id=b>busy</b>")
    with pytest.raises(ExpectationFailed) as raised:
        await desk.do(expect={"element": {"css": "#b"}, **expected}, timeout=0.3)
    assert str(raised.value) == said


async def test_expecting_of_fields_lists_and_boxes(sit: Sit) -> None:
    desk = await sit(
        "<input id=i value=5><select><option>a<option selected>b</select><input id=t type=checkbox checked>"
    )
    await desk.do(expect={"element": {"css": "#i"}, "value": 5, "state": "enabled"})
    await desk.do(expect={"element": {"css": "select"}, "value": "b"})
    await desk.do(expect={"element": {"css": "#t"}, "state": "ticked"})
    await desk.do(expect={"element": {"css": "option"}, "count": 0})
    await desk.do(expect={"element": {"css": "input"}, "count": 2})


async def test_expecting_of_the_page(sit: Sit) -> None:
    desk = await sit("x")
    await desk.do(expect={"title": "Test", "url": "127.0.0.1"})
    with pytest.raises(ExpectationFailed, match="the title is “Test”"):
        await desk.do(expect={"title": "Rest"}, timeout=0.2)
    with pytest.raises(ExpectationFailed, match="Expected an address with “/main”"):
        await desk.do(expect={"url": "/main"}, timeout=0.2)


async def test_expecting_something_of_what_is_not_there_or_not_one(sit: Sit) -> None:
    desk = await sit("<i>1</i><i>2</i>")
    with pytest.raises(TargetNotFound):
        await desk.do(expect={"element": {"css": "b"}, "text": "x"}, timeout=0.2)
    with pytest.raises(TargetAmbiguous):
        await desk.do(expect={"element": {"css": "i"}, "text": "1"})


async def test_reading_texts_values_and_attributes(sit: Sit) -> None:
    desk = await sit("<a href=/x>No. <b>7</b></a><input value='a  b'>")
    wanted = {"text": {"css": "a"}, "value": {"css": "input"}, "to": {"element": {"css": "a"}, "attribute": "href"}}
    assert await desk.do(read=wanted) == {"text": "No. 7", "value": "a b", "to": "/x"}


async def test_what_is_optional_reads_as_null_without_waiting(sit: Sit) -> None:
    desk = await sit("<i>1</i>", timeout=30)
    assert await desk.do(read={"a": {"css": "b"}, "b": {"css": "i"}}, optional=True) == {"a": None, "b": "1"}
    with pytest.raises(TargetNotFound):
        await desk.do(read={"a": {"css": "b"}}, timeout=0.2)


async def test_what_is_optional_and_given_time_is_waited_for(sit: Sit) -> None:
    desk = await sit("<p></p><script>setTimeout(() => { document.body.innerHTML = '<b>x</b>' }, 400)</script>")
    assert await desk.do(read={"a": {"css": "b"}}, optional=True, timeout=2) == {"a": "x"}


_TABLE = """
<table id=t>
  <tr><td></td><td>No. *</td><td>Type</td><td>Status</td><td>Note</td></tr>
  <tr><td><input type=checkbox></td><td>11</td><td>Add <b>x</b></td><td><img title=Ready src="" width=9 height=9></td>
    <td><table><tr><td>in</td><td>ner</td></tr></table></td></tr>
  <tr style="display:none"><td></td><td>12</td><td>Hidden</td><td></td><td></td></tr>
  <tr><td></td><td>13</td><td><select><option>Renew</select></td><td><img alt="Has errors" src="" width=9 height=9></td>
    <td><input value=typed></td></tr>
</table>
"""


async def test_a_table_by_its_headers(sit: Sit) -> None:
    desk = await sit(_TABLE)
    columns = {"number": {"en": "No.", "es": "N.º"}, "type": "Type", "status": "Status", "last": 5}
    read = await desk.do(read_table={"table": {"css": "#t"}, "columns": columns, "as": "rows"})
    assert read["rows"] == [
        {
            "number": "11",
            "type": "Add x",
            "status": "Ready",
            "last": "in ner",
            "row": 1,
            "text": "11 Add x Ready in ner",
        },
        {
            "number": "13",
            "type": "Renew",
            "status": "Has errors",
            "last": "typed",
            "row": 2,
            "text": "13 Renew Has errors typed",
        },
    ]


async def test_an_empty_table_has_no_rows(sit: Sit) -> None:
    desk = await sit("<table><tr><th>No.<th>Type<tr><td colspan=2>No records</table>")
    read = await desk.do(read_table={"table": {"css": "table"}, "columns": {"no": "No."}, "as": "rows"})
    assert read == {"rows": []}


async def test_a_table_without_the_column(sit: Sit) -> None:
    desk = await sit(_TABLE)
    with pytest.raises(PortalMismatch, match='has no column “State”') as raised:
        await desk.do(read_table={"table": {"css": "#t"}, "columns": {"s": "State"}, "as": "rows"}, timeout=0.3)
    assert raised.value.circumstances.nearest == ["Status"]
