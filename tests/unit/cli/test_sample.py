"""The sample that the demo files."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.bundled import bundled_flows
from bot.cli import sample
from bot.cli.setting import running_from
from bot.flow.loader import load_library
from bot.roster.check import check
from bot.roster.read import read_roster
from bot.text import LANGUAGES, Language, read_in


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_roster_is_without_an_error_in_every_language(tmp_path: Path, language: Language) -> None:
    read_in(language)
    library = load_library(bundled_flows())
    path = sample.write_sample_roster(library, tmp_path / "roster.xlsx")
    checked = check(read_roster(path, library), library, today=sample.TODAY)
    assert not checked.errors
    assert not checked.warnings
    assert [case.flow.flow for case in checked.cases] == ["add"] * 6 + ["renew"] * 3 + ["interrupt"] * 3


def test_an_earlier_demo_is_left_as_it_is(tmp_path: Path) -> None:
    names = [sample.free_folder(tmp_path / "demo").name for _ in range(3)]
    assert names == ["demo", "demo-2", "demo-3"]


def test_the_clock_of_the_sample_shows_its_day_and_runs_on() -> None:
    now = running_from(sample.TODAY)
    first = now()
    assert first.date() == sample.TODAY.date()
    assert now() >= first


def test_a_portal_that_is_needed_no_more_is_gone() -> None:
    from urllib.error import URLError
    from urllib.request import urlopen

    with pytest.raises(ZeroDivisionError), sample.bundled_portal("es") as url:
        with urlopen(url) as page:
            assert page.status == 200
        raise ZeroDivisionError
    with pytest.raises(URLError):
        urlopen(url)
