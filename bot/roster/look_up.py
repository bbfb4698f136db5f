"""The hidden sheet that a template's drop-down lists are taken from."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bot.fields import divisions

SHEET = "lists"
PROVINCE, CITY, COUNTY = "province", "city", "county"


class LookUp:
    """Keeps each list once, and knows the formula by which a cell offers it."""

    def __init__(self, book: Workbook) -> None:
        self._sheet: Worksheet = book.create_sheet(SHEET)
        self._sheet.sheet_state = "hidden"
        self._lists: dict[tuple[str, ...], str] = {}
        self._divisions: dict[str, tuple[str, str]] = {}

    def choice(self, options: Sequence[str]) -> str:
        """The formula of a fixed list."""
        key = tuple(options)
        if key not in self._lists:
            letter = self._column(key)
            self._lists[key] = f"{SHEET}!${letter}$1:${letter}${len(key)}"
        return self._lists[key]

    def provinces(self) -> str:
        """The formula of the list of provinces."""
        return self.choice([one.name for one in divisions.within("")])

    def cities(self, province: str) -> str:
        """The formula of the cities in the province that stands in cell `province`."""
        return self._dependent(CITY, province)

    def counties(self, province: str, city: str) -> str:
        """The formula of the counties in the city that stands in cell `city`."""
        return self._dependent(COUNTY, f"{province}&{city}")

    def _dependent(self, level: str, key: str) -> str:
        """The part of a column of names whose neighbours have the key: OFFSET works in every spreadsheet program."""
        if not self._divisions:
            cities = [(up.name, one.name) for up in divisions.within("") for one in divisions.within(up.code)]
            counties = [
                (up.name + city.name, one.name)
                for up in divisions.within("")
                for city in divisions.within(up.code)
                for one in divisions.within(city.code)
            ]
            for name, pairs in ((CITY, cities), (COUNTY, counties)):
                keys, names = zip(*pairs, strict=True)
                self._divisions[name] = (self._column(keys), self._column(names))
        keys_at, names_at = self._divisions[level]
        among = f"{SHEET}!${keys_at}:${keys_at}"
        return f"OFFSET({SHEET}!${names_at}$1,MATCH({key},{among},0)-1,0,COUNTIF({among},{key}),1)"

    def _column(self, values: Sequence[str]) -> str:
        at = 1 if self._sheet["A1"].value is None else self._sheet.max_column + 1
        for row, value in enumerate(values, start=1):
            self._sheet.cell(row, at, value)
        return get_column_letter(at)
