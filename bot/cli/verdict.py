"""What a verification found, for people and for programs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from bot.cli import evidence_words as words

if TYPE_CHECKING:
    from bot.evidence.verify import Verdict


def show_verdict(console: Console, verdict: Verdict) -> None:
    """Print whether a dossier is intact, each finding, and what to compare with what one was given."""
    if verdict.intact:
        said = words.INTACT.format(files=verdict.files, seals=len(verdict.seals))
        console.print(Styled(f"✓ {said}", style="good"), soft_wrap=True)
    else:
        said = words.NOT_INTACT.format(count=len(verdict.findings))
        console.print(Styled(f"✗ {said}", style="bad"), soft_wrap=True)
    for finding in verdict.findings:
        console.print(f"  • {finding.message}", soft_wrap=True)
    facts = Table.grid(padding=(0, 2))
    facts.add_column(style="faint", no_wrap=True)
    facts.add_column(overflow="fold")
    if verdict.seals:
        last = verdict.seals[-1]
        facts.add_row(f"  {words.HEAD}", f"{last.number}  {spaced(verdict.head)}")
        facts.add_row(f"  {words.SEALED_AT}", f"{last.sealed_at:%Y-%m-%d %H:%M:%S} UTC")
        told = words.TRUSTED if verdict.trusted else words.UNKNOWN_KEY
        for keyid in dict.fromkeys(seal.keyid for seal in verdict.seals):
            facts.add_row(f"  {words.SIGNED_BY}", f"{spaced(keyid)}  ({told})")
    for stamp in verdict.stamped:
        told = words.BELIEVED if stamp.believed else words.NOT_FOLLOWED_UP
        facts.add_row(f"  {words.STAMPED}", f"{stamp.seal}  {stamp.at:%Y-%m-%d %H:%M:%S} UTC  ({told})")
    console.print(facts)


def spaced(digest: str) -> str:
    """A digest in groups of eight, to be compared by eye."""
    return " ".join(re.findall(".{1,8}", digest))


def verdict_data(verdict: Verdict) -> dict[str, Any]:
    """A verdict for a program."""
    return {
        "intact": verdict.intact,
        "trusted": verdict.trusted,
        "files": verdict.files,
        "head": verdict.head,
        "seals": [
            {"number": seal.number, "digest": seal.digest, "key": seal.keyid, "sealed_at": seal.sealed_at.isoformat()}
            for seal in verdict.seals
        ],
        "stamped": [
            {"seal": stamp.seal, "at": stamp.at.isoformat(), "believed": stamp.believed} for stamp in verdict.stamped
        ],
        "findings": [
            {"kind": finding.kind.value, "path": finding.path, "message": str(finding.message)}
            for finding in verdict.findings
        ],
    }
