"""The page about a test run: every scenario with its steps and their pictures. It opens without a network."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.redaction import mask_id
from bot.testing.play import Played, Stage
from bot.testing.steps import hand_out, pictures_in


@dataclass
class Entry:
    """A test as the page tells it."""

    name: str
    title: str = ""
    about: str = ""
    tags: tuple[str, ...] = ()
    outcome: str = ""
    seconds: float = 0
    wrong: str = ""
    steps: list[dict[str, Any]] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """Pictures that are of no step."""
    problems: list[str] = field(default_factory=list)
    """What the check of the roster said."""
    cases: list[dict[str, str]] = field(default_factory=list)
    """Where each case stands."""


def folders_of(played: Played) -> list[Path]:
    """Where the pictures are."""
    found = [batch.evidence for batch in played.batches if batch.evidence]
    return [*dict.fromkeys(found), *([played.pictures] if played.pictures else [])]


def notes_of(stage: Stage) -> dict[str, Any]:
    """What was done on a stage: plain data, which one process can hand to another."""
    steps = stage.notes.taken
    left = hand_out(pictures_in(folders_of(stage.played)), steps)
    told = [{**asdict(step), "pictures": [str(path) for path in step.pictures]} for step in steps]
    return {"steps": told, "others": [str(path) for path in left], **_outcome(stage.played)}


def _outcome(played: Played) -> dict[str, Any]:
    problems = [
        f"{one.severity.value} {one.rule}{f', row {one.row}' if one.row else ''}: {one.message}"
        for one in played.problems
    ]
    outcomes = played.batches[-1].outcomes if played.batches else ()
    cases = [
        {
            "who": mask_id(one.case.person),
            "what": one.case.flow.flow,
            "state": one.state.value,
            "number": one.number,
            "reason": one.reason,
        }
        for one in outcomes
    ]
    return {"problems": problems, "cases": cases}


class ReportPage:
    """Gathers the tests of a run and writes the page."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.folder = path.with_name(f"{path.stem}_files")
        self._entries: list[Entry] = []

    def add(self, entry: Entry, notes: Mapping[str, Any]) -> None:
        """A test that has ended. Its pictures are copied: the folders of tests do not last."""
        number = len(self._entries) + 1
        kept: dict[str, str] = {}

        def keep(paths: Iterable[str]) -> list[str]:
            return [kept.setdefault(path, self._kept(Path(path), f"{number}-{len(kept) + 1}")) for path in paths]

        entry.steps = [{**step, "pictures": keep(step["pictures"])} for step in notes.get("steps", ())]
        entry.others = keep(notes.get("others", ()))
        entry.problems, entry.cases = list(notes.get("problems", ())), list(notes.get("cases", ()))
        self._entries.append(entry)

    def _kept(self, path: Path, name: str) -> str:
        self.folder.mkdir(parents=True, exist_ok=True)
        copied = self.folder / f"{name}{path.suffix}"
        shutil.copyfile(path, copied)
        return f"{self.folder.name}/{copied.name}"

    def write(self) -> None:
        """Write the page."""
        environment = Environment(
            loader=PackageLoader("bot.testing"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        entries = sorted(self._entries, key=lambda entry: (entry.outcome == "passed", entry.name))
        html = environment.get_template("report.html").render(
            entries=entries,
            totals=Counter(entry.outcome for entry in entries),
            elapsed=timedelta(seconds=round(sum(entry.seconds for entry in entries))),
        )
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(html, encoding="utf-8")
