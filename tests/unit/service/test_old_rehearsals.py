"""The pictures of rehearsals go when they are old enough; whatever else is there stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from bot.service import Assistant
from bot.service.old_rehearsals import OldRehearsal, rehearsal_folder, remove_old_rehearsals
from tests.unit.service.conftest import NOW

DAY = timedelta(days=1)
Rehearsed = Callable[..., Path]


@pytest.fixture
def rehearsed(tmp_path: Path) -> Rehearsed:
    """Leaves what a rehearsal leaves, so many days ago."""

    def leave(days: int, *, names: tuple[str, ...] = ("add-002/01-filled.webp", "add-002/02-failure.json")) -> Path:
        folder = rehearsal_folder(tmp_path, Path("november.xlsx"), NOW - days * DAY)
        for name in names:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(b"picture")
        return folder

    return leave


def test_what_is_older_goes_and_what_is_younger_stays(tmp_path: Path, rehearsed: Rehearsed) -> None:
    old, young = rehearsed(8), rehearsed(6)
    [gone] = remove_old_rehearsals(tmp_path, NOW - 7 * DAY, dry_run=False)
    assert gone == OldRehearsal(old.name, files=2, bytes=14)
    assert not old.exists()
    assert len(list(young.rglob("*.*"))) == 2


def test_a_dry_run_only_says_it(tmp_path: Path, rehearsed: Rehearsed) -> None:
    old = rehearsed(8)
    [planned] = remove_old_rehearsals(tmp_path, NOW - 7 * DAY, dry_run=True)
    assert planned.name == old.name
    assert (old / "add-002" / "01-filled.webp").exists()


def test_of_several_accounts_each_has_its_folder(tmp_path: Path, rehearsed: Rehearsed) -> None:
    old = rehearsed(8, names=("0/add-002/01-filled.webp", "1/add-003/01-filled.webp", "1/batch/.02-list.webp.part"))
    assert remove_old_rehearsals(tmp_path, NOW, dry_run=False)[0].files == 3
    assert not old.exists()


def test_what_is_not_ours_stays_and_is_said_once(tmp_path: Path, rehearsed: Rehearsed) -> None:
    old = rehearsed(8, names=("add-002/01-filled.webp", "add-002/what I saw.txt"))
    [gone] = remove_old_rehearsals(tmp_path, NOW, dry_run=False)
    assert gone.strange == ("add-002/what I saw.txt",)
    assert (old / "add-002" / "what I saw.txt").exists()
    assert remove_old_rehearsals(tmp_path, NOW, dry_run=False) == ()


@pytest.mark.parametrize("name", ["mine", "20261110-mine", "99999999-999999-mine"])
def test_a_folder_that_is_no_rehearsals_is_left_alone(tmp_path: Path, name: str) -> None:
    picture = tmp_path / "rehearsals" / name / "add-002" / "01-filled.webp"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"picture")
    assert remove_old_rehearsals(tmp_path, NOW, dry_run=False) == ()
    assert picture.exists()


def test_a_link_is_not_followed(tmp_path: Path, rehearsed: Rehearsed) -> None:
    old = rehearsed(8)
    elsewhere = tmp_path / "elsewhere"
    (old / "add-002").rename(elsewhere)
    (old / "add-002").symlink_to(elsewhere, target_is_directory=True)
    assert remove_old_rehearsals(tmp_path, NOW, dry_run=False) == ()
    assert (elsewhere / "01-filled.webp").exists()


def test_a_purge_takes_them_along(assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_KEYS", "file")
    picture = rehearsal_folder(assistant.home, Path("november.xlsx"), NOW - 100 * DAY) / "add-002" / "01-filled.webp"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"picture")
    planned = assistant.dossiers.purge(older_than=90 * DAY, by="Luz", dry_run=True)
    assert len(planned.rehearsals) == 1
    assert not planned.nothing
    assert picture.exists()
    assert assistant.dossiers.purge(older_than=90 * DAY, by="Luz").rehearsals == planned.rehearsals
    assert not picture.exists()
    assert assistant.dossiers.purge(older_than=90 * DAY, by="Luz").nothing
