"""A page becomes a PDF that says the same, and nothing is run, asked for or read on the way."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader

from bot.browser import pdf
from bot.browser.pdf import print_pdf
from bot.errors import UsageError
from bot.evidence.reading import read_dossier
from bot.evidence.report import render_report
from bot.text import Language
from tests.browser.conftest import Site
from tests.unit.evidence.sample import Sample

PLAIN = "<!doctype html><html lang=es><title>Lote</title><h1>Uno</h1><p>Hola</p></html>"


def text_of(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


async def test_a_page_is_printed_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / "report.pdf"
    await print_pdf(PLAIN, path)
    read = PdfReader(path)
    assert read.metadata is not None
    assert (read.metadata.title, len(read.pages), text_of(path)) == ("Lote", 1, "Uno Hola")
    root: Any = read.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("es", True)
    assert [one.title for one in read.outline if not isinstance(one, list)] == ["Uno"]
    size = read.pages[0].mediabox
    assert (round(float(size.width) / 72 * 25.4), round(float(size.height) / 72 * 25.4)) == (210, 297)
    assert list(path.parent.iterdir()) == [path]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_nothing_is_run_asked_for_or_read(tmp_path: Path, site: Site) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    site.pages.put("/frame", "from the network")
    page = f"""<!doctype html><title>t</title>
      <link rel=stylesheet href="{site.url}style.css">
      <style>@import url({site.url}more.css); p {{ background: url({site.url}b.png) }}</style>
      <script src="{site.url}script.js"></script>
      <p onclick="alert(1)">as it was</p>
      <script>document.querySelector("p").textContent = "was run"; fetch("{site.url}fetched")</script>
      <img src="{site.url}picture.png"><img src="{secret.as_uri()}">
      <iframe src="{site.url}frame"></iframe><iframe src="{secret.as_uri()}"></iframe>
      <object data="{secret.as_uri()}"></object><embed src="{site.url}frame">
      <meta http-equiv=refresh content="0; url={site.url}elsewhere">"""
    path = tmp_path / "report.pdf"
    await print_pdf(page, path)
    assert site.pages.asked == []
    assert text_of(path) == "as it was"


async def test_what_was_there_is_replaced_whole_or_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"what was there")
    monkeypatch.setenv("PORTAL_BROWSER", str(tmp_path / "no-browser"))
    with pytest.raises(Exception, match="no program there"):
        await print_pdf(PLAIN, path)
    assert path.read_bytes() == b"what was there"
    monkeypatch.undo()
    await print_pdf(PLAIN, path)
    assert text_of(path) == "Uno Hola"
    assert os.listdir(tmp_path) == ["report.pdf"]


async def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="could not be written"):
        await print_pdf(PLAIN, tmp_path / "file" / "report.pdf")


async def test_a_page_too_large_for_one_pdf_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LARGEST", 2_000_000)
    with pytest.raises(UsageError, match="The report has 3 MB") as caught:
        await print_pdf("a" * 3_000_000, tmp_path / "report.pdf")
    assert "HTML" in str(caught.value.cure)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    ("language", "title", "numbered", "said"),
    [
        ("es", "Informe de pruebas · Lote 202611-01", "Página2de{}Sello2", "rechazado en revisión"),
        ("en", "Evidence report · Batch 202611-01", "Page2of{}Seal2", "rejected in review"),
        ("zh", "证据报告 · 批次 202611-01", "第2.，共{}.第2次封存", "审核未通过"),
    ],
)
async def test_a_report_prints_as_a_document(
    tmp_path: Path, language: Language, title: str, numbered: str, said: str
) -> None:
    Sample(tmp_path / "dossier", language).write()
    dossier = read_dossier(tmp_path / "dossier")
    path = tmp_path / "report.pdf"
    await print_pdf(render_report(dossier, language, verdict=None, zone=ZoneInfo("Asia/Shanghai")), path)
    read = PdfReader(path)
    assert read.metadata is not None
    assert read.metadata.title == title
    text = text_of(path)
    assert said in text
    assert "330299199203030032" in text
    second = "".join(read.pages[1].extract_text().split())  # where spaces are is guessed from distances
    assert re.search(numbered.format(len(read.pages)), second)  # 页 may come out as the radical of the same shape
    assert "".join(title.split()) in second
    assert dossier.head[:16] in second
    assert "".join(title.split()) not in "".join(read.pages[0].extract_text().split())
    names = [one.title for one in read.outline[1] if not isinstance(one, list)]
    assert names[3:-1] == [case.name for case in dossier.cases]
    pictures = [len(page.images) for page in read.pages]
    assert sum(pictures) == 19  # the long one in two parts
    assert max(pictures) == 2
    assert not keys_of(read) & {"/JavaScript", "/JS", "/URI", "/Launch", "/GoToR", "/EmbeddedFile", "/AcroForm", "/AA"}


def keys_of(read: PdfReader) -> set[str]:
    """Every key of every object in the file."""
    objects: list[Any] = [read.get_object(number) for number in read.xref[0]]
    return {str(key) for one in objects if isinstance(one, dict) for key in (*one, one.get("/S"))}
