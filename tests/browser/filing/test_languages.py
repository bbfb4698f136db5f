"""One set of flows files on the portal in the languages in which nothing else here does."""

from __future__ import annotations

import pytest

from tests.browser.filing.conftest import Office, Portals
from tests.browser.filing.people import GAP_1, LEAVER, NEW, add, interrupt, renew

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize("language", ["zh", "es"])
async def test_each_operation_in_each_language(office: Office, portals: Portals, language: str) -> None:
    mock = portals.fresh("--lang", language)
    lines = [
        add(NEW, "王示例", household=22, wage=5200, home="安徽省 阜阳市 临泉县"),
        renew(*GAP_1, household=12, wage=6900, arrears="yes"),
        interrupt(*LEAVER, reason=5),
    ]
    filed = await office.file(mock, *lines)
    filed.check()
    assert filed.stopped is None
    assert filed.states == ["approved"] * 3, filed.reasons
    [added], [renewed], [left] = (filed.filings(person) for person in (NEW, GAP_1[0], LEAVER[0]))
    assert added["entries"] == {
        "id_number": NEW,
        "name": "王示例",
        "household": "household_22",
        "wage": "5200",
        "migrant": "yes",
        "migrant_insurance": "yes",
        "province": "340000",
        "city": "341200",
        "county": "341221",
    }
    assert (renewed["entries"]["wage"], renewed["entries"]["arrears"]) == ("6900", "yes")
    assert left["entries"] == {"id_number": LEAVER[0], "name": LEAVER[1], "reason": "reason_5"}
    assert [filed.files(case) for case in range(3)] == [["filled", "saved", "declared", "final-row"]] * 3
    assert len(filed.events("logout")) == 1
