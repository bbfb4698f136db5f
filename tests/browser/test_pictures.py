"""The owner of a batch's evidence folder."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageDraw
from PIL.PngImagePlugin import PngInfo

from bot.errors import Fault
from bot.evidence import EvidenceFile, Pictures
from bot.evidence.packing import packed
from bot.redaction import redactor

_NOW = datetime(2026, 11, 10, 1, tzinfo=UTC)
_SAID = {
    "url": "https://portal.invalid/add",
    "title": "Add",
    "size": (80, 40),
    "frames": [{"name": "form", "url": "https://portal.invalid/form", "lines": ["Name: 王示例"]}],
    "masks": ((1, 2, 30, 4),),
}


def _png(width: int = 80, height: int = 40, note: str = "") -> bytes:
    written, notes = BytesIO(), PngInfo()
    notes.add_text("note", note or "made by nobody")
    Image.new("RGB", (width, height), "#fff").save(written, "PNG", pnginfo=notes)
    return written.getvalue()


def _pictures(folder: Path) -> Pictures:
    return Pictures(folder, clock=lambda: _NOW)


async def _take(
    pictures: Pictures, name: str, *cases: str, said: Mapping[str, Any] | None = None, **more: Any
) -> tuple[Path | None, Path | None]:
    async def beside() -> Mapping[str, Any]:
        return {**_SAID, **(said or {})}

    return await pictures.picture(name, more.pop("png", _png()), beside, cases=cases, **more)


def _read(pictures: Pictures, path: Path | None) -> dict[str, Any]:
    assert path is not None
    read: dict[str, Any] = json.loads((pictures.folder / path).read_text(encoding="utf-8"))
    return read


async def test_pictures_are_numbered_in_the_folder_of_their_case_with_what_the_page_said(tmp_path: Path) -> None:
    pictures = _pictures(tmp_path / "batch")
    first, beside = await _take(pictures, "filled", "add-004")
    second, _ = await _take(pictures, "saved", "add-004")
    assert (first, beside, second) == (
        Path("add-004/01-filled.webp"),
        Path("add-004/01-filled.json"),
        Path("add-004/02-saved.webp"),
    )
    with Image.open(pictures.folder / "add-004/02-saved.webp") as picture:
        assert (picture.format, picture.size) == ("WEBP", (80, 40))
    assert _read(pictures, beside) == {
        "schema": "urn:portal-assistant:page:1",
        "url": "https://portal.invalid/add",
        "title": "Add",
        "taken_at": "2026-11-10T01:00:00Z",
        "picture": {"width": 80, "height": 40},
        "frames": [
            {"name": "form", "url": "https://portal.invalid/form", "parent": None, "lines": ["Name: 王示例"]}
        ],
        "masks": [[1, 2, 30, 4]],
    }
    assert pictures.of("add-004") == (first, second)


async def test_a_picture_and_what_stands_beside_it_are_recorded_together_with_their_digests(tmp_path: Path) -> None:
    calls: list[Sequence[EvidenceFile]] = []
    pictures = Pictures(tmp_path, clock=lambda: _NOW, recorded=calls.append)
    await _take(pictures, "declared", "a", "b")
    [files] = calls
    assert [(one.case, one.name, one.kind, one.path) for one in files] == [
        ("a", "declared", "picture", Path("batch/01-declared.webp")),
        ("b", "declared", "picture", Path("batch/01-declared.webp")),
        ("a", "declared", "page", Path("batch/01-declared.json")),
        ("b", "declared", "page", Path("batch/01-declared.json")),
    ]
    for one in files:
        data = (tmp_path / str(one.path)).read_bytes()
        assert (one.sha256, one.bytes) == (hashlib.sha256(data).hexdigest(), len(data))
        assert (one.taken_at, one.url, one.failed) == (_NOW, "https://portal.invalid/add", None)
    assert pictures.of("a") == pictures.of("b") == (Path("batch/01-declared.webp"),)


async def test_nothing_but_the_picture_is_in_it(tmp_path: Path) -> None:
    pictures = _pictures(tmp_path)
    path, _ = await _take(pictures, "saved", "a", png=_png(note="330299199001010017"))
    data = (tmp_path / str(path)).read_bytes()
    assert b"330299199001010017" not in data
    assert data[8:16] == b"WEBPVP8L"  # the simple form, which has room for nothing else


@pytest.mark.parametrize("colours", ["few", "many"])
def test_black_stays_black_white_white_and_all_else_much_as_it_was(colours: str) -> None:
    shades = Image.linear_gradient("L")
    drawn = shades.convert("RGB")
    if colours == "many":
        drawn = Image.merge("RGB", (shades, shades.rotate(90), shades.rotate(180)))
    drawn.paste("black", (0, 0, 9, 9))
    drawn.paste("white", (20, 0, 29, 9))
    written = BytesIO()
    drawn.save(written, "PNG")
    with Image.open(BytesIO(packed(written.getvalue()).data)) as kept:
        again = kept.convert("RGB")
    assert again.getcolors(256)
    assert max(most for _, most in ImageChops.difference(again, drawn).getextrema()) <= 40
    if colours == "few":
        assert (again.getpixel((4, 4)), again.getpixel((24, 4))) == ((0, 0, 0), (255, 255, 255))


def test_what_is_drawn_at_one_place_is_seen_nowhere_else() -> None:
    one, other = (Image.new("RGB", (200, 80), "#e8f0fa") for _ in range(2))
    for picture, figure in ((one, "8"), (other, "3")):
        ImageDraw.Draw(picture).text((90, 30), figure, fill="#223344")
    kept = []
    for picture in (one, other):
        written = BytesIO()
        picture.save(written, "PNG")
        with Image.open(BytesIO(packed(written.getvalue()).data)) as again:
            kept.append(again.convert("RGB"))
    box = ImageChops.difference(*kept).getbbox()
    assert box == ImageChops.difference(one, other).getbbox()


def test_what_is_too_large_for_webp_stays_png() -> None:
    large = packed(_png(20, 16384))
    assert (large.suffix, large.width, large.height, large.data[:4]) == (".png", 20, 16384, b"\x89PNG")


async def test_masks_that_were_measured_on_another_size_are_not_certain(tmp_path: Path) -> None:
    pictures = _pictures(tmp_path)
    _, beside = await _take(pictures, "saved", "a", said={"size": (80, 41)})
    assert _read(pictures, beside)["masks"] is None
    _, beside = await _take(pictures, "saved", "a", said={"masks": None})
    assert _read(pictures, beside)["masks"] is None


async def test_no_secret_stands_beside_a_picture(tmp_path: Path) -> None:
    pictures = _pictures(tmp_path)
    frames = [{"name": "", "url": "https://portal.invalid/?code=2468", "lines": ["Code: 2468", "330299199001010017"]}]
    with redactor.for_now("2468"):
        _, beside = await _take(pictures, "saved", "a", said={"frames": frames})
    [frame] = _read(pictures, beside)["frames"]
    assert frame["lines"] == ["Code: •••••", "330299199001010017"]
    assert "2468" not in frame["url"]


async def test_addresses_are_recorded_without_people_s_numbers(tmp_path: Path) -> None:
    pictures = _pictures(tmp_path)
    await _take(pictures, "saved", "a", said={"url": "https://portal.invalid/?who=330299199001010017"})
    assert {one.url for one in pictures.records} == {"https://portal.invalid/?who=330*************17"}


async def test_a_page_that_says_nothing_is_recorded_with_its_picture(tmp_path: Path) -> None:
    pictures = _pictures(tmp_path)

    async def silent() -> Mapping[str, Any]:
        raise Fault("the page went away")

    path, beside = await pictures.picture("saved", _png(), silent, cases=["a"])
    assert (path, beside) == (Path("a/01-saved.webp"), None)
    assert [(one.kind, one.path, one.failed) for one in pictures.records] == [
        ("picture", Path("a/01-saved.webp"), None),
        ("page", None, "the page went away"),
    ]


async def test_a_diagnosis_stands_beside_a_failure_and_alone_without_a_picture(tmp_path: Path) -> None:
    pictures = _pictures(tmp_path)
    said = {"error": {"kind": "Fault"}, "snapshot": "- heading", "console": [{"type": "error", "text": "x"}]}
    picture, diagnosis = await _take(pictures, "failure", "a", said=said, kind="failure")
    assert (picture, diagnosis) == (Path("a/01-failure.webp"), Path("a/01-failure.json"))
    read = _read(pictures, diagnosis)
    assert (read["schema"], read["error"], read["snapshot"], read["masks"]) == (
        "urn:portal-assistant:diagnosis:1",
        {"kind": "Fault"},
        "- heading",
        [[1, 2, 30, 4]],
    )
    picture, diagnosis = await _take(pictures, "failure", "a", said=said, kind="failure", png=None)
    assert (picture, diagnosis) == (None, Path("a/02-failure.json"))
    assert [one.kind for one in pictures.records] == ["failure", "diagnosis", "diagnosis"]


async def test_numbers_go_on_after_an_earlier_run(tmp_path: Path) -> None:
    await _take(_pictures(tmp_path), "saved", "a")
    path, _ = await _take(_pictures(tmp_path), "saved", "a")
    assert path == Path("a/02-saved.webp")
    assert (tmp_path / "a/01-saved.webp").exists()


def test_a_download_is_kept_as_it_is(tmp_path: Path) -> None:
    pictures = _pictures(tmp_path)
    path = pictures.keep("receipt", b"%PDF", cases=["a"], suffix=".PDF")
    assert (path, (tmp_path / path).read_bytes()) == (Path("a/01-receipt.pdf"), b"%PDF")
    [record] = pictures.records
    assert (record.kind, record.sha256, record.bytes) == ("download", hashlib.sha256(b"%PDF").hexdigest(), 4)


def test_a_strange_suffix_is_not_taken_over(tmp_path: Path) -> None:
    assert _pictures(tmp_path).keep("x", b"", cases=["a"], suffix="./../y").suffix == ".bin"


def test_a_failed_capture_is_recorded(tmp_path: Path) -> None:
    pictures = _pictures(tmp_path)
    pictures.failed("saved", "the page went away", cases=["a"])
    assert [(one.case, one.path, one.failed) for one in pictures.records] == [("a", None, "the page went away")]
    assert pictures.of("a") == ()


@pytest.mark.parametrize(("name", "case"), [("../x", "a"), ("x", "../a"), ("x", "a/b"), ("", "a"), ("x", "李")])
async def test_names_cannot_lead_out_of_the_folder(tmp_path: Path, name: str, case: str) -> None:
    pictures = _pictures(tmp_path / "batch")
    with pytest.raises(ValueError, match="not safe"):
        pictures.keep(name, b"", cases=[case], suffix=".txt")
    with pytest.raises(ValueError, match="not safe"):
        await _take(pictures, name, case)
    assert not (tmp_path / "batch").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
async def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    pictures = _pictures(tmp_path / "batch")
    path, beside = await _take(pictures, "saved", "a")
    modes = [(pictures.folder / str(one)).stat().st_mode & 0o777 for one in (".", "a", path, beside)]
    assert modes == [0o700, 0o700, 0o600, 0o600]


async def test_a_write_that_fails_leaves_nothing_with_the_final_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(source: object, target: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr("os.replace", broken)
    pictures = _pictures(tmp_path)
    with pytest.raises(OSError, match="disk full"):
        await _take(pictures, "saved", "a")
    assert os.listdir(tmp_path / "a") == []
    assert pictures.records == []
