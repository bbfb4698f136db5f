"""`portal export`: scripts that compile, do what the flow says, and stop where they cannot."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import bot
from bot.bundled import bundled_flows
from bot.cli.main import run
from bot.flow.loader import load_library
from bot.porting.export import Export, PageScripts, export_flow
from bot.porting.python_words import condition_of, own_name, python_of
from bot.text import Text
from tests.unit.porting.drafts import RECORDINGS

SCRIPTS = PageScripts("({})", "() => null")
FLOWS = sorted(load_library(bundled_flows()).flows)
PORTAL = """\
portal: mine
title: Mine
address: http://127.0.0.1:8900/
words: {"yes": Sí, "no": "No"}
elements:
  save: [{button: Guardar}, {css: "#save"}]
  area: {css: iframe.area}
  wage: {field: Wage, frame: area}
  class: {text: "${class}"}
  row: {row: {has: ["${text}"]}, nth: -1}
"""
LOGIN = "flow: login\ntitle: Log in\nsteps:\n  - fill: {wage: \"${account.password}\"}\n"


def exported(folder: Path, flow: str, *more: str) -> Export:
    """The script of a flow of the portal above."""
    (folder / "portal.yaml").write_text(PORTAL, encoding="utf-8")
    (folder / "login.yaml").write_text(LOGIN, encoding="utf-8")
    for number, text in enumerate((flow, *more)):
        (folder / f"flow_{number}.yaml").write_text(text, encoding="utf-8")
    made = export_flow(load_library(folder), "sample", SCRIPTS)
    compile(made.script, "sample.py", "exec")
    return made


def body(made: Export) -> str:
    """What the script does for the flow itself."""
    return made.script.partition("def flow_sample(")[2].partition("def options_and_inputs")[0]


@pytest.mark.parametrize("name", FLOWS)
def test_every_flow_that_comes_with_the_program_compiles_and_can_be_said_in_full(name: str) -> None:
    made = export_flow(load_library(bundled_flows()), name, SCRIPTS)
    compile(made.script, f"{name}.py", "exec")
    assert "unsupported(" not in made.script.partition("class E:")[2]
    assert "import bot" not in made.script and "from bot" not in made.script


def test_an_imported_recording_can_be_exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["import", str(RECORDINGS / "codegen/alta_1_62.jsonl"), "--name", "alta"]) == 0
    assert run(["export", "alta", "--flows", ".", "-o", "alta.py"]) == 0
    compile(Path("alta.py").read_text(encoding="utf-8"), "alta.py", "exec")


def test_steps_read_like_the_flow(tmp_path: Path) -> None:
    made = exported(
        tmp_path,
        """\
flow: sample
title: Sample
inputs:
  wage: {type: number, label: Wage}
stages:
  - stage: fill_in
    steps:
      - fill: {wage: "${wage}"}
      - click: save
        when: "${wage > 0}"
        dialog: {says: Sure?, answer: accept}
        timeout: 60
        note: It asks.
      - for_each: {one: "${[1, 2]}"}
        do:
          - press: "F${one}"
      - call: other
        with: {text: "${wage}"}
        as: found
      - read: {said: save}
        optional: true
  - stage: send
    effect: draft
    steps:
      - click: {link: Go, within: {css: p}, nth: 2}
        commits: true
""",
        'flow: other\ntitle: Other\ninputs: {text: {type: text, label: T}}\nsteps:\n  - click: row\n'
        'outputs: {a: "${text}"}\n',
    )
    assert [line[4:] for line in body(made).splitlines() if line.startswith("    ")][3:-1] == [
        "# Stage fill_in",
        "fill(here, E.wage, v.wage)",
        "# It asks.",
        "if (v.wage > 0):",
        "    with dialogs(here, dict(says='Sure?', answer='accept')):",
        "        find(here, E.save, timeout=60).click()",
        "for v.one in [1, 2]:",
        "    page.keyboard.press('F' + spell(v.one))",
        "v.found = flow_other(page, {'text': v.wage})",
        "if there(here, E.save):",
        "    v.said = read(here, E.save)",
        "else:",
        "    v.said = None",
        "# Stage send",
        "# EFFECT: it leaves a draft.",
        "effect('draft', 'send')",
        "# THIS STEP changes the portal's books.",
        "find(here, lambda here: [narrow(link(here.at(within=lambda here: [css(here, 'p')]), 'Go'), nth=2)]).click()",
    ]
    assert "return [field(here.at(frame=E.area), 'Wage')]" in made.script
    assert "return [narrow(row(here, v.text), nth=-1)]" in made.script


def test_names_that_mean_something_to_python_do_no_harm(tmp_path: Path) -> None:
    made = exported(
        tmp_path,
        """\
flow: sample
title: 'A "title" with \\ in it'
inputs:
  class: {type: text, label: "100 %"}
  page: {type: text, label: Page}
  here: {type: yes_no, label: Here, required: false}
  output: {type: choice, label: Output, choices: {a: One}}
steps:
  - click: class
  - fill: {wage: "${class ~ page}"}
  - for_each: {import: "${[here, output.label]}"}
    do: [{press: "${import}"}]
""",
    )
    assert "def class_(here):" in made.script
    assert "for v.import_ in [v.here, " in body(made)
    help_page = subprocess.run(
        [sys.executable, "-c", made.script.replace("from playwright.sync_api import", "# ") + "\n", "--help"],
        capture_output=True, text=True, timeout=30, check=False, encoding="utf-8",
    )  # fmt: skip
    assert "--input-output VALUE" in help_page.stdout
    assert "100 %" in help_page.stdout


def test_what_cannot_be_said_stops_the_script_there_and_is_listed(tmp_path: Path) -> None:
    made = exported(
        tmp_path,
        'flow: sample\ntitle: S\nsteps:\n  - set: {rows: []}\n  - set: {x: "${rows | groupby(\'a\')}"}\n'
        '  - click: save\n    when: "${rows | selectattr(\'a\') | list}"\n',
    )
    assert [str(one.place).rpartition("/")[2] for one in made.left_out] == ["flow_0.yaml:5:5", "flow_0.yaml:6:5"]
    assert "v.x = unsupported(" in body(made) and "if unsupported(" in body(made)


@pytest.mark.parametrize(
    ("template", "names", "value"),
    [
        ("${a + 1}", {"a": 2}, 3),
        ("${a ~ b}", {"a": "x", "b": 1}, "x1"),
        ("n${a}$${x}", {"a": 1}, "n1${x}"),
        ("${a.b if a is not none else ''}", {"a": {"b": 4}}, 4),
        ("${a.b if a is not none else ''}", {"a": None}, ""),
        ("${not a and b in c}", {"a": False, "b": 1, "c": [1]}, True),
        ("${a[1:] + [c]}", {"a": [1, 2], "c": 3}, [2, 3]),
        ("${(a | string).split('-') | reverse | join('/')}", {"a": "2026-01-31"}, "31/01/2026"),
        ("${a | replace('-', '') | upper}", {"a": "a-b"}, "AB"),
        ("${[a, 3] | max}", {"a": 5}, 5),
        ("${1 < a <= 3}", {"a": 3}, True),
        ("${-a // 2}", {"a": 4}, -2),
        ({"x": ["${a}"]}, {"a": 1}, {"x": [1]}),
        (None, {}, None),
    ],
)
def test_expressions_mean_the_same_in_python(template: Any, names: dict[str, Any], value: Any) -> None:
    class Names:
        pass

    v = Names()
    v.__dict__.update(names)
    said = python_of(template, lambda source: pytest.fail(source))
    assert eval(said, {"v": v, "get": lambda thing, key: thing[key], "spell": str}) == value


def test_texts_and_conditions() -> None:
    assert python_of(Text(es="Sí", en="Yes"), repr) == "Text(es='Sí', en='Yes')"
    assert python_of(Text.same("OK"), repr) == "'OK'"
    assert condition_of("a == 'x'", repr) == "(v.a == 'x')"
    assert condition_of("${a}", repr) == "v.a"
    assert [own_name(one) for one in ("class", "a-b", "1x", "__init__", "身份证号")] == [
        "class_", "a_b", "n_1x", "n___init__", "身份证号",
    ]  # fmt: skip


def test_an_export_writes_over_nothing_and_knows_its_flows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    path = tmp_path / "add.py"
    assert run(["export", "add", "-o", str(path)]) == 0
    said = capsys.readouterr()
    assert f"Written: {path}" in said.out and "What the script does not do:" in said.err
    before = path.read_bytes()
    assert run(["export", "add", "-o", str(path)]) == 2
    assert path.read_bytes() == before
    assert run(["export", "ad"]) == 2
    assert "There is no flow `ad`" in capsys.readouterr().err
    assert run(["export", "add"]) == 0
    assert capsys.readouterr().out.encode() == before
    assert Path(bot.__file__).with_name("browser").joinpath("field_engine.js").is_file()
