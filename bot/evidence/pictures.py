"""The pictures and files of a batch: one owner of its folder, which names, writes and records every file."""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.errors import AssistantError
from bot.evidence.files import make_folder, write_file
from bot.evidence.packing import Packed, packed
from bot.evidence.page import DIAGNOSIS_SCHEMA, PAGE_SCHEMA, Diagnosis, Page
from bot.redaction import redactor

Beside = Callable[[], Awaitable[Mapping[str, Any]]]

_SAFE = re.compile(r"[a-z0-9][a-z0-9_-]*", re.IGNORECASE)
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")
_SHARED = "batch"
"""The folder of what belongs to several cases, or to none."""
_BESIDE = {"picture": "page", "failure": "diagnosis"}
"""What stands beside a picture of this kind, under its name."""
_SCHEMAS = {PAGE_SCHEMA: "page", DIAGNOSIS_SCHEMA: "diagnosis"}


@dataclass(frozen=True)
class EvidenceFile:
    """One file of the evidence, for one case ("" for none in particular), or the record that it could not be taken.

    `path` is relative to the batch's folder. `failed` is why there is no file. `url` is the page that it is of.
    """

    case: str
    name: str
    kind: str
    path: Path | None
    taken_at: datetime
    failed: str | None = None
    sha256: str = ""
    bytes: int = 0
    url: str = ""


class Pictures:
    """Writes a batch's evidence. Names come from a running number, the case and the step, never from typed text."""

    def __init__(
        self,
        folder: Path,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        recorded: Callable[[Sequence[EvidenceFile]], None] = lambda files: None,
    ) -> None:
        self.folder = folder
        self.records: list[EvidenceFile] = []
        self._recorded = recorded
        self._clock = clock
        self._numbers: dict[str, int] = {}

    async def picture(
        self, name: str, png: bytes | None, beside: Beside, *, cases: Sequence[str], kind: str = "picture"
    ) -> tuple[Path | None, Path | None]:
        """Keep a picture (of kind picture or failure) and what stands beside it; where they are, in the folder.

        Both are on the disk and recorded on return. What belongs to several cases is written once and recorded for
        each. `beside` is asked while the picture is packed; if it raises an AssistantError, that is recorded instead.
        Without a picture, what stands beside it is kept alone.
        """
        stem, taken_at = self._next(name, cases), self._clock()
        image, said = await asyncio.gather(_in_the_background(png), _said(beside))
        facts = said if isinstance(said, Mapping) else {}
        blank = EvidenceFile("", name, kind, None, taken_at, url=redactor.text(str(facts.get("url", ""))))
        other = replace(blank, kind=_BESIDE[kind])
        files = []
        if image is not None:
            files.append((blank, stem.with_suffix(image.suffix), image.data))
        if isinstance(said, Mapping):
            files.append((other, stem.with_suffix(".json"), _written(other.kind, facts, image, taken_at)))
        kept = await asyncio.to_thread(lambda: [self._write(*file) for file in files])
        if not isinstance(said, Mapping):
            kept.append(replace(other, failed=said))
        self._record(kept, cases)
        paths = {one.kind: one.path for one in kept}
        return paths.get(kind), paths.get(other.kind)

    def keep(self, name: str, data: bytes, *, cases: Sequence[str], kind: str = "download", suffix: str) -> Path:
        """Write a file whole or not at all; its path, relative to the batch's folder."""
        suffix = suffix if _SUFFIX.fullmatch(suffix) else ".bin"
        path = self._next(name, cases).with_suffix(suffix.lower())
        self._record([self._write(EvidenceFile("", name, kind, None, self._clock()), path, data)], cases)
        return path

    def failed(self, name: str, reason: str, *, cases: Sequence[str], kind: str = "picture") -> None:
        """Record that something could not be captured."""
        self._record([EvidenceFile("", name, kind, None, self._clock(), reason)], cases)

    def of(self, case: str) -> tuple[Path, ...]:
        """The pictures and downloads of a case, in the order in which they were taken, without what stands beside."""
        mine = (one for one in self.records if one.case == case and one.kind not in _BESIDE.values())
        return tuple(one.path for one in mine if one.path is not None)

    def find_unrecorded(self, recorded: Collection[Path], *, since: datetime, together: Sequence[str]) -> None:
        """Record the files that an earlier life wrote but had no time to record; `recorded` are the others.

        What is older than `since` is not of this batch: the folder may have been used before. A picture of several
        cases is of those that were done `together` when that life ended.
        """
        for path in sorted(self.folder.glob("*/[0-9]*-*"), key=_order):
            relative = path.relative_to(self.folder)
            taken_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            if relative not in recorded and taken_at >= since:
                cases = together if relative.parent.name == _SHARED else [relative.parent.name]
                found = EvidenceFile("", path.stem.partition("-")[2], _kind(path), relative, taken_at)
                data = path.read_bytes()
                self._recorded(_for_each(replace(found, **_digest(data)), cases))

    def _write(self, file: EvidenceFile, path: Path, data: bytes) -> EvidenceFile:
        make_folder(self.folder)
        write_file(self.folder / path, data)
        return replace(file, path=path, **_digest(data))

    def _record(self, files: Sequence[EvidenceFile], cases: Sequence[str]) -> None:
        each = [one for file in files for one in _for_each(file, cases)]
        self.records += each
        self._recorded(each)

    def _next(self, name: str, cases: Sequence[str]) -> Path:
        """The next free name in the folder of these cases, which may hold files of an earlier run."""
        if not all(_SAFE.fullmatch(one) for one in (name, *cases)):
            raise ValueError(f"not safe in a file name: {name!r} of {cases!r}")
        folder = cases[0] if len(cases) == 1 else _SHARED
        if folder not in self._numbers:
            taken = [re.match(r"\d+", path.name) for path in (self.folder / folder).glob("[0-9]*-*")]
            self._numbers[folder] = max((int(one[0]) for one in taken if one), default=0)
        self._numbers[folder] += 1
        return Path(folder, f"{self._numbers[folder]:02}-{name}")


async def _in_the_background(png: bytes | None) -> Packed | None:
    return await asyncio.to_thread(packed, png) if png is not None else None


async def _said(beside: Beside) -> Mapping[str, Any] | str:
    """What stands beside a picture, or why nothing does."""
    try:
        return await beside()
    except AssistantError as error:
        return redactor.text(str(error))


def _written(kind: str, facts: Mapping[str, Any], image: Packed | None, taken_at: datetime) -> bytes:
    """What stands beside a picture, as JSON. Masks that were measured on a page of another size are not certain."""
    size = facts.get("size")
    masks = facts.get("masks") if image is not None and size == (image.width, image.height) else None
    picture = {"width": image.width, "height": image.height} if image is not None else None
    model = Page if kind == "page" else Diagnosis
    known = model.model_validate({**_without_secrets(facts), "taken_at": taken_at, "picture": picture, "masks": masks})
    return known.model_dump_json(by_alias=True, indent=1).encode()


def _without_secrets(said: Any) -> Any:
    match said:
        case str():
            return redactor.without_secrets(said)
        case Mapping():
            return {key: _without_secrets(value) for key, value in said.items()}
        case list() | tuple():
            return [_without_secrets(one) for one in said]
        case _:
            return said


def _digest(data: bytes) -> dict[str, Any]:
    return {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


def _for_each(file: EvidenceFile, cases: Sequence[str]) -> list[EvidenceFile]:
    return [replace(file, case=case) for case in cases or [""]]


def _kind(path: Path) -> str:
    """What a file is, if nothing tells of it but itself and what stands beside it."""
    beside = _SCHEMAS.get(_schema(path.with_suffix(".json")))
    if path.suffix == ".json":
        return beside or "download"
    if path.suffix not in (".webp", ".png"):
        return "download"
    return "failure" if beside == "diagnosis" else "picture"


def _schema(path: Path) -> str:
    try:
        return str(json.loads(path.read_bytes())["schema"])
    except (OSError, ValueError, LookupError, TypeError):
        return ""


def _order(path: Path) -> tuple[str, bool]:
    """A picture goes before what stands beside it."""
    return path.with_suffix("").as_posix(), path.suffix == ".json"
