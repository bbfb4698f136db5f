"""Lint: modifiers that do not go with the action of their step."""

from __future__ import annotations

from collections.abc import Iterator

from bot.flow.actions import REPORT_STATES, Call, Report
from bot.flow.marks import Source
from bot.flow.models import Flow
from bot.flow.problems import FlowProblem, listed, nearest
from bot.flow.shape import file_loc, walk
from bot.flow.steps import HOLDERS, Step

RAISE_DIALOGS = (
    "open", "click", "double_click", "hover", "press", "fill", "choose", "tick", "untick", "upload", "download",
    "wait_for",
    "expect",
)  # fmt: skip
"""Actions during which a page may raise a native dialog."""


def check_steps(flow: Flow, source: Source) -> Iterator[FlowProblem]:
    """Steps whose keys contradict each other, and reports that nobody could understand."""
    over_a_set = any(field.type == "cases" for field in flow.inputs.values())
    for loc, value in walk(flow):
        if isinstance(value, Step):
            yield from _modifiers(value, source, file_loc(loc))
            if isinstance(value.action, Report):
                yield from _report(value.action, source, file_loc(loc), over_a_set=over_a_set)


def _modifiers(step: Step, source: Source, loc: tuple[str | int, ...]) -> Iterator[FlowProblem]:
    verb = step.action.verb
    if step.dialogs and verb not in RAISE_DIALOGS:
        message = f"`{verb}` raises no dialog; put `dialog` on the step that does"
        yield source.problem("FL060", message, (*loc, "dialog"), at_key=True)
    if verb in HOLDERS and not step.do:
        yield source.problem("FL061", f"`{verb}` has no steps", (*loc, verb), at_key=True, expected="do: [steps]")
    if verb not in HOLDERS and step.do:
        message = f"`{verb}` takes no steps of its own"
        yield source.problem("FL061", message, (*loc, "do"), at_key=True, expected=f"`do` with {listed(HOLDERS)}")
    if not isinstance(step.action, Call):
        for key, present in (("with", step.with_), ("as", step.as_)):
            if present:
                yield source.problem("FL062", f"`{key}` goes with `call`, not with `{verb}`", (*loc, key), at_key=True)


def _report(action: Report, source: Source, loc: tuple[str | int, ...], *, over_a_set: bool) -> Iterator[FlowProblem]:
    if "${" not in action.state and action.state not in REPORT_STATES:
        near = nearest(action.state, REPORT_STATES)
        message = f"unknown state {action.state!r}"
        at = (*loc, "report", "state")
        yield source.problem("FL015", message, at, expected=listed(REPORT_STATES), nearest=near)
    if over_a_set and action.case is None:
        message = "a report in a flow over a set of cases says whose it is"
        yield source.problem("FL053", message, (*loc, "report"), at_key=True, expected='case: "${case}"')
    if not over_a_set and action.case is not None:
        message = "`case` is for flows over a set of cases, which have an input of the type `cases`"
        yield source.problem("FL053", message, (*loc, "report", "case"), at_key=True)
