"""Whoever neither files nor approves sees no number and no wage: not on a page, a picture, a report or an export."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from html import unescape
from pathlib import Path

import pytest
from pypdf import PdfReader

from bot.console import words
from bot.console.console import Console
from bot.console.security import Role
from bot.evidence.masked_picture import PictureMasker
from bot.redaction import mask_id
from bot.service.masked_evidence import BATCHES_KEPT, PICTURES_KEPT
from bot.text import LANGUAGES
from tests.acceptance.canary import layers
from tests.console.conftest import Visitor
from tests.console.security.sensitive import (
    ANOTHERS,
    CASE,
    LONELY,
    MASKED,
    NUMBER,
    OTHER,
    UNKNOWN,
    WAGE,
    picture,
    reds,
    sensitive_batch,
    with_other_masks,
)


@pytest.fixture
def batch(console: Console, tmp_path: Path) -> str:
    return sensitive_batch(console.assistant, tmp_path / "rosters")


@pytest.fixture
def auditor(stranger: Visitor, batch: str) -> Visitor:
    return stranger.sign_in(Role.AUDITOR, name="ada")


@pytest.fixture
def clerk(console: Console, batch: str) -> Visitor:
    return Visitor(console).sign_in(Role.CLERK, name="cleo")


def at(batch: str, path: str) -> str:
    return f"/batches/{batch}/pictures/{path}"


def sensitive_in(content: bytes, name: str = "page") -> set[str]:
    """Which of what is to be hidden stands in a text, a zip or a PDF, however it is packed."""
    found = set()
    for where, data in layers(name, content):
        found |= {f"{where}: {mark}" for mark in (NUMBER, OTHER, WAGE) if mark.encode() in data}
    return found


def test_a_picture_is_masked_for_an_auditor_and_whole_for_a_clerk(auditor: Visitor, clerk: Visitor, batch: str) -> None:
    whole = clerk.ask("GET", at(batch, MASKED))
    assert whole.content == picture() and reds(whole.content) > 50, "there is nothing to be masked"
    masked = auditor.ask("GET", at(batch, MASKED))
    assert (masked.status_code, masked.headers["content-type"]) == (200, "image/webp")
    assert reds(masked.content) == 0


@pytest.mark.parametrize("path", [UNKNOWN, LONELY, ANOTHERS])
def test_a_picture_of_which_nobody_knows_what_to_mask_is_not_shown(
    auditor: Visitor, clerk: Visitor, batch: str, path: str
) -> None:
    assert clerk.ask("GET", at(batch, path)).content == picture()
    for language in LANGUAGES:
        cookie = f"{auditor.door.cookie}={auditor.cookie}; portal_language={language}"
        answer = auditor.ask("GET", at(batch, path), headers={"cookie": cookie})
        assert answer.headers["content-type"] == "image/svg+xml"
        assert words.NOT_SHOWN.to(language) in unescape(answer.text)


def test_masks_that_were_changed_since_are_not_believed(auditor: Visitor, console: Console, batch: str) -> None:
    with_other_masks(console.assistant, batch)
    assert auditor.ask("GET", at(batch, MASKED)).headers["content-type"] == "image/svg+xml"


def test_what_is_no_picture_of_the_batch_is_not_there(auditor: Visitor, batch: str) -> None:
    for path in (f"{CASE}/99-other.webp", "..%2F..%2Fconsole.users.json", MASKED.replace(".webp", ".json")):
        assert auditor.ask("GET", at(batch, path)).status_code == 404


def test_a_picture_is_masked_once(
    auditor: Visitor, batch: str, console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    masked = PictureMasker.masked
    monkeypatch.setattr(PictureMasker, "masked", lambda self, *told: made.append(1) or masked(self, *told))
    answers = {auditor.ask("GET", at(batch, MASKED)).content for _ in range(3)}
    assert (len(made), len(answers)) == (1, 1)
    assert PICTURES_KEPT > 10 and BATCHES_KEPT > 1


@pytest.mark.parametrize("path", ["", f"/cases/{CASE}", "/review", "/list", "/log", "/now"])
def test_pages_show_no_number_and_no_wage(auditor: Visitor, clerk: Visitor, batch: str, path: str) -> None:
    page = auditor.ask("GET", f"/batches/{batch}{path}")
    assert page.status_code == 200
    assert sensitive_in(page.content) == set()
    if path in (f"/cases/{CASE}", "/review"):
        assert WAGE in clerk.ask("GET", f"/batches/{batch}{path}").text, "there is nothing to be masked"
    if path == f"/cases/{CASE}":
        assert mask_id(NUMBER) in page.text and "钱嘉树" in page.text
        assert words.MASKED_FOR_YOU.to("en") in page.text
        assert words.MASKED_FOR_YOU.to("en") not in clerk.ask("GET", f"/batches/{batch}{path}").text


def test_a_number_is_found_by_all_of_it_and_cannot_be_guessed_digit_by_digit(
    auditor: Visitor, clerk: Visitor, batch: str
) -> None:
    def found(visitor: Visitor, typed: str) -> bool:
        return f'id="case-{CASE}"' in visitor.ask("GET", f"/batches/{batch}/list?q={typed}").text

    assert found(clerk, NUMBER[:12]) and found(clerk, NUMBER)
    assert found(auditor, NUMBER) and found(auditor, "钱嘉树") and not found(auditor, NUMBER[:12])


def test_the_report_is_masked(auditor: Visitor, clerk: Visitor, console: Console, batch: str) -> None:
    console.assistant.dossiers.seal(batch, by="ana")
    whole, masked = (visitor.ask("GET", f"/batches/{batch}/report") for visitor in (clerk, auditor))
    assert sensitive_in(whole.content) and any(map(reds, pictures_in(whole.text)))
    assert masked.status_code == 200 and sensitive_in(masked.content) == set()
    shown = pictures_in(masked.text)
    assert shown and not any(map(reds, shown))


def test_the_report_as_a_pdf_is_masked(auditor: Visitor, console: Console, batch: str) -> None:
    console.assistant.dossiers.seal(batch, by="ana")
    masked = auditor.ask("GET", f"/batches/{batch}/report.pdf")
    assert masked.headers["content-type"] == "application/pdf"
    assert sensitive_in(masked.content, "report.pdf") == set()
    images = [one.image for page in PdfReader(io.BytesIO(masked.content)).pages for one in page.images]
    assert images
    for image in images:
        written = io.BytesIO()
        image.save(written, "PNG")  # type: ignore[union-attr]  # pypdf could read it
        assert reds(written.getvalue()) == 0


def test_an_auditor_exports_the_masked_copy_and_no_other(auditor: Visitor, clerk: Visitor, batch: str) -> None:
    refused = auditor.ask("POST", f"/batches/{batch}/export", form={"kind": "complete"})
    assert refused.status_code == 403 and "content-disposition" not in refused.headers
    assert auditor.ask("POST", f"/batches/{batch}/export", form={}).status_code == 403
    whole = clerk.ask("POST", f"/batches/{batch}/export", form={"kind": "complete"})
    assert sensitive_in(whole.content, "whole.zip")
    masked = auditor.ask("POST", f"/batches/{batch}/export", form={"kind": "shareable"})
    assert masked.headers["content-type"] == "application/zip"
    assert sensitive_in(masked.content, "masked.zip") == set()
    with zipfile.ZipFile(io.BytesIO(masked.content)) as archive:
        shown = [archive.read(name) for name in archive.namelist() if name.endswith(".webp")]
    assert shown and not any(map(reds, shown))


def test_the_results_are_for_whoever_files_or_approves_and_the_page_says_so(
    auditor: Visitor, clerk: Visitor, batch: str
) -> None:
    assert clerk.ask("GET", f"/batches/{batch}/results").status_code == 200
    refused = auditor.ask("GET", f"/batches/{batch}/results")
    assert refused.status_code == 403 and "content-disposition" not in refused.headers
    for visitor, offered in ((clerk, True), (auditor, False)):
        html = visitor.ask("GET", f"/batches/{batch}").text
        assert (f"/batches/{batch}/results" in html) is offered
        assert (words.NO_RESULTS_FOR_YOU.to("en") in html) is not offered
        html = visitor.ask("GET", "/evidence").text
        assert (words.EXPORT.to("en") in html) is offered
        assert (words.NO_COMPLETE_FOR_YOU.to("en") in html) is not offered


def pictures_in(html: str) -> list[bytes]:
    """The pictures of a report."""
    return [base64.b64decode(one) for one in re.findall(r"data:image/(?:webp|png);base64,([A-Za-z0-9+/=]+)", html)]
