"""The report tells an auditor everything, in three languages, on one page that loads nothing."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from bot.evidence.reading import Dossier, read_dossier
from bot.evidence.report import happenings, render_report, states, words
from bot.evidence.verify import Verdict, verify
from bot.text import LANGUAGES, Language, Text
from tests.unit.evidence.pages import Parts, taken_apart
from tests.unit.evidence.sample import Sample, drawn

SHANGHAI = ZoneInfo("Asia/Shanghai")
CSP = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "scope", "data-label", "style"),
    *("src", "width", "height", "alt", "role", "aria-label", "aria-hidden"),
}
NUMBER = re.compile(r"330299\d{12}")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    sample = Sample(tmp_path_factory.mktemp("evidence") / "202611-01")
    sample.write()
    return sample


@pytest.fixture
def dossier(sample: Sample, tmp_path: Path) -> Dossier:
    return read_dossier(shutil.copytree(sample.folder, tmp_path / "202611-01"))


def report(dossier: Dossier, language: Language = "en", verdict: Verdict | None = None) -> str:
    return render_report(dossier, language, verdict=verdict, zone=SHANGHAI)


def parts(dossier: Dossier, language: Language = "en", verdict: Verdict | None = None) -> Parts:
    return taken_apart(report(dossier, language, verdict))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_holds_everything_and_loads_nothing(dossier: Dossier, language: Language) -> None:
    page = parts(dossier, language)
    assert page.all("html") == [{"lang": {"zh": "zh-Hans"}.get(language, language)}]
    assert {"http-equiv": "Content-Security-Policy", "content": CSP} in page.all("meta")
    assert not {tag for tag, _ in page.tags} & {"script", "link", "iframe", "object", "embed", "form", "base", "svg"}
    addresses = {
        (tag, name, value[:11])
        for tag, attributes in page.tags
        for name, value in attributes.items()
        if name in ("src", "srcset", "href", "action", "data", "poster", "background")
    }
    assert addresses <= {("img", "src", "data:image/")} | {address for address in addresses if address[2][0] == "#"}
    assert not re.search(r"@import|url\((?!data:image/webp;base64,)", page.styles)
    assert {name for _, attributes in page.tags for name in attributes} == ATTRIBUTES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_place_on_the_page(dossier: Dossier, language: Language) -> None:
    page = parts(dossier, language)
    places = {attributes["id"] for _, attributes in page.tags if "id" in attributes}
    links = [attributes["href"] for attributes in page.all("a")]
    assert len(places) == len([1 for _, attributes in page.tags if "id" in attributes])
    assert {link.removeprefix("#") for link in links} <= places
    assert {f"#case-{number}" for number in range(1, 8)} <= set(links)


def test_the_cover_says_which_batch_it_is_and_how_it_stands(dossier: Dossier) -> None:
    text = parts(dossier).text
    for said in (
        "Batch 202611-01",
        "Online social-insurance filing · November 2026",
        "Testing Precision Machinery · user 170000001",
        "November 2026.xlsx",
        "maria, 10 Nov 2026 09:00:00",
        "jefa (4 cases), 10 Nov 2026",
        "7 cases",
        "assistant 0.1.0 · Python 3.11.9",
        dossier.batch.roster.sha256,
        dossier.batch.flows["declare"],
        "All times are in the portal's time zone, Asia/Shanghai.",
    ):
        assert said in text


def test_the_cover_counts_the_cases_by_state(dossier: Dossier) -> None:
    told = "✓ approved 2 · pending 1 ! needs attention 1 ✗ rejected in review 1 ✗ refused by the portal 1 – withdrawn 1"
    assert f"7 cases {told}" in parts(dossier).text


def test_the_cover_says_how_it_is_sealed(dossier: Dossier, sample: Sample) -> None:
    grouped = " ".join(re.findall(".{8}", dossier.head))
    text = parts(dossier, verdict=verify(dossier.container.path, trusted=[sample.key.public])).text
    assert "✓ Intact: all 38 files are just as they were sealed." in text
    assert grouped in text
    assert " ".join(re.findall(".{8}", sample.key.fingerprint)) in text
    assert f"portal evidence verify 202611-01 --head {dossier.head}" in text
    assert "sha256sum seals/0002.json" in text
    assert "compare it with the one that the employer gave" not in text


def test_a_key_that_nobody_knows_is_not_taken_for_granted(dossier: Dossier) -> None:
    text = parts(dossier, verdict=verify(dossier.container.path)).text
    assert "Intact, if the key below is the employer's" in text
    assert "compare it with the one that the employer gave" in text


def test_what_was_not_verified_is_not_said_to_be_intact(dossier: Dossier) -> None:
    text = parts(dossier).text
    assert "Not checked" in text
    assert "Intact" not in text


def test_what_was_altered_is_on_the_cover_and_not_shown(dossier: Dossier, sample: Sample) -> None:
    folder = dossier.container.path
    (folder / "add-002/01-filled.webp").write_bytes(drawn("somebody", "else"))
    (folder / "add-002/02-saved.webp").unlink()
    verdict = verify(folder, trusted=[sample.key.public])
    page = parts(dossier, verdict=verdict)
    assert "✗ NOT intact" in page.text
    assert all(finding.message.to("en") in page.text for finding in verdict.findings)
    assert "no longer as it was sealed, and so is not shown" in page.text
    assert "no longer in the dossier" in page.text
    whole = parts(read_dossier(sample.folder))
    assert len(page.all("img")) == len(whole.all("img")) - 2


def test_a_long_list_of_findings_is_told_in_part(dossier: Dossier, sample: Sample) -> None:
    for number in range(60):
        (dossier.container.path / f"extra-{number}.txt").write_bytes(b"")
    text = parts(dossier, verdict=verify(dossier.container.path, trusted=[sample.key.public])).text
    assert "… and 20 more" in text


def test_the_list_has_a_line_for_each_case(dossier: Dossier) -> None:
    html = report(dossier)
    table = taken_apart(html[html.index('<table class="cases">') : html.index("</table>")]).text
    for case in dossier.cases:
        assert f"{case.name} 330…{case.person[-2:]}" in table
    assert "段文卓 330…32 Add employee ✗ rejected in review The household registration could not be verified" in table
    assert "20261100000028 10 Nov 2026 09:02:06 12 Nov 2026 09:00:05" in table


def test_a_whole_id_number_is_only_on_the_page_of_its_case(dossier: Dossier) -> None:
    said = f"{dossier.cases[1].person} is insured"
    cases = tuple(case.model_copy(update={"reason": said}) for case in dossier.cases)
    stopped = dossier.batch.model_copy(update={"stopped": said})
    html = report(replace(dossier, cases=cases, batch=stopped))
    before, _, after = html.partition('id="case-1"')
    assert not NUMBER.search(before)
    assert NUMBER.search(after)


def case_page(html: str, number: int) -> str:
    return html.partition(f'id="case-{number}"')[2].partition("</article>")[0]


def test_a_case_page_says_who_what_and_what_came_of_it(dossier: Dossier) -> None:
    text = taken_apart(case_page(report(dossier), 2)).text
    for said in (
        "Case 2 of 7",
        "段文卓 330299199203030032 · Add employee ✗ rejected in review",
        "ID number 330299199203030032 Name 段文卓 Household registration type local urban Declared wage (base) 5600",
        "From “Add employee”, row 3",
        "Portal's No. 20261100000029 Reason The household registration could not be verified.",
        "Draft as read back ID number: 330299199203030032; Name: 段文卓",
        "Approved jefa, 10 Nov 2026 09:01:43",
        "Decided 12 Nov 2026 09:00:10",
    ):
        assert said in text


def test_the_timeline_tells_what_happened_in_order(dossier: Dossier) -> None:
    text = taken_apart(case_page(report(dossier), 1)).text
    told = (
        "it held nothing of this person and operation",
        "Filling in and saving the draft was begun",
        "Picture 1: form filled in",
        "Picture 2: saved",
        "The portal saved the draft",
        "The draft was read back from the portal and matches the roster. No. 20261100000028",
        "A person approved it for filing as it was read back. jefa",
        "It was about to be declared: noted before the click",
        "It was declared; the portal has it under review",
        "Picture 3: final row in the list",
        "The portal's review approved it",
    )
    places = [text.index(one) for one in told]
    assert places == sorted(places)


def test_trouble_comes_with_its_circumstances_and_its_diagnosis(dossier: Dossier) -> None:
    text = taken_apart(case_page(report(dossier), 5)).text
    for said in (
        "! needs attention",
        "Step declare › click declare (declare.yaml:38:7)",
        "Looked for the system message, with “declared”",
        "What to do Look for it under “Under review”",
        "“declared” could not be captured: the page no longer answered",
        "What was on the page in picture 14",
        "The portal said The system is busy. Try again later.",
        "https://portal.example/main documents · https://portal.example/documents",
        "error: POST https://portal.example/documents/declare: 500 (7) … and 3 more",
        "In full in interrupt-002/03-failure.json",
    ):
        assert said in text
    assert "somewhere" not in text  # where our own files lie is nobody's business


def test_a_diagnosis_that_cannot_be_read_is_told(dossier: Dossier) -> None:
    (dossier.container.path / "interrupt-002/03-failure.json").write_bytes(b"{")
    assert "The diagnosis interrupt-002/03-failure.json cannot be read." in parts(dossier).text


def test_pictures_are_numbered_and_say_where_they_come_from(dossier: Dossier) -> None:
    html = report(dossier)
    captions = taken_apart("".join(re.findall(r"<figcaption>.*?</figcaption>", html, re.DOTALL))).text
    assert [int(number) for number in re.findall(r"Picture (\d+) ·", captions)] == list(range(1, 19))
    first = dossier.files[0]
    digest = first.digest.sha256[:16]
    told = (
        f"Picture 1 · form filled in · 10 Nov 2026 09:00:13 https://portal.example/main?page=form · SHA-256 {digest}…"
    )
    assert told in captions
    assert "Together with other cases, in: Picture 17 · Picture 18" in taken_apart(case_page(html, 1)).text


def test_a_receipt_is_listed_with_its_digest(dossier: Dossier) -> None:
    receipt = next(file for file in dossier.files if file.annotations.kind == "download")
    assert f"renew-002/04-receipt.pdf 12 Nov 2026 09:00:19 16 B {receipt.digest.sha256}" in parts(dossier).text


def test_a_case_that_nothing_was_done_for_says_so(dossier: Dossier) -> None:
    assert "Nothing has happened yet." in taken_apart(case_page(report(dossier), 7)).text


def with_picture(dossier: Dossier, content: bytes) -> Dossier:
    """The dossier with another first picture, sealed as it is."""
    (dossier.container.path / dossier.files[0].name).write_bytes(content)
    digest = dossier.files[0].digest.model_copy(update={"sha256": hashlib.sha256(content).hexdigest()})
    return replace(dossier, files=(dossier.files[0].model_copy(update={"digest": digest}), *dossier.files[1:]))


def image(mode: str, size: tuple[int, int], kind: str) -> bytes:
    written = io.BytesIO()
    Image.new(mode, size).save(written, kind)
    return written.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"RIFF\x00\x00\x00\x00WEBP",
        b"\x89PNG\r\n\x1a\n" + bytes(20),
        image("RGB", (8, 8), "GIF"),
        image("1", (9000, 9000), "PNG"),
        image("1", (20000, 20000), "PNG"),
    ],
    ids=["empty", "svg", "cut webp", "cut png", "gif", "huge", "a bomb"],
)
def test_what_is_no_picture_is_not_shown(dossier: Dossier, content: bytes) -> None:
    html = report(with_picture(dossier, content))
    assert "This file is no picture that can be shown." in html.partition('id="picture-1"')[2][:300]


@pytest.mark.parametrize(
    ("tall", "shape"), [(0.3, "half"), (0.94, "half"), (1.0, "whole"), (1.42, "whole"), (1.43, "long"), (7.0, "long")]
)
def test_a_picture_is_as_large_as_paper_allows(dossier: Dossier, tall: float, shape: str) -> None:
    html = report(with_picture(dossier, image("RGB", (200, int(200 * tall)), "PNG")))
    figure = html.partition('<figure id="picture-1"')[2].partition("</figure>")[0]
    assert f'class="{shape}"' in figure
    heights = [float(height) for height in re.findall(r"aspect-ratio: 1 / ([\d.]+)", figure)]
    assert figure.count("data:image/png") == 1
    if shape != "long":
        assert heights == []
        return
    places = [
        float(at) / 100 * (tall - height)
        for height, at in zip(heights, re.findall(r"0 ([\d.]+)%", figure), strict=True)
    ]
    ends = [top + height for top, height in zip(places, heights, strict=True)]
    assert max(heights) <= 1.42
    assert places[0] == 0
    assert ends[-1] == pytest.approx(tall)
    assert all(0.03 < end - top < 0.05 for end, top in zip(ends[:-1], places[1:], strict=True))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "es",
            (
                "Lote 202611-01",
                "noviembre de 2026",
                "10/11/2026 09:02:06",
                "✗ rechazado en revisión",
                "en revisión.",
            ),
        ),
        ("en", ("Batch 202611-01", "November 2026", "10 Nov 2026 09:02:06", "✗ rejected in review", "16 B")),
        ("zh", ("批次 202611-01", "2026年11月", "2026-11-10 09:02:06", "✗ 审核未通过", "系统已保存草稿。")),
    ],
)
def test_it_is_said_in_the_readers_language(dossier: Dossier, language: Language, said: tuple[str, ...]) -> None:
    text = parts(dossier, language).text
    assert [one for one in said if one not in text] == []


def test_times_are_on_the_portals_clock(dossier: Dossier) -> None:
    there = render_report(dossier, "en", verdict=None, zone=ZoneInfo("America/Bogota"))
    assert "9 Nov 2026 20:00:00" in there
    assert "America/Bogota" in there


CATALOGUE = {
    **{name: text for name, text in vars(words).items() if isinstance(text, Text)},
    **{f"step {name}": text for name, text in words.STEPS.items()},
    **{f"aim {name}": text for name, text in words.AIMS.items()},
    **{f"state {state}": states.look_of(state).words for state in states.ORDER},
    **{f"event {name}": text for name, text in vars(happenings).items() if isinstance(text, Text)},
    **{f"event {kind} {to}": text for (kind, to), text in happenings._MOVES.items()},
}


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_word_is_whole_in_three_languages(name: str) -> None:
    text = CATALOGUE[name]
    assert set(text) == set(LANGUAGES)
    assert len({frozenset(re.findall(r"\{\w*\}", said)) for said in text.values()}) == 1
