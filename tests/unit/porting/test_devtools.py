"""What Chrome's Recorder wrote becomes a flow that loads."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UsageError
from bot.porting.devtools import read_devtools
from bot.porting.recording import Recorded, Recording
from tests.unit.porting.drafts import PASSWORD, RECORDINGS, drafted, everything, loaded
from tests.unit.porting.test_codegen import JSON

SAMPLES = sorted((RECORDINGS / "devtools").glob("*.json"))


def reading(*steps: Any) -> Recording:
    [recording] = read_devtools(json.dumps({"title": "Sample", "steps": steps}))
    return recording


def only(*steps: Any) -> Recorded:
    [action] = reading(*steps).actions
    return action


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_becomes_a_flow_that_loads(path: Path, tmp_path: Path) -> None:
    [recording] = read_devtools(path.read_text(encoding="utf-8"))
    draft = drafted(recording)
    loaded(draft, tmp_path)
    assert PASSWORD not in everything(draft)
    assert "330299199001010017" not in everything(draft)


def test_the_sample_reads_like_a_flow_that_a_person_wrote() -> None:
    [recording] = read_devtools((RECORDINGS / "devtools/alta.json").read_text(encoding="utf-8"))
    draft = drafted(recording)
    steps = [line for line in draft.flow.partition("steps:\n")[2].splitlines() if not line.lstrip().startswith("#")]
    assert steps == [
        "  - hover: tramites",
        "  - click: alta_de_trabajador",
        '  - fill: {n_o_de_identidad: "${n_o_de_identidad}"}',
        '  - choose: {tipo_de_hukou: "${tipo_de_hukou}"}',
        '  - upload: {contract: "${contract}"}',
        "  - click: he_leido_las_normas",
        "  - click: guardar_en_borradores",
        "  - wait_for: msgbox",
        "  - expect: {element: draft, count: 3}",
        "  - wait_for: {element: mask, state: hidden}",
        "  - press: Control+s",
    ]
    assert "- press: {key: Enter, in: contrasena}" in (draft.login or "")
    assert [str(one.place) for one in draft.remarks] == [
        "steps[11]", "steps[12]", "steps[20]", "steps[21]", "steps[26]", "steps[27]",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("selectors", "target"),
    [
        ([["aria/Save"], ["#save"]], ({"button": "Save"}, {"link": "Save"}, {"css": "#save"})),
        ([["aria/Save"], ["#box > button.x"]], ({"button": "Save"}, {"css": "#box > button.x"})),
        ([["aria/Save"], ["div > button.x > span"]], ({"button": "Save"}, {"css": "div > button.x > span"})),
        ([["aria/Save"], ["div.button a > b"]], ({"link": "Save"}, {"css": "div.button a > b"})),
        (['aria/Save[role="tab"]'], ({"role": "tab", "name": "Save"},)),
        (["text/Save"], ({"text": "Save"},)),
        ([['xpath///*[@id="a b"]']], ({"css": '[id="a b"]'},)),
        ([["#host", "button"], ["pierce/button"]], ({"css": "button"},)),
        ([["#host", ".inner"]], ({"css": "#host .inner"},)),
        ([["aria/Save", 'aria/[role="generic"]'], ["a.b"]], ({"link": "Save"}, {"css": "a.b"})),
        ("#plain", ({"css": "#plain"},)),
    ],
)
def test_the_ways_to_find_a_thing_are_kept_those_of_people_first(selectors: Any, target: Any) -> None:
    assert only({"type": "click", "selectors": selectors}).target == target


def test_a_frame_is_known_by_its_number_and_a_person_is_told_once() -> None:
    recording = reading(
        {"type": "click", "selectors": ["#a"], "frame": [0, 2]},
        {"type": "click", "selectors": ["#b"], "frame": [0, 2]},
    )
    frames = ({"css": "iframe, frame", "nth": 1},), ({"css": "iframe, frame", "nth": 3},)
    assert [one.frames for one in recording.actions] == [frames, frames]
    assert len(recording.left_out) == 1


@pytest.mark.parametrize(
    ("wait", "verb", "expected"),
    [
        ({}, "wait_for", {"state": "visible"}),
        ({"count": 0, "operator": "=="}, "wait_for", {"state": "hidden"}),
        ({"visible": False}, "wait_for", {"state": "hidden"}),
        ({"count": 4, "operator": "=="}, "expect", {"count": 4}),
    ],
)
def test_what_was_waited_for(wait: dict[str, Any], verb: str, expected: dict[str, Any]) -> None:
    action = only({"type": "waitForElement", "selectors": ["#a"], **wait})
    assert (action.verb, action.expected) == (verb, expected)


def test_keys_are_pressed_with_those_held_down_and_no_longer() -> None:
    keys = [("keyDown", "Shift"), ("keyDown", "Tab"), ("keyUp", "Tab"), ("keyUp", "Shift"), ("keyDown", "Escape")]
    recording = reading(*({"type": kind, "key": key} for kind, key in keys))
    assert [one.value for one in recording.actions] == ["Shift+Tab", "Escape"]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"steps": 3}', "not json", "\ufeff{"])
def test_what_is_no_recording_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        read_devtools(text)


KINDS = st.sampled_from(
    ["click", "doubleClick", "hover", "change", "keyDown", "keyUp", "navigate", "waitForElement", "dance"]
)
KEYS = st.sampled_from(
    ["selectors", "value", "key", "url", "frame", "target", "count", "operator", "visible", "button", "attributes"]
)
STEPS = st.builds(lambda kind, more: {**more, "type": kind}, KINDS, st.dictionaries(KEYS, JSON, max_size=6))


@given(st.lists(STEPS | JSON, max_size=6))
def test_no_step_whatever_is_in_it_is_more_than_a_remark(steps: list[Any]) -> None:
    with suppress(UsageError):
        drafted(reading(*steps))


PARTS = st.sampled_from(
    ["aria/", "text/", "xpath/", "pierce/", "//", "*", "[@a='b']", '[role="', '"]', "Save", "#a", " > "]
)


@given(st.lists(st.lists(PARTS, max_size=5).map("".join) | st.text(max_size=12), max_size=4), st.text(max_size=8))
def test_no_selector_breaks_anything_and_whatever_is_written_loads(
    tmp_path_factory: pytest.TempPathFactory, selectors: list[str], value: str
) -> None:
    recording = reading(
        {"type": "navigate", "url": "http://127.0.0.1/"},
        {"type": "change", "selectors": selectors, "value": value},
        {"type": "click", "selectors": selectors},
    )
    loaded(drafted(recording), tmp_path_factory.mktemp("flows"))
