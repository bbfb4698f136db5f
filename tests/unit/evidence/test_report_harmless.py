"""Whatever a portal, a spreadsheet or a whole dossier says, the report is the same page: only its words differ."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from bot.evidence.reading import Dossier, read_dossier
from bot.evidence.report import render_report
from bot.evidence.report.visible import LONGEST, css_text, visible
from bot.text import LANGUAGES, Language
from tests.unit.evidence.pages import taken_apart
from tests.unit.evidence.sample import Sample

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</style><script>alert(1)</script><style>",
    "</title></head><body onload=alert(1)>",
    "<!-- -->",
    "{{7*7}}{% for a in b %}",
    "${7*7}#{7*7}",
    "javascript:alert(1)",
    '=HYPERLINK("http://evil.example","click")',
    "\\0000222; } body { display: none } /*",
    "&lt;b&gt;&#60;b&#62;",
    "\u202egnp.exe\u2066\u200b\ufeff",
    "\x00\x07\x1b[2J\x7f\x85\u2028",
    "\ufffe\U000e0041",
    "{batch}{0}{self.__class__}",
    "%s %(name)s",
)
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)
KEPT = frozenset({"sha256", "zone", "schema_", "period"})
"""What is nothing else, or the reading would have refused it."""
WHICH = frozenset({"kind", "state", "to", "was", "name", "facts"})
"""What decides which words are said, or which file is read."""

Change = Callable[[str], str]
Model = TypeVar("Model", bound=BaseModel)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    folder = tmp_path_factory.mktemp("evidence") / "202611-01"
    Sample(folder).write()
    return read_dossier(folder)


def changed(said: Any, change: Change, keep: frozenset[str]) -> Any:
    match said:
        case str():
            return change(said)
        case dict():
            return {name: value if name in keep else changed(value, change, keep) for name, value in said.items()}
        case tuple() | list():
            return type(said)(changed(one, change, keep) for one in said)
        case _:
            return said


def rewritten(model: Model, change: Change, keep: frozenset[str]) -> Model:
    return type(model).model_validate(changed(model.model_dump(), change, keep))


def hostile_dossier(dossier: Dossier, change: Change, keep: frozenset[str]) -> Dossier:
    """The dossier with every word of its batch, cases, events, files and failures changed."""
    return replace(
        dossier,
        batch=rewritten(dossier.batch, change, keep),
        cases=tuple(rewritten(one, change, keep) for one in dossier.cases),
        events=tuple(rewritten(one, change, keep) for one in dossier.events),
        files=tuple(rewritten(one, change, keep) for one in dossier.files),
        failed=tuple(rewritten(one, change, keep) for one in dossier.failed),
    )


def rendered(dossier: Dossier, language: Language = "en", *, masked: bool = False) -> str:
    return render_report(dossier, language, verdict=None, zone=dossier.zone, masked=masked)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("hostile", HOSTILE)
def test_words_stay_words(whole: Dossier, hostile: str, language: Language) -> None:
    plain = taken_apart(rendered(hostile_dossier(whole, lambda said: f"{said}w", KEPT | WHICH), language))
    html = rendered(hostile_dossier(whole, lambda said: f"{said}{hostile}", KEPT | WHICH), language)
    page = taken_apart(html)
    assert page.shape == plain.shape
    assert shown(hostile) in page.text
    assert not INVISIBLE.search(html)
    assert html.encode()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_names_of_states_events_and_files_stay_words(whole: Dossier, hostile: str) -> None:
    plain = taken_apart(rendered(hostile_dossier(whole, lambda said: f"{said}w", KEPT)))
    page = taken_apart(rendered(hostile_dossier(whole, lambda said: f"{said}{hostile}", KEPT)))
    assert page.shape == plain.shape
    assert shown(f"pending{hostile}") in page.text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_masked_report_is_as_harmless(whole: Dossier, hostile: str) -> None:
    plain = taken_apart(rendered(hostile_dossier(whole, lambda said: f"{said}w", KEPT | WHICH), masked=True))
    page = taken_apart(rendered(hostile_dossier(whole, lambda said: f"{said}{hostile}", KEPT | WHICH), masked=True))
    assert page.shape == plain.shape


def shown(said: str) -> str:
    """What a reader sees of it."""
    return " ".join(visible(said, "en").split())


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_stands_beside_a_picture_stays_words(whole: Dossier, tmp_path: Path, hostile: str) -> None:
    folder = shutil.copytree(whole.container.path, tmp_path / "202611-01")
    name = "interrupt-002/03-failure.json"
    found = read_dossier(folder).diagnosis(name)
    spoilt = rewritten(found, lambda said: f"{said}{hostile}", KEPT)
    (folder / name).write_text(spoilt.model_dump_json(by_alias=True), encoding="utf-8")
    page = taken_apart(rendered(read_dossier(folder)))
    assert page.shape == taken_apart(rendered(whole)).shape
    assert shown(f"Try again later.{hostile}") in page.text


def test_an_address_is_never_a_link(whole: Dossier) -> None:
    html = rendered(hostile_dossier(whole, lambda said: f"javascript:alert('{said}')", KEPT | WHICH))
    links = {attributes["href"][0] for attributes in taken_apart(html).all("a")}
    assert links == {"#"}


@settings(max_examples=40, deadline=None)
@given(hostile=st.text(st.characters(), min_size=1, max_size=60))
def test_any_text_stays_text(whole: Dossier, hostile: str) -> None:
    words = {name: f"w{hostile}" for name in ("name", "sheet", "person", "reason", "shows", "number")}
    cases = [case.model_copy(update=words | {"title": {"en": f"w{hostile}"}}) for case in whole.cases]
    plain = [
        case.model_copy(update=dict.fromkeys((*words, "title"), "w") | {"title": {"en": "w"}}) for case in whole.cases
    ]
    html = rendered(replace(whole, cases=tuple(cases)))
    assert taken_apart(html).shape == taken_apart(rendered(replace(whole, cases=tuple(plain)))).shape
    assert not INVISIBLE.search(html)
    assert html.encode()


@given(said=st.text(st.characters(), max_size=200))
def test_everything_invisible_is_written_out(said: str) -> None:
    seen = visible(said, "en")
    assert not INVISIBLE.search(seen)
    assert seen.encode().decode() == seen


def test_what_is_visible_stays_as_it_is() -> None:
    said = "N.º de identidad: 330…17 · «Sí», ¿qué? 身份证号：王示例，\n\t— “ok” 20 000 ✓ \ue863 𠮷 é"
    assert visible(said, "en") == said
    assert visible("a\u202eb\x1b[0m", "en") == "a[U+202E]b[U+001B][0m"


def test_a_text_without_end_is_cut_and_says_so() -> None:
    seen = visible("a" * 10_000_000, "es")
    assert len(seen) < LONGEST + 60
    assert seen.endswith(f"[{10_000_000 - LONGEST} caracteres más]")


@given(said=st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_a_text_in_a_style_sheet_ends_where_it_ends(said: str) -> None:
    written = str(css_text(said))
    assert re.fullmatch(r"(?:[A-Za-z0-9]|\\[0-9a-f]{6})*", written)
    assert re.sub(r"\\([0-9a-f]{6})", lambda found: chr(int(found[1], 16)), written) == said
