"""The cover of a report: which batch, what became of it, how it is sealed, and how anybody can verify that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.evidence.reading import Dossier
from bot.evidence.record import BatchFacts, CaseFacts
from bot.evidence.report import spoken, words
from bot.evidence.report.case_page import Fact
from bot.evidence.report.reader import Reader, without_ids
from bot.evidence.report.states import ORDER, Look, look_of
from bot.evidence.report.timeline import aware
from bot.text import Text

if TYPE_CHECKING:
    from bot.evidence.verify import Verdict

_MOST_FINDINGS = 40
_SHORT = 16
"""Characters of a digest that tell one from another at a glance."""


@dataclass(frozen=True)
class Total:
    """How many cases are in a state, and how large a part of all they are, in per cent."""

    look: Look
    count: str
    share: float


@dataclass(frozen=True)
class SealView:
    """How the dossier is sealed, and whether it still is as it was sealed."""

    sign: str
    tone: str
    verdict: Text
    facts: tuple[Fact, ...]
    findings: tuple[Text, ...]
    more: int
    file: str
    command: str


@dataclass(frozen=True)
class Cover:
    """The cover."""

    batch: str
    portal: str
    period: str
    account: str
    count: str
    count_of: Text
    totals: tuple[Total, ...]
    seal: SealView
    seal_short: Text
    facts: tuple[Fact, ...]
    digests: tuple[tuple[str, str], ...]
    """The name and the digest of the roster and of each flow."""
    zone: str


def cover(dossier: Dossier, verdict: Verdict | None, reader: Reader) -> Cover:
    """The cover of the report on a dossier."""
    batch = dossier.batch
    flows = sorted(batch.flows.items())
    return Cover(
        batch=reader.name(batch.id),
        portal=reader.said(batch.portal_title) or batch.portal,
        period=spoken.month(batch.period, reader.language),
        account=reader.name(batch.account),
        count=spoken.count(len(dossier.cases), reader.language),
        count_of=words.CASE_TOTAL if len(dossier.cases) == 1 else words.CASES_TOTAL,
        totals=tuple(_totals(dossier.cases, reader)),
        seal=_seal(dossier, verdict, reader),
        seal_short=words.SEAL_SHORT.format(number=dossier.seals, digest=dossier.head[:_SHORT]),
        facts=tuple(fact for fact in _facts(batch, dossier.cases, reader) if fact.value),
        digests=((reader.name(batch.roster.name), batch.roster.sha256), *flows),
        zone=str(reader.zone),
    )


def _totals(cases: tuple[CaseFacts, ...], reader: Reader) -> Iterator[Total]:
    counts = Counter(case.state for case in cases)
    for state in sorted(counts, key=lambda one: (ORDER.index(one) if one in ORDER else len(ORDER), one)):
        share = 100 * counts[state] / len(cases)
        yield Total(look_of(state), spoken.count(counts[state], reader.language), share)


def _facts(batch: BatchFacts, cases: tuple[CaseFacts, ...], reader: Reader) -> Iterator[Fact]:
    language = reader.language
    user = words.USER.format(user=reader.name(batch.user)).to(language) if batch.user else ""
    yield Fact(words.ACCOUNT, " · ".join(filter(None, (reader.name(batch.account), user))))
    yield Fact(words.PORTAL, " · ".join(filter(None, (reader.said(batch.portal_title), reader.address(batch.url)))))
    yield Fact(words.ROSTER, reader.name(batch.roster.name))
    begun = words.BY_AT.format(person=batch.started_by, time=reader.time(batch.created_at))
    yield Fact(words.STARTED, begun.to(language))
    yield Fact(words.APPROVED, "; ".join(_approvals(cases, reader)) or words.NOBODY_APPROVED.to(language))
    yield Fact(words.FOUR_EYES, words.FOUR_EYES_MEANS.to(language) if batch.four_eyes else "")
    yield Fact(words.AIM, words.AIMS.get(batch.until, Text.same(batch.until)).to(language))
    yield Fact(words.STOPPED, without_ids(reader.text(batch.stopped)))
    named = ((words.VERSION_NAMES.get(name, Text.same(name)), said) for name, said in batch.versions.items())
    yield Fact(words.VERSIONS, " · ".join(f"{name.to(language)} {said}" for name, said in named))


def _approvals(cases: tuple[CaseFacts, ...], reader: Reader) -> Iterator[str]:
    """Who approved how many of the cases, and when for the last time."""
    last: dict[str, datetime] = {}
    counts: Counter[str] = Counter()
    for case in cases:
        if case.approved_at is not None:
            at = aware(case.approved_at)
            last[case.approved_by] = max(at, last.get(case.approved_by, at))
            counts[case.approved_by] += 1
    for person, at in last.items():
        told = words.APPROVED_ONE if counts[person] == 1 else words.APPROVED_BY
        count = spoken.count(counts[person], reader.language)
        yield told.format(person=person, count=count, time=reader.time(at)).to(reader.language)


def _seal(dossier: Dossier, verdict: Verdict | None, reader: Reader) -> SealView:
    findings = verdict.findings if verdict else ()
    sign, tone, said = _judged(verdict, reader)
    return SealView(
        sign=sign,
        tone=tone,
        verdict=said,
        facts=tuple(_seal_facts(dossier, verdict, reader)),
        findings=tuple(finding.message for finding in findings[:_MOST_FINDINGS]),
        more=max(len(findings) - _MOST_FINDINGS, 0),
        file=f"seals/{dossier.seals:04}.json",
        command=f"portal evidence verify {dossier.batch.id} --head {dossier.head}",
    )


def _judged(verdict: Verdict | None, reader: Reader) -> tuple[str, str, Text]:
    if verdict is None:
        return "?", "quiet", words.NOT_CHECKED
    if not verdict.intact:
        return "✗", "bad", words.NOT_INTACT
    files = spoken.count(verdict.files, reader.language)
    if verdict.trusted:
        return "✓", "good", words.INTACT.format(files=files)
    return "✓", "open", words.INTACT_UNKNOWN_KEY.format(files=files)


def _seal_facts(dossier: Dossier, verdict: Verdict | None, reader: Reader) -> Iterator[Fact]:
    language = reader.language
    yield Fact(words.HEAD, spoken.grouped(dossier.head), digest=True)
    for keyid in dict.fromkeys(seal.keyid for seal in verdict.seals) if verdict else ():
        yield Fact(words.KEY, spoken.grouped(keyid), digest=True)
    if verdict and verdict.seals and not verdict.trusted:
        yield Fact(Text.same(""), words.KEY_UNKNOWN.to(language))
    sealed = words.SEALED_ONCE if dossier.seals == 1 else words.SEALED_TIMES
    yield Fact(words.SEALED_AT, sealed.format(time=reader.time(dossier.sealed_at), seals=dossier.seals).to(language))
    if verdict and verdict.stamped:
        last = verdict.stamped[-1]
        said = words.STAMPED_AT if last.believed else words.STAMPED_UNKNOWN
        yield Fact(words.STAMPED, said.format(time=reader.time(last.at), number=last.seal).to(language))
