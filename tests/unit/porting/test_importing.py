"""`portal import`: what is written where, what is said, and that nothing that is there is touched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli.main import run
from bot.flow.loader import load_library
from bot.porting.importing import format_of
from tests.unit.porting.drafts import PASSWORD, RECORDINGS
from tests.unit.porting.test_selenium_ide import project

SAMPLES = sorted(path for path in RECORDINGS.rglob("*.*") if path.suffix in (".jsonl", ".json", ".side"))
Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def somewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PORTAL_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem + path.suffix)
@pytest.mark.parametrize("language", ["es", "en", "zh"])
def test_every_sample_is_known_by_what_is_in_it_and_loads(path: Path, language: str, capsys: Printed) -> None:
    renamed = Path("recording")
    renamed.write_bytes(path.read_bytes())
    assert run(["import", "recording", "-o", "flows", "--lang", language]) == 0
    load_library(Path("flows"))
    written = "".join(one.read_text(encoding="utf-8") for one in Path("flows").iterdir())
    assert PASSWORD not in capsys.readouterr().out + written


def test_formats_are_told_apart() -> None:
    formats = {path.suffix: format_of(path.read_text(encoding="utf-8")) for path in SAMPLES}
    assert formats == {".jsonl": "codegen", ".json": "devtools", ".side": "selenium"}
    assert format_of("{}") is None


def test_it_says_what_it_wrote_and_by_place_what_it_could_not_carry_over(capsys: Printed) -> None:
    sample = RECORDINGS / "devtools/alta.json"
    assert run(["import", str(sample), "-o", "flows", "--name", "register"]) == 0
    said = capsys.readouterr().out
    assert "→ flow `register`" in said
    assert "  steps[20]: waitForExpression: flows have nothing that corresponds to it\n" in said
    for name in ("register.yaml", "login.yaml", "portal.yaml"):
        assert f"Written: {Path('flows') / name}\n" in said
        assert (Path("flows") / name).is_file()


def test_tests_of_one_project_share_their_portal() -> None:
    steps = [("open", "/"), ("click", "id=a")]
    Path("p.side").write_text(project(one=steps, two=[*steps, ("click", "id=b")], three=[]), encoding="utf-8")
    assert run(["import", "p.side", "-o", "flows"]) == 0
    library = load_library(Path("flows"))
    assert library.portal.operations == ("one", "two")
    assert list(library.portal.elements) == ["a", "b"]


def a_portal(folder: Path) -> str:
    """A folder of flows; its portal.yaml."""
    folder.mkdir()
    (folder / "login.yaml").write_text("flow: login\ntitle: Log in\nsteps:\n  - open: /\n", encoding="utf-8")
    portal = (
        "portal: mine\ntitle: Mine  # a comment\naddress: http://127.0.0.1:8900/\noperations: []\nelements:\n"
        "  save_it: {button: {es: Guardar en borradores, en: Save}, frame: area}\n  area: {css: '#area'}\n\n"
        "# How it says no\nsigns: []\n"
    )
    (folder / "portal.yaml").write_text(portal, encoding="utf-8")
    return portal


def test_a_test_that_is_called_as_the_login_gets_another_name() -> None:
    steps = [("open", "/"), ("type", "id=user", "ana"), ("click", "id=enter")]
    Path("p.side").write_text(project(one=[("open", "/"), ("click", "id=a")], login=steps), encoding="utf-8")
    assert run(["import", "p.side", "-o", "flows"]) == 0
    library = load_library(Path("flows"))
    assert library.portal.operations == ("one", "login_2")
    assert set(library.flows) == {"one", "login", "login_2"}


def test_a_portal_that_is_there_is_used_and_left_as_it_is(capsys: Printed) -> None:
    folder = Path("flows")
    portal = a_portal(folder)
    assert run(["import", str(RECORDINGS / "codegen/alta_1_62.jsonl"), "-o", "flows", "--name", "alta"]) == 0
    assert (folder / "portal.yaml").read_text(encoding="utf-8") == portal
    flow = (folder / "alta.yaml").read_text(encoding="utf-8")
    assert "  - click: save_it\n" in flow, "the portal's own name for it"
    assert "account.password" not in flow, "the portal knows how to log in"
    assert "logging in is what the flow `login` does" in capsys.readouterr().out
    proposed = (folder / "portal.proposed.yaml").read_text(encoding="utf-8")
    assert "title: Mine  # a comment\n" in proposed
    assert proposed.index("recibo:") < proposed.index("# How it says no")
    assert "operations: [alta]" in proposed
    (folder / "portal.proposed.yaml").replace(folder / "portal.yaml")
    load_library(folder)


@pytest.mark.parametrize("name", ["alta.yaml", "login.yaml", "portal.yaml"])
def test_nothing_that_is_there_is_written_over(name: str, capsys: Printed) -> None:
    Path("flows").mkdir()
    if name == "portal.yaml":
        a_portal(Path("other"))
        for one in Path("other").iterdir():
            one.rename(Path("flows") / one.name)
        Path("flows/portal.proposed.yaml").write_text("mine", encoding="utf-8")
    else:
        (Path("flows") / name).write_text("mine", encoding="utf-8")
    before = {one.name: one.read_bytes() for one in Path("flows").iterdir()}
    assert run(["import", str(RECORDINGS / "devtools/alta.json"), "-o", "flows"]) == 2
    assert {one.name: one.read_bytes() for one in Path("flows").iterdir()} == before
    assert "is there already; nothing was written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "options", "said"),
    [
        (b"hello", [], "format of this recording is not known"),
        (b"\xff\xfe\x00", [], "no text in UTF-8"),
        (b"{}", ["--as", "devtools"], "no recording of Chrome's Recorder"),
        (b'{"steps": []}', [], "nothing in this recording that can be carried over"),
        (b'{"steps": [{"type": "click", "selectors": ["#a"]}]}', ["--name", "Not A Name"], "is no name for a flow"),
        (project(a=[("open", "/")], b=[("open", "/")]).encode(), ["--name", "x"], "One name for 2 recordings"),
        (None, [], "cannot be read"),
    ],
)
def test_what_cannot_be_imported_ends_with_2_and_says_why(
    content: bytes | None, options: list[str], said: str, capsys: Printed
) -> None:
    if content is not None:
        Path("recording").write_bytes(content)
    assert run(["import", "recording", "-o", "flows", *options]) == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert not Path("flows").exists()


def test_a_folder_of_flows_with_mistakes_is_refused_with_their_places(capsys: Printed) -> None:
    a_portal(Path("flows"))
    Path("flows/bad.yaml").write_text("flow: bad\ntitle: Bad\nsteps:\n  - dance: x\n", encoding="utf-8")
    assert run(["import", str(RECORDINGS / "devtools/alta.json"), "-o", "flows"]) == 2
    assert "flows/bad.yaml:4" in capsys.readouterr().err


def test_a_name_that_is_taken_in_the_folder_is_refused(capsys: Printed) -> None:
    a_portal(Path("flows"))
    steps = {"title": "x", "steps": [{"type": "click", "selectors": ["#a"]}]}
    Path("recording.json").write_text(json.dumps(steps), encoding="utf-8")
    assert run(["import", "recording.json", "-o", "flows", "--name", "login"]) == 2
    assert "has a flow `login` already" in capsys.readouterr().err
