"""What a seal says: an in-toto Statement, version 1, about the files that are new since the seal before."""

from __future__ import annotations

import json
from typing import Annotated, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

STATEMENT: Literal["https://in-toto.io/Statement/v1"] = "https://in-toto.io/Statement/v1"
PREDICATE: Literal["urn:portal-assistant:seal:1"] = "urn:portal-assistant:seal:1"
PAYLOAD_TYPE = "application/vnd.in-toto+json"

Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$", description="SHA-256, in lower-case hex.")]
SubjectName = Annotated[str, Field(min_length=1, description="Path of the file in the dossier, with `/`.")]


class Part(BaseModel):
    """Base of all parts of a statement: nothing unknown, nothing changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Through(Part):
    """How far the journal is covered."""

    event: int = Field(description="The number of the last event.")
    file: int = Field(description="The number of the last file.")


class FailedCapture(Part):
    """Something that could not be captured, and why."""

    cases: tuple[str, ...]
    name: str
    kind: str
    taken_at: AwareDatetime
    reason: str


class Predicate(Part):
    """What there is to say of a seal besides its files."""

    batch: str
    number: int = Field(ge=1, description="From 1, without a gap.")
    previous: Sha256 | None = Field(description="The SHA-256 of the seal before, as a file; null in the first.")
    sealed_at: AwareDatetime
    sealed_by: str
    assistant: str = Field(description="The version of the program.")
    through: Through
    failed: tuple[FailedCapture, ...]


class Digest(Part):
    """What a file's content is recognised by."""

    sha256: Sha256


class Annotations(Part):
    """What a file is, and where it comes from."""

    bytes: int
    kind: str = Field(description="picture, page, failure, diagnosis, download, record, stamp.")
    step: str = Field(description="The name of the step that took it.")
    cases: tuple[str, ...] = Field(description="The cases that it belongs to; none for the batch as a whole.")
    taken_at: AwareDatetime
    url: str = Field("", description="The page that it shows.")


class Subject(Part):
    """A file that is sealed."""

    name: SubjectName
    digest: Digest
    annotations: Annotations


class Statement(Part):
    """The payload of a seal's envelope."""

    type_: Literal["https://in-toto.io/Statement/v1"] = Field(STATEMENT, alias="_type")
    subject: tuple[Subject, ...]
    predicate_type: Literal["urn:portal-assistant:seal:1"] = Field(PREDICATE, alias="predicateType")
    predicate: Predicate

    def written(self) -> bytes:
        """The statement as it is signed: UTF-8 JSON, each subject on a line of its own, for standard tools to cut."""
        rest = {"_type": self.type_, "predicateType": self.predicate_type, "predicate": _plain(self.predicate)}
        head = json.dumps(rest, ensure_ascii=False, indent=1)[:-2]
        lines = ",\n".join(json.dumps(_plain(one), ensure_ascii=False) for one in self.subject)
        return f'{head},\n "subject": [\n{lines}\n]}}\n'.encode()


def _plain(part: Part) -> object:
    return part.model_dump(mode="json", by_alias=True)
