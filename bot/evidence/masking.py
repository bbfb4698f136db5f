"""What a copy for others hides in every text: people's numbers, and the values that the roster calls sensitive.

A number shows its first three and last two characters, a sensitive value nothing. Both are found as portals write
them: grouped, spaced, with decimals, in full width, in either case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any
from urllib.parse import quote, urlsplit

from bot.evidence.record import CaseFacts, EnteredValue
from bot.redaction import HIDDEN, mask_id

Span = tuple[int, int, str]
"""From, up to, and what stands there instead."""
Find = Callable[[str], Iterator[Span]]

_LONG = 8
"""A hidden value of so many letters and digits, some of them digits, is found whatever separates them."""
_LONG_PERSON = 6
_WORD = 4
_BETWEEN = r"[\s./·,'’年月‐-―-]{0,2}"
"""What people and portals put between the parts of a number."""
_MONTH, _DAY = r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
_RESIDENT = re.compile(
    _BETWEEN.join((r"(?<!\d)[1-9]\d{5}", r"(?:18|19|20)\d\d", _MONTH, _DAY, r"\d{3}", r"[\dX](?!\d)"))
    + rf"|(?<!\d)[1-9]\d{{7}}{_MONTH}{_DAY}\d{{3}}(?!\d)"
)
"""A resident number of 18 or, of old, 15 digits: its birth date tells it; mistyped ones count too."""
_GROUPS = re.compile(r"\d+(?:[.,'’，．\s]\d+)*")
_MOST_GROUPS = 6
_WHEN = re.compile(
    r"(?<!\d)(20\d\d)(?:(?:[-/]\d{1,2}){1,2}|(?:\.\d{1,2}){2}|年\d{1,2}月(?:\d{1,2}日)?)"
    r"(?:[ T]\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?(?!\d)"
)
_ANY_NUMBER = re.compile(
    r"(?<![\d*])\d+(?:[.,'’，．]\d+|\s\d{3}(?!\d))*(?![\d*])"
    r"|[〇零一二三四五六七八九十百千万两壹贰叁肆伍陆柒捌玖拾佰仟萬亿]{2,}"
)
_MEANS_SOMETHING = 3
"""So many digits, and a number in somebody's words may be a wage."""
_PLAIN_WIDTH = {ord("０") + digit: str(digit) for digit in range(10)} | {
    ord("Ａ") + letter: chr(ord("A") + letter) for letter in range(26)
}


class Masking:
    """Hides what is sensitive of these cases, and everybody's resident number."""

    def __init__(
        self, cases: Iterable[CaseFacts], *, also: Iterable[str] = (), shown: Iterable[str] = (), year: int = 0
    ) -> None:
        """`also`: other values to hide. `shown`: the portal's numbers, which are nobody's even if they look like it,
        and other names with digits. `year`: when this was filed; a date of about then is no birth date.
        """
        cases = tuple(cases)
        self._year = year
        persons = {case.person for case in cases if case.person}
        self._shown = {_condensed(number) for number in shown}
        values = {entered.value for case in cases for entered in case.entered if entered.sensitive}
        secrets = {one for one in (*values, *also) if one.strip()} - persons
        numbers = {one for one in secrets if _RESIDENT.fullmatch(_upper(one))}
        persons, hidden = persons | numbers, secrets - numbers
        # People first: what looks like an amount may be a part of their numbers.
        people = (_long_ones(_people(persons)), self._residents)
        self._find = (*people, _amounts(hidden), _long_ones(_codes(hidden)), _words(persons, hidden))

    def text(self, said: str) -> str:
        """The text with everything sensitive in it hidden."""
        for find in self._find:
            said = _replaced(said, find(_upper(said)))
        return said

    def told(self, said: str) -> str:
        """The words of others, with every number hidden that may mean something: strangers have wages too, and a portal
        may set one that nobody asked for.
        """
        said = self.text(said)
        return _replaced(said, self._unknown(said))

    def address(self, url: str) -> str:
        """An address, without what was asked of the page."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return HIDDEN
        host = parts.netloc.rpartition("@")[2]
        begins = (f"{parts.scheme}:" if parts.scheme else "") + (f"//{host}" if host else "")
        return self.text(begins) + self.told(parts.path)

    def data(self, said: Any) -> Any:
        """Plain data with every text in it as `told` gives it, and no number that is known to be sensitive."""
        match said:
            case str():
                return self.told(said)
            case Mapping():
                return {self.told(str(key)): self.data(value) for key, value in said.items()}
            case list() | tuple():
                return [self.data(one) for one in said]
            case int() | float() if not isinstance(said, bool) and self.text(str(said)) != str(said):
                return HIDDEN
            case _:
                return said

    def entered(self, value: EnteredValue) -> EnteredValue:
        """What was entered, as it may be seen."""
        shown = self.text(value.value)
        if value.sensitive and value.value and shown != mask_id(_condensed(value.value)):
            shown = HIDDEN
        return value.model_copy(update={"value": shown})

    def _unknown(self, said: str) -> Iterator[Span]:
        """Numbers of some length, but for the portal's own and for when something happened."""
        kept = [found.span() for found in _WHEN.finditer(said) if abs(int(found[1]) - self._year) <= 1]
        kept += [found.span() for found in re.finditer(r"[\w-]+", said) if _condensed(found[0]) in self._shown]
        for found in _ANY_NUMBER.finditer(said):
            start, end = found.span()
            number = sum(map(str.isdigit, found[0])) >= _MEANS_SOMETHING or not found[0][0].isdecimal()
            if number and not any(first <= start and end <= last for first, last in kept):
                yield start, end, HIDDEN

    def _residents(self, said: str) -> Iterator[Span]:
        for found in _RESIDENT.finditer(said):
            if (number := _condensed(found[0])) not in self._shown:
                yield found.start(), found.end(), mask_id(number)


def _upper(said: str) -> str:
    """The text in plain width and capital letters, character by character: places stay the same."""
    said = said.translate(_PLAIN_WIDTH)
    return said.upper() if said.isascii() else "".join(one.upper() if len(one.upper()) == 1 else one for one in said)


def _condensed(said: str) -> str:
    return "".join(one for one in _upper(said) if one.isalnum())


def _replaced(said: str, spans: Iterator[Span]) -> str:
    kept, at = [], 0
    for start, end, instead in spans:
        kept += [said[at:start], instead]
        at = end
    return "".join([*kept, said[at:]]) if kept else said


def _nothing(said: str) -> Iterator[Span]:
    return iter(())


def _people(persons: Iterable[str]) -> dict[str, str]:
    numbers = [number for number in map(_condensed, persons) if len(number) >= _LONG_PERSON]
    numbers += [number[:6] + number[8:17] for number in numbers if len(number) == 18]  # as in the last century
    return {number: mask_id(number) for number in numbers}


def _codes(hidden: Iterable[str]) -> dict[str, str]:
    return {_condensed(one): HIDDEN for one in hidden if _is_code(one)}


def _is_code(value: str) -> bool:
    """Whether it is long, with digits in it: an account, a date, a telephone."""
    return len(_condensed(value)) >= _LONG and any(map(str.isdigit, value))


def _long_ones(masks: Mapping[str, str]) -> Find:
    """Finds long numbers, whatever separates their characters; within longer ones, too."""
    if not masks:
        return _nothing
    lengths = sorted({len(one) for one in masks}, reverse=True)
    letters = frozenset(letter for one in masks for letter in one)
    any_of = f"[{re.escape(''.join(sorted(letters)))}]"
    runs = re.compile(rf"{any_of}(?:{_BETWEEN}{any_of}){{{lengths[-1] - 1},}}")

    def find(said: str) -> Iterator[Span]:
        for run in runs.finditer(said):
            places = [place for place in range(run.start(), run.end()) if said[place] in letters]
            bare, at = "".join(said[place] for place in places), 0
            while at < len(bare):
                hit = next((bare[at : at + length] for length in lengths if bare[at : at + length] in masks), "")
                if hit:
                    yield places[at], places[at + len(hit) - 1] + 1, masks[hit]
                at += len(hit) or 1

    return find


def _amounts(hidden: Iterable[str]) -> Find:
    """Finds amounts however they are grouped and with however many decimals: 6800, 6,800, 6.800,00, 6 800.0."""
    amounts = {amount for one in hidden for amount in _readings(_upper(one).strip())}
    if not amounts:
        return _nothing

    def find(said: str) -> Iterator[Span]:
        for token in _GROUPS.finditer(said):
            groups = [(one.start() + token.start(), one.end() + token.start()) for one in re.finditer(r"\d+", token[0])]
            at = 0
            while at < len(groups):
                last = min(at + _MOST_GROUPS, len(groups)) - 1
                spans = ((groups[at][0], groups[end][1], end) for end in range(last, at - 1, -1))
                hit = next((one for one in spans if amounts & _readings(said[one[0] : one[1]])), None)
                if hit is not None:
                    yield hit[0], hit[1], HIDDEN
                at = hit[2] + 1 if hit is not None else at + 1

    return find


def _readings(written: str) -> set[Decimal]:
    """The amounts that this may mean; none if it is no amount. 6.800 may be six, or six thousand eight hundred."""
    if not _GROUPS.fullmatch(written):
        return set()
    groups = re.findall(r"\d+", written)
    marks = re.findall(r"\D", written)
    readings = ["".join(groups)] if _grouped(groups, marks) else []
    if len(groups) > 1 and not marks[-1].isspace() and _grouped(groups[:-1], marks[:-1]):
        readings.append(f"{''.join(groups[:-1])}.{groups[-1]}")
    found = set()
    for reading in readings:
        try:
            found.add(Decimal(reading))
        except InvalidOperation:  # digits of a kind that no amount is written in
            continue
    return found


def _grouped(groups: list[str], marks: list[str]) -> bool:
    """Whether these are the groups of one number: by three, with the same mark between."""
    return all(len(group) == 3 for group in groups[1:]) and all(one == other for one, other in pairwise(marks))


def _words(persons: Iterable[str], hidden: Iterable[str]) -> Find:
    """Finds what is no long number and no amount, whatever its case and its spaces. A short one has to stand alone."""
    masks: dict[str, str] = {}
    for one in hidden:
        if not _is_code(one) and not _readings(_upper(one).strip()):
            masks |= dict.fromkeys(_written(one), HIDDEN)
    for one in persons:
        if len(_condensed(one)) < _LONG_PERSON:
            masks |= dict.fromkeys(_written(one), mask_id(one))
    if not masks:
        return _nothing
    by_start: dict[str, list[str]] = {}
    for one in sorted(masks, key=len, reverse=True):
        by_start.setdefault(one[:2], []).append(one)
    starts = re.compile("|".join(f"(?={re.escape(start)})" for start in by_start))

    def find(said: str) -> Iterator[Span]:
        said = re.sub(r"\s", " ", said)
        done = 0
        for found in starts.finditer(said):
            at = found.start()
            for one in (*by_start.get(said[at : at + 2], ()), *by_start.get(said[at : at + 1], ())):
                if at >= done and said.startswith(one, at) and _alone(said, at, at + len(one)):
                    done = at + len(one)
                    yield at, done, masks[one]
                    break

    return find


def _written(value: str) -> set[str]:
    """A value as a text may have it, and as an address may."""
    plain = " ".join(value.split())
    return {_upper(one) for one in (plain, quote(plain), quote(plain, safe=""))}


def _alone(said: str, start: int, end: int) -> bool:
    """Whether no longer word of Latin letters or digits goes on at either end; it may, of one that is long itself."""
    joined = _joined(said[start - 1 : start], said[start]) or _joined(said[end - 1], said[end : end + 1])
    return end - start >= _WORD or not joined


def _joined(one: str, other: str) -> bool:
    return bool(one and other) and all(letter.isascii() and letter.isalnum() for letter in (one, other))
