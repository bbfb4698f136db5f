"""A copy for others: nothing sensitive in any byte or pixel, what is not certain withheld, and sealed as what it is."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pydantic import BaseModel

from bot.errors import UsageError
from bot.evidence.export import export_sealed
from bot.evidence.keys import SigningKey
from bot.evidence.page import Diagnosis, Page
from bot.evidence.reading import read_dossier
from bot.evidence.record import BatchFacts, CaseFacts, EventFacts
from bot.evidence.report import render_report
from bot.evidence.shareable import ShareableCopy
from bot.evidence.verify import verify
from bot.redaction import HIDDEN, mask_id
from bot.text import LANGUAGES
from tests.acceptance.canary import layers
from tests.unit.evidence.marked import (
    BOX,
    FORMS,
    NOON,
    NUMBER,
    PEOPLE,
    SIZE,
    STRANGER,
    WAGE,
    Marked,
    diagnosis,
    page,
    picture,
    said,
)
from tests.unit.evidence.sample import Sample, a_key

ONE, OTHER = PEOPLE


@pytest.fixture
def key() -> SigningKey:
    return a_key()


@pytest.fixture
def marked(tmp_path: Path, key: SigningKey) -> Marked:
    """A dossier with a picture of each case, not sealed yet."""
    dossier = Marked(tmp_path / "dossier", key)
    for case in PEOPLE:
        dossier.shot(f"{case}/01-filled", page(said(case), f"郭 {' '.join(STRANGER)} 2026-11-10"), case)
        dossier.shot(f"{case}/02-failure", diagnosis(case), case)
        dossier.failed(case)
    return dossier


def share(folder: Path, to: Path, key: SigningKey) -> ShareableCopy:
    copy = ShareableCopy(read_dossier(folder), to, NOON, "ana")
    copy.write(key)
    return copy


def sensitive_in(path: Path) -> set[str]:
    """Where a marked value stands in a file or zip, in whatever it is packed in; of pictures, besides the pixels."""
    found = set()
    for name, data in layers(path.name, path.read_bytes()):
        found |= {f"{name}: {form}" for form in FORMS if form.encode() in data}
    return found


def test_no_byte_of_it_is_sensitive(marked: Marked, tmp_path: Path, key: SigningKey) -> None:
    marked.file("add-002/03-receipt.pdf", said(ONE).encode(), "download", ONE)
    original = marked.seal()
    assert all(sensitive_in(path) for path in original.rglob("*.json")), "the search finds nothing at all"
    assert all(sensitive_in(path) for path in original.rglob("*.webp")), "the search does not look into pictures"
    copy = share(original, tmp_path / "copy", key)
    for language in LANGUAGES:
        report = render_report(
            copy.shown, language, verdict=None, zone=copy.shown.zone, masked=True, picture=copy.picture
        )
        made = export_sealed(
            copy.folder, "202611-01", tmp_path / f"{language}.zip", extra={"report.html": report.encode()}
        )
        assert sensitive_in(made) == set()
        with zipfile.ZipFile(made) as archive:
            assert [name for name in archive.namelist() if name.endswith(".webp")], "there are no pictures"


def test_it_verifies_as_a_copy_of_what_it_is(marked: Marked, tmp_path: Path, key: SigningKey) -> None:
    original = marked.seal()
    copy = share(original, tmp_path / "copy", key)
    zipped = export_sealed(copy.folder, "202611-01", tmp_path / "copy.zip", extra={"report.html": b"<html>"})
    for path in (copy.folder, zipped):
        verdict = verify(path, trusted=[key.public])
        assert verdict.intact and verdict.trusted and len(verdict.seals) == 1
    told = json.loads((copy.folder / "shareable.json").read_text(encoding="utf-8"))
    head = verify(original).head
    assert told["of"] == {"batch": "202611-01", "head": head, "seals": 1, "sealed_at": NOON.isoformat()}
    assert (told["made_at"], told["made_by"], told["withheld"]) == (NOON.isoformat(), "ana", [])


def test_it_tells_the_same_story(marked: Marked, tmp_path: Path, key: SigningKey) -> None:
    original = read_dossier(marked.seal())
    copied = read_dossier(share(marked.folder, tmp_path / "copy", key).folder)
    case = copied.cases[0]
    assert (case.person, case.number, case.state) == (mask_id(PEOPLE[ONE][0]), NUMBER, "approved")
    assert [value.value for value in case.entered[:2]] == [mask_id(PEOPLE[ONE][0]), HIDDEN]
    assert case.entered[3].value == "local urban"
    assert case.shows == f"王 {mask_id(PEOPLE[ONE][0])}: {HIDDEN}"
    assert copied.batch.roster.sha256 == HIDDEN, "a short roster can be guessed from its digest"
    facts = copied.events[0].facts
    assert (facts["number"], facts["at"], facts["cases"]) == (NUMBER, NOON.isoformat(), 300)
    assert (facts["hash"], facts["wage"]) == (HIDDEN, HIDDEN)
    assert [failed.name for failed in copied.failed] == ["saved", "saved"]
    mine = [file for file in copied.files if file.annotations.kind not in ("shareable", "record")]
    theirs = [file for file in original.files if file.annotations.kind != "record"]
    assert [(file.name, file.annotations.taken_at, file.annotations.cases) for file in mine] == [
        (file.name, file.annotations.taken_at, file.annotations.cases) for file in theirs
    ]
    told = copied.page("add-002/01-filled.json")
    stranger = f"郭 {mask_id(STRANGER[0])} {HIDDEN} 2026-11-10"
    assert told.frames[0].lines == (f"王 {mask_id(PEOPLE[ONE][0])}: {HIDDEN}", stranger)
    assert told.url == f"https://portal.example/{mask_id(PEOPLE[ONE][0])}"
    assert copied.diagnosis("add-002/02-failure.json").portal_says == case.shows


def test_pictures_are_black_where_something_sensitive_was(marked: Marked, tmp_path: Path, key: SigningKey) -> None:
    copy = share(marked.seal(), tmp_path / "copy", key)
    left, top, width, height = BOX
    pictures = sorted(copy.folder.rglob("*.webp"))
    assert len(pictures) == 4
    for path in pictures:
        with Image.open(path) as image:
            assert image.size == SIZE
            grey = image.convert("L")
        assert grey.crop((left, top, left + width, top + height)).getextrema() == (0, 0)
        assert grey.crop((left, top + height + 20, *SIZE)).getextrema() == (255, 255)
    assert len({path.read_bytes() for path in pictures}) == 1, "what was in the box made a difference"


@pytest.mark.parametrize(
    "beside",
    [
        None,
        page("hello", masks=None),
        page("hello", size=(640, 400)),
        page("hello", masks=[(0, 0, -5, 5)]),
        page("Lista", f"{PEOPLE[OTHER][1]}"),  # another's wage, and nothing on the page says that it is one
    ],
    ids=["nothing beside it", "no masks", "another size", "no rectangle", "others"],
)
def test_a_picture_that_is_not_certain_is_withheld_and_told(
    marked: Marked, tmp_path: Path, key: SigningKey, beside: Page | None
) -> None:
    name = marked.shot("add-002/03-more", beside, ONE)
    copy = share(marked.seal(), tmp_path / "copy", key)
    assert [one.name for one in copy.withheld] == [name]
    assert not (copy.folder / name).exists()
    [told] = json.loads((copy.folder / "shareable.json").read_text(encoding="utf-8"))["withheld"]
    assert told["name"] == name and "certain" in told["why"]["en"] and set(told["why"]) == set(LANGUAGES)
    [subject] = [file for file in copy.dossier.files if file.name == name]
    assert copy.picture(subject) is None
    assert verify(copy.folder).intact
    if beside is not None:
        assert (copy.folder / "add-002/03-more.json").exists(), "what the page said in text can be told for certain"


def test_a_list_of_several_is_shared_where_the_wages_have_their_label(
    marked: Marked, tmp_path: Path, key: SigningKey
) -> None:
    name = marked.shot("add-002/03-list", page(f"{WAGE['zh']}: {PEOPLE[OTHER][1]}"), ONE)
    both = marked.shot("batch/01-declared", page(f"{PEOPLE[OTHER][1]}"), ONE, OTHER)
    copy = share(marked.seal(), tmp_path / "copy", key)
    assert not copy.withheld and (copy.folder / name).exists() and (copy.folder / both).exists()


def test_what_is_not_as_it_was_sealed_is_withheld(marked: Marked, tmp_path: Path, key: SigningKey) -> None:
    marked.seal()
    (marked.folder / "add-002/01-filled.webp").write_bytes(picture("another"))
    (marked.folder / "add-003/01-filled.json").write_text(page("x", masks=[]).model_dump_json(by_alias=True))
    (marked.folder / "add-003/02-failure.webp").unlink()
    copy = share(marked.folder, tmp_path / "copy", key)
    changed = ["add-002/01-filled.webp", "add-003/01-filled.webp", "add-003/01-filled.json", "add-003/02-failure.webp"]
    assert [one.name for one in copy.withheld] == changed
    assert {one.why["en"] for one in copy.withheld} == {"it is not what was sealed any more"}


def test_downloads_and_what_nobody_knows_are_withheld(marked: Marked, tmp_path: Path, key: SigningKey) -> None:
    marked.file("add-002/03-receipt.pdf", b"%PDF", "download", ONE)
    marked.file("add-002/04-new.bin", b"?", "of a newer program", ONE)
    copy = share(marked.seal(), tmp_path / "copy", key)
    assert [one.name for one in copy.withheld] == ["add-002/03-receipt.pdf", "add-002/04-new.bin"]


def test_the_report_names_what_was_withheld(tmp_path: Path, key: SigningKey) -> None:
    Sample(tmp_path / "dossier").write()
    copy = share(tmp_path / "dossier", tmp_path / "copy", key)
    assert {one.name.rpartition(".")[2] for one in copy.withheld} == {"webp", "pdf"}
    report = render_report(copy.shown, "en", verdict=None, zone=copy.shown.zone, masked=True, picture=copy.picture)
    assert "receipt.pdf" in report and report.count("data:image/webp") == len(list(copy.folder.rglob("*.webp")))


def test_a_dossier_that_does_not_say_what_is_sensitive_is_not_shared(
    marked: Marked, tmp_path: Path, key: SigningKey
) -> None:
    marked.seal(add_003={"entered": ()})
    with pytest.raises(UsageError, match="add-003"):
        share(marked.folder, tmp_path / "copy", key)
    assert not (tmp_path / "copy").exists()


PLAIN: dict[type[BaseModel], set[str]] = {
    BatchFacts: {"id", "portal", "period", "zone", "until", "started_by"},
    CaseFacts: {"id", "operation", "state"},
    EventFacts: {"case", "kind", "was", "to"},
    Page: set(),
    Diagnosis: set(),
}
"""Texts that are the program's own: names of flows, states and places in the roster. Others may be harmless here."""


@pytest.mark.parametrize("model", PLAIN, ids=lambda model: model.__name__)
def test_every_text_is_masked_or_known_to_be_plain(
    marked: Marked, tmp_path: Path, key: SigningKey, model: type[BaseModel]
) -> None:
    """A field that somebody adds to a record or a page is thought of here, or not let through."""
    shown = share(marked.seal(), tmp_path / "copy", key).shown
    found: dict[type[BaseModel], Any] = {
        BatchFacts: shown.batch,
        CaseFacts: shown.cases[0],
        EventFacts: shown.events[1],
        Page: shown.page("add-002/01-filled.json"),
        Diagnosis: shown.diagnosis("add-002/02-failure.json"),
    }
    names = {name for name, field in model.model_fields.items() if field.annotation in (str, str | None)}
    hidden = {name for name in names if "*" in str(getattr(found[model], name))}
    assert names - hidden - PLAIN[model] <= {"account", "user", "number", "rule", "approved_by", "by"}


def test_a_seal_of_the_copy_says_nothing_that_could_be_guessed_back(
    marked: Marked, tmp_path: Path, key: SigningKey
) -> None:
    marked.file("add-002/03-receipt.pdf", b"%PDF", "download", ONE)
    original = marked.seal()
    digests = {file.digest.sha256 for file in read_dossier(original).files}
    copy = share(original, tmp_path / "copy", key)
    for path in copy.folder.rglob("*.json"):
        content = path.read_bytes()
        if path.parent.name == "seals":
            content = base64.b64decode(json.loads(content)["payload"])
        assert not [digest for digest in digests if digest.encode() in content], path


def test_a_picture_has_nothing_but_its_pixels(marked: Marked, tmp_path: Path, key: SigningKey) -> None:
    copy = share(marked.seal(), tmp_path / "copy", key)
    [subject] = [file for file in copy.dossier.files if file.name == "add-002/01-filled.webp"]
    content = copy.picture(subject)
    assert content is not None
    with Image.open(io.BytesIO(content)) as image:
        assert image.format == "WEBP" and not image.getexif()
