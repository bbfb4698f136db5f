"""A changed copy of portal.yaml in which what was renamed has its new name: for a person to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path

from bot.drift import words
from bot.drift.elements import KINDS
from bot.drift.report import Finding
from bot.errors import UsageError
from bot.flow.editing import Renaming, renamed
from bot.flow.loader import PORTAL_FILE, PROPOSED_FILE, read_folder
from bot.flow.models import Portal
from bot.flow.shape import file_loc, walk
from bot.flow.targets import Target
from bot.text import LANGUAGES, Language, Text

_COUNTER = re.compile(r"\s*[(（]#[)）]$")


@dataclass(frozen=True)
class Proposal:
    """A changed portal.yaml, the difference, and places in flows that say an old name themselves.

    `path` is where it was written: nowhere if there is no difference.
    """

    text: str
    diff: str
    elsewhere: tuple[str, ...]
    path: Path | None = None


def write_proposal(folder: Path, findings: Sequence[Finding], language: Language) -> Proposal:
    """Write what to change beside portal.yaml, if there is anything. Raises UsageError where that is not allowed."""
    proposed, path = proposal(folder, findings, language), folder / PROPOSED_FILE
    if not proposed.diff:
        return proposed
    try:
        path.write_bytes(proposed.text.encode("utf-8"))
    except OSError as error:
        said = words.NOT_WRITTEN.format(path=path, why=error.strerror or error)
        raise UsageError(said, cure=words.NOT_WRITTEN_CURE) from error
    return replace(proposed, path=path)


def proposal(folder: Path, findings: Sequence[Finding], language: Language) -> Proposal:
    """What to change for the things that were renamed; its `diff` is "" if portal.yaml needs no change."""
    loaded = read_folder(folder)
    if loaded.portal is None:
        raise AssertionError("the portal was loaded before the walk")
    names = dict(_new_names(findings))
    text = (folder / PORTAL_FILE).read_bytes().decode("utf-8-sig")
    languages = LANGUAGES if loaded.portal.language == "auto" else (loaded.portal.language,)
    changed = renamed(text, _renamings(loaded.portal, findings, names, language), languages=languages)
    diff = unified_diff(text.splitlines(True), changed.splitlines(True), PORTAL_FILE, PROPOSED_FILE)
    places = [
        loaded.sources[flow].problem("", "", file_loc((*loc, kind))).place
        for flow, model in loaded.flows.items()
        for loc, target in walk(model)
        if isinstance(target, Target)
        for kind in KINDS
        if (said := getattr(target, kind)) is not None and said.to(language) in names
    ]
    return Proposal(changed, "".join(diff), tuple(map(str, places)))


def _new_names(findings: Sequence[Finding]) -> Iterator[tuple[str, str]]:
    """Old names and new ones, without their counters. A name with a number in it that may vary is left alone."""
    for one in findings:
        old, new = _COUNTER.sub("", one.old), _COUNTER.sub("", one.new)
        if one.kind == "renamed" and old != new and "#" not in old + new:
            yield old, new


def _renamings(
    portal: Portal, findings: Sequence[Finding], names: dict[str, str], language: Language
) -> Iterator[Renaming]:
    """The texts to change: of the elements that are not found by their old name any more, and the portal's words."""
    lost = {name for one in findings if one.kind == "renamed" for name in one.elements}
    for part, wanted in ((portal.elements, lost), (portal.words, set(portal.words))):
        top = "elements" if part is portal.elements else "words"
        for name in sorted(wanted):
            for loc, value in walk(part[name], (top, name)):
                if isinstance(value, Text) and (new := names.get(value.to(language))):
                    yield Renaming(loc, language, value.to(language), new)
