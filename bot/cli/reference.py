"""docs/cli.md: every help page, one after the other. `python -m bot.cli.reference > docs/cli.md`"""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text as Styled
from typer.main import get_command

from bot.cli.help_page import help_page
from bot.cli.main import app
from bot.text import read_in

INTRODUCTION = """# The command line

What `portal --help` and `portal COMMAND --help` say, written by `python -m bot.cli.reference > docs/cli.md`.
`--lang`, `--home` and `--store` may stand anywhere on the line.

| Exit code | |
|--|--|
| 0 | All well. |
| 1 | Some case was refused, rejected, failed or needs attention. |
| 2 | The command, a flow or the roster is wrong, or the portal did not let the account in. |
| 3 | A bug of ours; the message says where its log is. |
| 130 | Ctrl-C, or another signal to end: the batch can be resumed. |

| Environment | |
|--|--|
| `PORTAL_PASSWORD_<ACCOUNT>`, `PORTAL_PASSWORD` | Password; else the keyring's (`portal login`), or it is asked for. |
| `PORTAL_USER_<ACCOUNT>` | The account's user name on the portal. |
| `PORTAL_HOME`, `PORTAL_STORE` | As `--home`, `--store`. |
| `PORTAL_PERSON` | Who decides, where `--as` does not say it. |
| `PORTAL_TIMESTAMP_URL` | Address of the RFC 3161 authority that stamps each seal of the evidence. |
| `PORTAL_BROWSER` | The browser to use: its path, or `chromium`, `chrome`, `msedge`. |
| `PORTAL_CLOCK` | To try things out: the time to take for now, such as `2026-11-10T09:00+08:00`. |
| `LC_ALL`, `LC_MESSAGES`, `LANG` | The language, where `--lang` says none. |
"""
WIDTH = 100


def reference() -> str:
    """The page, in English."""
    read_in("en")
    return INTRODUCTION + "".join(_chapter(name, command) for name, command in pages("", get_command(app)))


def pages(name: str, command: object) -> Iterator[tuple[str, object]]:
    """A command and those in it, each with its name as it is typed after `portal`."""
    yield name, command
    for one, inner in getattr(command, "commands", {}).items():
        yield from pages(f"{name} {one}".strip(), inner)


def _chapter(name: str, command: object) -> str:
    context = command.make_context(name, [], resilient_parsing=True)  # type: ignore[attr-defined]  # Typer exports no type for a command
    page = Styled.from_ansi(help_page(name, command, context, width=WIDTH)).plain
    lines = "\n".join(line.rstrip() for line in page.strip().splitlines())
    return f"\n## portal {name}".rstrip() + f"\n\n```text\n{lines}\n```\n"


if __name__ == "__main__":
    print(reference(), end="")
