"""Lint: waits that are over before they begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from bot.flow.actions import Choose, Click, DoubleClick, Expect, Fill, Hover, Tick, Untick, WaitFor
from bot.flow.folder import Folder
from bot.flow.marks import Loc, Source
from bot.flow.models import Portal
from bot.flow.problems import FlowProblem
from bot.flow.shape import file_loc, walk
from bot.flow.steps import Step
from bot.flow.targets import Targets

EVERYWHERE = frozenset({"body", "html", "*", ":root", "head"})
"""What every page has, whatever is on it."""


def check_waits(folder: Folder) -> Iterator[FlowProblem]:
    """Waits for what is there already, and expectations that hold of every page."""
    for name, flow in folder.flows.items():
        source = folder.sources[name]
        for loc, value in walk(flow):
            match value:
                case WaitFor() if value.state != "hidden" and _is_everywhere(value.element, folder.portal):
                    yield source.problem("FL072", "every page has this: there is nothing to wait for", file_loc(loc))
                case Expect():
                    yield from _expected(value, source, loc)
                case Step():
                    yield from _there_already(value.do, source, (*loc, "do"))
        for index, stage in enumerate(flow.all_stages):
            at: Loc = ("stages", index, "steps") if flow.stages else ("steps",)
            yield from _there_already(stage.steps, source, at)


def _is_everywhere(targets: Targets, portal: Portal | None) -> bool:
    element = portal.elements.get(targets.element or "") if portal else None
    return any(
        target.css is not None and target.css.strip().lower() in EVERYWHERE and target.has_text is None
        for target in (element or targets).candidates
    )


def _expected(action: Expect, source: Source, loc: Loc) -> Iterator[FlowProblem]:
    for key, part in (("contains", action.contains), ("url", action.url)):
        words = (part,) if isinstance(part, str) else tuple(part.values()) if part is not None else ()
        if any(not one.strip() or (key == "url" and one == "/") for one in words):
            message = "this holds of every page: there is nothing to wait for"
            yield source.problem("FL072", message, file_loc((*loc, key)))


def _there_already(steps: Sequence[Step], source: Source, loc: Loc) -> Iterator[FlowProblem]:
    """A wait for what the step right before it has just acted on, or waited for."""
    for index, (before, step) in enumerate(pairwise(steps), start=1):
        action = step.action
        if not isinstance(action, WaitFor) or before.when is not None or before.optional:
            continue
        if (before.frame, before.within) == (step.frame, step.within) and _seen(before, action):
            message = "the step before has found this already: there is nothing to wait for"
            yield source.problem("FL072", message, (*loc, index, "wait_for"))


def _seen(before: Step, wait: WaitFor) -> bool:
    """Whether what is waited for was so while the step before was done."""
    match before.action:
        case WaitFor():
            return before.action == wait
        case Click() | DoubleClick() | Hover() | Tick() | Untick():
            return wait.state != "hidden" and before.action.target == wait.element
        case Fill() | Choose():
            return wait.state != "hidden" and wait.element.element is not None and _plain(wait) in before.action.values
        case _:
            return False


def _plain(wait: WaitFor) -> str | None:
    """The element that is waited for, if nothing narrows it."""
    [target] = wait.element.candidates
    return target.element if target.model_fields_set <= {"element"} else None
