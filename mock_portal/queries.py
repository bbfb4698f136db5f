"""The operations that only show something: insured people, employer data, base limits."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from mock_portal.portal import Portal
from mock_portal.store import read_setting
from mock_portal.web import for_account, page

QUERIES: Mapping[str, str] = {"insured": "71", "employer": "72", "limits": "73"}
Table = list[list[str]]


async def show_query(request: Request, portal: Portal, account: str) -> Response:
    key = request.path_params["key"]
    db = portal.store.db
    match key:
        case "insured":
            heads = ["id_number", "name", "household", "wage", "status", "since", "last_paid"]
            rows = _insured(portal, db, account)
        case "employer":
            heads = ["account", "employer_name", "credit_code"]
            found = db.execute("SELECT account, name, credit_code FROM employer WHERE account = ?", (account,))
            rows = [[str(value) for value in found.fetchone()]]
        case _:
            heads = ["base_floor", "base_cap"]
            rows = [[str(read_setting(db, head)) for head in heads]]
    return page(portal, "query.html", title=portal.say(f"op_{key}"), heads=heads, rows=rows)


def _insured(portal: Portal, db: sqlite3.Connection, account: str) -> Table:
    found = db.execute("SELECT * FROM person WHERE account = ? ORDER BY person_no", (account,))
    return [
        [
            row["id_number"],
            row["name"],
            portal.say(f"household_{row['household']}") if row["household"] else "",
            str(row["wage"] or ""),
            portal.say(f"status_{row['status']}"),
            row["since"] or "",
            row["last_paid"] or "",
        ]
        for row in found
    ]


query = for_account(show_query)
