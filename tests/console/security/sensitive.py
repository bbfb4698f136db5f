"""A batch whose pictures show a number and a wage in red: masked where that is known, and some where it is not."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw
from pydantic import SecretStr

from bot.evidence.page import Extent, Frame, Mask, Page
from bot.filing.desk import Account
from bot.filing.journal.rows import Change, EvidenceRow
from bot.filing.journal.store import open_journal
from bot.filing.states import CaseState
from bot.service import Assistant, RunOptions
from bot.service.acceptance import Desired, accept, by_account

S = CaseState
NUMBER, OTHER = "330299198706120115", "330299198310050376"
WAGE, OTHERS_WAGE = "31687", "29531"
CASE = "add-002"
HEADER = "operation,id_number,name,household,wage,migrant,migrant_insurance\n"
ROSTER = f"{HEADER}add,{NUMBER},钱嘉树,11,{WAGE},no,no\nadd,{OTHER},石明远,11,{OTHERS_WAGE},no,no\n"
BOX: Mask = (40, 30, 300, 20)
SIZE = (400, 200)
MASKED, UNKNOWN, LONELY, ANOTHERS = (
    f"{CASE}/{name}.webp" for name in ("01-saved", "02-unknown", "03-lonely", "04-anothers")
)
"""Pictures: of which it is known what to mask; of which it is not; with nothing beside it; with somebody else on it."""
RED = (255, 0, 0)


def picture() -> bytes:
    """A picture with a number and a wage in its box."""
    image = Image.new("RGB", SIZE, "white")
    ImageDraw.Draw(image).text((BOX[0], BOX[1]), f"{NUMBER} {WAGE}", fill=RED)
    written = io.BytesIO()
    image.save(written, "WEBP", lossless=True)
    return written.getvalue()


def reds(content: bytes) -> int:
    """How many pixels of a picture are somewhat red: what is to be masked is, and nothing else."""
    with Image.open(io.BytesIO(content)) as image:
        return sum(
            count
            for count, (red, green, blue) in image.convert("RGB").getcolors(2**24) or ()  # type: ignore[misc]  # of RGB
            if red - max(green, blue) > 60
        )


def sensitive_batch(assistant: Assistant, folder: Path) -> str:
    """The batch, drafted, with its pictures on the disk; its id."""
    folder.mkdir(parents=True, exist_ok=True)
    roster = folder / "roster.csv"
    roster.write_text(ROSTER, encoding="utf-8")
    cases = assistant.check(roster).cases
    account = Account("acme", "170000001", SecretStr("secret"))
    now = assistant.now()
    desired = Desired(roster, assistant.library, assistant.flows, assistant.url, assistant.home, now)
    [(_, group)] = by_account(cases, [account])
    with open_journal(assistant.store) as journal:
        batch = accept(journal, desired, account, group, RunOptions(by="Ana", until="review")).batch
        shows = f"ID number: {NUMBER}; Declared wage (base): {WAGE}"
        for to, facts in (
            (S.DRAFTING, {}),
            (S.DRAFTED, {"shows": shows, "number": "2026110000001"}),
            (S.REVIEWED, {}),
        ):
            row = next(row for row in journal.cases(batch.id) if row.id == CASE)
            reason = {"reason": f"wage {WAGE} of {NUMBER}"} if to is S.DRAFTED else {}
            change = Change(CASE, row.state, row.attempt, to, facts={**facts, **reason})
            journal.change(batch.id, [change], at=now, by="Ana")
        evidence = Path(batch.evidence)

        def write(name: str, content: bytes, kind: str) -> None:
            path = evidence / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            digest = hashlib.sha256(content).hexdigest()
            step = path.stem.partition("-")[2]
            journal.keep(batch.id, [EvidenceRow(CASE, step, kind, name, now, None, digest, len(content))])

        for name, beside in (
            (MASKED, page(f"{NUMBER} {WAGE}")),
            (UNKNOWN, page("", masks=None)),
            (LONELY, None),
            (ANOTHERS, page(f"somebody with {OTHERS_WAGE}")),
        ):
            write(name, picture(), "picture")
            if beside is not None:
                told = beside.model_dump_json(by_alias=True).encode()
                write(name.replace(".webp", ".json"), told, "page")
    return batch.id


def page(line: str, **more: Any) -> Page:
    """What a page said."""
    said: dict[str, Any] = {"masks": (BOX,), "frames": (Frame(lines=(line,)),)}
    return Page(picture=Extent(width=SIZE[0], height=SIZE[1]), **{**said, **more})


def with_other_masks(assistant: Assistant, batch: str) -> None:
    """Somebody has changed what stands beside the picture: its masks cover nothing."""
    beside = assistant.overviews.one(batch).evidence / MASKED.replace(".webp", ".json")
    said = json.loads(beside.read_bytes())
    beside.write_text(json.dumps({**said, "masks": [[0, 0, 1, 1]]}), encoding="utf-8")
