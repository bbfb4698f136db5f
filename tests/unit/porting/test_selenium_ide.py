"""What Selenium IDE recorded becomes flows that load."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import UsageError
from bot.porting.recording import Answer, Recorded, Recording
from bot.porting.selenium_commands import DONE
from bot.porting.selenium_ide import read_side
from tests.unit.porting.drafts import PASSWORD, RECORDINGS, drafted, everything, loaded
from tests.unit.porting.test_codegen import JSON

SAMPLES = sorted((RECORDINGS / "selenium").glob("*.side"))
Command = tuple[str, ...]


def project(**tests: list[Command]) -> str:
    commands = {
        name: [{"command": one[0], "target": (*one, "", "")[1], "value": (*one, "", "")[2]} for one in each]
        for name, each in tests.items()
    }
    listed = [{"id": name, "name": name, "commands": each} for name, each in commands.items()]
    return json.dumps({"id": "p", "version": "2.0", "url": "http://127.0.0.1:8900/", "tests": listed})


def reading(*commands: Command) -> Recording:
    return read_side(project(sample=list(commands)))[0]


def only(*commands: Command) -> Recorded:
    [action] = reading(*commands).actions
    return action


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_test_of_every_sample_becomes_a_flow_that_loads(path: Path, tmp_path: Path) -> None:
    for number, recording in enumerate(read_side(path.read_text(encoding="utf-8"))):
        folder = tmp_path / str(number)
        folder.mkdir()
        draft = drafted(recording)
        loaded(draft, folder)
        assert PASSWORD not in everything(draft)
        assert "330299199001010017" not in everything(draft)


def test_the_sample_reads_like_a_flow_that_a_person_wrote() -> None:
    *_, recording = read_side((RECORDINGS / "selenium/alta.side").read_text(encoding="utf-8"))
    draft = drafted(recording)
    steps = [line for line in draft.flow.partition("steps:\n")[2].splitlines() if not line.lstrip().startswith("#")]
    assert steps == [
        "  - hover: tramites",
        "  - click: alta_de_trabajador",
        '  - fill: {id_number: "${id_number}", wage: "${wage}"}',
        '  - fill: {notes: "${notes}"}',
        '  - choose: {household: "${household}"}',
        '  - choose: {sex: "${sex}"}',
        "  - tick: rules",
        '  - upload: {contract: "${contract}"}',
        "  - read: {number: draft_number}",
        "  - click: high",
        "  - click: more",
        "  - click: guardar_en_borradores",
        "    dialog: {says: ¿Guardar el borrador?, answer: accept}",
        "  - wait_for: msgbox",
        "  - expect: {element: msgbox_text, text: Guardado}",
        '  - expect: {element: wage, value: "${wage}"}',
        "  - expect: {element: rules, state: ticked}",
        "  - expect: {element: error, state: hidden}",
        '  - fill: {draft: "${number}", search: "${id_number}"}',
        "  - press: {key: Enter, in: search}",
        "  - expect: {title: Portal}",
        "  - click: ayuda",
        "  - click: delete",
        "    dialog: {answer: dismiss}",
        "  - click: salir",
    ]
    assert '- fill: {user: "${account.user}", pw: "${account.password}"}' in (draft.login or "")


@pytest.mark.parametrize(
    ("locator", "target"),
    [
        ("id=user", {"css": "#user"}),
        ("id=a:b", {"css": '[id="a:b"]'}),
        ('name=us"er', {"css": '[name="us\\"er"]'}),
        ("css=.a > b", {"css": ".a > b"}),
        ("linkText=Log out", {"link": "Log out"}),
        ("partialLinkText=Log", {"css": "a", "has_text": "Log"}),
        ("//input[@name='q']", {"css": 'input[name="q"]'}),
        ("xpath=(//button[@type='submit'])[2]", {"css": 'button[type="submit"]', "nth": 2}),
        ("xpath=//div[@id='x']/div[2]/a", {"css": 'div[id="x"] > div:nth-of-type(2) > a'}),
        ("xpath=//a[contains(@href, '/new')]", {"css": 'a[href*="/new"]'}),
        ("xpath=//h2[normalize-space()='New']", {"heading": "New"}),
        ("xpath=//span[contains(text(),'Sum')]", {"css": "span", "has_text": "Sum"}),
    ],
)
def test_locators_become_targets(locator: str, target: dict[str, Any]) -> None:
    assert only(("click", locator)).target == (target,)


@pytest.mark.parametrize(
    "locator", ["", "xpath=//a/../b", "dom=x", "xpath=//a[last()]", "//div[@class='x'][2]", "hello"]
)
def test_a_locator_that_a_flow_cannot_say_is_left_out(locator: str) -> None:
    recording = reading(("click", locator))
    assert not recording.actions
    assert [str(one.place) for one in recording.left_out] == ["tests[0].commands[0]"]


@pytest.mark.parametrize(
    ("before", "after", "answers"),
    [
        ([("chooseOkOnNextConfirmation",)], [], (Answer("accept"),)),
        ([("chooseCancelOnNextConfirmation",)], [("assertConfirmation", "Sure?")], (Answer("dismiss", "Sure?"),)),
        ([("answerOnNextPrompt", "Ana")], [], (Answer("accept", "", "Ana"),)),
        ([], [("assertAlert", "Done")], (Answer("accept", "Done"),)),
        (
            [],
            [("assertConfirmation", "Sure?"), ("webdriverChooseCancelOnVisibleConfirmation",)],
            (Answer("dismiss", "Sure?"),),
        ),
        ([], [("assertPrompt", "Who?"), ("answerPrompt", "Ana")], (Answer("accept", "Who?", "Ana"),)),
        ([], [("webdriverAnswerOnVisiblePrompt", "Ana")], (Answer("accept", "", "Ana"),)),
    ],
)
def test_dialogs_are_declared_on_the_step_that_raises_them(
    before: list[Command], after: list[Command], answers: tuple[Answer, ...]
) -> None:
    assert only(*before, ("click", "id=go"), *after).dialogs == answers


def test_reading_raises_no_dialog() -> None:
    recording = reading(("click", "id=go"), ("storeText", "id=a", "a"), ("assertAlert", "Done"))
    assert [one.dialogs for one in recording.actions] == [(Answer("accept", "Done"),), ()]


def test_frames_are_entered_and_left() -> None:
    recording = reading(
        ("selectFrame", "id=outer"), ("selectFrame", "index=1"), ("click", "id=a"),
        ("selectFrame", "relative=parent"), ("click", "id=b"),
        ("selectFrame", "relative=top"), ("click", "id=c"),
    )  # fmt: skip
    outer, inner = ({"css": "#outer"},), ({"css": "iframe, frame", "nth": 2},)
    assert [one.frames for one in recording.actions] == [(outer, inner), (outer,), ()]


def test_what_is_sent_after_what_was_typed_stands_behind_it() -> None:
    recording = reading(("type", "id=q", "a"), ("sendKeys", "id=q", "b${KEY_CTRL}c${KEY_TAB}d"))
    assert [(one.verb, one.value) for one in recording.actions] == [
        ("fill", "ab"), ("press", "Control+c"), ("press", "Tab"), ("fill", "d"),
    ]  # fmt: skip


def test_tests_that_run_one_another_in_a_circle_end() -> None:
    first, second = read_side(project(a=[("run", "b"), ("click", "id=a")], b=[("run", "a"), ("run", "nobody")]))
    assert [one.verb for one in first.actions] == ["click"]
    assert [one.what for one in first.left_out] == ["run", "run"]
    assert [one.verb for one in second.actions] == ["click"]


def test_a_test_called_login_is_what_logs_in(tmp_path: Path) -> None:
    commands = [("open", "/"), ("type", "id=pw", PASSWORD), ("click", "id=go"), ("assertText", "id=a", "In\\n×")]
    [recording] = read_side(project(login=commands))
    library = loaded(drafted(recording), tmp_path)
    assert library.portal.login == "login" and library.portal.operations == ()
    assert "text: In ×" in drafted(recording).flow


def test_a_switched_off_command_is_none() -> None:
    assert reading(("//click", "id=a"), ("", "")).left_out == ()


def test_a_variable_that_is_read_while_logging_in_does_not_break_the_flow(tmp_path: Path) -> None:
    recording = reading(
        ("open", "/"), ("storeText", "id=token", "token"), ("type", "id=user", "ana"), ("type", "id=pw", PASSWORD),
        ("click", "id=go"), ("type", "id=copy", "${token}"), ("click", "id=save"),
    )  # fmt: skip
    loaded(drafted(recording), tmp_path)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"tests": {}}', "<html>"])
def test_what_is_no_project_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        read_side(text)


NAMES = st.sampled_from(
    [
        *DONE,
        "open", "run", "store", "storeText", "storeAttribute", "selectFrame", "selectWindow", "select", "sendKeys",
        "assertText", "verifyTitle", "if", "else", "end", "times", "assertAlert", "answerOnNextPrompt", "close",
        "webdriverAnswerOnVisiblePrompt", "waitForElementVisible", "dance",
    ]
)  # fmt: skip
WORDS = st.sampled_from(
    ["id=a", "css=b", "//a", "sample", "x", "${x}", "index=1", "label=One", "${KEY_ENTER}", "a@b", "name=pwd", ""]
)
COMMANDS = st.builds(
    lambda command, target, value, targets: {"command": command, "target": target, "value": value, "targets": targets},
    NAMES, WORDS | JSON, WORDS | JSON, JSON,
)  # fmt: skip


@given(st.lists(COMMANDS | JSON, max_size=10), JSON)
def test_no_command_whatever_is_in_it_is_more_than_a_remark(
    tmp_path_factory: pytest.TempPathFactory, commands: list[Any], url: Any
) -> None:
    text = json.dumps({"url": url, "tests": [{"name": "sample", "commands": commands}, url]})
    for recording in read_side(text):
        with suppress(UsageError):
            loaded(drafted(recording), tmp_path_factory.mktemp("flows"))
