"""The tables in fixtures/scenarios/README.md: `python -m bot.testing.reference fixtures/scenarios/README.md`."""

from __future__ import annotations

import sys
from pathlib import Path

from pydantic import BaseModel

from bot.flow.reference import table_of, with_sections
from bot.testing.scenario import CaseExpected, Expected, PortalAsItIs, PortalExpected, ProblemExpected, Scenario

TABLES: dict[str, type[BaseModel]] = {
    "scenario": Scenario,
    "portal": PortalAsItIs,
    "expect": Expected,
    "problem": ProblemExpected,
    "case": CaseExpected,
    "recorded": PortalExpected,
}


def filled(page: str) -> str:
    """The page with its tables made anew. Raises KeyError for a table that is unknown."""
    return with_sections(page, lambda name: table_of(TABLES[name]))


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
