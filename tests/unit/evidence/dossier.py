"""A small dossier of two seals, made the way the program makes one."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.evidence.files import write_file
from bot.evidence.keys import SigningKey
from bot.evidence.sealing import Contents, Entry, Failed, Seal, add_seal

NOON = datetime(2026, 11, 10, 4, tzinfo=UTC)
FIRST = {
    "add-001/01-filled.webp": b"RIFF filled",
    "add-001/01-filled.json": b'{"schema": "urn:portal-assistant:page:1"}',
    "add-001/02-saved.webp": b"RIFF saved",
    "batch/01-declared.webp": b"RIFF declared",
}
SECOND = {"add-001/03-final-row.webp": b"RIFF final", "add-001/04-receipt.pdf": b"%PDF-1.7 receipt"}


def contents(folder: Path, files: dict[str, bytes], number: int) -> Contents:
    """Write files into a dossier; what there is to seal of them."""
    for name, data in files.items():
        write_file(folder / name, data)
    at = NOON + timedelta(hours=number)
    return Contents(
        batch="202611-01",
        entries=tuple(
            Entry(
                path=name,
                sha256=hashlib.sha256(data).hexdigest(),
                bytes=len(data),
                kind="page" if name.endswith(".json") else "picture",
                step=name[8:-5],
                cases=("add-001",),
                taken_at=at,
                url="https://portal.example/form",
            )
            for name, data in files.items()
        ),
        failed=(Failed(("add-001",), "saved", "picture", at, "the page was gone"),),
        record=f'{{"number": {number}}}'.encode(),
        through_event=10 * number,
        through_file=5 * number,
        by="ana",
        at=at,
        assistant="0.1.0",
    )


def dossier(folder: Path, key: SigningKey, *, batch: int = 2) -> list[Seal]:
    """A dossier of so many seals."""
    return [
        add_seal(folder, contents(folder, files, number), key)
        for number, files in enumerate((FIRST, SECOND)[:batch], start=1)
    ]
