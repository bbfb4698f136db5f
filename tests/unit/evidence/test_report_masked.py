"""A report for others shows nothing sensitive: not in its words, and only those pictures that it was given."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bot.evidence.reading import Dossier, read_dossier
from bot.evidence.record import CaseFacts
from bot.evidence.report import render_report
from bot.evidence.statement import Subject
from tests.unit.evidence.pages import Parts, taken_apart
from tests.unit.evidence.sample import Sample, drawn

MASKED = drawn("somebody", "masked")


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    folder: Path = tmp_path_factory.mktemp("evidence") / "202611-01"
    Sample(folder).write()
    return read_dossier(folder)


def masked(dossier: Dossier) -> str:
    return render_report(dossier, "en", verdict=None, zone=dossier.zone, masked=True)


def test_no_number_of_a_person_and_no_wage_is_left(dossier: Dossier) -> None:
    text = taken_apart(masked(dossier)).text
    for case in dossier.cases:
        assert case.person not in text
        assert case.person[:6] not in text
        assert f"{case.person[:3]}*************{case.person[-2:]} · {case.title['en']}" in text
    for wage in (entered.value for case in dossier.cases for entered in case.entered if entered.field == "wage"):
        assert not re.search(rf"\b{wage}\b", text)
    assert "Declared wage (base) •••••" in text
    assert "ID number: 330*************15; Name: 钱嘉树; Household registration type: local urban" in text


def test_what_is_no_secret_is_told(dossier: Dossier) -> None:
    text = taken_apart(masked(dossier)).text
    for said in (
        "ID numbers and sensitive data are hidden.",
        "is not this copy: the employer keeps it.",
        "20261100000029",
        "Household registration type local urban",
        "The household registration could not be verified.",
        "The portal's review approved it.",
        dossier.batch.roster.sha256,
    ):
        assert said in text


def with_first(dossier: Dossier, **facts: object) -> Parts:
    first: CaseFacts = dossier.cases[0].model_copy(update=facts)
    return taken_apart(masked(replace(dossier, cases=(first, *dossier.cases[1:]))))


def test_a_wage_that_only_the_portal_says_is_hidden(dossier: Dossier) -> None:
    said = "The draft does not show what the roster says: wage 7,250.00 (7250元), not 6800. No. 20261100000028, row 12."
    page = with_first(dossier, reason=said, approved_shows="wage: ７２５０", trouble={"message": f"{said} Again."})
    assert not re.search("7,?250|６|７", page.text)
    assert "wage ••••• (•••••元), not •••••. No. 20261100000028, row 12." in page.text


def test_others_whom_the_portal_happened_to_show_are_left_out(dossier: Dossier) -> None:
    page = taken_apart(masked(dossier))
    assert "My documents" not in page.text
    assert "button “OK”" not in page.text
    assert "Browser's errors 11, hidden in this copy" in page.text


def test_an_address_says_only_where(dossier: Dossier) -> None:
    files = tuple(
        file.model_copy(
            update={
                "annotations": file.annotations.model_copy(
                    update={"url": "https://user:word@portal.example/person/68001?id=330299198706120115#6800"}
                )
            }
        )
        for file in dossier.files
    )
    text = taken_apart(masked(replace(dossier, files=files))).text
    assert "https://portal.example/person/•••••" in text
    assert not re.search("word@|68001|id=", text)


def test_what_is_not_there_is_not_said(dossier: Dossier) -> None:
    html = masked(dossier).partition('id="case-1"')[2].partition("</article>")[0]
    assert "What went wrong" not in html
    assert not re.search(r"<dd[^>]*>(?:://)?</dd>", html)


def test_without_masked_pictures_all_are_withheld(dossier: Dossier) -> None:
    page = taken_apart(masked(dossier))
    assert page.all("img") == []
    assert page.text.count("Withheld: it shows personal data that cannot be hidden with certainty.") == 18


def test_only_the_pictures_that_are_given_are_shown(dossier: Dossier) -> None:
    asked: list[Subject] = []

    def picture(subject: Subject) -> bytes | None:
        asked.append(subject)
        return MASKED if subject.name == "add-002/02-saved.webp" else None

    html = render_report(dossier, "en", verdict=None, zone=dossier.zone, masked=True, picture=picture)
    page = taken_apart(html)
    assert len(asked) == 18
    assert len(page.all("img")) == 1
    assert page.text.count("Withheld") == 17
    digest = next(file.digest.sha256[:16] for file in dossier.files if file.name == "add-002/02-saved.webp")
    assert f"original: SHA-256 {digest}…" in page.text
