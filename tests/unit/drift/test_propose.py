"""A proposal changes the names in a copy of portal.yaml, and nothing else in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.drift.propose import proposal, write_proposal
from bot.drift.report import Finding
from bot.errors import UsageError
from bot.flow.lint import lint
from bot.text import Text
from tests.unit.drift.portals import PORTAL, written


def renamed(what: str, old: str, new: str, *elements: str) -> Finding:
    return Finding("renamed", Text.same("…"), ("form",), what, old, new, elements)


def test_only_the_text_changes_in_the_quotes_that_it_had(tmp_path: Path) -> None:
    proposed = write_proposal(written(tmp_path), [renamed("button", "Save", "Don't lose: it", "save")], "en")
    assert proposed.path == tmp_path / "portal.proposed.yaml"
    assert proposed.path.read_text(encoding="utf-8") == proposed.text == PORTAL.replace("'Save'", "'Don''t lose: it'")
    assert (tmp_path / "portal.yaml").read_text(encoding="utf-8") == PORTAL
    assert proposed.diff.splitlines()[:2] == ["--- portal.yaml", "+++ portal.proposed.yaml"]
    assert "-    button: {es: \"Guardar\", en: 'Save', zh: 保存}     # at the end" in proposed.diff
    assert not [one for one in lint(tmp_path) if one.severity == "error"]  # the copy is no part of the folder


def test_the_words_of_the_portal_are_changed_too_without_their_counters(tmp_path: Path) -> None:
    proposed = proposal(written(tmp_path), [renamed("link", "Borradores (#)", "Bandeja (#)")], "es")
    assert proposed.text == PORTAL.replace("es: Borradores", "es: Bandeja")


def test_a_text_for_all_languages_becomes_one_for_each(tmp_path: Path) -> None:
    proposed = proposal(written(tmp_path), [renamed("button", "Cancel", "Cancelar", "cancel")], "es")
    assert "cancel: [{button: {es: Cancelar, en: Cancel, zh: Cancel}}, {css: \"#cancel\"}]" in proposed.text


def test_of_a_portal_in_one_language_it_stays_one(tmp_path: Path) -> None:
    text = PORTAL.replace("walk: walk", "walk: walk\nlanguage: es")
    (written(tmp_path) / "portal.yaml").write_text(text, encoding="utf-8")
    proposed = proposal(tmp_path, [renamed("button", "Cancel", "Cancelar", "cancel")], "es")
    assert "cancel: [{button: Cancelar}, {css: \"#cancel\"}]" in proposed.text


def test_line_ends_and_chinese_stay_as_they_are(tmp_path: Path) -> None:
    text = PORTAL.replace("\n", "\r\n")
    (written(tmp_path) / "portal.yaml").write_bytes(text.encode())
    proposed = write_proposal(tmp_path, [renamed("field", "工资", "缴费工资: 月", "wage")], "zh")
    assert proposed.path is not None
    assert proposed.path.read_bytes().decode() == text.replace("zh: 工资", 'zh: "缴费工资: 月"')


def test_an_element_that_is_found_still_keeps_its_name(tmp_path: Path) -> None:
    assert proposal(written(tmp_path), [renamed("button", "Save", "Store")], "en").diff == ""


def test_nothing_is_written_if_there_is_nothing_to_propose(tmp_path: Path) -> None:
    gone = Finding("gone", Text.same("…"), ("form",), "button", "Save", "", ("save",))
    numbered = renamed("button", "Save #", "Store #", "save")
    assert write_proposal(written(tmp_path), [gone, numbered], "en").path is None
    assert not (tmp_path / "portal.proposed.yaml").exists()


def test_flows_that_say_the_old_name_themselves_are_named(tmp_path: Path) -> None:
    proposed = proposal(written(tmp_path), [renamed("link", "Help", "Assistance")], "en")
    assert proposed.diff == ""
    assert [Path(place).name for place in proposed.elsewhere] == ["walk.yaml:7:19"]


def test_where_it_cannot_be_written_the_cure_is_named(tmp_path: Path) -> None:
    (written(tmp_path) / "portal.proposed.yaml").mkdir()
    with pytest.raises(UsageError, match="could not be written"):
        write_proposal(tmp_path, [renamed("button", "Save", "Store", "save")], "en")
