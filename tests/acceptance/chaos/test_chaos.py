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


SAVED, NOT_SAVED = Kill("request", "after", 1, "/save"), Kill("request", "before", 1, "/save")
DECLARED, NOT_DECLARED = Kill("request", "after", 1, "/declare"), Kill("request", "before", 1, "/declare")
LOOKING_UP = Kill("request", "before", 2, "/documents/list")
ACCEPTED, BEGUN, GONE_ON = Kill("commit", "after", 16), Kill("commit", "before", 48), Kill("commit", "after", 30)


@pytest.mark.parametrize(
    "kills",
    [
        pytest.param([ACCEPTED, SAVED, NOT_SAVED, BEGUN], id="drafting"),
        pytest.param([DECLARED, LOOKING_UP], id="declared"),
        pytest.param([NOT_DECLARED, GONE_ON], id="not declared"),
    ],
)
def test_killed_and_taken_up_again_files_everyone_once(
    portal_at_the_door: tuple[Clerk, Watched], tmp_path: Path, kills: list[Kill]
) -> None:
    played = Chaos(*portal_at_the_door, tmp_path / "round").play(kills)
    assert not played.faults, "\n".join(played.faults)
    assert [death.kill for death in played.deaths] == kills, "a kill was not met: has a life become so short?"
