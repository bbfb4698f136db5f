"""Taking a roster on as batches, and finding the cases of a batch again."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from bot.bundled import bundled_flows
from bot.errors import UsageError
from bot.filing.desk import Account
from bot.filing.identity import Employer, batch_key, input_hash, natural_key, origin_of
from bot.filing.ledger import in_other_batch
from bot.flow.case import Case
from bot.roster.check import check, portal_date
from bot.roster.read import read_roster
from bot.service import words
from bot.service.options import RunOptions
from bot.service.views import refuse_purged

if TYPE_CHECKING:
    from bot.filing.journal.rows import Accepted, BatchRow, CaseRow
    from bot.filing.journal.store import Journal
    from bot.flow.models import Library
    from bot.roster.model import Roster


@dataclass(frozen=True)
class Desired:
    """A roster that is to be filed: where, with which flows, and where its papers go."""

    roster: Path
    library: Library
    flows: Path
    url: str
    home: Path
    now: datetime


def by_account(cases: Sequence[Case], accounts: Sequence[Account]) -> list[tuple[Account, list[Case]]]:
    """The cases of each account; those that name none are the first one's. Raises UsageError for one not given."""
    known = {account.name: account for account in accounts}
    groups: dict[str, list[Case]] = {}
    for case in cases:
        name = case.account or accounts[0].name
        if name not in known:
            said = words.OTHER_ACCOUNT.format(place=str(case.origin or case.id), account=name)
            raise UsageError(said, cure=words.OTHER_ACCOUNT_CURE.format(known=", ".join(known)))
        groups.setdefault(name, []).append(case)
    return [(known[name], group) for name, group in groups.items()]


def accept(
    journal: Journal, desired: Desired, account: Account, cases: Sequence[Case], options: RunOptions
) -> Accepted:
    """Write the cases of an account into the journal as a batch, or recognise the batch that they are already.

    Raises UsageError if that batch was purged.
    """
    from bot.filing.journal.rows import NewBatch, NewCase, NewRoster

    employer = Employer(origin_of(desired.url), account.user)
    portal = desired.library.portal
    period = f"{portal_date(portal, desired.now):%Y-%m}"
    content = desired.roster.read_bytes()
    stem = desired.roster.stem
    evidence = options.evidence or desired.home / "evidence" / f"{desired.now:%Y%m%d-%H%M%S}-{stem}"
    batch = NewBatch(
        key=batch_key(cases, employer, period),
        portal=portal.portal,
        origin=employer.origin,
        url=desired.url,
        flows="" if desired.flows == bundled_flows() else str(desired.flows.resolve()),
        account=account.name,
        user=account.user,
        period=period,
        roster=NewRoster(
            desired.roster.name, str(desired.roster.resolve()), hashlib.sha256(content).hexdigest(), content
        ),
        until=options.until,
        four_eyes=options.four_eyes,
        started_by=options.by,
        results=str((options.results or unused(desired.roster.with_name(f"{stem}-results.xlsx"))).resolve()),
        evidence=str(_own(evidence / _safe(account.name) if cases[0].account else evidence).resolve()),
        at=desired.now,
    )
    keys = _once(natural_key(case, employer, period) for case in cases)
    new = [
        NewCase(
            case.id,
            key,
            case.flow.flow,
            case.flow.hash,
            input_hash(case),
            case.origin.sheet if case.origin else "",
            case.origin.row if case.origin else 0,
            case.person,
        )
        for case, key in zip(cases, keys, strict=True)
    ]
    accepted = journal.accept(batch, new, elsewhere=in_other_batch)
    refuse_purged(accepted.batch)
    return accepted


def _once(keys: Iterable[str | None]) -> Iterator[str | None]:
    """The keys, each of them once: of rows that are the same in every way, the first holds it."""
    seen: set[str | None] = set()
    for key in keys:
        yield None if key in seen else key
        seen.add(key)


def _own(folder: Path) -> Path:
    """The folder, if nothing is in it; else the next one with a number: a dossier shares its folder with nothing."""
    numbered = (folder.with_name(f"{folder.name} ({number})") for number in count(2))
    return next(one for one in chain([folder], numbered) if not (one.exists() and any(one.iterdir())))


def _safe(name: str) -> str:
    """A name as a folder may be called."""
    return re.sub(r"[^\w-]+", "_", name)


def cases_of(journal: Journal, batch: BatchRow, library: Library) -> dict[str, Case]:
    """The cases of a batch with all their values, from the roster as it was accepted.

    Raises UsageError if the flows of now make something else of it.
    """
    with stored_roster(journal, batch) as roster:
        checked = check(read_roster(roster, library), library, today=batch.created_at)
    cases = {case.id: case for case in checked.cases}
    for row in journal.cases(batch.id):
        if row.id not in cases or input_hash(cases[row.id]) != row.input_hash:
            said = words.FLOW_CHANGED.format(batch=batch.id, case=row.id)
            raise UsageError(said, cure=words.FLOW_CHANGED_CURE)
    return cases


def case_again(roster: Roster, row: CaseRow, library: Library, today: datetime) -> Case | None:
    """One case with its values, from a roster as it was accepted; None if the flows of now make something else of it.

    Only its own row is checked.
    """
    for sheet in roster.sheets:
        mine = tuple(one for one in sheet.rows if (one.origin.sheet, one.origin.row) == (row.sheet, row.row))
        if mine:
            alone = replace(roster, sheets=(replace(sheet, rows=mine, strays=()),))
            found = next(iter(check(alone, library, today=today).cases), None)
            return found if found and input_hash(found) == row.input_hash else None
    return None


@contextmanager
def stored_roster(journal: Journal, batch: BatchRow) -> Iterator[Path]:
    """The roster of a batch, as it was accepted, in a file for as long as the block lasts.

    Raises UsageError for a batch that was purged.
    """
    refuse_purged(journal.batch(batch.id))
    roster = journal.roster(batch.id)
    with tempfile.TemporaryDirectory(prefix="portal-") as folder:
        path = Path(folder, roster.name)
        path.write_bytes(roster.content)
        yield path


def unused(path: Path) -> Path:
    """The path, or the next one with a number: the results of an earlier batch are kept."""
    numbered = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return path if not path.exists() else next(one for one in numbered if not one.exists())
