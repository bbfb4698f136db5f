"""A dossier in a zip is verified like its folder, and no zip gets the verifier to write, to swell or to fall."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import UsageError
from bot.evidence.keys import SigningKey, signing_key
from bot.evidence.verify import FindingKind, verify
from tests.unit.evidence.dossier import dossier

ADDED, ALTERED = FindingKind.ADDED, FindingKind.ALTERED


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SigningKey:
    monkeypatch.setenv("PORTAL_KEYS", "file")
    return signing_key(tmp_path / "home")


@pytest.fixture
def folder(tmp_path: Path, key: SigningKey) -> Path:
    dossier(tmp_path / "dossier", key)
    return tmp_path / "dossier"


def zipped(folder: Path, *, inside: str = "", more: dict[str, bytes] | None = None) -> Path:
    """A zip of a dossier, in a folder of it or not, with more in it."""
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in sorted(folder.rglob("*")):
            archive.write(one, inside + one.relative_to(folder).as_posix())
        for name, data in (more or {}).items():
            archive.writestr(name, data)
    return path


def found(path: Path) -> list[tuple[FindingKind, str]]:
    return [(finding.kind, finding.path) for finding in verify(path).findings]


def test_a_copy_and_a_zip_are_as_good(folder: Path, tmp_path: Path, key: SigningKey) -> None:
    shutil.copytree(folder, tmp_path / "elsewhere-on-disk")
    verdict = verify(folder, trusted=[key.public])
    for copy in (
        tmp_path / "elsewhere-on-disk",
        zipped(folder),
        zipped(folder, inside="202611-01/", more={"report.html": b"beside the dossier"}),
    ):
        assert verify(copy, trusted=[key.public]) == verdict


def test_a_zip_that_was_altered_is_named_like_a_folder(folder: Path) -> None:
    path = folder / "add-001/02-saved.webp"
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    assert found(zipped(folder)) == [(ALTERED, "add-001/02-saved.webp")]


@pytest.mark.parametrize("name", ["../outside.txt", "add-001/../../outside.txt", "/etc/outside", "C:outside"])
def test_a_name_that_leads_out_is_added_and_leads_nowhere(folder: Path, name: str) -> None:
    before = sorted(folder.parent.rglob("*"))
    assert found(zipped(folder, inside="202611-01/", more={name: b"x"})) == [(ADDED, name)]
    folder.with_suffix(".zip").unlink()
    assert sorted(folder.parent.rglob("*")) == before


@pytest.mark.parametrize("name", ["add-001/more.webp", "ADD-001/02-saved.webp", "add-001/seals/0001.json", ".hidden"])
def test_what_was_added_to_a_zip_is_named(folder: Path, name: str) -> None:
    assert found(zipped(folder, more={name: b"x"})) == [(ADDED, name)]


def test_a_link_in_a_zip_is_not_followed(folder: Path) -> None:
    (folder / "add-001/02-saved.webp").unlink()
    path = zipped(folder)
    link = zipfile.ZipInfo("add-001/02-saved.webp")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "../batch/01-declared.webp")
    assert found(path) == [(ALTERED, "add-001/02-saved.webp")]


def test_one_name_twice_would_leave_open_which_is_meant(folder: Path) -> None:
    path = zipped(folder)
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("add-001/02-saved.webp", b"another")
    with pytest.raises(UsageError, match="the same name twice"):
        verify(path)


def test_two_dossiers_in_one_zip_would_too(folder: Path) -> None:
    with pytest.raises(UsageError, match="more than one dossier"):
        verify(zipped(folder, inside="202611-01/", more={"202611-02/seals/0001.json": b"{}"}))


def test_a_zip_that_swells_is_not_unpacked(folder: Path) -> None:
    with pytest.raises(UsageError, match="swells"):
        verify(zipped(folder, more={"bomb": bytes(80 * 1024**2)}))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"%PDF-1.7"])
def test_what_is_no_dossier_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "some.zip").write_bytes(content)
    for path in (tmp_path / "some.zip", tmp_path / "nowhere", tmp_path / ("long" * 2000)):
        with pytest.raises(UsageError):
            verify(path)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_broken_zip_gets_the_verifier_to_fall(folder: Path, data: st.DataObject) -> None:
    path = folder.with_suffix(".zip")
    if not path.exists():
        zipped(folder)
    kept = path.read_bytes()
    at = data.draw(st.integers(0, len(kept) - 1))
    try:
        path.write_bytes(kept[:at] + data.draw(st.binary(max_size=4)) + kept[at + data.draw(st.integers(0, 4)) :])
        verify(path)
    except UsageError as said:
        assert set(said.message) == {"es", "en", "zh"}
    finally:
        path.write_bytes(kept)
