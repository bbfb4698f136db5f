"""People of the mock portal's initial state, and others, as lines of a roster."""

from __future__ import annotations

HEADER = "operation,id_number,name,household,wage,migrant,migrant_insurance,province,city,county,arrears,reason"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def resident(sequence: int, born: str = "19900101") -> str:
    """An ID number of the test district, with the check character of ISO 7064 MOD 11-2."""
    digits = f"330299{born}{sequence:03d}"
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return digits + "10X98765432"[total % 11]


def add(
    id_number: str, name: str = "王示例", *, household: int = 11, wage: int = 6000, home: str = "", migrant: str = "no"
) -> str:
    """Someone to add. A home (province city county, spaces between) means migrant insurance."""
    return _insured("add", id_number, name, household, wage, home, migrant, "")


def renew(
    id_number: str, name: str, *, household: int = 11, wage: int = 7000, home: str = "", arrears: str = ""
) -> str:
    """Someone to renew; `arrears` is yes, no, or nothing at all."""
    return _insured("renew", id_number, name, household, wage, home, "no", arrears)


def interrupt(id_number: str, name: str = "", reason: int = 2) -> str:
    """Someone who leaves."""
    return f"interrupt,{id_number},{name},,,,,,,,,{reason}"


def _insured(
    operation: str, id_number: str, name: str, household: int, wage: int, home: str, migrant: str, arrears: str
) -> str:
    province, city, county = [*home.split(), "", "", ""][:3]
    migrant, insured = ("yes", "yes") if home else (migrant, "no")
    cells = (operation, id_number, name, household, wage, migrant, insured, province, city, county, arrears, "")
    return ",".join(map(str, cells))


NEW, NEW_TOO, NEW_THREE = resident(1), resident(2, "19850615"), resident(3, "19771224")
"""Nobody knows them: to be added."""
REVIEW_REJECTS = "330299199203030032"
LEAVER, LEAVER_TOO = ("330299199112221079", "马玉兰"), ("330299199405011083", "朱家豪")
LEAVER_THREE = ("330299199710081096", "胡秀英")
TAIWANESE = ("830000197901010035", "江文山")
"""Active in our company: to be interrupted."""
ELSEWHERE, ELSEWHERE_TOO = ("330299197906081136", "罗春花"), ("330299198211151147", "郑立新")
ELSEWHERE_NUMBER = "330299198504221153"
"""Insured with another company."""
NO_GAP = ("330299199102081172", "宋佳琪")
GAP_1, GAP_1_HONG_KONG = ("330299199712221195", "许静怡"), ("810000199001010019", "方子健")
GAP_3, GAP_3_TOO = ("330299198506081254", "曾巧云"), ("330299198811151263", "萧志强")
GAP_5, GAP_5_TOO = ("330299199702081299", "袁秀英"), ("330299199409011283", "董家豪")
TWO_RECORDS = ("330299198508221353", "沈志远")
TWO_INTERRUPTED = ("330299198801011363", "姚美玲")
DRAFT_EXISTS = ("330299199106081372", "杜晓燕")
"""Has a draft for add already."""
