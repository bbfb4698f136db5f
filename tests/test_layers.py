"""The house keeps its floor plan: who imports whom, how big a room grows, why a warning is silenced."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted(
    path for package in ("bot", "mock_portal") for path in (ROOT / package).rglob("*.py") if path.stat().st_size
)
ALL_PYTHON = sorted(
    path for folder in ("bot", "mock_portal", "tests", "benchmarks") for path in (ROOT / folder).rglob("*.py")
)
LONGEST = 400

BELOW: dict[str, set[str]] = {
    "text": set(),
    "errors": {"text"},
    "redaction": {"text"},
    "private": set(),
    "bundled": set(),
    "bugs": set(),
    "fields": {"errors", "text"},
    "flow": {"errors", "text", "fields"},
    "roster": {"errors", "text", "fields", "flow"},
    "run": {"errors", "text", "fields", "flow"},
    "browser": {"errors", "text", "fields", "flow"},
    "actions": {"errors", "text", "fields", "flow", "browser"},
    "evidence": {"errors", "text", "fields", "flow", "run"},
    "drift": {"errors", "text", "fields", "flow"},
    "porting": {"errors", "text", "fields", "flow"},
}
for _below in [rooms for room, rooms in BELOW.items() if room not in ("text", "redaction", "private", "bundled")]:
    _below |= {"redaction", "private"}
BELOW["filing"] = {*BELOW, "fields"}
BELOW["service"] = {*BELOW}
BELOW["console"] = {*BELOW}
BELOW["testing"] = {*BELOW} - {"console"}
BELOW["cli"] = {*BELOW}
BELOW["pytest_plugin"] = {"errors", "filing", "flow", "testing"}
"""What each room of `bot` may import, besides itself. Nothing below may reach up."""

ONLY_IN = {
    "playwright": {"browser", "actions"},
    "yaml": {"flow"},
    "rich": {"cli"},
    "typer": {"cli"},
    "dbos": {"filing"},
    "filelock": {"filing"},
    "openpyxl": {"roster"},
    "python_calamine": {"roster"},
    "sqlalchemy": {"filing"},
    "alembic": {"filing"},
    "psycopg": {"filing"},
    "sqlite3": {"filing"},
    "cryptography": {"evidence", "console"},
    "securesystemslib": {"evidence"},
    "rfc3161_client": {"evidence"},
    "PIL": {"evidence"},
    "keyring": {"service", "evidence"},
    "starlette": {"console"},
    "uvicorn": {"console"},
}
"""Libraries that only these rooms of `bot` may import."""


def room(path: Path) -> str:
    """The room of `bot` that a module is in: `bot/flow/base.py` → flow, `bot/errors.py` → errors."""
    return path.relative_to(ROOT / "bot").parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, with the line: at the top, inside functions, for types alone."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import; say it in full"
            yield node.module or "", node.lineno
            if node.module == "bot":
                yield from ((f"bot.{alias.name}", node.lineno) for alias in node.names)


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_imports_only_what_lies_below(path: Path) -> None:
    wrong = []
    for module, line in imported(path):
        top, _, rest = module.partition(".")
        if path.is_relative_to(ROOT / "mock_portal"):
            allowed = top != "bot"
        elif top == "bot" and rest:
            allowed = rest.split(".")[0] in BELOW[room(path)] | {room(path)}
        else:
            allowed = top != "mock_portal" and room(path) in ONLY_IN.get(top, {room(path)})
        if not allowed:
            wrong.append(f"{named(path)}:{line}: may not import {module}")
    assert not wrong, "\n".join(wrong)


def test_every_room_is_on_the_plan() -> None:
    rooms = {room(path) for path in SOURCES if path.is_relative_to(ROOT / "bot")}
    assert rooms <= set(BELOW), f"not in BELOW: {sorted(rooms - set(BELOW))}"


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_no_room_grows_too_big(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONGEST, f"{named(path)} has {lines} lines; split it"


SILENCED = re.compile(r"#\s*(noqa|type:\s*ignore)(?P<rest>.*)")
WELL_SAID = re.compile(r"^(:\s*[A-Z]+[0-9]+(,\s*[A-Z]+[0-9]+)*|\[[a-z-]+(,\s*[a-z-]+)*\])\s+#?\s*\S+")


@pytest.mark.parametrize("path", ALL_PYTHON, ids=named)
def test_what_is_silenced_says_what_and_why(path: Path) -> None:
    if path == Path(__file__):
        return
    wrong = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        said = SILENCED.search(line)
        if said and not WELL_SAID.match(said["rest"]):
            wrong.append(f"{named(path)}:{number}: needs a code and a reason: {said[0]}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "misc"])
def test_no_module_is_called_nothing_in_particular(name: str) -> None:
    assert not [named(path) for path in ALL_PYTHON if path.stem == name]
