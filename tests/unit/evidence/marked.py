"""A dossier full of marked values: wherever a person's number and a wage may stand, they do."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from bot.evidence.files import write_file
from bot.evidence.keys import SigningKey
from bot.evidence.page import ConsoleLine, Diagnosis, Extent, Frame, Mask, Page
from bot.evidence.record import BatchFacts, CaseFacts, EnteredValue, EventFacts, Record, RosterFacts
from bot.evidence.sealing import Contents, Entry, Failed, add_seal

NOON = datetime(2026, 11, 10, 4, 0, tzinfo=UTC)
PEOPLE = {"add-002": ("330299198706120115", "7431952"), "add-003": ("33029919920303003X", "8264173")}
"""The number and the wage of each case."""
STRANGER = ("330299197312110054", "6917384")
"""Of another batch."""
MARKS = [mark for pair in (*PEOPLE.values(), STRANGER) for mark in pair]
FORMS = [*MARKS, *(f"{int(mark):,}" for mark in MARKS if len(mark) == 7), "33029919920303003x"]
NUMBER = "20261100000028"
BOX: Mask = (40, 30, 300, 20)
SIZE = (400, 200)
WAGE = {"es": "Salario", "en": "Declared wage", "zh": "工资"}


def said(case: str) -> str:
    """What a portal says of a case."""
    person, wage = PEOPLE[case]
    return f"王 {person.lower()}: {int(wage):,}.00"


def picture(secret: str) -> bytes:
    """A picture with something secret in its box."""
    image = Image.new("RGB", SIZE, "white")
    ImageDraw.Draw(image).text((BOX[0], BOX[1]), secret, fill="red")
    written = io.BytesIO()
    image.save(written, "WEBP", lossless=True, exif=b"Exif\0\0" + secret.encode())
    return written.getvalue()


def page(*lines: str, masks: Sequence[Mask] | None = (BOX,), size: tuple[int, int] = SIZE) -> Page:
    """What a page said."""
    url = f"https://portal.example/{PEOPLE['add-002'][0]}?wage={PEOPLE['add-002'][1]}"
    return Page(
        url=url,
        title=lines[0] if lines else "",
        taken_at=NOON,
        picture=Extent(width=size[0], height=size[1]),
        frames=(Frame(name=lines[0] if lines else "", url=url, parent=url, lines=lines),),
        masks=None if masks is None else tuple(masks),
    )


def diagnosis(case: str) -> Diagnosis:
    """What there was to see at a failure."""
    told = said(case)
    return Diagnosis(
        url=f"https://portal.example/{told}?{told}",
        title=told,
        taken_at=NOON,
        error={"message": told, "circumstances": {"shown": [told, {told: told}], "wage": int(PEOPLE[case][1])}},
        portal_says=told,
        frames=(Frame(name=told, url=told, parent=told),),
        console=(ConsoleLine(type="error", text=told, at=NOON),),
        snapshot=f"- row {told} {' '.join(STRANGER)}",
        nearest=(told,),
        masks=(BOX,),
    )


class Marked:
    """The dossier as it comes to be."""

    def __init__(self, folder: Path, key: SigningKey) -> None:
        self.folder = folder
        self._key = key
        self._entries: list[Entry] = []
        self._failed: list[Failed] = []

    def file(self, name: str, content: bytes, kind: str, *cases: str) -> None:
        """Put a file into it."""
        write_file(self.folder / name, content)
        self._entries.append(
            Entry(
                name,
                hashlib.sha256(content).hexdigest(),
                len(content),
                kind,
                step=Path(name).stem.partition("-")[2],
                cases=cases,
                taken_at=NOON + timedelta(minutes=len(self._entries)),
                url=f"https://portal.example/{kind}?id={PEOPLE['add-002'][0]}",
            )
        )

    def shot(self, name: str, beside: Page | Diagnosis | None, *cases: str) -> str:
        """Put a picture into it, with what stands beside it; its name."""
        failure = isinstance(beside, Diagnosis)
        content = picture(said(cases[0]) if cases else "batch")
        self.file(f"{name}.webp", content, "failure" if failure else "picture", *cases)
        if beside is not None:
            told = beside.model_dump_json(by_alias=True, indent=1).encode()
            self.file(f"{name}.json", told, "diagnosis" if failure else "page", *cases)
        return f"{name}.webp"

    def failed(self, case: str) -> None:
        """Something could not be captured."""
        self._failed.append(Failed((case,), "saved", "picture", NOON, said(case)))

    def seal(self, **changed: Mapping[str, Any]) -> Path:
        """Seal it; `changed` are facts of its cases."""
        record = Record(
            number=1,
            batch=_batch(),
            cases=tuple(_case(id).model_copy(update=dict(changed.get(id.replace("-", "_"), {}))) for id in PEOPLE),
            events=tuple(_events()),
        )
        contents = Contents(
            batch="202611-01",
            entries=tuple(self._entries),
            failed=tuple(self._failed),
            record=record.written(),
            through_event=9,
            through_file=len(self._entries),
            by="maria",
            at=NOON,
            assistant="0.1.0",
        )
        add_seal(self.folder, contents, self._key)
        return self.folder


def _batch() -> BatchFacts:
    told = said("add-002")
    return BatchFacts(
        id="202611-01",
        portal="social_insurance",
        portal_title={"en": "Portal"},
        url=f"https://portal.example/{told}?{told}",
        account="acme",
        user="170000001",
        period="2026-11",
        zone="Asia/Shanghai",
        roster=RosterFacts(name=f"{told}.xlsx", sha256="ab" * 32),
        flows={"add": "cd" * 32},
        until="declare",
        four_eyes=False,
        started_by="maria",
        created_at=NOON,
        stopped=told,
        versions={"assistant": "0.1.0"},
    )


def _case(id: str) -> CaseFacts:
    person, wage = PEOPLE[id]
    told = said(id)
    values = {"id_number": person, "wage": wage, "note": told, "household": "local urban"}
    asked = [
        EnteredValue(
            field=field,
            label=WAGE if field == "wage" else {"en": field},
            value=value,
            sensitive=field in ("id_number", "wage"),
        )
        for field, value in values.items()
    ]
    return CaseFacts(
        id=id,
        seq=list(PEOPLE).index(id),
        operation="add",
        title={"en": "Add employee"},
        person=person,
        name=told,
        sheet=told,
        row=2,
        entered=tuple(asked),
        state="approved",
        attempt=1,
        number=NUMBER,
        rule="OP04",
        reason=f"{told} ({STRANGER[1]})",
        shows=told,
        drafted_at=NOON,
        filed_at=NOON,
        decided_at=NOON,
        approved_by="luz",
        approved_at=NOON,
        approved_shows=told,
        trouble={"message": told, "circumstances": {"shown": told, "list": [told], told: int(wage)}},
        since=NOON,
    )


def _events() -> list[EventFacts]:
    facts: dict[str, Any] = {"reason": said("add-003"), "deep": [{"x": f"{STRANGER[0]} {STRANGER[1]}"}], "cases": 300}
    facts |= {"hash": "ab" * 32, "at": NOON.isoformat(), "number": NUMBER, "wage": int(PEOPLE["add-002"][1])}
    common: dict[str, Any] = {"at": NOON, "kind": "moved", "was": "pending", "to": "approved"}
    common |= {"attempt": 1, "by": "maria"}
    return [EventFacts(seq=seq, case=case, facts=facts, **common) for seq, case in enumerate((None, *PEOPLE), start=1)]
