"""The three operations that are filed: their codes, fields and choices, and what a draft's summary says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from mock_portal.divisions import name_of
from mock_portal.words import Catalog

ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHOICES: Mapping[str, tuple[str, ...]] = {
    "yes_no": ("yes", "no"),
    "household": tuple(f"household_{code}" for code in (11, 12, 21, 22, 51, 52)),
    "reason": tuple(f"reason_{code}" for code in range(1, 8)),
}


@dataclass(frozen=True)
class FormField:
    """One row of a form. `key` names its label; `name` is the input's name, as the real portal spells it."""

    key: str
    name: str
    kind: Literal["text", "combo", "shown"] = "text"
    choices: str = ""
    required: bool = True
    enabled: bool = True


@dataclass(frozen=True)
class Operation:
    """Something an employer files: code 43, 44 or 45."""

    key: str
    code: str
    fields: tuple[FormField, ...]

    def field(self, key: str) -> FormField:
        """The field `key`. KeyError if the form has none."""
        for one in self.fields:
            if one.key == key:
                return one
        raise KeyError(key)


EXTRA_FIELD = FormField("extra", "lxdh")
"""What a fault adds to a form, as a portal does from one day to the next."""

ID_NUMBER = FormField("id_number", "aac002")
COVERAGE = (
    ID_NUMBER,
    FormField("name", "aac003"),
    FormField("household", "aac009", "combo", "household"),
    FormField("wage", "aac040"),
    FormField("migrant", "sfwlwg", "combo", "yes_no"),
    FormField("migrant_insurance", "cjwlbx", "combo", "yes_no"),
    FormField("province", "sheng", "combo", "division", required=False, enabled=False),
    FormField("city", "shi", "combo", "division", required=False, enabled=False),
    FormField("county", "xian", "combo", "division", required=False, enabled=False),
)
OPERATIONS: Mapping[str, Operation] = {
    one.key: one
    for one in (
        Operation("add", "43", COVERAGE),
        Operation(
            "renew",
            "44",
            (*COVERAGE, FormField("arrears", "sfbj", "combo", "yes_no", required=False, enabled=False)),
        ),
        Operation(
            "interrupt",
            "45",
            (
                ID_NUMBER,
                FormField("name", "aac003", "shown", required=False),
                FormField("reason", "zdyy", "combo", "reason"),
            ),
        ),
    )
}
DIVISIONS = ("province", "city", "county")


def operation_of(code: str) -> Operation:
    """The operation with the code 43, 44 or 45."""
    return next(one for one in OPERATIONS.values() if one.code == code)


def shown_value(field: FormField, value: str, say: Catalog) -> str:
    """What a person reads for the stored `value`: a choice's label, a division's name, the text itself."""
    if not value or field.kind != "combo":
        return value
    return name_of(value) if field.choices == "division" else say(value)


def summary(operation: Operation, entries: Mapping[str, str], say: Catalog) -> str:
    """Every value of a draft as `label: value`, in the portal's language."""
    parts = [(one, shown_value(one, entries.get(one.key, ""), say)) for one in (*operation.fields, EXTRA_FIELD)]
    return "; ".join(f"{say(field.key)}: {value}" for field, value in parts if value)


def complaints(operation: Operation, entries: Mapping[str, str]) -> tuple[str, ...]:
    """Keys of the fields whose form is wrong. Such a draft is kept, marked, and never declared."""
    wrong = []
    if not _right_id_number(entries.get("id_number", "")):
        wrong.append("id_number")
    if re.search(r"\d", entries.get("name", "")):
        wrong.append("name")
    if not re.fullmatch(r"[1-9]\d*", entries.get("wage", "1")):
        wrong.append("wage")
    return tuple(wrong)


def _right_id_number(number: str) -> bool:
    """Eighteen characters with the check character of ISO 7064 MOD 11-2."""
    if not re.fullmatch(r"\d{17}[\dX]", number):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], ID_WEIGHTS, strict=True))
    return number[17] == "10X98765432"[total % 11]
