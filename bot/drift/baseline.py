"""What each screen showed when somebody last said that it was right: readable files beside the flows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.drift import words
from bot.drift.screen import Thing
from bot.errors import UsageError
from bot.flow.marks import read_yaml
from bot.flow.writing import dump
from bot.text import Language

FOLDER = "screens"
_NOTE = (
    "What this screen of the portal showed when it was last accepted: `portal drift --accept` writes it anew.",
    "No values, no cells of lists; # stands for a number.",
)


@dataclass(frozen=True)
class Baseline:
    """A screen as it was accepted: its things, and how many of them each element of portal.yaml finds."""

    screen: str
    things: tuple[Thing, ...]
    found: Mapping[str, int]


def path_of(flows: Path, language: Language, screen: str) -> Path:
    """Where the baseline of a screen is."""
    return flows / FOLDER / language / f"{screen}.yaml"


def read_baselines(flows: Path, language: Language) -> dict[str, Baseline]:
    """All baselines in a language, by screen. Raises UsageError for a file that is none."""
    folder = flows / FOLDER / language
    return {path.stem: _read(path) for path in sorted(folder.glob("*.yaml"))}


def _read(path: Path) -> Baseline:
    try:
        source = read_yaml(path.read_text(encoding="utf-8-sig"), str(path))
        if source.problems:
            raise ValueError(str(source.problems[0]))
        said = source.value
        things = tuple(map(_thing, said["shows"]))
        found = {str(name): int(count) for name, count in said["elements"].items()}
        return Baseline(path.stem, things, found)
    except (OSError, UnicodeDecodeError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise UsageError(words.NO_BASELINE_FILE.format(path=path), cure=words.NO_BASELINE_FILE_CURE) from error


def _thing(said: Any) -> Thing:
    if isinstance(said, str):
        return Thing(said, "")
    required = bool(said.get("required"))
    [(kind, name)] = [(key, value) for key, value in said.items() if key != "required"]
    return Thing(str(kind), str(name), required)


def written(baseline: Baseline) -> str:
    """The file of a baseline."""
    document = {
        "screen": baseline.screen,
        "shows": [_said(thing) for thing in baseline.things if not thing.doubtful],
        "elements": {name: count for name, count in sorted(baseline.found.items()) if count},
    }
    return dump(document, comments=_NOTE)


def _said(thing: Thing) -> dict[str, Any]:
    return {thing.kind: thing.name} | ({"required": True} if thing.required else {})


def write_baseline(flows: Path, language: Language, baseline: Baseline) -> Path:
    """Write a baseline; its path. Raises UsageError where that is not allowed."""
    path = path_of(flows, language, baseline.screen)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written(baseline), encoding="utf-8", newline="\n")
    except OSError as error:
        said = words.NOT_WRITTEN.format(path=path, why=error.strerror or error)
        raise UsageError(said, cure=words.NOT_WRITTEN_CURE) from error
    return path
