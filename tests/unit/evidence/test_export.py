"""Copies of a dossier: complete and still sealed, or with nothing sensitive in any byte or pixel."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from bot.errors import UsageError
from bot.evidence.blacken import MARGIN, blackened
from bot.evidence.export import export_sealed, how_to_verify
from bot.evidence.keys import SigningKey
from bot.evidence.reading import read_dossier
from bot.evidence.shareable import ShareableCopy
from bot.evidence.verify import verify
from tests.acceptance.canary import layers
from tests.unit.evidence.sample import NINE, Sample, a_key

BY_CHANCE = re.compile(rb"[0-9a-f]{64}|\"(?:payload|sig)\": \"[^\"]*\"|^RIFF.*", re.DOTALL)
"""In these any digits may come by chance: digests, what is signed (which is unpacked, too), pictures."""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    Sample(tmp_path / "dossier").write()
    return tmp_path / "dossier"


@pytest.fixture
def key() -> SigningKey:
    return a_key()


def test_a_complete_copy_verifies_with_what_stands_beside_it(sample: Path, tmp_path: Path) -> None:
    made = export_sealed(sample, "202611-01", tmp_path / "out/copy.zip", extra={"report.html": b"<html>"})
    verdict = verify(made)
    assert verdict.intact and verdict.head == verify(sample).head
    with zipfile.ZipFile(made) as archive:
        names = archive.namelist()
        assert "report.html" in names and "202611-01/seals/0001.json" in names
        assert {one.external_attr >> 16 for one in archive.infolist()} == {0o600}
    again = export_sealed(sample, "202611-01", tmp_path / "again.zip", extra={"report.html": b"<html>"})
    assert again.read_bytes() == made.read_bytes()


def test_no_file_is_overwritten(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.zip").write_bytes(b"mine")
    with pytest.raises(UsageError, match="There is a file"):
        export_sealed(sample, "x", tmp_path / "copy.zip", extra={})
    assert (tmp_path / "copy.zip").read_bytes() == b"mine"
    with pytest.raises(UsageError, match="cannot be written"):
        export_sealed(sample, "x", tmp_path / "copy.zip" / "inside.zip", extra={})


def test_links_are_not_followed_into_a_copy(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    try:
        (sample / "link.txt").symlink_to(tmp_path / "secret.txt")
    except OSError:
        pytest.skip("this system lets nobody make links")
    made = export_sealed(sample, "x", tmp_path / "copy.zip", extra={})
    with zipfile.ZipFile(made) as archive:
        assert "x/link.txt" not in archive.namelist()


def test_the_page_says_how_to_verify_in_three_languages() -> None:
    said = how_to_verify("202611-01").decode()
    assert said.count("portal evidence verify") == 3 and said.count("202611-01") == 3


def share(sample: Path, to: Path, key: SigningKey) -> ShareableCopy:
    copy = ShareableCopy(read_dossier(sample), to, NINE, "ana")
    copy.write(key)
    return copy


def test_a_copy_for_others_is_sealed_as_what_it_is(sample: Path, tmp_path: Path, key: SigningKey) -> None:
    share(sample, tmp_path / "copy", key)
    assert verify(tmp_path / "copy", trusted=[key.public]).intact
    told = json.loads((tmp_path / "copy/shareable.json").read_text(encoding="utf-8"))
    assert told["of"] == {"batch": read_dossier(sample).batch.id, "head": verify(sample).head, "seals": 2}
    copied = read_dossier(tmp_path / "copy")
    assert [case.state for case in copied.cases] == [case.state for case in read_dossier(sample).cases]


def test_no_byte_of_it_is_sensitive(sample: Path, tmp_path: Path, key: SigningKey) -> None:
    share(sample, tmp_path / "copy", key)
    cases = read_dossier(sample).cases
    marks = {case.person for case in cases} | {
        one.value for case in cases for one in case.entered if one.sensitive and len(one.value) > 3
    }
    assert len(marks) > len(cases)
    before = b"".join(path.read_bytes() for path in sample.rglob("*.json"))
    assert all(mark.encode() in before for mark in marks if mark), "the search finds nothing at all"
    for path in (tmp_path / "copy").rglob("*"):
        if path.is_file():
            for layer, data in layers(path.name, path.read_bytes()):
                said = BY_CHANCE.sub(b"", data)
                assert not [mark for mark in marks if mark.encode() in said], layer


def test_what_cannot_be_masked_for_certain_is_withheld_and_told(sample: Path, tmp_path: Path, key: SigningKey) -> None:
    dossier = read_dossier(sample)
    pictures = [file for file in dossier.files if file.annotations.kind == "picture"]
    changed, unsure = pictures[0], pictures[1]
    (sample / changed.name).write_bytes((sample / pictures[2].name).read_bytes())
    (sample / Path(unsure.name).with_suffix(".json")).write_text("{}")
    copy = share(sample, tmp_path / "copy", key)
    told = {one["name"] for one in json.loads((tmp_path / "copy/shareable.json").read_text())["withheld"]}
    assert {changed.name, unsure.name} <= told
    assert copy.picture(changed) is None and not (tmp_path / "copy" / unsure.name).exists()
    assert copy.picture(pictures[2]) is not None


def test_boxes_are_black_through_and_through_and_nothing_else_is_left_in_the_file() -> None:
    image = Image.new("RGB", (200, 100), "white")
    for across in range(40, 90):
        for down in range(30, 50):
            image.putpixel((across, down), ((across * 7) % 256, 0, 200))
    note = PngImagePlugin.PngInfo()
    note.add_text("Comment", "330299199001010017")
    written = io.BytesIO()
    image.save(written, "PNG", pnginfo=note)
    made = blackened(written.getvalue(), [(40.4, 30.2, 49.5, 19.7)])
    assert b"330299199001010017" not in made
    with Image.open(io.BytesIO(made)) as opened:
        assert opened.info.keys() <= {"loop", "background", "timestamp", "duration"}
        inside = opened.convert("L").crop((40 - MARGIN + 1, 30 - MARGIN + 1, 90 + MARGIN - 1, 50 + MARGIN - 1))
        assert inside.getextrema()[1] < 24  # type: ignore[operator]  # one band: a pair of numbers
        assert opened.convert("L").getpixel((150, 80)) > 230  # type: ignore[operator]  # one band: a number


def test_boxes_are_scaled_with_the_picture() -> None:
    written = io.BytesIO()
    Image.new("RGB", (400, 200), "white").save(written, "PNG")
    made = blackened(written.getvalue(), [(100, 50, 10, 10)], scale=(200, 100))
    with Image.open(io.BytesIO(made)) as opened:
        grey = opened.convert("L")
        assert grey.getpixel((210, 110)) < 24 and grey.getpixel((105, 55)) > 230  # type: ignore[operator]  # one band: a number


def test_what_is_no_picture_is_not_painted() -> None:
    with pytest.raises(ValueError, match="no picture"):
        blackened(b"RIFF nothing", [])
