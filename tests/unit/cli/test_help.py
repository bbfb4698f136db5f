"""`--help`: complete, in three languages, quick, and the same as docs/cli.md."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len
from typer.main import get_command

from bot.cli.help import EXAMPLES, HELP
from bot.cli.help_page import help_page
from bot.cli.main import COMMANDS, app, run
from bot.cli.reference import pages, reference
from bot.text import LANGUAGES, Language, read_in

ROOT = Path(__file__).parents[3]
HEAVY = (
    "playwright",
    "openpyxl",
    "python_calamine",
    "prompt_toolkit",
    "jinja2",
    "yaml",
    "starlette",
    "asyncio",
)


PAGES = dict(pages("", get_command(app)))
"""Every command, by its name as it is typed after `portal`."""


def options_and_commands() -> set[str]:
    """The keys that the help must have, read off the program itself."""
    keys = set()
    for name, command in PAGES.items():
        keys |= {name, *(f"{name}.{one.name}" for one in command.params)}
    return keys


def test_every_option_is_explained_and_nothing_else() -> None:
    assert set(HELP) == options_and_commands()
    assert set(EXAMPLES) == set(PAGES)
    assert {*COMMANDS, "evidence verify"} <= set(PAGES)


@pytest.mark.parametrize("key", HELP)
def test_every_explanation_is_in_three_languages(key: str) -> None:
    assert set(HELP[key]) == set(LANGUAGES)


def test_the_page_on_the_command_line_is_the_program_s() -> None:
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == reference()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_no_line_of_a_page_is_wider_than_the_terminal(language: Language, name: str) -> None:
    read_in(language)
    command = PAGES[name]
    page = help_page(name, command, command.make_context(name, [], resilient_parsing=True), width=80)
    from rich.text import Text as Styled

    body, _, examples = Styled.from_ansi(page).plain.rpartition("\n\n")
    assert not [line for line in body.splitlines() if cell_len(line) > 80]
    assert all(example in examples for example in EXAMPLES[name])


def test_help_follows_the_language_even_after_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--help", "--lang", "zh"]) == 0
    assert "先核对整份名册" in capsys.readouterr().out


def test_help_of_a_command_in_a_group_follows_the_language_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evidence", "verify", "--help", "--lang", "zh"]) == 0
    assert "核验证据是否完好" in capsys.readouterr().out


def test_without_arguments_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert "portal template add renew" in capsys.readouterr().out


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from bot.cli.main import run; run(['run', '--help']);"
        f"print(sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
