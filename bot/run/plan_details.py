"""What a step does beyond its own words: what it types where, what it expects, what it keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.flow.actions import (
    Approve,
    Ask,
    Call,
    Choose,
    Expect,
    Fill,
    ForEach,
    Open,
    Read,
    ReadTable,
    Refuse,
    Report,
    Set,
    Template,
    Upload,
)
from bot.flow.steps import Step
from bot.flow.targets import Target, Targets
from bot.run.describe import describe_target, describe_targets
from bot.text import Text

Say = Callable[[Template | Text], str]
"""A value as it would be typed or read on the portal."""


def details(step: Step, say: Say) -> Iterator[tuple[str, str]]:
    """Pairs of a name (an element, a variable, a key of the step) and what belongs to it, in the step's order."""
    action = step.action
    match action:
        case Fill() | Choose() | Upload() | Set() | ForEach():
            yield from ((name, say(template)) for name, template in action.values.items())
        case Open():
            if say(action.address) != action.address:
                yield "address", say(action.address)
        case Read():
            for name, source in action.values.items():
                attribute = f" {source.attribute}" if source.attribute else ""
                yield name, f"← {_targets(source.element, say)}{attribute}"
        case ReadTable():
            yield action.as_, f"← {_targets(action.table, say)}"
        case Expect():
            for name in ("state", "text", "contains", "value", "count", "url", "title"):
                if (wanted := getattr(action, name)) is not None:
                    yield name, say(wanted)
        case Call():
            yield from ((name, say(template)) for name, template in step.with_.items())
            if step.as_ is not None:
                yield step.as_, f"← {action.flow}"
        case Ask():
            yield from ((name, f"← {say(question.question)}") for name, question in action.values.items())
        case Approve():
            yield "question", say(action.question)
        case Refuse():
            yield "message", say(action.message)
        case Report():
            for name in ("case", "number", "reason", "shows"):
                if (told := getattr(action, name)) is not None:
                    yield name, say(told)
        case _:
            target = getattr(action, "target", None)
            if isinstance(target, Targets) and target.element is None:
                yield "target", _targets(target, say)
    for dialog in step.dialogs:
        yield "dialog", f"{say(dialog.says) if dialog.says is not None else '…'} → {dialog.answer}"


def _targets(targets: Targets, say: Say) -> str:
    """The candidates in words, in the language of the portal."""
    if targets.element is not None:
        return describe_targets(targets)
    return " / ".join(_target(one, say) for one in targets.candidates)


def _target(target: Target, say: Say) -> str:
    value = getattr(target, target.kind)
    words = describe_target(target) if target.kind in ("row", "element") else f'{target.kind} "{say(value)}"'
    return words if target.has_text is None else f'{words} "{say(target.has_text)}"'
