"""What a purge did, or would do, for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text as Styled

from bot.cli import evidence_words as words

if TYPE_CHECKING:
    from bot.service.purge import PurgeOutcome


def show_purge(console: Console, outcome: PurgeOutcome) -> None:
    """A line for each batch, rehearsal and spreadsheet, with what is left behind and where the note is."""
    if outcome.nothing:
        console.print(str(words.NOTHING_TO_PURGE), soft_wrap=True)
    said = words.PURGED if outcome.done else words.TO_BE_PURGED
    for one in outcome.purged:
        size = words.OF_FILES.format(files=one.files, size=_size(one.bytes))
        console.print(Styled(f"{said} {one.batch}", style="name") + Styled(f"  {size}"), soft_wrap=True)
        if one.note is not None:
            console.print(f"  {words.NOTE_AT}: {one.note}", soft_wrap=True)
        if one.results is not None:
            console.print(f"  {words.YOURS.format(path=one.results)}", soft_wrap=True)
        if one.missing:
            console.print(f"  {words.NOT_FOUND.format(count=one.missing)}", soft_wrap=True)
        if one.strange:
            console.print(f"  {words.NOT_OURS.format(paths=', '.join(one.strange))}", soft_wrap=True)
    for old in outcome.rehearsals:
        size = words.OF_FILES.format(files=old.files, size=_size(old.bytes))
        named = Styled(f"{said} {words.REHEARSAL.format(name=old.name)}", style="name")
        console.print(named + Styled(f"  {size}"), soft_wrap=True)
        if old.strange:
            console.print(f"  {words.NOT_OURS.format(paths=', '.join(old.strange))}", soft_wrap=True)
    for upload in outcome.uploads:
        size = words.OF_FILES.format(files=upload.files, size=_size(upload.bytes))
        named = Styled(f"{said} {words.UPLOAD.format(name=upload.name)}", style="name")
        console.print(named + Styled(f"  {size}"), soft_wrap=True)
    for kept in outcome.kept:
        console.print(Styled(f"{words.KEPT} {kept.batch}", style="faint") + Styled(f"  {kept.why}"), soft_wrap=True)
    if outcome.remains is not None:
        console.print(str(outcome.remains), soft_wrap=True)


def _size(size: int) -> str:
    return f"{size / 1024**2:.1f} MiB" if size >= 1024**2 else f"{size / 1024:.0f} KiB"
