"""The problems of flow files as SARIF 2.1.0, which editors and build servers show at the lines that they are about."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from bot.flow.codes import CODES, Kind
from bot.flow.problems import FlowProblem

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(problems: Sequence[FlowProblem]) -> dict[str, Any]:
    """One run of the lint: every code as a rule, every problem as a result, in their order."""
    driver = {
        "name": "portal lint",
        "version": version("portal-assistant"),
        "rules": [_rule(code, kind) for code, kind in CODES.items()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in problems],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str, kind: Kind) -> dict[str, Any]:
    return {
        "id": code,
        "shortDescription": {"text": kind.meaning},
        "help": {"text": kind.cure},
        "defaultConfiguration": {"level": kind.severity},
    }


def _result(problem: FlowProblem) -> dict[str, Any]:
    place = problem.place
    region = {"startLine": place.line, "startColumn": place.column, "endColumn": place.column + problem.width}
    location = {"artifactLocation": {"uri": _uri(place.file)}, "region": region}
    return {
        "ruleId": problem.code,
        "ruleIndex": list(CODES).index(problem.code),
        "level": problem.severity,
        "message": {"text": f"{problem.message} ({problem.cure})"},
        "locations": [{"physicalLocation": location}],
    }


def _uri(file: str) -> str:
    """A file below the working directory is told from there, so that the report is good on other machines too."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
