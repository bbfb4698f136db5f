"""Steps of flows, in Python."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.flow import actions as act
from bot.flow.base import Place
from bot.flow.steps import Dialog, Step
from bot.flow.targets import Target, Targets
from bot.porting import words
from bot.porting.python_targets import function_of
from bot.porting.python_words import condition_of, own_name, python_of
from bot.porting.recording import LeftOut
from bot.porting.recording import Place as Spot

INDENT = "    "


class PythonSteps:
    """Writes steps as lines of Python, and notes what it could not write."""

    def __init__(self, flows: Mapping[str, str]) -> None:
        """`flows` are the functions of the flows that can be called."""
        self._flows = flows
        self._place: Place | None = None
        self.left_out: list[LeftOut] = []

    def steps(self, steps: Sequence[Step]) -> list[str]:
        """All of them; `pass` if there are none."""
        return [line for step in steps for line in self._step(step)] or ["pass"]

    def value(self, template: Any) -> str:
        """A template as Python."""
        return python_of(template, self.otherwise)

    def given(self, inputs: Mapping[str, Any]) -> str:
        """The inputs of a flow that is called, as the second argument of its function; "" if there are none."""
        each = ", ".join(f"{own_name(name)!r}: {self.value(one)}" for name, one in inputs.items())
        return f", {{{each}}}" if each else ""

    def otherwise(self, source: str) -> str:
        """What stands for an expression that Python does not have."""
        self.leave_out(source)
        return f"unsupported({source!r}, {str(self._place or '')!r})"

    def leave_out(self, what: str) -> None:
        """Note that something here is not in the script."""
        self.left_out.append(LeftOut(Spot(str(self._place or "")), what, words.NOT_IN_PYTHON))

    def at(self, place: Place | None) -> None:
        """What is written from here on stands at this place of the flow."""
        self._place = place

    def _step(self, step: Step) -> Iterator[str]:
        self.at(step.place)
        if step.note:
            yield f"# {' '.join(str(step.note).split())}"
        if step.commits:
            yield "# THIS STEP changes the portal's books."
        lines = self._unconditional(step)
        self.at(step.place)
        if step.when is not None:
            yield f"if {condition_of(step.when, self.otherwise)}:"
            lines = _indented(lines)
        yield from lines

    def _unconditional(self, step: Step) -> list[str]:
        lines = list(self._action(step))
        if step.dialogs:
            answers = ", ".join(["here", *map(self._dialog, step.dialogs)])
            lines = [f"with dialogs({answers}):", *_indented(lines)]
        if step.optional and (target := _looked_for(step)) is not None:
            absent = [f"v.{own_name(name)} = None" for name in _read_by(step)]
            lines = [f"if there({self._here(step)}, {self._target(target)}):", *_indented(lines)]
            lines += ["else:", *_indented(absent)] if absent else []
        return lines

    def _here(self, step: Step, *more: str) -> str:
        parts = (("frame", step.frame), ("within", step.within))
        where = [f"{key}={self._target(one)}" for key, one in parts if one is not None]
        return f"here.at({', '.join([*where, *more])})" if where or more else "here"

    def _target(self, targets: Targets) -> str:
        return function_of(targets, self.otherwise)

    def _named(self, name: str) -> str:
        return self._target(Targets(candidates=(Target(element=name),)))

    def _dialog(self, dialog: Dialog) -> str:
        said = {"says": dialog.says, "answer": dialog.answer, "type": dialog.type, "may": dialog.may or None}
        return f"dict({', '.join(f'{key}={self.value(one)}' for key, one in said.items() if one is not None)})"

    def _action(self, step: Step) -> Iterator[str]:
        here, timeout = self._here(step), f", timeout={step.timeout:g}" if step.timeout is not None else ""
        action = step.action
        match action:
            case act.Open():
                yield f"go(here, {self.value(action.address)})"
            case act.Click() | act.DoubleClick() | act.Hover() | act.Tick() | act.Untick():
                method = _METHODS[action.verb]
                yield f"find({here}, {self._target(action.target)}{timeout}).{method}()"
            case act.Press() if action.in_ is not None:
                yield f"find({here}, {self._target(action.in_)}{timeout}).press({self.value(action.key)})"
            case act.Press():
                yield f"page.keyboard.press({self.value(action.key)})"
            case act.Fill() | act.Choose():
                for name, value in action.values.items():
                    yield f"{action.verb}({here}, {self._named(name)}, {self.value(value)}{timeout})"
            case act.Upload():
                for name, value in action.values.items():
                    unseen = self._here(step, "unseen=True")
                    yield f"find({unseen}, {self._named(name)}{timeout}).set_input_files({self.value(value)})"
            case act.Download():
                yield f"download({here}, {self._target(action.click)}, {self.value(action.name)}{timeout})"
            case act.WaitFor():
                state = "" if action.state == "visible" else f", {action.state!r}"
                yield f"wait_for({here}, {self._target(action.element)}{state}{timeout})"
            case act.Expect():
                yield f"expect({here}, {self._expected(action)}{timeout})"
            case act.Read():
                for name, source in action.values.items():
                    of = f", {source.attribute!r}" if source.attribute else ""
                    yield f"v.{own_name(name)} = read({here}, {self._target(source.element)}{of}{timeout})"
            case act.ReadTable():
                columns = "{" + ", ".join(f"{key!r}: {self.value(one)}" for key, one in action.columns.items()) + "}"
                table = f"{self._target(action.table)}, {columns}, {self.value(action.rows)}"
                yield f"v.{own_name(action.as_)} = read_table({here}, {table}{timeout})"
            case act.Evidence():
                yield f"picture(here, {self.value(action.name)})"
            case _:
                yield from self._steering(step)

    def _expected(self, action: act.Expect) -> str:
        wanted = {
            key: value
            for key in ("state", "text", "contains", "value", "count", "url", "title")
            if (value := getattr(action, key)) is not None
        }
        if action.element is not None and not wanted.keys() - {"url", "title"}:
            wanted["state"] = "visible"
        element = [self._target(action.element)] if action.element is not None else []
        return ", ".join([*element, *(f"{key}={self.value(value)}" for key, value in wanted.items())])

    def _steering(self, step: Step) -> Iterator[str]:
        action = step.action
        match action:
            case act.Set():
                for name, value in action.values.items():
                    yield f"v.{own_name(name)} = {self.value(value)}"
            case act.ForEach():
                [(name, listed)] = action.values.items()
                yield f"for v.{own_name(name)} in {self.value(listed)}:"
                yield from _indented(self.steps(step.do))
            case act.RepeatUntil():
                yield f"for _ in range({action.at_most}):"
                inside = self.steps(step.do)
                self.at(step.place)
                ends = condition_of(action.condition, self.otherwise)
                yield from _indented([*inside, f"if {ends}:", f"{INDENT}break"])
                yield from ("else:", f'{INDENT}raise RuntimeError("it did not end in {action.at_most} rounds")')
            case act.Do():
                yield from self.steps(step.do)
            case act.Call():
                yield self._call(step, action)
            case act.Ask():
                for name, one in action.values.items():
                    secret = ", secret=True" if one.secret else ""
                    yield f"v.{own_name(name)} = ask({self.value(one.question)}{secret})"
            case act.Approve():
                yield f"approve({self.value(action.question)})"
            case act.Report():
                said = {key: getattr(action, key) for key in ("state", "case", "number", "reason", "shows")}
                given = ", ".join(f"{key}={self.value(one)}" for key, one in said.items() if one is not None)
                yield f"report({given})"
            case act.Refuse():
                yield f"raise Refused({self.value(action.message)})"
            case _:
                raise AssertionError(f"{action.verb} is no action that steers")

    def _call(self, step: Step, action: act.Call) -> str:
        function = self._flows.get(action.flow)
        if function is None:
            return self.otherwise(f"call: {action.flow}")
        called = f"{function}(page{self.given(step.with_)})"
        return f"v.{own_name(step.as_)} = {called}" if step.as_ else called


_METHODS = {"click": "click", "double_click": "dblclick", "hover": "hover", "tick": "check", "untick": "uncheck"}


def _indented(lines: Sequence[str]) -> list[str]:
    return [INDENT + line for line in lines]


def _looked_for(step: Step) -> Targets | None:
    """What an optional step looks for before it does anything."""
    match step.action:
        case act.Click() | act.DoubleClick() | act.Hover() | act.Tick() | act.Untick():
            return step.action.target
        case act.Fill() | act.Choose() | act.Upload():
            return Targets(candidates=(Target(element=next(iter(step.action.values))),))
        case act.Download():
            return step.action.click
        case act.WaitFor() | act.Expect():
            return step.action.element
        case act.Read():
            return next(iter(step.action.values.values())).element
        case act.ReadTable():
            return step.action.table
        case act.Press():
            return step.action.in_
        case _:
            return None


def _read_by(step: Step) -> list[str]:
    """The variables that are null if an optional step finds nothing."""
    return list(step.action.values) if isinstance(step.action, act.Read) else []
