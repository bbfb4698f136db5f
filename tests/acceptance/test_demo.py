"""`portal demo`: from nothing to a roster with results and pictures."""

from __future__ import annotations

import openpyxl
import pytest

from tests.acceptance.program import Program


@pytest.mark.parametrize(("language", "said"), [("zh", "审核通过"), ("es", "aprobado")])
def test_demo(portal: Program, language: str, said: str) -> None:
    done = portal("demo", "--lang", language)
    assert done.returncode == 0, done.stdout + done.stderr
    assert said in done.stdout
    out = portal.folder / "demo"
    results = openpyxl.load_workbook(out / "roster-results.xlsx")
    assert sum(sheet.max_row for sheet in results.worksheets) > 12
    assert len(list((out / "evidence").rglob("*-saved.*"))) == 11
    assert str(out.relative_to(portal.folder)) in done.stdout
