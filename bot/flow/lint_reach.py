"""Lint: conditions that never change, steps that are never reached, loops that nothing in them can end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.errors import FlowError
from bot.flow.actions import Call, Do, ForEach, Refuse, RepeatUntil
from bot.flow.expressions import evaluate_condition, names_in
from bot.flow.folder import Folder
from bot.flow.lint_names import set_by
from bot.flow.marks import Loc, Source
from bot.flow.models import Flow, Rule
from bot.flow.problems import FlowProblem
from bot.flow.shape import file_loc, walk
from bot.flow.steps import Step


def check_reach(folder: Folder) -> Iterator[FlowProblem]:
    """What is done always, never, or for ever."""
    for name, flow in folder.flows.items():
        source = folder.sources[name]
        yield from _conditions(flow, source)
        yield from _after_the_end(flow, source, folder)
        yield from _loops(flow, source)


def _conditions(flow: Flow, source: Source) -> Iterator[FlowProblem]:
    for key, field in flow.inputs.items():
        for option, condition in (("required_when", field.required_when), ("only_when", field.only_when)):
            yield from _constant(condition, source, ("inputs", key, option))
    for loc, value in walk(flow):
        match value:
            case Step() | Rule():
                yield from _constant(value.when, source, file_loc((*loc, "when")))
            case RepeatUntil():
                yield from _constant(value.condition, source, file_loc((*loc, "condition")))


def _constant(condition: str | None, source: Source, loc: Loc) -> Iterator[FlowProblem]:
    if condition is None or names_in(condition, condition=True):
        return
    try:
        holds = evaluate_condition(condition, {})
    except FlowError:
        return  # a mistake of its own, which other checks tell of
    yield source.problem("FL070", f"this is {'always' if holds else 'never'} true, whatever happens", loc)


def _after_the_end(flow: Flow, source: Source, folder: Folder) -> Iterator[FlowProblem]:
    """The first step after one that ends the case, in each list of steps; and what is done for nothing at all."""
    for index, stage in enumerate(flow.all_stages):
        loc: Loc = ("stages", index) if flow.stages else ()
        yield from _unreached(stage.steps, (*loc, "steps"), source, folder)
        if index + 1 < len(flow.stages) and _ends(stage.steps, folder, (flow.flow,)):
            message = f"this stage is never reached: the case ends in the stage {stage.stage!r}"
            yield source.problem("FL071", message, ("stages", index + 1, "stage"))
            return


def _unreached(steps: Sequence[Step], loc: Loc, source: Source, folder: Folder) -> Iterator[FlowProblem]:
    for index, step in enumerate(steps):
        if isinstance(step.action, ForEach) and not all(_may_hold(one) for one in step.action.values.values()):
            message = "these steps are never reached: the list is empty"
            yield source.problem("FL071", message, (*loc, index, "for_each"), at_key=True)
        yield from _unreached(step.do, (*loc, index, "do"), source, folder)
        if index + 1 < len(steps) and _ends((step,), folder, ()):
            message = "this step is never reached: the case ends before it"
            yield source.problem("FL071", message, (*loc, index + 1))
            return


def _may_hold(template: object) -> bool:
    return template not in ([], {}, "", None)


def _ends(steps: Sequence[Step], folder: Folder, within: tuple[str, ...]) -> bool:
    """Whether the case always ends in these steps."""
    return any(_ends_in(step, folder, within) for step in steps if step.when is None)


def _ends_in(step: Step, folder: Folder, within: tuple[str, ...]) -> bool:
    match step.action:
        case Refuse():
            return True
        case Do() | RepeatUntil():
            return _ends(step.do, folder, within)
        case Call(flow=name) if name in folder.flows and name not in within:
            return any(_ends(stage.steps, folder, (*within, name)) for stage in folder.flows[name].all_stages)
        case _:
            return False


def _loops(flow: Flow, source: Source) -> Iterator[FlowProblem]:
    for loc, value in walk(flow):
        if isinstance(value, Step) and isinstance(value.action, RepeatUntil):
            read = names_in(value.action.condition, condition=True)
            if read and value.do and not read & set_by(value.do):
                message = f"no step in this loop sets {' or '.join(map(repr, sorted(read)))}: it ends at once or never"
                yield source.problem("FL073", message, file_loc((*loc, "action", "repeat_until", "condition")))
