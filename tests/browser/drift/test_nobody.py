"""Baselines tell of nobody, whatever the portal shows while they are taken."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bot.bundled import bundled_flows
from bot.text import Language
from tests.browser.drift.conftest import Walk
from tests.portal.clerk import GAP_1, UNKNOWN, UNKNOWN_TOO

PLANTED = {"name": "赵秘密", "wage": "13577", "household": "household_11"}


def texts(said: Any) -> set[str]:
    """All that is said of people in the portal's books: numbers, names, amounts, times."""
    match said:
        case dict():
            return {one for inner in said.values() for one in texts(inner)}
        case list():
            return {one for inner in said for one in texts(inner)}
        case str():
            return {said} if re.search(r"\d{4}|[\u4e00-\u9fff]{2}", said) else set()
        case _:
            return set()


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_nothing_of_anybody_gets_into_a_baseline(walker: Walk, flows: Path, language: Language) -> None:
    walk = walker(language)
    walk.mock.plant("add", UNKNOWN, **PLANTED)
    walk.mock.plant("renew", GAP_1, **PLANTED, status="under_review")
    walk.mock.plant("add", UNKNOWN_TOO, **PLANTED, status="approved")
    also_where_it_greets(flows / "walk.yaml")
    for old in (flows / "screens" / language).iterdir():
        old.unlink()

    report = await walk(accept=True)

    assert len(report.accepted) == 10
    told = "".join(path.read_text(encoding="utf-8") for path in report.accepted)
    state = walk.mock.state()
    people = [
        {key: one[key] for key in ("no", "id_number", "entered_at") if key in one}
        | {"name": one.get("entries", one).get("name"), "wage": one.get("entries", one).get("wage")}
        for one in (*state["drafts"], *state["filings"], *state["employees"])
    ]
    said = texts(people) | {"13577", "170000001", *texts([one.get("name") for one in accounts()])}
    assert {UNKNOWN, "赵秘密", "测试精密机械有限公司"} <= said
    assert [one for one in said if one in told] == []
    assert not re.search(r"\d{3}", told)
    # The lists' length and who is in them are no change.
    bundled = [path.read_text(encoding="utf-8") for path in sorted((bundled_flows() / "screens" / language).iterdir())]
    written = [path for path in sorted(report.accepted) if path.stem != "welcome"]
    assert bundled == [path.read_text(encoding="utf-8") for path in written]


def also_where_it_greets(walk: Path) -> None:
    """Let the walk begin with the page that names the employer."""
    text = walk.read_text(encoding="utf-8")
    first = "stages:\n  - stage: welcome\n    steps:\n      - evidence: welcome\n"
    walk.write_text(text.replace("stages:\n", first), encoding="utf-8")


def accounts() -> list[dict[str, Any]]:
    """The employers of the sample portal."""
    state = json.loads((Path(__file__).parents[3] / "fixtures" / "portal.json").read_text(encoding="utf-8"))
    employers: list[dict[str, Any]] = state["employers"]
    return employers


async def test_the_length_of_a_list_is_no_change(walker: Walk) -> None:
    walk = walker("en")
    for draft in walk.mock.state()["drafts"]:
        walk.mock.control("delete", {"no": draft["no"]}).raise_for_status()
    report = await walk()
    assert walk.said(report) == []
    assert report.is_as_it_was
