"""What can be done with the evidence of batches: seal it, verify it, report on it, hand it out, purge it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bot.filing.journal.store import SEALED
from bot.service.access_log import Access, AccessLog
from bot.service.masked_evidence import MaskedEvidence
from bot.service.views import refuse_purged
from bot.text import Language

if TYPE_CHECKING:
    from bot.evidence.reading import Dossier
    from bot.evidence.sealing import Seal
    from bot.evidence.shareable import Withheld
    from bot.evidence.verify import Verdict
    from bot.filing.journal.rows import BatchRow
    from bot.filing.journal.store import Journal
    from bot.flow.case import Case
    from bot.flow.models import Library
    from bot.service.purge import PurgeOutcome

NAMED = 12
"""So many batches of a purge are named in the record of access."""


@dataclass(frozen=True)
class Checking:
    """What a dossier is held against, besides itself."""

    keys: tuple[Path, ...] = ()
    """Public keys that may have signed it; without any, this home's own where they fit."""
    head: str = ""
    """The digest of a seal that must be in it: from a report, or from a second person."""
    authorities: tuple[Path, ...] = ()
    """Root certificates of the time-stamping authorities that are believed."""


@dataclass(frozen=True)
class Found:
    """Where a dossier is, and what this home's journal knows of it: nothing, of one from elsewhere."""

    path: Path
    batch: str = ""
    head: str = ""


@dataclass(frozen=True)
class Copy:
    """A copy of a dossier, and what is not in it."""

    path: Path
    withheld: tuple[Withheld, ...] = ()


class Dossiers:
    """The dossiers of one home. A dossier is named by its batch, or by its folder or zip wherever it comes from."""

    def __init__(
        self,
        *,
        home: Path,
        clock: Callable[[], datetime],
        journal: Callable[[], AbstractContextManager[Journal]],
        library_of: Callable[[BatchRow], Library],
        authority: str = "",
    ) -> None:
        self._home = home
        self._clock = clock
        self._journal = journal
        self._library_of = library_of
        self._authority = authority
        self._access = AccessLog(home)
        self.masked = MaskedEvidence(journal, library_of)

    def seal(self, batch: str, *, by: str, authority: str = "") -> Seal | None:
        """Seal what is new in a batch's evidence; its last seal, None if it has no evidence.

        With the address of a time-stamping authority, the seal is stamped. Raises UsageError.
        """
        from bot.service.sealing import cases_at_hand

        with self._journal() as journal:
            row = journal.batch(batch)
            library = self._library_of(row)
            cases = cases_at_hand(journal, row, library)
            return self.seal_with(journal, row, library, cases, by=by, authority=authority)

    def seal_with(
        self,
        journal: Journal,
        batch: BatchRow,
        library: Library,
        cases: Mapping[str, Case],
        *,
        by: str,
        browser: str = "",
        authority: str = "",
    ) -> Seal | None:
        """Seal a batch whose cases are at hand."""
        from bot.evidence.keys import signing_key
        from bot.evidence.stamp import stamp
        from bot.service.sealing import seal_batch

        key, now = signing_key(self._home), self._clock()
        seal = seal_batch(journal, batch, library, cases, key, at=now, by=by, browser=browser)
        url = authority or self._authority
        if seal is not None and url and not _stamp_of(Path(batch.evidence), seal).exists():
            stamp(Path(batch.evidence), seal.number, url)
        return seal

    def verify(self, target: str, checking: Checking) -> Verdict:
        """Whether a dossier is as it was sealed. Raises UsageError for what is no dossier."""
        return self._verify(self._find(target), checking)

    def _verify(self, found: Found, checking: Checking) -> Verdict:
        from bot.evidence.keys import public_keys, read_public_key
        from bot.evidence.verify import verify

        keys, own = [read_public_key(path) for path in checking.keys], public_keys(self._home)
        if not keys and found.batch:
            keys = list(own)
        head = checking.head or found.head
        verdict = verify(found.path, trusted=keys, head=head, authorities=checking.authorities)
        signers = {seal.keyid for seal in verdict.seals}
        if not keys and signers and signers <= {key.fingerprint for key in own}:
            return replace(verdict, trusted=True)
        return verdict

    def _find(self, target: str) -> Found:
        path = Path(target)
        if path.exists():
            return Found(path)
        with self._journal() as journal:
            row = journal.batch(target)
            refuse_purged(row)
            sealed = [event for event in journal.events(row.id) if event.kind == SEALED]
        return Found(Path(row.evidence), row.id, str(sealed[-1].facts["digest"]) if sealed else "")

    async def report(self, target: str, to: Path, language: Language, *, shareable: bool = False) -> Path:
        """Write the report on a dossier, complete or masked for others: a PDF if the name ends so, else HTML.

        Raises UsageError.
        """
        from bot.evidence.files import write_file

        found = self._find(target)
        page = await asyncio.to_thread(self._masked_page if shareable else self._page, found, language)
        if to.suffix.lower() == ".pdf":
            from bot.browser.pdf import print_pdf

            await print_pdf(page, to)
        else:
            write_file(to, page.encode())
        return to

    def _page(self, found: Found, language: Language) -> str:
        from bot.evidence.reading import read_dossier
        from bot.evidence.report import render_report

        dossier = read_dossier(found.path)
        verdict = self._verify(found, Checking())
        return render_report(dossier, language, verdict=verdict, zone=dossier.zone)

    def _masked_page(self, found: Found, language: Language) -> str:
        """The report as it is in a copy for others."""
        from bot.evidence.reading import read_dossier

        with TemporaryDirectory(prefix="portal-") as made:
            page, _ = self._shareable(read_dossier(found.path), Path(made, "copy"), language, by="")
            return page

    async def export(self, batch: str, to: Path, language: Language, *, shareable: bool, by: str) -> Copy:
        """Write a zip of a batch's dossier with its report: complete, or masked for others. Seals what is new first.

        Raises UsageError where there is a file of that name already.
        """
        from bot.evidence.export import export_sealed, how_to_verify, refuse_existing
        from bot.evidence.reading import read_dossier

        refuse_existing(to)
        self.seal(batch, by=by)
        found = self._find(batch)
        with TemporaryDirectory(prefix="portal-") as made:
            folder = found.path
            withheld: tuple[Withheld, ...] = ()
            if shareable:
                folder = Path(made, batch)
                page, withheld = self._shareable(read_dossier(found.path), folder, language, by=by)
            else:
                page = self._page(found, language)
            extra = {"report.html": page.encode(), "VERIFY.txt": how_to_verify(batch)}
            extra |= await _as_pdf(page, Path(made, "report.pdf"))
            copy = Copy(export_sealed(folder, batch, to, extra=extra), withheld)
        self._access.note(Access.EXPORTED_MASKED if shareable else Access.EXPORTED, by=by, about=batch)
        return copy

    def _shareable(
        self, dossier: Dossier, folder: Path, language: Language, *, by: str
    ) -> tuple[str, tuple[Withheld, ...]]:
        from bot.evidence.keys import signing_key
        from bot.evidence.report import render_report
        from bot.evidence.shareable import ShareableCopy

        copy = ShareableCopy(dossier, folder, self._clock(), by)
        copy.write(signing_key(self._home))
        page = render_report(
            copy.shown, language, verdict=None, zone=dossier.zone, masked=True, picture=copy.picture
        )
        return page, tuple(copy.withheld)

    def purge(self, *, older_than: timedelta, by: str, dry_run: bool = False) -> PurgeOutcome:
        """Remove the evidence and the personal data of batches that are over for so long."""
        from bot.evidence.keys import signing_key
        from bot.service.purge import purge

        with self._journal() as journal:
            key = signing_key(self._home)
            now = self._clock()
            outcome = purge(journal, self._home, key, older_than=older_than, now=now, by=by, dry_run=dry_run)
        if outcome.done and not outcome.nothing:
            others = {"rehearsals": len(outcome.rehearsals), "uploads": len(outcome.uploads)}
            more = ", ".join(f"{name}: {count}" for name, count in others.items() if count)
            self._access.note(Access.PURGED, by=by, about=_briefly([one.batch for one in outcome.purged]), more=more)
        return outcome

    def public_key(self) -> str:
        """The public key that this home seals with, as PEM; made if there is none yet."""
        from bot.evidence.keys import signing_key

        return signing_key(self._home).public_pem


def _briefly(batches: Sequence[str]) -> str:
    """The first of them by name, and how many more there are."""
    more = len(batches) - NAMED
    return ", ".join(batches[:NAMED]) + (f" (+{more})" if more > 0 else "")


async def _as_pdf(page: str, path: Path) -> dict[str, bytes]:
    """The page as a PDF, for a zip; nothing for one that is too large to be printed: it is there as HTML."""
    from bot.browser.pdf import LARGEST, print_pdf

    if len(page.encode()) > LARGEST:
        return {}
    await print_pdf(page, path)
    return {path.name: await asyncio.to_thread(path.read_bytes)}


def _stamp_of(folder: Path, seal: Seal) -> Path:
    return folder / "seals" / f"{seal.number:04}.tsr"
