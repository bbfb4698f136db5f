"""What is written as a flow file reads back the same, whatever is in it, and looks as if a person had written it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.flow.loader import load_library
from bot.flow.marks import read_yaml
from bot.flow.writing import Noted, Remark, comment, dump, scalar

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SCALARS = st.none() | st.booleans() | st.integers(-(10**14), 10**14) | TEXTS
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(["steps", "elements", "title", "yes", "a"]), VALUES, min_size=1))
def test_whatever_is_written_reads_back_the_same(document: dict[str, Any]) -> None:
    source = read_yaml(dump(document), "flow.yaml")
    assert not source.problems
    assert source.value == document


@given(TEXTS, TEXTS)
def test_no_comment_can_become_anything_else(first: str, second: str) -> None:
    steps = [Noted({"click": "save"}, (first,)), Remark((second,))]
    source = read_yaml(dump({"steps": steps, "title": Noted("x", (second,))}, comments=(first,)), "flow.yaml")
    assert source.value == {"steps": [{"click": "save"}], "title": "x"}


@pytest.mark.parametrize(
    "text", ["no", "On", "2026-01-31", "12:30", "007", "1e5", "~", "null", "${x}", "a: b", "a #b", ""]
)
def test_what_somebody_might_misread_is_quoted(text: str) -> None:
    assert scalar(text).startswith('"')
    assert yaml.safe_load(scalar(text)) == text


@pytest.mark.parametrize("text", ["Save to drafts", "身份证号", "¿Trabajador migrante?", "/drafts", "N.º"])
def test_plain_words_stay_plain(text: str) -> None:
    assert scalar(text) == text


def test_half_a_character_is_not_written() -> None:
    dump({"title": "\ud800"}).encode("utf-8")
    assert comment("one\ntwo\x00 \u2028three") == "one two three"


def test_a_file_looks_as_if_a_person_had_written_it() -> None:
    document = {
        "flow": "register",
        "title": {"es": "Alta", "en": "Register"},
        "inputs": {"name": {"type": "text", "label": "Name"}},
        "steps": [
            Noted({"fill": {"name": "${name}"}}, ("Step 2",)),
            Remark(("Step 3 is left out",)),
            {"click": [{"button": "Save"}, {"css": "#save"}], "dialog": {"answer": "accept"}},
            {"do": [{"click": "next"}], "when": "${name}"},
        ],
    }
    assert dump(document, comments=["Imported"]) == """\
# Imported
flow: register
title: {es: Alta, en: Register}
inputs:
  name: {type: text, label: Name}
steps:
  # Step 2
  - fill: {name: "${name}"}
  # Step 3 is left out
  - click: [{button: Save}, {css: "#save"}]
    dialog: {answer: accept}
  - do:
      - click: next
    when: "${name}"
"""


def test_a_line_that_would_be_too_long_is_broken() -> None:
    written = dump({"a": {"b": {"c": "x" * 70, "d": "y" * 70}}})
    assert written.splitlines()[:2] == ["a:", "  b:"]


def test_it_loads_as_flows_do(tmp_path: Path) -> None:
    portal = {"portal": "p", "title": "P", "address": "https://p.invalid/", "elements": {"go": {"button": "Go"}}}
    (tmp_path / "portal.yaml").write_text(dump(portal), encoding="utf-8")
    login = {"flow": "login", "title": "Log in", "steps": [{"open": "/"}, {"click": "go"}]}
    (tmp_path / "login.yaml").write_text(dump(login), encoding="utf-8")
    assert set(load_library(tmp_path).flows) == {"login"}
