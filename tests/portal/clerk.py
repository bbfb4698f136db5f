"""A clerk without a browser: what the portal's own pages post, and what they get back."""

from __future__ import annotations

from typing import Any

import httpx

from mock_portal.forms import OPERATIONS

ACCOUNT, OTHER_ACCOUNT = "170000001", "170000002"
CLOCK = "2026-11-10T09:00+08:00"
UNKNOWN = "330299199001010017"
UNKNOWN_TOO = "330299198506150029"
REJECTED_BY_LIST = "330299199203030032"
ACTIVE = "330299199112221079"
ACTIVE_ELSEWHERE = "330299197906081136"
NO_GAP, GAP_1, GAP_2, GAP_3, GAP_5 = (
    "330299199102081172",
    "330299199712221195",
    "330299197603151221",
    "330299198506081254",
    "330299199409011283",
)
COVERAGE = {
    "name": "测试甲",
    "household": "household_11",
    "wage": "6000",
    "migrant": "no",
    "migrant_insurance": "no",
}


class Clerk:
    """One browser's cookies, at one portal."""

    def __init__(self, url: str) -> None:
        self.url = url
        # The portal speaks plain http: loading certificates would be most of a test's time.
        # A connection that both sides give up after the same few idle seconds is used once too often.
        self.http = httpx.Client(base_url=url, verify=False, limits=httpx.Limits(max_keepalive_connections=0))

    def log_in(self, account: str = ACCOUNT, password: str = "", **more: str) -> dict[str, Any]:
        form = {"username": account, "password": password or f"demo-{account}", **more}
        return self.http.post("/login", data=form).json()

    def look_up(self, operation: str, number: str) -> dict[str, Any]:
        return self.http.post(f"/operation/{operation}/lookup", data={"aac002": number}).json()

    def save(
        self, operation: str, number: str, *, no: str = "", wage_limit: str = "", **entries: str
    ) -> dict[str, Any]:
        values = {**(COVERAGE if operation != "interrupt" else {}), **entries, "id_number": number}
        names = {one.key: one.name for one in (*OPERATIONS["renew"].fields, *OPERATIONS["interrupt"].fields)}
        form = {names.get(key, key): value for key, value in values.items()}
        return self.http.post(f"/operation/{operation}/save", data={**form, "no": no, "wage_limit": wage_limit}).json()

    def list(self, tab: str = "drafts", **filters: str | int) -> dict[str, Any]:
        return self.http.get("/documents/list", params={"tab": tab, **filters}).json()

    def act(self, action: str, *numbers: str, **form: str) -> dict[str, Any]:
        return self.http.post(f"/documents/{action}", data={"no": ",".join(numbers), **form}).json()

    def file(self, operation: str, number: str, **entries: str) -> str:
        """Save and declare. Returns the portal's number."""
        assert self.save(operation, number, **entries)["kind"] == "saved"
        no: str = self.draft(number)["no"]
        assert self.act("declare", no)["count"] == 1
        return no

    def plant(self, operation: str, number: str, *, account: str = ACCOUNT, **entries: object) -> str:
        """What somebody else of the account saved meanwhile. Returns the portal's number."""
        coverage = COVERAGE if operation != "interrupt" else {}
        answer = self.control(
            "drafts", {**coverage, "operation": operation, "id_number": number, "account": account, **entries}
        )
        answer.raise_for_status()
        return str(answer.json()["no"])

    def control(self, action: str, body: object = None) -> httpx.Response:
        return self.http.post(f"/_mock/{action}", json=body)

    def state(self) -> dict[str, Any]:
        return self.http.get("/_mock/state").json()

    def draft(self, number: str) -> dict[str, Any]:
        return next(one for one in self.state()["drafts"] if one["id_number"] == number)

    def filing(self, no: str) -> dict[str, Any]:
        return next(one for one in self.state()["filings"] if one["no"] == no)

    def records(self, number: str) -> list[dict[str, Any]]:
        return [one for one in self.state()["employees"] if one["id_number"] == number]

    def events(self) -> list[str]:
        return [one["kind"] for one in self.state()["events"]]
