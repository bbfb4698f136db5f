"""The steps of an imported flow, written as a person would write them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.flow.models import Library
from bot.flow.writing import Noted, Remark
from bot.porting import words
from bot.porting.addresses import is_here, origin_of, path_of
from bot.porting.elements import Elements, plain, words_of
from bot.porting.inputs import Inputs
from bot.porting.recording import Answer, Candidates, LeftOut, Place, Recorded, Sight
from bot.porting.secret_fields import is_captcha
from bot.porting.secrets import Login
from bot.porting.tidying import is_noise
from bot.text import Text

PASSWORD = "${account.password}"
USER = "${account.user}"
CODE = "verification_code"
_JOINED = frozenset({"fill", "choose", "upload"})


class Steps:
    """Gathers steps; consecutive fields become one step."""

    def __init__(
        self,
        elements: Elements,
        library: Library | None,
        *,
        login: Login | None,
        here: frozenset[str],
        variables: frozenset[str],
        logs_in: bool,
    ) -> None:
        self._elements = elements
        self._login = login
        self._here = here
        self._steps: list[Any] = []
        self._notes: list[str] = []
        self._read_so_far: set[str] = set()
        self.inputs = Inputs(library, variables | {CODE}, literal=logs_in)
        self._logs_in = logs_in
        self.remarks: list[LeftOut] = []

    def remark(self, left_out: Iterable[LeftOut]) -> None:
        """Say here what was not carried over."""
        for one in left_out:
            self.remarks.append(one)
            self._notes.append(str(one))

    def take(self, actions: Sequence[Recorded], at: int) -> None:
        """Write what was done, unless it does nothing."""
        action = actions[at]
        if is_noise(actions, at):
            return
        match action.verb:
            case "open":
                self._open(action)
            case "fill" | "choose" | "upload":
                self._field(action, at)
            case "press":
                element = self._element(action) if action.target else None
                self._add({"press": {"key": action.value, "in": element} if element else action.value}, action)
            case "download":
                self._add({"download": {"click": self._element(action)}}, action)
            case "read":
                self._read(action)
            case "expect" | "wait_for":
                self._look(action)
            case "click" | "double_click" | "hover" | "tick" | "untick":
                self._add({action.verb: self._element(action)}, action)

    def written(self) -> list[Any]:
        """The steps, with the remarks between them: at least one step, for a flow has no fewer."""
        if not self._steps:
            self._add({"open": "/"}, Recorded("open", Place()))
        if self._notes:
            self._steps.append(Remark(tuple(self._notes)))
            self._notes = []
        return self._steps

    def _element(self, action: Recorded) -> str:
        frames = [self._in_flow(one) for one in action.frames]
        return self._elements.name(self._in_flow(action.target), frames, action.verb)

    def _in_flow(self, target: Candidates) -> Candidates:
        return tuple(self._sight(one) for one in target)

    def _sight(self, sight: Sight) -> Sight:
        """A target whose texts are as they stand in a flow. A row is known by what was typed."""
        if sight.get("role") == "row" and (has := self.inputs.row(str(sight.get("name", "")))):
            rest = {key: value for key, value in sight.items() if key not in ("role", "name")}
            return {"row": {"has": has}, **rest}
        written: dict[str, Any] = {}
        for key, value in sight.items():
            if isinstance(value, Mapping):
                written[key] = self._sight(value) if key == "within" else value
            else:
                written[key] = self.inputs.template(value) if isinstance(value, str) else value
        return written

    def _add(self, step: dict[str, Any], action: Recorded) -> None:
        if action.dialogs:
            answers = [_written(one) for one in action.dialogs]
            step["dialog"] = answers[0] if len(answers) == 1 else answers
        notes, self._notes = self._notes, []
        if not notes and not action.dialogs and self._join(step):
            return
        self._steps.append(Noted(step, tuple(notes)) if notes else step)

    def _join(self, step: dict[str, Any]) -> bool:
        """Write fields that are filled in one after the other as one step."""
        [(verb, values)] = step.items()
        last = self._steps[-1] if self._steps else None
        before = last.value if isinstance(last, Noted) else last
        if verb not in _JOINED or not isinstance(before, dict) or set(before) != {verb} or before[verb].keys() & values:
            return False
        before[verb].update(values)
        return True

    def _open(self, action: Recorded) -> None:
        address = action.value
        if origin_of(address) == "" and not address.startswith("/"):
            self._leave_out(action, "open", words.BROKEN_STEP)
        elif not any(is_here(address, portal) for portal in self._here):
            self._leave_out(action, origin_of(address), words.OTHER_SITE)
        else:
            self._add({"open": plain(path_of(address))}, action)

    def _field(self, action: Recorded, at: int) -> None:
        element = self._element(action)
        if action.secret:
            if self._login is not None and at > self._login.end:
                self._leave_out(action, words_of(action.target), words.SEVERAL_PASSWORDS)
            self._add({"fill": {element: PASSWORD}}, action)
        elif self._login is not None and at == self._login.user:
            self._add({"fill": {element: USER}}, action)
        elif action.verb == "fill" and is_captcha(action.target):
            self._ask(action, element)
        elif action.verb == "fill":
            self._add({"fill": {element: self._typed(action, element)}}, action)
        elif action.verb == "choose":
            if action.by_code:
                self._leave_out(action, element, words.OPTION_CODE)
            elif not self._logs_in:
                self._leave_out(action, element, words.OTHER_OPTIONS)
            self._add({"choose": {element: self.inputs.chosen(action.value, element, action.target)}}, action)
        else:
            self._add({"upload": {element: self.inputs.uploaded(action.value, element, action.target)}}, action)

    def _typed(self, action: Recorded, element: str) -> str:
        if action.variable in self._read_so_far:
            return f"${{{action.variable}}}"
        return self.inputs.typed(action.value, element, action.target) if action.value else ""

    def _ask(self, action: Recorded, element: str) -> None:
        self._leave_out(action, element, words.CAPTCHA)
        self._add({"ask": {CODE: str(words.QUESTION)}}, action)
        self._steps.append({"fill": {element: f"${{{CODE}}}"}})

    def _read(self, action: Recorded) -> None:
        name = str(action.expected["as"])
        self._read_so_far.add(name)
        source: Any = self._element(action)
        if "attribute" in action.expected:
            source = {"element": source, "attribute": action.expected["attribute"]}
        self._add({"read": {name: source}}, action)

    def _look(self, action: Recorded) -> None:
        expected = {key: self._said(key, value) for key, value in action.expected.items()}
        element = self._element(action) if action.target else None
        if element is not None and expected in ({"state": "visible"}, {}):
            self._add({action.verb: element}, action)
        else:
            self._add({action.verb: {**({"element": element} if element else {}), **expected}}, action)

    def _said(self, key: str, value: str | int) -> str | int:
        if not isinstance(value, str) or key == "state":
            return value
        return self.inputs.template(value)

    def _leave_out(self, action: Recorded, what: str, why: Text) -> None:
        self.remark([LeftOut(action.place, what, why)])


def _written(answer: Answer) -> dict[str, Any]:
    says = {"says": plain(answer.says)} if answer.says else {}
    typed = {"type": plain(answer.type)} if answer.type is not None else {}
    return {**says, "answer": answer.answer, **typed}
