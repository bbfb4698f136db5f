"""What would be done, step by step: for a person and for a program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text as Styled

from bot.cli import rehearsal_words as words
from bot.cli.summary import masked, operation, person, place
from bot.flow.steps import Effect
from bot.run.plan import PlannedStage, PlannedStep
from bot.service.explaining import Explained

EFFECTS: dict[Effect, str] = {"none": "", "draft": "bad", "filing": "bad"}
PLACE_WIDTH = 24
"""Columns for file and line."""


def show_explained(console: Console, explained: Sequence[Explained]) -> None:
    """Print the plan of every case. The log-in is the same for all of them and is shown once."""
    console.print(Styled(str(words.NOTHING_TOUCHED), style="name"), soft_wrap=True)
    if explained:
        _stages(console, explained[0], explained[0].login)
    for one in explained:
        case = one.case
        heading = f"{case.id} · {place(case)} · {operation(case) or case.flow.title} · {person(case)}"
        console.print()
        console.print(Styled(heading, style="name"), soft_wrap=True)
        _stages(console, one, one.stages)
        _sequels(console, one)


def _stages(console: Console, one: Explained, stages: Sequence[PlannedStage]) -> None:
    for stage in stages:
        said = words.STAGE.format(title=stage.title, stage=stage.stage, effect=words.EFFECTS[stage.effect])
        console.print(Styled(f"  {said}", style=EFFECTS[stage.effect]), soft_wrap=True)
        if stage.probe:
            console.print(Styled(f"    {words.PROBE.format(probe=stage.probe)}", style="faint"), soft_wrap=True)
        for step in stage.steps:
            _step(console, one, step)


def _step(console: Console, one: Explained, step: PlannedStep) -> None:
    indent = "  " * step.depth
    line = f"    {_short(step.place):<{PLACE_WIDTH}} {indent}{_marks(step)}{_words(step)}"
    style = "faint" if step.holds is False else "warn" if step.commits else ""
    console.print(Styled(masked(line + _told(step), one.case), style=style), soft_wrap=True)
    if step.holds is not False:
        for name, value in step.details:
            detail = f"    {'':<{PLACE_WIDTH}} {indent}    {name}: {value}"
            console.print(Styled(masked(detail, one.case), style="faint"), soft_wrap=True)


def _words(step: PlannedStep) -> str:
    """The step's own words; a loop's condition is told after them."""
    return step.words.partition(" ")[0] if step.until else step.words


def _marks(step: PlannedStep) -> str:
    return f"{words.EFFECT_HERE} " if step.commits else ""


def _told(step: PlannedStep) -> str:
    """Under which conditions, after the step's own words."""
    told = []
    if step.holds is False:
        told.append(str(words.SKIPPED.format(condition=bare(step.condition))))
    elif step.condition:
        said = words.ONLY_IF if step.holds is None else words.BECAUSE
        told.append(str(said.format(condition=bare(step.condition))))
    if step.until:
        told.append(str(words.UNTIL.format(condition=bare(step.until))))
    if step.optional:
        told.append(str(words.IF_THERE))
    return f"  ({'; '.join(told)})" if told else ""


def bare(condition: str) -> str:
    """A condition without what makes it an expression."""
    return condition.removeprefix("${").removesuffix("}") if condition.count("${") == 1 else condition


def _short(place: str) -> str:
    return Path(place).name


def _sequels(console: Console, one: Explained) -> None:
    for sequel in one.sequels:
        said = words.AFTERWARDS.format(title=sequel.flow.title, effect=words.EFFECTS[sequel.effect])
        if sequel.at_most is not None:
            said = words.IN_SETS.format(said=said, count=sequel.at_most)
        line = f"  {said}  {Path(sequel.flow.file).name}"
        console.print(Styled(line, style=EFFECTS[sequel.effect]), soft_wrap=True)


def explained_data(explained: Sequence[Explained]) -> list[dict[str, Any]]:
    """The same for a program."""
    return [
        {
            "case": one.case.id,
            "operation": one.case.flow.flow,
            "person": person(one.case),
            "login": [_stage_data(stage, one) for stage in one.login],
            "stages": [_stage_data(stage, one) for stage in one.stages],
            "afterwards": [{"flow": sequel.flow.flow, "effect": sequel.effect} for sequel in one.sequels],
        }
        for one in explained
    ]


def _stage_data(stage: PlannedStage, one: Explained) -> dict[str, Any]:
    return {
        "flow": stage.flow,
        "stage": stage.stage,
        "effect": stage.effect,
        "probe": stage.probe,
        "steps": [
            {
                "place": step.place,
                "depth": step.depth,
                "step": step.words,
                "values": [{"name": name, "value": masked(value, one.case)} for name, value in step.details],
                "when": step.condition,
                "holds": step.holds,
                "until": step.until,
                "optional": step.optional,
                "commits": step.commits,
                "note": step.note,
            }
            for step in stage.steps
        ],
    }
