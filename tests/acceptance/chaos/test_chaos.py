"""The program is killed again and again, and nobody is filed twice or lost. `make chaos` does it at length."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.chaos.portal import Watched, watched_portal
from tests.acceptance.chaos.round import Chaos, Kill
from tests.portal.clerk import Clerk


@pytest.fixture(scope="module")
def portal_at_the_door() -> Iterator[tuple[Clerk, Watched]]:
    with watched_portal() as portal:
        yield portal


@pytest.mark.parametrize(
    "kills",
    [
        pytest.param([("commit", "after", 20), ("request", "after", 30), ("request", "before", 60)], id="drafting"),
        pytest.param([("request", "after", 110), ("commit", "before", 30), ("commit", "after", 25)], id="declaring"),
    ],
)
def test_killed_and_taken_up_again_files_everyone_once(
    portal_at_the_door: tuple[Clerk, Watched], tmp_path: Path, kills: list[tuple[str, str, int]]
) -> None:
    played = Chaos(*portal_at_the_door, tmp_path / "round").play([Kill(*kill) for kill in kills])
    assert not played.faults, "\n".join(played.faults)
    assert len(played.deaths) == len(kills), "a kill was not met: the lives have become shorter"
