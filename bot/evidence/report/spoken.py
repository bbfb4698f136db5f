"""Times and numbers as each language writes them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, tzinfo

from bot.text import Language, written

_MONTHS: dict[Language, tuple[str, ...]] = {
    "es": (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio"),
        *("agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
}


def moment(at: datetime, zone: tzinfo, language: Language) -> str:
    """A time to the second, on the portal's clock: 10 Nov 2026 09:00:06. One without a zone is in UTC."""
    try:
        local = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(zone)
    except OverflowError:  # the first or the last day that there is
        return at.isoformat()
    clock = f"{local:%H:%M:%S}"
    match language:
        case "es":
            return f"{local.day:02}/{local.month:02}/{local.year} {clock}"
        case "en":
            return f"{local.day} {_MONTHS['en'][local.month - 1][:3]} {local.year} {clock}"
        case "zh":
            return f"{local.year:04}-{local.month:02}-{local.day:02} {clock}"


def day(at: date, language: Language) -> str:
    """A day of this year, or of the next: 23 de noviembre, 23 November, 11月23日."""
    match language:
        case "es":
            return f"{at.day} de {_MONTHS['es'][at.month - 1]}"
        case "en":
            return f"{at.day} {_MONTHS['en'][at.month - 1]}"
        case "zh":
            return f"{at.month}月{at.day}日"


def month(period: str, language: Language) -> str:
    """A period of filing, 2026-11, in words; what is none as it is."""
    found = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", period)
    if not found:
        return period
    year, number = found[1], int(found[2])
    match language:
        case "es":
            return f"{_MONTHS['es'][number - 1]} de {year}"
        case "en":
            return f"{_MONTHS['en'][number - 1]} {year}"
        case "zh":
            return f"{year}年{number}月"


def count(number: int, language: Language) -> str:
    """A whole number, with its thousands apart: 12 480 in Spanish, 12,480 in English and Chinese."""
    return written(number).to(language)


def size(octets: int, language: Language) -> str:
    """The size of a file: 48.2 kB."""
    if octets < 1000:
        return f"{octets} B"
    value, unit = (octets / 1000, "kB") if octets < 1_000_000 else (octets / 1_000_000, "MB")
    said = f"{value:.1f}"
    return f"{said.replace('.', ',') if language == 'es' else said} {unit}"


def grouped(digest: str) -> str:
    """A digest in groups of eight, to be compared by eye."""
    return " ".join(re.findall(".{1,8}", digest))
