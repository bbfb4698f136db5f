"""Baselines are files that people read."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.bundled import bundled_flows
from bot.drift.baseline import Baseline, path_of, read_baselines, write_baseline, written
from bot.drift.screen import Thing
from bot.errors import UsageError
from bot.flow.loader import load_library
from bot.text import LANGUAGES, Language

FORM = Baseline(
    "add-form",
    (Thing("frame", ""), Thing("field", "¿Trabajador: migrante?", True), Thing("button", "保存")),
    {"save": 1, "tab": 5, "lost": 0},
)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = write_baseline(tmp_path, "zh", FORM)
    assert path == path_of(tmp_path, "zh", "add-form") == tmp_path / "screens" / "zh" / "add-form.yaml"
    assert read_baselines(tmp_path, "zh") == {
        "add-form": Baseline("add-form", FORM.things, {"save": 1, "tab": 5}),
    }
    assert read_baselines(tmp_path, "es") == {}


def test_it_reads_like_a_list() -> None:
    assert written(FORM).splitlines()[2:] == [
        "screen: add-form",
        "shows:",
        '  - frame: ""',
        '  - field: "¿Trabajador: migrante?"',
        "    required: true",
        "  - button: 保存",
        "elements:",
        "  save: 1",
        "  tab: 5",
    ]


def test_what_may_be_somebodys_name_is_not_written() -> None:
    assert "王示例" not in written(Baseline("list", (Thing("link", "王示例", doubtful=True),), {}))


def test_a_file_that_is_none_says_so(tmp_path: Path) -> None:
    path = write_baseline(tmp_path, "en", FORM)
    for text in ("", "screen: x", "shows: 3\nelements: {}", "shows:\n  - {a: 1, b: 2}\nelements: {}", "shows: ["):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(UsageError, match=r"add-form\.yaml is no baseline") as caught:
            read_baselines(tmp_path, "en")
        assert "--accept" in str(caught.value.cure)


def test_where_nothing_can_be_written_the_cure_is_named(tmp_path: Path) -> None:
    (tmp_path / "screens").write_text("in the way", encoding="utf-8")
    with pytest.raises(UsageError, match="could not be written") as caught:
        write_baseline(tmp_path, "en", FORM)
    assert "--flows" in str(caught.value.cure)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bundled_baselines_are_of_the_bundled_portal(language: Language) -> None:
    baselines = read_baselines(bundled_flows(), language)
    assert {"login", "add-form", "drafts"} <= set(baselines)
    found = {name for one in baselines.values() for name in one.found}
    assert found <= set(load_library(bundled_flows()).portal.elements)
