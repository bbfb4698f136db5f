"""What the tests of rosters share: operations, people with right check digits, and workbooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from bot.flow.models import Flow, Library, Portal
from bot.roster.check import Checked, check
from bot.roster.read import read_roster

OPEN_DAY = datetime(2026, 11, 10, 1, 0, tzinfo=UTC)
"""Inside the window, and far from its end."""
ANA, LI = "330299199001010017", "330299198506150029"

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)

ID = {
    "type": "resident_id",
    "label": {"es": "N.º de identidad", "en": "ID number", "zh": "身份证号"},
    "sensitive": True,
}
NAME = {"type": "person_name", "label": {"es": "Nombre y apellidos", "en": "Name", "zh": "姓名"}, "example": "王示例"}
COVERAGE: dict[str, Any] = {
    "id_number": {**ID, "example": ANA},
    "name": NAME,
    "household": {
        "type": "choice",
        "rule": "HU01",
        "label": {"es": "Tipo de hukou", "en": "Household registration type", "zh": "户粮关系"},
        "choices": {
            "11": {"es": "urbano local", "en": "local urban", "zh": "本地城镇"},
            "22": {"es": "rural de fuera", "en": "non-local rural", "zh": "外地农村"},
        },
        "example": "11",
    },
    "wage": {
        "type": "money",
        "label": {"es": "Salario declarado (base)", "en": "Declared wage (base)", "zh": "申报工资(基数)"},
        "whole": True,
        "floor": 4500,
        "cap": 22500,
        "example": 6000,
    },
    "migrant": {
        "type": "yes_no",
        "rule": "MI01",
        "label": {"es": "¿Trabajador migrante?", "en": "Migrant worker?", "zh": "是否外来务工人员"},
        "example": False,
    },
    "migrant_insurance": {
        "type": "yes_no",
        "rule": "MI01",
        "label": {"es": "¿Cotiza al seguro de migrantes?", "en": "In migrant insurance?", "zh": "是否参加外来务工保险"},
        "example": False,
    },
    "home": {
        "type": "division",
        "label": {"es": "Lugar de origen", "en": "Home", "zh": "户籍地"},
        "required_when": "migrant_insurance",
        "only_when": "migrant_insurance",
    },
}
ARREARS = {
    "type": "yes_no",
    "rule": "RE02",
    "label": {"es": "¿Pagar atrasos?", "en": "Pay arrears?", "zh": "是否补缴"},
    "required": False,
}
REASON = {
    "type": "choice",
    "rule": "IN01",
    "label": {"es": "Causa de interrupción", "en": "Interruption reason", "zh": "中断原因"},
    "choices": {
        "1": {"es": "Dimisión", "en": "Resignation", "zh": "辞职"},
        "2": {"es": "Otra", "en": "Other", "zh": "其他"},
    },
    "example": "1",
}
RULES = [
    {
        "id": "MI02",
        "when": "${migrant_insurance and not migrant}",
        "input": "migrant_insurance",
        "message": {"es": "Solo migrantes.", "en": "Migrant workers only.", "zh": "仅限外来务工人员。"},
    },
    {
        "id": "MI06",
        "when": "home and home.code[:4] != id_number.region[:4]",
        "severity": "info",
        "message": {
            "es": "Otra región: ${id_number}.",
            "en": "Another region: ${id_number}.",
            "zh": "地区不同：${id_number}。",
        },
    },
]


def _flow(name: str, title: Mapping[str, str], inputs: Mapping[str, Any], rules: Sequence[Any] = ()) -> Flow:
    stage = {"stage": "save", "effect": "draft", "steps": [{"click": "save"}]}
    return Flow.model_validate(
        {"flow": name, "title": title, "person": "id_number", "inputs": inputs, "rules": rules, "stages": [stage]}
    )


def small_library() -> Library:
    """Add, renew and interrupt, on a portal that is open on days 1 to 23."""
    add = _flow("add", {"es": "Alta de trabajador", "en": "Add employee", "zh": "人员新增"}, COVERAGE, RULES)
    renew = _flow(
        "renew",
        {"es": "Reanudación de cobertura", "en": "Resume coverage", "zh": "人员续保"},
        {**COVERAGE, "arrears": ARREARS},
        RULES,
    )
    interrupt = _flow(
        "interrupt",
        {"es": "Interrupción de cobertura", "en": "Interrupt coverage", "zh": "人员中断"},
        {"id_number": {**ID, "example": LI}, "name": {**NAME, "required": False}, "reason": REASON},
    )
    portal = Portal.model_validate(
        {
            "portal": "test",
            "title": "Test",
            "address": "https://portal.invalid/",
            "operations": ["add", "renew", "interrupt"],
            "window": {"first_day": 1, "last_day": 23},
        }
    )
    return Library(portal=portal, flows={flow.flow: flow for flow in (add, renew, interrupt)})


def person(number: int) -> str:
    """The ID number of a synthetic person: right in every digit, and of no real district."""
    born = date(1980, 1, 1) + timedelta(days=number)
    digits = f"330299{born:%Y%m%d}{number % 900 + 11:03}"
    return digits + "10X98765432"[sum(int(one) * weight for one, weight in zip(digits, _WEIGHTS, strict=True)) % 11]


HEADER = (
    "ID number",
    "Name",
    "Household registration type",
    "Declared wage (base)",
    "Migrant worker?",
    "In migrant insurance?",
    "Province",
    "City",
    "County or district",
)
GOOD = (ANA, "王示例", "local urban", 6000, "No", "No")
GOOD_TOO = (LI, "李示例", "22", 7200, "Yes", "Yes", "浙江省", "宁波市", "测试区")


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    """Save an .xlsx with these sheets and rows."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def checked(path: Path, library: Library, *, today: datetime = OPEN_DAY) -> Checked:
    """Read a roster and check it."""
    return check(read_roster(path, library), library, today=today)


def places(result: Checked) -> list[tuple[int | None, str, str, str]]:
    """Row, column, rule and severity of every problem."""
    return [(one.row, one.column, one.rule, one.severity.value) for one in result.problems]
