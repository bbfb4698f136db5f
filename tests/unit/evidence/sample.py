"""A dossier as a month leaves it: approved, rejected, refused, unclear, withdrawn, not begun; two seals, days apart."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from PIL import Image, ImageDraw, ImageFont

from bot.evidence.files import write_file
from bot.evidence.keys import SigningKey
from bot.evidence.page import ConsoleLine, Diagnosis, Extent, Frame, Page
from bot.evidence.record import BatchFacts, CaseFacts, EnteredValue, EventFacts, Record, RosterFacts
from bot.evidence.sealing import Contents, Entry, Failed, Seal, add_seal
from bot.text import Language
from tests.unit.evidence.sample_words import HUKOU, LABELS, SAYS, TITLES

NINE = datetime(2026, 11, 10, 1, tzinfo=UTC)
"""Nine o'clock on the portal's clock."""
URL = "https://portal.example/main"

Picture = Callable[[str, str], bytes]
"""A picture of a case ("" for none in particular) at a step."""


def a_key() -> SigningKey:
    """A key that nobody knows."""
    return SigningKey(Ed25519PrivateKey.generate())


def drawn(case: str, step: str, *, tall: float = 0.78) -> bytes:
    """A small picture with as much on it as tells it from others, so many times as high as wide."""
    size = 640, int(640 * tall)
    image = Image.new("RGB", size, "#f2f5f9")
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(14)
    draw.rectangle((0, 0, size[0], 36), fill="#2f6db5")
    draw.text((16, 10), "Portal", font=font, fill="white")
    draw.text((16, 56), f"{case or 'batch'} / {step}", font=font, fill="#17212b")
    for row in range(90, size[1] - 24, 28):
        draw.rectangle((16, row, size[0] - 16, row + 24), fill="white", outline="#bcd0e4")
        draw.text((26, row + 4), f"{row} field and value", font=font, fill="#44525f")
    written = io.BytesIO()
    image.save(written, "WEBP", quality=70)
    return written.getvalue()


class Sample:
    """Writes the dossier, of a portal in this language."""

    def __init__(self, folder: Path, language: Language = "en", picture: Picture = drawn) -> None:
        self.folder = folder
        self.key = a_key()
        self._language = language
        self._says = SAYS[language]
        self._picture = picture
        self._events: list[EventFacts] = []
        self._entries: list[Entry] = []
        self._failed: list[Failed] = []
        self._sealed = self._sealed_events = self._sealed_files = 0
        self._now = NINE
        self.cases: dict[str, CaseFacts] = {}

    def write(self) -> Seal:
        """Write all of it; the last seal."""
        self._accept()
        self._file_them()
        self._seal()
        self._now = NINE + timedelta(days=2)
        self._results()
        return self._seal()

    def batch(self) -> BatchFacts:
        """The batch as it is now."""
        flows = ("add", "renew", "interrupt", "save_form", "declare", "results", "portal")
        return BatchFacts(
            id="202611-01",
            portal="social_insurance",
            portal_title={"es": SAYS["es"]["portal"], "en": SAYS["en"]["portal"], "zh": SAYS["zh"]["portal"]},
            url="https://portal.example/",
            account=self._says["account"],
            user="170000001",
            period="2026-11",
            zone="Asia/Shanghai",
            roster=RosterFacts(name=self._says["roster"], sha256=hashlib.sha256(b"roster").hexdigest()),
            flows={name: hashlib.sha256(name.encode()).hexdigest() for name in flows},
            until="declare",
            four_eyes=True,
            started_by="maria",
            created_at=NINE,
            stopped=self._says["stopped"],
            versions={
                "assistant": "0.1.0",
                "python": "3.11.9",
                "playwright": "1.62.0",
                "browser": "Chromium 143",
                "system": "Linux",
            },
        )

    def _accept(self) -> None:
        people = (
            ("add-002", "add", "330299198706120115", "钱嘉树", "6800"),
            ("add-003", "add", "330299199203030032", "段文卓", "5600"),
            ("add-004", "add", "330299199710081096", "胡秀英", "5900"),
            ("renew-002", "renew", "330299199712221195", "许静怡", "6900"),
            ("interrupt-002", "interrupt", "330299199112221079", "马玉兰", ""),
            ("add-005", "add", "330299198310050376", "石明远", "9300"),
            ("renew-003", "renew", "330299197603151221", "邓国庆", "7200"),
        )
        for seq, (id, operation, person, name, wage) in enumerate(people):
            asked = {"id_number": person, "name": name, "household": HUKOU[self._language], "wage": wage}
            if not wage:
                asked = {"id_number": person, "name": name, "reason": self._says["left"]}
            self.cases[id] = CaseFacts(
                id=id,
                seq=seq,
                operation=operation,
                title=dict(TITLES[operation]),
                person=person,
                name=name,
                sheet=TITLES[operation][self._language],
                row=2 + seq,
                entered=tuple(
                    EnteredValue(
                        field=field,
                        label=dict(LABELS[field]),
                        value=value,
                        sensitive=field in ("id_number", "wage"),
                    )
                    for field, value in asked.items()
                ),
                state="pending",
                attempt=1,
                number="",
                rule="",
                reason="",
                shows="",
                drafted_at=None,
                filed_at=None,
                decided_at=None,
                approved_by="",
                approved_at=None,
                approved_shows="",
                trouble=None,
                since=NINE,
            )
        facts: dict[str, Any] = {"roster": self._says["roster"], "cases": len(self.cases), "until": "declare"}
        self._event(None, "accepted", **facts)
        self._event(None, "batch", stopped="")

    def _file_them(self) -> None:
        for case in ("add-002", "add-003", "renew-002", "interrupt-002", "add-005"):
            self._event(case, "note", baseline=[])
            self._draft(case)
        self._refused("add-004")
        self._shot("read-back", "add-002", "add-003", "renew-002", "interrupt-002", "add-005", tall=2.6)
        for number, case in enumerate(("add-002", "add-003", "renew-002", "interrupt-002", "add-005"), start=28):
            self._event(case, "moved", "reviewed", number=f"202611000000{number}", shows=self._shows(case))
        withdrew = self._says["withdrew"]
        self._event("add-005", "decision", "withdrawn", by="jefa", reason=withdrew)
        approved = ("add-002", "add-003", "renew-002", "interrupt-002")
        for case in approved:
            facts: dict[str, Any] = {
                "approved_by": "jefa",
                "approved_at": self._now,
                "approved_shows": self.cases[case].shows,
            }
            self._event(case, "decision", by="jefa", **facts)
        for case in approved:
            self._event(case, "intent", "declaring", reason="")
        self._shot("declared", "add-002", "add-003", "renew-002")
        for case in approved[:3]:
            self._event(case, "outcome", "under_review", filed_at=self._now)
        self._unclear("interrupt-002")
        self._event(None, "batch", stopped=self._says["stopped"])

    def _draft(self, case: str) -> None:
        self._event(case, "intent", "drafting", reason="")
        self._shot("filled", case)
        self._shot("saved", case)
        self._event(case, "outcome", "drafted", drafted_at=self._now)

    def _shows(self, case: str) -> str:
        told = ((LABELS[one.field][self._language], one.value) for one in self.cases[case].entered)
        return "; ".join(f"{label}: {value}" for label, value in told)

    def _refused(self, case: str) -> None:
        self._event(case, "intent", "drafting", reason="")
        self._shot("filled", case)
        path = self._shot("failure", case, kind="failure")
        words = self._says["refused"]
        at = {"flow": "save_form", "stage": "save_form", "step": "expect message", "portal_says": words, "url": URL}
        at |= {"place": "/somewhere/flows/save_form.yaml:11:5", "picture": path}
        trouble = {"kind": "Refusal", "message": words, "cure": self._says["refused_cure"], "circumstances": at}
        self._event(case, "moved", "refused", reason=words, rule="OP01", trouble=trouble)

    def _unclear(self, case: str) -> None:
        """A declaration that was cut short, with what there was to see then."""
        path = self._shot("failure", case, kind="failure")
        message = self._says["unclear"]
        at: dict[str, object] = {
            "flow": "declare",
            "stage": "declare",
            "step": "click declare",
            "url": f"{URL}?list=drafts",
        }
        at |= {"place": "/somewhere/flows/declare.yaml:38:7", "looked_for": self._says["looked_for"]}
        at |= {"shown": self._says["shown"], "nearest": [self._says["nearest"]], "picture": path, "portal_says": ""}
        trouble = {"kind": "PortalFault", "message": message, "cure": self._says["unclear_cure"], "circumstances": at}
        found = Diagnosis(
            url=f"{URL}?list=drafts",
            title=self._says["portal"],
            taken_at=self._now,
            error=trouble,
            portal_says=self._says["broken"],
            frames=(Frame(url=URL), Frame(name="documents", url="https://portal.example/documents", parent="")),
            console=tuple(
                ConsoleLine(type="error", text=f"{self._says['console']} ({line})", at=self._now) for line in range(11)
            ),
            snapshot="- main",
            nearest=(self._says["nearest"],),
            masks=None,
        )
        beside = path.rpartition(".")[0] + ".json"
        self._file(beside, found.model_dump_json(by_alias=True).encode(), "diagnosis", "failure", (case,))
        self._failed.append(Failed((case,), "declared", "picture", self._now, self._says["not_taken"]))
        self._event(case, "moved", "needs_attention", reason=message, trouble=trouble)

    def _results(self) -> None:
        self._event(None, "batch", stopped="")
        for case, state in (("add-002", "approved"), ("add-003", "rejected"), ("renew-002", "approved")):
            self._shot("final-row", case)
            reason = self._says["rejected"] if state == "rejected" else ""
            self._event(case, "outcome", state, reason=reason, decided_at=self._now)
        receipt = b"%PDF-1.7 receipt"
        self._file("renew-002/04-receipt.pdf", receipt, "download", "receipt", ("renew-002",))

    def _event(self, case: str | None, kind: str, to: str | None = None, *, by: str = "maria", **facts: Any) -> None:
        self._now += timedelta(seconds=3)
        was = self.cases[case].state if case else None
        told = {name: fact.isoformat() if isinstance(fact, datetime) else fact for name, fact in facts.items()}
        seq = len(self._events) + 1
        self._events.append(
            EventFacts(seq=seq, at=self._now, case=case, kind=kind, was=was, to=to, attempt=1, facts=told, by=by)
        )
        if case is not None:
            known = {name: fact for name, fact in facts.items() if name != "baseline"}
            moved = {"state": to, "since": self._now} if to else {}
            self.cases[case] = self.cases[case].model_copy(update={**known, **moved})

    def _shot(self, step: str, *cases: str, kind: str = "picture", tall: float = 0) -> str:
        """A picture with what its page said beside it; its path."""
        folder = cases[0] if len(cases) == 1 else "batch"
        number = 1 + sum(
            entry.path.startswith(f"{folder}/") and entry.kind in ("picture", "failure") for entry in self._entries
        )
        path = f"{folder}/{number:02}-{step}.webp"
        case = cases[0] if len(cases) == 1 else ""
        content = drawn(case, step, tall=tall) if tall else self._picture(case, step)
        self._file(path, content, kind, step, cases)
        if kind == "picture":
            page = Page(
                url=URL, picture=Extent(width=640, height=499), frames=(Frame(url=URL, lines=("…",)),), masks=()
            )
            self._file(f"{path[:-5]}.json", page.model_dump_json(by_alias=True).encode(), "page", step, cases)
        return path

    def _file(self, path: str, content: bytes, kind: str, step: str, cases: tuple[str, ...]) -> None:
        self._now += timedelta(seconds=1)
        write_file(self.folder / path, content)
        digest = hashlib.sha256(content).hexdigest()
        self._entries.append(Entry(path, digest, len(content), kind, step, cases, self._now, self._says["url"]))

    def _seal(self) -> Seal:
        events, entries = self._events[self._sealed_events :], self._entries[self._sealed_files :]
        self._sealed += 1
        touched = {event.case for event in events}
        cases = [case for case in self.cases.values() if self._sealed == 1 or case.id in touched]
        record = Record(number=self._sealed, batch=self.batch(), cases=tuple(cases), events=tuple(events))
        contents = Contents(
            batch="202611-01",
            entries=tuple(entries),
            failed=tuple(self._failed) if self._sealed == 1 else (),
            record=record.written(),
            through_event=len(self._events),
            through_file=len(self._entries),
            by="maria",
            at=self._now,
            assistant="0.1.0",
        )
        self._sealed_events, self._sealed_files = len(self._events), len(self._entries)
        return add_seal(self.folder, contents, self.key)
