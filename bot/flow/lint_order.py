"""Lint: candidates and signs are tried in order, and one that a broader one comes before is never reached."""

from __future__ import annotations

from collections.abc import Iterator

from bot.flow.folder import Folder
from bot.flow.marks import Source
from bot.flow.models import Flow, Portal, Sign
from bot.flow.problems import FlowProblem
from bot.flow.reads import elements_named, elements_reached
from bot.flow.shape import file_loc, walk
from bot.flow.targets import Target, Targets
from bot.text import LANGUAGES, Text


def check_order(folder: Folder) -> Iterator[FlowProblem]:
    """Candidates that an earlier one always finds first, and signs whose words an earlier one always takes."""
    portal = folder.portal
    if portal is None or folder.portal_source is None:
        return
    yield from _candidates(portal, folder.portal_source, portal)
    yield from _signs(portal, folder.portal_source)
    for name, flow in folder.flows.items():
        yield from _candidates(flow, folder.sources[name], portal)


def _candidates(model: Flow | Portal, source: Source, portal: Portal) -> Iterator[FlowProblem]:
    for loc, value in walk(model):
        if isinstance(value, Targets):
            earlier: list[Target] = []
            for index, target in enumerate(value.candidates):
                if _covered(target, earlier, portal):
                    message = "this candidate is never reached: one before it finds all that it finds"
                    yield source.problem("FL043", message, file_loc((*loc, "candidates", index)))
                earlier += _spelt_out(target, portal, ())


def _spelt_out(target: Target, portal: Portal, seen: tuple[str, ...]) -> list[Target]:
    """A target itself; and for an element by its name alone, the candidates that it stands for."""
    element = portal.elements.get(target.element or "")
    if element is None or target.element in seen or target.model_fields_set != {"element"}:
        return [target]
    inside = [one for each in element.candidates for one in _spelt_out(each, portal, (*seen, str(target.element)))]
    return [target, *inside]


def _covered(target: Target, earlier: list[Target], portal: Portal) -> bool:
    return any(_is_broader(one, target, portal) for one in earlier)


def _is_broader(one: Target, other: Target, portal: Portal) -> bool:
    """Whether a target surely finds whatever the other one finds, and perhaps more."""
    return (
        one.kind == other.kind
        and _is_kind_broader(one, other)
        and one.frame == other.frame
        and (one.nth is None or one == other)
        and _is_within_broader(one, other, portal)
        and (one.name is None or one.name == other.name)
        and (one.has_text is None or (other.has_text is not None and _in_every_language(one.has_text, other.has_text)))
    )


def _is_kind_broader(one: Target, other: Target) -> bool:
    if one.row is not None and other.row is not None:
        return set(one.row.has) <= set(other.row.has)
    if one.css is not None and other.css is not None:
        return {part.strip() for part in _parts(other.css)} <= {part.strip() for part in _parts(one.css)}
    mine, others = (getattr(each, each.kind) for each in (one, other))
    if isinstance(mine, Text) and isinstance(others, Text):
        return all(_folded(mine.to(language)) == _folded(others.to(language)) for language in LANGUAGES)
    return bool(mine == others)


def _parts(css: str) -> list[str]:
    """The selectors of a list of them. One with brackets or quotes is taken as a whole: a comma may stand inside."""
    return [css] if any(char in css for char in "(['\"") else css.split(",")


def _is_within_broader(one: Target, other: Target, portal: Portal) -> bool:
    if one.within == other.within:
        return True
    return one.within is None and other.within is not None and not _says_frame(other.within, portal)


def _says_frame(targets: Targets, portal: Portal) -> bool:
    """Whether it says in which frame to look, by itself or by its elements."""
    elements = elements_reached((one.name for one in elements_named(targets)), portal)
    parts = [targets, *(portal.elements[name] for name in elements)]
    return any(isinstance(value, Target) and value.frame is not None for part in parts for _, value in walk(part))


def _in_every_language(part: Text, whole: Text) -> bool:
    return all(_folded(part.to(language)) in _folded(whole.to(language)) for language in LANGUAGES)


def _signs(portal: Portal, source: Source) -> Iterator[FlowProblem]:
    for index, sign in enumerate(portal.signs):
        before = [one for one in portal.signs[:index] if _looks_there(one, sign, portal)]
        shadowed = [
            at
            for at, words in enumerate(sign.says)
            if any(_takes(one, words) for one in before) or any(_contains(words, each) for each in sign.says[:at])
        ]
        if any(not one.says for one in before) or (sign.says and len(shadowed) == len(sign.says)):
            message = "this sign is never reached: one before it takes all that it says"
            yield source.problem("FL044", message, ("signs", index))
        else:
            message = "these words are never reached: others before them are in them"
            yield from (source.problem("FL044", message, ("signs", index, "says", at)) for at in shadowed)


def _looks_there(one: Sign, other: Sign, portal: Portal) -> bool:
    """Whether a sign always reads what the other one reads. During a login, no session can be lost."""
    if (one.means == "session_lost" and other.means != "session_lost") or (other.dialog and not one.dialog):
        return False
    if other.element is None or one.element is None:
        return other.element is None
    if one.element == other.element:
        return True
    if one.says and len(one.element.candidates) > 1:
        return False  # it reads only the first that shows
    mine = [spelt for each in one.element.candidates for spelt in _spelt_out(each, portal, ())]
    return all(_covered(target, mine, portal) for target in other.element.candidates)


def _takes(sign: Sign, words: Text) -> bool:
    return not sign.says or any(_contains(words, one) for one in sign.says)


def _contains(whole: Text, part: Text) -> bool:
    """Whether the one is in the other, in whichever language the other is said."""
    return all(any(_folded(one) in _folded(words) for one in part.values()) for words in whole.values())


def _folded(text: str) -> str:
    return " ".join(text.split())
