"""What Playwright's recorder wrote becomes a flow that loads, in every shape that its lines have had."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UsageError
from bot.flow.expressions import evaluate
from bot.porting.codegen import read_codegen, unglued
from bot.porting.recording import Recorded, Recording
from tests.unit.porting.drafts import PASSWORD, RECORDINGS, drafted, everything, loaded

SAMPLES = sorted((RECORDINGS / "codegen").glob("*.jsonl"))


def reading(*actions: dict[str, Any], title: str = "Sample") -> Recording:
    """A recording of these actions on one page."""
    lines = [json.dumps({"signals": [], "pageGuid": "page@1", **action}) for action in actions]
    return read_codegen("\n".join(lines), title=title)


def only(recording: Recording) -> Recorded:
    [action] = recording.actions
    return action


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_shape_gives_the_same_flow(path: Path, tmp_path: Path) -> None:
    draft = drafted(read_codegen(path.read_text(encoding="utf-8"), title="Alta"))
    library = loaded(draft, tmp_path)
    newest = drafted(read_codegen((RECORDINGS / "codegen/alta_1_62.jsonl").read_text(encoding="utf-8"), title="Alta"))
    assert (draft.flow, draft.elements, draft.login) == (newest.flow, newest.elements, newest.login)
    assert PASSWORD not in everything(draft)
    assert library.portal.login == "login" and library.portal.operations == ("alta",)


def test_a_version_between_two_shapes_says_both(tmp_path: Path) -> None:
    """Some versions in between name the page in both ways, and give the frames beside a locator."""
    old = (RECORDINGS / "codegen/alta_1_50.jsonl").read_text(encoding="utf-8")
    actions = [json.loads(line) for line in old.splitlines()]
    both = [{**one, "pageGuid": f"page@{one['pageAlias']}"} if "pageAlias" in one else one for one in actions]
    between = "\n".join(map(json.dumps, both))
    assert "framePath" in between and between != old
    draft, plain = (drafted(read_codegen(text, title="Alta")) for text in (between, old))
    assert (draft.flow, draft.elements, draft.login) == (plain.flow, plain.elements, plain.login)


def test_a_recording_of_1_58_as_others_have_it_with_little_in_it() -> None:
    """Both names of the page, a header with a word more, and actions without what is not needed to do them."""
    at = {"pageGuid": "page@12ab", "pageAlias": "page", "framePath": []}
    lines = [
        {"browserName": "chromium", "launchOptions": {}, "contextOptions": {}, "generateAutoExpect": True},
        {"name": "openPage", "url": "about:blank", "signals": [], **at},
        {"name": "navigate", "url": "http://127.0.0.1:8900/", "signals": [], **at},
        {
            "name": "assertText", "selector": "internal:role=heading", "signals": [], "text": "Welcome",
            "substring": True, **at, "locator": {"kind": "role", "body": "heading", "options": {"attrs": []}},
        },
        {"name": "click", "selector": "button.save", "signals": [{"name": "dialog"}], **at},
        {"name": "click", "selector": "a.list", "signals": [{"name": "download"}], **at},
        {"name": "click", "signals": [], **at, "locator": {"kind": "css", "body": "#go", "options": {}}},
        {"name": "fill", "text": "Ana", "signals": [], **at, "locator": {"kind": "label", "body": "Name"}},
        {"name": "click", "selector": "css=#btn", "signals": [], **at, "startTime": 1, "endTime": 2},
        {"name": "closePage", "signals": [], **at},
    ]  # fmt: skip
    recording = read_codegen("\n".join(map(json.dumps, lines)))
    assert [(one.verb, one.target) for one in recording.actions] == [
        ("open", ()),
        ("expect", ({"role": "heading"},)),
        ("click", ({"css": "button.save"},)),
        ("download", ({"css": "a.list"},)),
        ("click", ({"css": "#go"},)),
        ("fill", ({"field": "Name"},)),
        ("click", ({"css": "#btn"},)),
    ]
    assert [str(one.place) for one in recording.left_out] == ["line 5"]  # what was answered to the dialog


def test_the_sample_reads_like_a_flow_that_a_person_wrote(tmp_path: Path) -> None:
    draft = drafted(read_codegen((RECORDINGS / "codegen/alta_1_62.jsonl").read_text(encoding="utf-8"), title="Alta"))
    flow = loaded(draft, tmp_path).flows["alta"]
    assert """
steps:
  - click: alta_de_trabajador
  - fill:
      n_o_de_identidad: "${n_o_de_identidad}"
      nombre_y_apellidos: "${nombre_y_apellidos}"
""" in draft.flow
    assert flow.person == "n_o_de_identidad"
    kinds = {name: one.type for name, one in flow.inputs.items()}
    assert kinds == {
        "n_o_de_identidad": "resident_id",
        "nombre_y_apellidos": "text",
        "salario_declarado": "number",
        "fecha_de_alta": "date",
        "tipo_de_hukou": "choice",
        "contrato": "file",
    }
    assert '- fill: {usuario: "${account.user}", contrasena: "${account.password}"}' in (draft.login or "")
    assert "330299199001010017" not in everything(draft), "somebody's own number is no example"


def test_what_was_typed_is_looked_for_in_the_row_of_another_case_too() -> None:
    draft = drafted(read_codegen((RECORDINGS / "codegen/alta_1_62.jsonl").read_text(encoding="utf-8"), title="Alta"))
    row = 'within: {row: {has: ["${n_o_de_identidad}", "${nombre_y_apellidos}"]}}'
    assert f"recibo: {{link: Recibo, {row}}}" in (draft.elements or "")


def test_what_could_not_be_carried_over_is_said_by_place() -> None:
    draft = drafted(read_codegen((RECORDINGS / "codegen/alta_1_62.jsonl").read_text(encoding="utf-8"), title="Alta"))
    assert [str(one.place) for one in draft.remarks] == [
        "line 14", "line 14", "line 18", "line 21", "line 22", "line 23",
    ]  # fmt: skip
    assert "# line 23: click: this was done in another window" in draft.flow


@pytest.mark.parametrize(
    ("selector", "target"),
    [
        ('internal:role=button[name="Save"i]', {"button": "Save"}),
        ('internal:role=button[name="Say \\"a >> b\\""s]', {"button": 'Say "a >> b"'}),
        ('internal:role=tab[name="Drafts"i]', {"role": "tab", "name": "Drafts"}),
        ('internal:role=heading[name="New"i][level=2]', {"heading": "New"}),
        ("internal:role=textbox", {"role": "textbox"}),
        ('internal:text="Done"s', {"text": "Done"}),
        ('internal:testid=[data-testid="go"s]', {"test_id": "go"}),
        ('internal:testid=[data-test="go"s]', {"css": '[data-test="go"]'}),
        ('internal:attr=[alt="Logo"i]', {"image": "Logo"}),
        ('internal:attr=[title="Help"i]', {"css": '[title="Help"]'}),
        ("#main >> nth=-1", {"css": "#main", "nth": -1}),
        ('li >> internal:has-text=/^One$/ >> nth=1', {"css": "li", "has_text": "One", "nth": 2}),
        ('#box >> internal:role=link[name="More"i]', {"link": "More", "within": {"css": "#box"}}),
        ('//*[@id="user"]/div[2]', {"css": '[id="user"] > div:nth-of-type(2)'}),
        ("xpath=//button[text()='Go']", {"button": "Go"}),
        ("text=Log in", {"text": "Log in"}),
        ("input[name=user]", {"css": "input[name=user]"}),
    ],
)
def test_selectors_become_targets(selector: str, target: dict[str, Any]) -> None:
    assert only(reading({"name": "click", "selector": selector})).target == (target,)


@pytest.mark.parametrize(
    "selector",
    [
        'internal:role=button[name=/Sa.e/i]', "#a >> internal:or=\"#b\"", '#a >> internal:has="b"', "//a/following::b",
        "nth=1", "", "aria-ref=e4", "internal:control=enter-frame", 'internal:has-not-text="x"i',
    ],
)  # fmt: skip
def test_a_selector_that_a_flow_cannot_say_is_left_out(selector: str) -> None:
    recording = reading({"name": "click", "selector": selector})
    assert not recording.actions
    assert [str(one.place) for one in recording.left_out] == ["line 1"]


def test_the_locator_stands_in_for_a_selector_that_is_not_there() -> None:
    frame = {"kind": "default", "body": "#area", "options": {}, "next": {"kind": "frame", "body": ""}}
    role = {"kind": "role", "body": "button", "options": {"attrs": [], "exact": False, "name": "Save"}}
    frame["next"]["next"] = role  # type: ignore[index]  # a mapping of mappings
    action = only(reading({"name": "click", "locator": frame}))
    assert action.frames == (({"css": "#area"},),)
    assert action.target == ({"button": "Save"},)


@pytest.mark.parametrize(
    ("modifiers", "key", "pressed"),
    [(0, "Enter", "Enter"), (2, "a", "Control+a"), (10, "Tab", "Control+Shift+Tab")],
)
def test_keys_are_pressed_with_those_held_down(modifiers: int, key: str, pressed: str) -> None:
    action = {"name": "press", "selector": "#a", "key": key, "modifiers": modifiers}
    assert only(reading(action)).value == pressed


def test_a_single_key_and_a_click_with_another_button_are_left_out() -> None:
    recording = reading(
        {"name": "press", "selector": "#a", "key": "x", "modifiers": 0},
        {"name": "click", "selector": "#a", "button": "right"},
        {"name": "click", "selector": "#a", "modifiers": 2},
    )
    assert not recording.actions
    assert len(recording.left_out) == 3


def test_a_label_that_was_glued_to_its_options_is_cut_where_the_snapshot_tells_or_it_can_be_seen() -> None:
    assert unglued("Op AddRenew", "renew") == "Op"
    assert unglued("Tipo de hukou LocalForáneo", "22") == "Tipo de hukou"
    assert unglued("Kind", "2") == "Kind"
    snapshot = '- generic [ref=e7]:\n  - combobox "Op" [ref=e8]:\n    - option "Add"\n    - option "Renew" [selected]'
    action = only(
        reading(
            {
                "name": "select", "selector": 'internal:label="Op AddRenew"i', "options": ["R"],
                "ref": "e8", "ariaSnapshot": snapshot,
            }
        )
    )
    assert (action.target, action.value, action.by_code) == (({"field": "Op"},), "Renew", False)


def test_the_same_value_is_one_input_and_the_click_before_is_none(tmp_path: Path) -> None:
    recording = reading(
        {"name": "navigate", "url": "http://127.0.0.1/form"},
        {"name": "click", "selector": 'internal:label="Phone"i'},
        {"name": "fill", "selector": 'internal:label="Phone"i', "text": "abc 123"},
        {"name": "fill", "selector": 'internal:label="Phone again"i', "text": "abc 123"},
        {"name": "fill", "selector": 'internal:label="Children"i', "text": "1"},
        {"name": "fill", "selector": 'internal:label="Floor"i', "text": "1"},
        {"name": "assertValue", "selector": 'internal:label="Phone again"i', "value": "abc 123"},
    )
    draft = drafted(recording)
    flow = loaded(draft, tmp_path).flows["sample"]
    assert list(flow.inputs) == ["phone", "children", "floor"]
    assert "click" not in draft.flow.partition("steps:")[2]
    assert 'expect: {element: phone_again, value: "${phone}"}' in draft.flow


def test_a_password_stands_nowhere_even_where_it_was_typed_again(tmp_path: Path) -> None:
    recording = reading(
        {"name": "navigate", "url": f"http://user:{PASSWORD}@127.0.0.1/?key={PASSWORD}"},
        {"name": "fill", "selector": "#usr", "text": "demo"},
        {"name": "fill", "selector": "#pwd", "text": PASSWORD},
        {"name": "click", "selector": "text=Go"},
        {"name": "fill", "selector": "#other", "text": PASSWORD},
        {"name": "fill", "selector": "#note", "text": f"it is {PASSWORD}"},
        {"name": "assertText", "selector": "#said", "text": PASSWORD, "substring": True},
        {"name": "click", "selector": f'internal:text="{PASSWORD}"i'},
        {"name": f"dance {PASSWORD}", "selector": "#a"},
        title=f"with {PASSWORD}",
    )
    draft = drafted(recording)
    loaded(draft, tmp_path)
    assert PASSWORD not in everything(draft)
    assert '- fill: {usr: "${account.user}", pwd: "${account.password}"}' in (draft.login or "")


def test_a_user_whose_password_is_the_name_is_still_the_user(tmp_path: Path) -> None:
    recording = reading(
        {"name": "navigate", "url": "http://127.0.0.1/"},
        {"name": "fill", "selector": 'internal:label="User"i', "text": "demo"},
        {"name": "fill", "selector": 'internal:label="Password"i', "text": "demo"},
        {"name": "press", "selector": 'internal:label="Password"i', "key": "Enter", "modifiers": 0},
    )
    draft = drafted(recording)
    library = loaded(draft, tmp_path)
    assert library.portal.login == "sample" and draft.login is None
    assert '- fill: {user: "${account.user}", password: "${account.password}"}' in draft.flow


def test_what_is_typed_while_logging_in_is_no_input_of_a_case(tmp_path: Path) -> None:
    recording = reading(
        {"name": "navigate", "url": "http://127.0.0.1/"},
        {"name": "fill", "selector": 'internal:label="Company"i', "text": "ACME ${x}"},
        {"name": "fill", "selector": 'internal:label="User"i', "text": "ana"},
        {"name": "fill", "selector": 'internal:label="Password"i', "text": PASSWORD},
        {"name": "select", "selector": 'internal:label="Role"i', "options": ["Clerk"]},
        {"name": "click", "selector": 'internal:role=button[name="Log in"i]'},
        {"name": "fill", "selector": 'internal:label="Note"i', "text": "hello"},
    )
    draft = drafted(recording)
    library = loaded(draft, tmp_path)
    assert not library.flows["login"].inputs and list(library.flows["sample"].inputs) == ["note"]
    assert "company: ACME $${x}" in (draft.login or "").replace('"', "")
    assert "choose: {role: Clerk}" in (draft.login or "")


def test_a_code_in_a_picture_is_asked_for(tmp_path: Path) -> None:
    recording = reading(
        {"name": "navigate", "url": "http://127.0.0.1/"},
        {"name": "fill", "selector": 'internal:label="验证码"i', "text": "x7k2"},
        {"name": "click", "selector": 'internal:role=button[name="登录"i]'},
    )
    draft = drafted(recording)
    loaded(draft, tmp_path)
    assert "x7k2" not in everything(draft)
    assert "ask: {verification_code: " in draft.flow


def test_what_looks_like_an_expression_is_a_text(tmp_path: Path) -> None:
    recording = reading(
        {"name": "navigate", "url": "http://127.0.0.1/${account.password}"},
        {"name": "fill", "selector": 'internal:label="Cost ${x}"i', "text": "${account.password}"},
        {"name": "click", "selector": 'internal:text="${7*7}"i'},
        {"name": "assertText", "selector": "#a", "text": "${today}"},
        title="${x",
    )
    library = loaded(drafted(recording), tmp_path)
    cost = library.flows["x"].inputs["cost_x"]
    assert (str(cost.label), cost.example) == ("Cost ${x}", "${account.password}")
    text = library.portal.elements["text"].candidates[0].text
    assert evaluate(str(text), {}) == "${7*7}"


def test_another_site_is_left_out() -> None:
    recording = reading(
        {"name": "navigate", "url": "http://127.0.0.1/"},
        {"name": "navigate", "url": "https://elsewhere.example/x?token=1"},
        {"name": "click", "selector": "text=Go"},
    )
    draft = drafted(recording)
    assert [str(one.what) for one in draft.remarks] == ["https://elsewhere.example/"]


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        ("http://127.0.0.1/a?b=1#c", "/a?b=1#c"),
        ("http://127.0.0.1", "/"),
        ("http://127.0.0.1//elsewhere.example/x", "/elsewhere.example/x"),
        ("http://user:pass@127.0.0.1/a", "/a"),
    ],
)
def test_addresses_become_paths_on_the_portal(url: str, opened: str) -> None:
    draft = drafted(
        reading({"name": "navigate", "url": url}, {"name": "click", "selector": "text=Go"})
    )
    assert f"- open: {opened}\n" in draft.flow.replace('"', "")


@pytest.mark.parametrize("url", ["//elsewhere.example/x", "ftp://127.0.0.1/", "http://[", "file:///etc", "nothing"])
def test_an_address_that_is_none_of_the_portal_s_is_left_out(url: str) -> None:
    draft = drafted(
        reading({"name": "navigate", "url": "http://127.0.0.1/"}, {"name": "navigate", "url": url})
    )
    assert len(draft.remarks) == 1
    assert draft.flow.count("- open: /\n") == 1


def test_wrapped_actions_are_read_too() -> None:
    wrapped = {
        "frame": {"pageAlias": "page", "framePath": ["#area"]},
        "action": {"name": "click", "selector": "text=Go", "signals": []},
    }
    action = only(read_codegen(json.dumps(wrapped)))
    assert action.frames == (({"css": "#area"},),)


@pytest.mark.parametrize("text", ["", "hello", "[1]", '{"name": "Ana"}', '{"browserName": "chromium"}', "\x00"])
def test_what_is_no_recording_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        read_codegen(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from(
    [
        "name", "selector", "locator", "text", "key", "modifiers", "options", "files", "signals", "url", "pageGuid",
        "pageAlias", "framePath", "position", "clickCount", "button", "value", "checked", "substring", "action",
        "frame", "ariaSnapshot", "ref",
    ]
)  # fmt: skip
NAMES = st.sampled_from(["click", "fill", "press", "select", "setInputFiles", "navigate", "assertText", "assertValue"])
LINES = st.fixed_dictionaries({"name": NAMES}).flatmap(
    lambda named: st.dictionaries(KEYS, JSON, max_size=8).map(lambda more: json.dumps({**more, **named}))
)


@given(st.lists(LINES | st.text(max_size=20), min_size=1, max_size=6))
def test_no_line_whatever_is_in_it_is_more_than_a_remark(lines: list[str]) -> None:
    with suppress(UsageError):
        drafted(read_codegen("\n".join(lines), title="x"))


PIECES = ["internal:role=", "button", '[name="a"i]', " >> ", "nth=", "1", "//a", "[", '"', "/x/", "\\", "css=#a"]
SELECTORS = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


@given(SELECTORS | st.text(max_size=30), st.text(max_size=10))
def test_no_selector_breaks_anything_and_whatever_is_written_loads(
    tmp_path_factory: pytest.TempPathFactory, selector: str, text: str
) -> None:
    recording = reading(
        {"name": "navigate", "url": "http://127.0.0.1/"},
        {"name": "fill", "selector": selector, "text": text},
        {"name": "click", "selector": selector},
    )
    loaded(drafted(recording), tmp_path_factory.mktemp("flows"))


def test_an_action_may_name_its_page_twice_and_take_the_first_of_several() -> None:
    """As Playwright's own tests of its recorder have it since its actions carry both names of a page."""
    page = {"pageAlias": "page", "framePath": []}
    first, named = {"kind": "first", "body": "", "options": {}}, {"exact": False, "attrs": [], "name": "Enviar"}
    clicked = {
        "name": "click", "selector": 'internal:role=button[name="Enviar"i] >> nth=0', "button": "left",
        "clickCount": 1, "modifiers": 0, **page,
        "locator": {"kind": "role", "body": "button", "options": named, "next": first},
    }  # fmt: skip
    recording = reading({"name": "openPage", "url": "https://portal.invalid/", **page}, clicked)
    assert not recording.left_out
    assert [(one.verb, one.target) for one in recording.actions[1:]] == [("click", ({"button": "Enviar", "nth": 1},))]
