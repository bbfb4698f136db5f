"""Fields: fill, choose, tick, upload, and what is verified of each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.errors import ExpectationFailed, FlowError, PortalMismatch, StepTimedOut
from tests.browser.conftest import Desk, Sit

pytestmark = pytest.mark.asyncio(loop_scope="session")

_FORM: dict[str, Any] = {
    "id": {"field": "ID"}, "name": {"field": "Name"}, "kind": {"field": "Kind"}, "agree": {"field": "Agree"}
}  # fmt: skip


async def test_a_filled_field_is_left_so_that_the_page_takes_notice(sit: Sit) -> None:
    desk = await sit("ID <input onchange='n = this.value' value=old>", elements=_FORM)
    await desk.do(fill={"id": "${1 + 1}"})
    assert await desk.js("n") == "2"


_MASKED = """
<div id=m style="position:fixed;inset:0;display:none">processing</div>
<p>ID <input id=i></p>
<p>Name <input id=j></p>
<script>
  i.onchange = () => {
    m.style.display = 'block';
    setTimeout(() => { j.value = ''; m.style.display = 'none' }, 400);
  };
</script>
"""


async def test_typing_under_the_mask_is_lost_for_a_naive_hand_and_not_for_ours(sit: Sit) -> None:
    desk = await sit(_MASKED, elements=_FORM, busy=[{"css": "#m"}])
    await desk.session.page.fill("#i", "1")
    await desk.session.page.fill("#j", "Wang")
    await desk.do(wait_for={"css": "#j"})
    assert await desk.js("j.value") == ""
    await desk.do(fill={"id": "2", "name": "Wang"})
    assert await desk.js("[i.value, j.value]") == ["2", "Wang"]


async def test_a_portal_that_stays_busy_is_said_to_be(sit: Sit) -> None:
    desk = await sit("<div id=m>processing</div>ID <input>", elements=_FORM, busy=[{"css": "#m"}])
    with pytest.raises(StepTimedOut, match='still busy'):
        await desk.do(fill={"id": "2"}, timeout=1)
    assert await desk.js("document.querySelector('input').value") == ""


async def test_a_field_that_does_not_hold_what_was_typed(sit: Sit) -> None:
    desk = await sit("ID <input oninput='this.value = this.value.slice(0, 3)'>", elements=_FORM)
    with pytest.raises(ExpectationFailed, match="id holds “123”, not what was typed"):
        await desk.do(fill={"id": "12345"})


@pytest.mark.parametrize(("attribute", "said"), [("disabled", "is disabled"), ("readonly", "read-only")])
async def test_a_field_that_takes_nothing(sit: Sit, attribute: str, said: str) -> None:
    desk = await sit(f"ID <input {attribute}>", elements=_FORM)
    with pytest.raises(StepTimedOut, match=said):
        await desk.do(fill={"id": "1"}, timeout=0.6)


async def test_a_secret_is_typed_and_shows_nowhere(sit: Sit) -> None:
    desk = await sit("ID <input type=password onchange='n = this.value' maxlength=6>", elements=_FORM)
    desk.scope.names["word"] = SecretStr("secret")
    await desk.do(fill={"id": "${word}"})
    assert await desk.js("n") == "secret"
    assert await desk.do(read={"v": "id"}) == {"v": ""}
    desk.scope.names["word"] = SecretStr("secret-too-long")
    await desk.js("void (document.querySelector('input').oninput = e => { e.target.value = 'x' })")
    with pytest.raises(ExpectationFailed) as raised:
        await desk.do(fill={"id": "${word}"})
    assert "secret" not in f"{raised.value} {raised.value.circumstances}"


async def test_a_secret_goes_only_to_the_portal(sit: Sit) -> None:
    elements = {"id": {"field": "ID", "frame": {"css": "iframe"}}}
    desk = await sit("<iframe srcdoc='ID <input>'></iframe>", elements=elements)
    desk.scope.names["word"] = SecretStr("secret")
    with pytest.raises(PortalMismatch, match="no secret is typed there"):
        await desk.do(fill={"id": "${word}"})
    assert await desk.session.page.frames[1].evaluate("document.querySelector('input').value") == ""


_COMBO = """
<p>Kind <input type=hidden id=v><input id=c autocomplete=off></p>
<script>
  const list = document.createElement('div'); list.className = 'list'; list.hidden = true; document.body.append(list);
  for (const t of ['local urban', 'non-local urban', 'local rural']) {
    const o = document.createElement('div'); o.className = 'item'; o.textContent = t; list.append(o);
    o.onmousedown = () => { c.value = t; v.value = t; list.hidden = true };
  }
  c.onclick = () => { list.hidden = false };
  c.oninput = () => { list.hidden = false; for (const o of list.children) o.hidden = !o.textContent.includes(c.value) };
  c.onblur = () => { list.hidden = true; if (c.value !== v.value) c.value = '' };
</script>
"""


@pytest.mark.parametrize("way", ["click", "type"])
async def test_the_portal_s_own_list(sit: Sit, way: str) -> None:
    desk = await sit(_COMBO, elements=_FORM, lists={"option": {"css": ".list .item"}, "open": way})
    await desk.do(choose={"kind": "local urban"})
    assert await desk.js("[c.value, v.value]") == ["local urban", "local urban"]


async def test_a_list_that_takes_text_is_left_after_typing(sit: Sit) -> None:
    page = _COMBO.replace("if (c.value !== v.value) c.value = ''", "v.value = c.value")
    desk = await sit(page, elements=_FORM, lists={"option": {"css": ".no"}, "take": "text"})
    await desk.do(choose={"kind": "local urban"})
    assert await desk.js("[c.value, v.value]") == ["local urban", "local urban"]


async def test_a_list_that_does_not_take_the_text_after_all_is_clicked(sit: Sit) -> None:
    desk = await sit(_COMBO, elements=_FORM, lists={"option": {"css": ".list .item"}, "take": "text"})
    await desk.do(choose={"kind": "local urban"})
    assert await desk.js("[c.value, v.value]") == ["local urban", "local urban"]


async def test_a_combo_throws_typed_text_away(sit: Sit) -> None:
    desk = await sit(_COMBO, elements=_FORM)
    await desk.do(fill={"kind": "local urban"})
    assert await desk.js("[c.value, v.value]") == ["", ""]


async def test_what_a_list_does_not_offer_is_said_with_what_it_does(sit: Sit) -> None:
    desk = await sit(_COMBO, elements=_FORM, lists={"option": {"css": ".list .item"}})
    with pytest.raises(ExpectationFailed, match="kind does not offer “urban local”") as raised:
        await desk.do(choose={"kind": "urban local"}, timeout=0.6)
    assert raised.value.circumstances.shown == "“local urban”, “non-local urban”, “local rural”"


async def test_a_chosen_text_is_left_alone(sit: Sit) -> None:
    page = _COMBO.replace("id=c", "id=c value='local rural'")
    desk = await sit(page, elements=_FORM, lists={"option": {"css": ".no"}})
    await desk.do(choose={"kind": "local rural"})


async def test_a_list_of_the_portal_s_own_needs_to_be_described(sit: Sit) -> None:
    desk = await sit(_COMBO, elements=_FORM)
    with pytest.raises(FlowError, match="lists"):
        await desk.do(choose={"kind": "local rural"})


async def test_a_disabled_list(sit: Sit) -> None:
    desk = await sit("Kind <select disabled><option>a</select>", elements=_FORM)
    with pytest.raises(StepTimedOut, match="kind is disabled"):
        await desk.do(choose={"kind": "a"}, timeout=0.5)


async def test_a_select_whose_options_come_late(sit: Sit) -> None:
    desk = await sit(
        "Kind <select><option>a</select><script>setTimeout(() => document.querySelector('select')"
        ".add(new Option('b  c', 'v')), 400)</script>",
        elements=_FORM,
    )
    await desk.do(choose={"kind": "b c"})
    assert await desk.js("document.querySelector('select').value") == "v"


async def test_a_select_without_the_choice(sit: Sit) -> None:
    desk = await sit("Kind <select><option>Shanghai<option>Beijing</select>", elements=_FORM)
    with pytest.raises(ExpectationFailed) as raised:
        await desk.do(choose={"kind": "Shanghei"}, timeout=0.4)
    assert raised.value.circumstances.nearest == ["Shanghai"]


_RADIOS = """
<table><tr><td>Kind</td><td><input type=radio name=r value=1> Yes <input type=radio name=r value=0> No</td></tr></table>
"""


async def test_radio_buttons_and_yes_and_no_in_the_portal_s_words(sit: Sit) -> None:
    desk = await sit(_RADIOS, elements=_FORM, words={"yes": "Yes", "no": "No"})
    for answer, value in ((False, "0"), (True, "1")):
        await desk.do(choose={"kind": answer})
        assert await desk.js("document.querySelector(':checked').value") == value
    with pytest.raises(ExpectationFailed, match="does not offer “Maybe”"):
        await desk.do(choose={"kind": "Maybe"})


async def test_a_legend_speaks_for_all_its_radio_buttons(sit: Sit) -> None:
    other = "<label><input type=radio name=s value=x> Cash</label>"
    labels = "".join(f"<p><label><input type=radio name=r value={one[0]}> {one}</label>" for one in ("Post", "Mail"))
    desk = await sit(f"<fieldset><legend>Kind *</legend>\n{labels}{other}</fieldset>{other}", elements=_FORM)
    for wanted in ("Mail", "Post"):
        await desk.do(choose={"kind": wanted})
        assert await desk.js("document.querySelector(':checked').value") == wanted[0]
    with pytest.raises(ExpectationFailed, match="does not offer “Cash”"):
        await desk.do(choose={"kind": "Cash"}, timeout=0.4)


async def test_ticking_and_unticking(sit: Sit) -> None:
    desk = await sit("<label><input type=checkbox onchange='n++'>Agree</label><script>n=0</script>", elements=_FORM)
    await desk.do(tick="agree")
    await desk.do(tick="agree")
    assert await desk.js("[n, document.querySelector('input').checked]") == [1, True]
    await desk.do(untick="agree")
    assert await desk.js("[n, document.querySelector('input').checked]") == [2, False]


async def test_a_box_that_does_not_stay_ticked(sit: Sit) -> None:
    desk = await sit("<label><input type=checkbox onclick='return false'>Agree</label>", elements=_FORM)
    with pytest.raises(ExpectationFailed, match="agree did not stay as it was set"):
        await desk.do(tick="agree")


async def test_filling_what_is_no_field(sit: Sit) -> None:
    desk = await sit("<button>ID</button>", elements={"id": {"button": "ID"}})
    with pytest.raises(PortalMismatch, match="does not take this action"):
        await desk.do(fill={"id": "1"})


async def _files(desk: Desk) -> Any:
    return await desk.js("[...document.querySelector('input').files].map(f => f.name)")


async def test_uploading_into_a_field_and_through_a_button(sit: Sit, tmp_path: Path) -> None:
    one, two = tmp_path / "one.pdf", tmp_path / "two.pdf"
    for path in (one, two):
        path.write_text("x", encoding="utf-8")
    page = "<input type=file hidden multiple><button onclick='this.previousSibling.click()'>Attach</button>"
    elements: dict[str, Any] = {"file": {"css": "input"}, "attach": {"button": "Attach"}}
    desk = await sit(page, elements=elements)
    await desk.do(upload={"file": str(one)})
    assert await _files(desk) == ["one.pdf"]
    await desk.do(upload={"attach": [str(one), str(two)]})
    assert await _files(desk) == ["one.pdf", "two.pdf"]
    with pytest.raises(FlowError, match="There is no file"):
        await desk.do(upload={"file": str(tmp_path / "none.pdf")})
