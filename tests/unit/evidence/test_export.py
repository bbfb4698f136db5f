"""A complete copy of a dossier in a zip: as it is, and nothing over somebody's file."""

from __future__ import annotations

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
