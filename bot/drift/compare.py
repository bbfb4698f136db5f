"""What is different between two looks at a screen."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from bot.drift.screen import Thing

ChangeKind = Literal["renamed", "gone", "new", "moved", "required", "optional"]

_LIKELY = 0.75
"""So alike that two names are of one thing, wherever it stands."""
_ALIKE = 0.3
"""So much alike is enough for a thing that stands where the other one stood."""


@dataclass(frozen=True)
class Change:
    """One difference. `now` is the thing as it is today; `after` and `now_after` what it follows, None at the top."""

    kind: ChangeKind
    thing: Thing
    now: Thing | None = None
    after: Thing | None = None
    now_after: Thing | None = None


def compare(old: Sequence[Thing], new: Sequence[Thing]) -> tuple[Change, ...]:
    """The differences: of what was there in its order, then what is new. What is doubtful counts only as a new name."""
    pairs = _same(old, new)
    renamed = _renamed(old, new, pairs)
    together = {**pairs, **renamed}
    moved = _moved(together)
    changes: list[Change] = []
    for place, thing in enumerate(old):
        if place not in together:
            changes.append(Change("gone", thing, after=_before(old, place)))
            continue
        now = new[together[place]]
        if place in renamed:
            changes.append(Change("renamed", thing, now))
        if thing.required != now.required:
            changes.append(Change("required" if now.required else "optional", thing, now))
        if place in moved:
            changes.append(Change("moved", thing, now, _before(old, place), _before(new, together[place])))
    taken = set(together.values())
    for place, thing in enumerate(new):
        if place not in taken and not thing.doubtful:
            changes.append(Change("new", thing, thing, now_after=_before(new, place)))
    return tuple(changes)


def _same(old: Sequence[Thing], new: Sequence[Thing]) -> dict[int, int]:
    """What has the same kind and name: the first with the first, the second with the second."""
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, thing in enumerate(new):
        places[thing.kind, thing.name].append(place)
    pairs = {}
    for place, thing in enumerate(old):
        if waiting := places[thing.kind, thing.name]:
            pairs[place] = waiting.pop(0)
    return pairs


def _renamed(old: Sequence[Thing], new: Sequence[Thing], pairs: Mapping[int, int]) -> dict[int, int]:
    """What has another name today: of one kind, and of like names, the more alike the farther apart they stand."""
    taken = set(pairs.values())
    strangers = [place for place in range(len(new)) if place not in taken]
    scored = []
    for lost in (place for place in range(len(old)) if place not in pairs):
        for found in strangers:
            if old[lost].kind == new[found].kind:
                alike, nearness = likeness(old[lost].name, new[found].name), _nearness(lost, found, pairs)
                if _is_one(alike, nearness, doubtful=new[found].doubtful):
                    scored.append((-alike - nearness / 2, lost, found))
    renamed: dict[int, int] = {}
    for _, lost, found in sorted(scored):
        if lost not in renamed and found not in renamed.values():
            renamed[lost] = found
    return renamed


def _is_one(alike: float, nearness: float, *, doubtful: bool) -> bool:
    if doubtful:
        return nearness == 1 and alike >= 0.5
    return alike >= _LIKELY - (_LIKELY - _ALIKE) * nearness


def likeness(one: str, other: str) -> float:
    """How much alike two names are: 1 if they are the same, 0 if they have nothing in common."""
    return SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False).ratio()


def _nearness(lost: int, found: int, pairs: Mapping[int, int]) -> float:
    """Whether both stand between the same two things: 1; beside one of them: 0.5; else 0."""
    back = {new: old for old, new in pairs.items()}
    before = max((old for old in pairs if old < lost), default=None)
    after = min((old for old in pairs if old > lost), default=None)
    now_before = max((new for new in back if new < found), default=None)
    now_after = min((new for new in back if new > found), default=None)
    same_before = before == (None if now_before is None else back[now_before])
    same_after = after == (None if now_after is None else back[now_after])
    return (same_before + same_after) / 2


def _moved(pairs: Mapping[int, int]) -> set[int]:
    """The fewest things that must be taken out for the others to stand in their old order."""
    order = sorted(pairs)
    ends: list[int] = []  # the smallest end of an ordered run, by its length
    lengths: dict[int, int] = {}
    for old in order:
        length = bisect_left(ends, pairs[old])
        ends[length : length + 1] = [pairs[old]]
        lengths[old] = length
    stays: set[int] = set()
    wanted, limit = len(ends) - 1, float("inf")
    for old in reversed(order):
        if lengths[old] == wanted and pairs[old] < limit:
            stays.add(old)
            wanted, limit = wanted - 1, pairs[old]
    return set(order) - stays


def _before(things: Sequence[Thing], place: int) -> Thing | None:
    """What a thing follows in its frame, None at the top."""
    before: Iterator[Thing] = (things[one] for one in range(place - 1, -1, -1) if not things[one].doubtful)
    found = next(before, None)
    return None if found is None or found.kind == "frame" else found
