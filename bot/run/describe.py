"""A step in words: its verb and what it acts on, never what it types."""

from __future__ import annotations

from bot.flow.actions import (
    Approve,
    Ask,
    Call,
    Choose,
    Do,
    Download,
    Evidence,
    Expect,
    Fill,
    ForEach,
    Open,
    Press,
    Read,
    ReadTable,
    Refuse,
    RepeatUntil,
    Report,
    Set,
    Upload,
    WaitFor,
)
from bot.flow.steps import Step
from bot.flow.targets import Target, Targets


def describe(step: Step) -> str:
    """The step as its author would say it aloud, e.g. `click save_to_drafts`, `fill name, wage`."""
    action = step.action
    match action:
        case Fill() | Choose() | Upload() | Read() | Set() | Ask() | ForEach():
            rest = ", ".join(action.values)
        case Open():
            rest = action.address
        case Press():
            rest = action.key + (f" in {describe_targets(action.in_)}" if action.in_ else "")
        case Download():
            rest = action.name
        case WaitFor():
            rest = f"{describe_targets(action.element)} {action.state}"
        case Expect():
            rest = describe_targets(action.element) if action.element else "the page"
        case ReadTable():
            rest = describe_targets(action.table)
        case RepeatUntil():
            rest = action.condition
        case Call():
            rest = action.flow
        case Report():
            rest = action.state
        case Evidence():
            rest = action.name
        case Refuse():
            rest = action.rule
        case Approve() | Do():
            rest = ""
        case _:
            rest = describe_targets(action.target)
    return f"{action.verb} {rest}".strip()


def describe_targets(targets: Targets) -> str:
    """An element's name, or the first candidate in words."""
    return targets.element or describe_target(targets.candidates[0])


def describe_target(target: Target) -> str:
    """One target in words, e.g. `button "Save"`."""
    if target.kind == "element":
        return str(target.element)
    value = getattr(target, target.kind)
    words = ", ".join(str(one) for one in value.has) if target.kind == "row" else str(value)
    return f'{target.kind} "{words}"'
