"""Selenium IDE's commands, by what becomes of them."""

from __future__ import annotations

from bot.porting import words
from bot.porting.recording import Verb
from bot.text import Text

DONE: dict[str, Verb] = {
    "click": "click", "clickAt": "click", "clickAndWait": "click", "doubleClick": "double_click",
    "doubleClickAt": "double_click", "mouseOver": "hover", "type": "fill", "editContent": "fill", "typeKeys": "fill",
    "check": "tick", "uncheck": "untick",
}  # fmt: skip

WAITED: dict[str, str] = {
    "waitForElementVisible": "visible", "waitForElementPresent": "visible", "waitForElementEditable": "enabled",
    "waitForElementNotVisible": "hidden", "waitForElementNotPresent": "hidden",
}  # fmt: skip

STATES: dict[str, str] = {
    "ElementPresent": "visible", "ElementNotPresent": "hidden", "Checked": "ticked", "NotChecked": "unticked",
    "Editable": "enabled", "NotEditable": "disabled", "Visible": "visible", "NotVisible": "hidden",
    "ElementNotEditable": "disabled",
}  # fmt: skip
"""What follows `assert` and `verify`, where it is about a state."""

SAID: dict[str, str] = {"Text": "text", "Value": "value", "SelectedLabel": "value", "SelectedValue": "value"}
"""The same, where it is about what an element says."""

ANSWERS: dict[str, str] = {
    "chooseOkOnNextConfirmation": "accept", "chooseCancelOnNextConfirmation": "dismiss",
    "answerOnNextPrompt": "accept", "chooseCancelOnNextPrompt": "dismiss",
}  # fmt: skip
"""Answers to a dialog that is still to come."""

ANSWERED: dict[str, str] = {
    "webdriverChooseOkOnVisibleConfirmation": "accept", "webdriverChooseCancelOnVisibleConfirmation": "dismiss",
    "webdriverAnswerOnVisiblePrompt": "accept", "webdriverChooseCancelOnVisiblePrompt": "dismiss",
    "webdriverChooseOkOnVisibleAlert": "accept", "acceptAlert": "accept", "acceptConfirmation": "accept",
    "dismissConfirmation": "dismiss", "answerPrompt": "accept", "dismissPrompt": "dismiss",
}  # fmt: skip
"""Answers to a dialog that the command before has raised."""

DIALOGS = frozenset({"assertAlert", "assertConfirmation", "assertPrompt", "verifyAlert", "verifyConfirmation"})

TYPED = frozenset({"answerOnNextPrompt", "webdriverAnswerOnVisiblePrompt", "answerPrompt"})
"""Of the answers: those with a text."""

READ = {"storeText": "", "storeValue": "", "storeAttribute": "attribute"}

BLOCKS = frozenset({"if", "while", "times", "do", "forEach"})
OTHERWISE = frozenset({"else", "elseIf"})
ENDS = frozenset({"end", "repeatIf"})

PASSED_OVER = frozenset({"echo", "setSpeed", "setWindowSize", "debugger", "mouseOut", "mouseMove", "waitForPageToLoad"})
"""What every flow does by itself, or what does nothing on the page."""

REASONS: dict[str, Text] = {
    "pause": words.PAUSE,
    "executeScript": words.SCRIPT,
    "executeAsyncScript": words.SCRIPT,
    "runScript": words.SCRIPT,
    "storeJson": words.SCRIPT,
}
"""Why a command is left out, where there is more to say than that flows have no such."""
