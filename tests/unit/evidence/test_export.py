"""A complete copy of a dossier in a zip: as it is, and nothing over somebody's file."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest

from bot.errors import UsageError
from bot.evidence.export import export_sealed, how_to_verify
from bot.evidence.verify import verify
from tests.unit.evidence.sample import Sample


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    Sample(tmp_path / "dossier").write()
    return tmp_path / "dossier"


def test_a_complete_copy_verifies_with_what_stands_beside_it(sample: Path, tmp_path: Path) -> None:
    made = export_sealed(sample, "202611-01", tmp_path / "out/copy.zip", extra={"report.html": b"<html>"})
    verdict = verify(made)
    assert verdict.intact and verdict.head == verify(sample).head
    with zipfile.ZipFile(made) as archive:
        names = archive.namelist()
        assert "report.html" in names and "202611-01/seals/0001.json" in names
        assert {(one.create_system, one.external_attr >> 16) for one in archive.infolist()} == {(3, 0o600)}
        packed = {Path(one.filename).suffix: one.compress_type for one in archive.infolist()}
        assert (packed[".webp"], packed[".json"]) == (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    if sys.platform != "win32":
        assert made.stat().st_mode & 0o777 == 0o600
    again = export_sealed(sample, "202611-01", tmp_path / "again.zip", extra={"report.html": b"<html>"})
    assert again.read_bytes() == made.read_bytes()


def test_no_file_is_overwritten(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.zip").write_bytes(b"mine")
    with pytest.raises(UsageError, match="There is a file"):
        export_sealed(sample, "x", tmp_path / "copy.zip", extra={})
    assert (tmp_path / "copy.zip").read_bytes() == b"mine"
    with pytest.raises(UsageError, match="cannot be written"):
        export_sealed(sample, "x", tmp_path / "copy.zip" / "inside.zip", extra={})


def test_what_was_done_to_a_dossier_shows_in_its_copy_too(sample: Path, tmp_path: Path) -> None:
    (sample / "add-002/01-filled.webp").write_bytes(b"another")
    (sample / "add-002/.01-filled.webp.part").write_bytes(b"cut short")
    findings = {(one.kind, one.path) for one in verify(sample).findings}
    made = export_sealed(sample, "202611-01", tmp_path / "copy.zip", extra={"VERIFY.txt": how_to_verify("202611-01")})
    assert {(one.kind, one.path) for one in verify(made).findings} == findings and len(findings) == 2


def test_nothing_is_left_of_a_zip_that_could_not_be_written(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(archive: zipfile.ZipFile, *entry: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "out").mkdir()
    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    with pytest.raises(UsageError, match="No space left"):
        export_sealed(sample, "x", tmp_path / "out/copy.zip", extra={})
    assert list((tmp_path / "out").iterdir()) == []


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
