"""`portal demo`: from nothing to a roster with results and pictures."""

from __future__ import annotations

import openpyxl

from tests.acceptance.program import Program


def test_demo(portal: Program) -> None:
    done = portal("demo", "--lang", "zh")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "审核通过: 10 · 审核未通过: 1 · 系统拒绝: 1" in done.stdout
    out = portal.folder / "demo"
    results = openpyxl.load_workbook(out / "roster-results.xlsx")
    assert sum(sheet.max_row for sheet in results.worksheets) > 12
    assert len(list((out / "evidence").rglob("*-saved.webp"))) == 11
    assert "✓ 完好" in done.stdout and "审核未通过" in (out / "report.html").read_text(encoding="utf-8")
    assert str(out.relative_to(portal.folder)) in done.stdout
