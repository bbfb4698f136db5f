"""Who may ask for what: every page and every form of the console, in one table.

A route that is not in it is refused to the application as it is made, and so to everybody.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.console.security.roles import ALL, Role

WHOEVER = None
"""Those too who are not let in yet."""
_CLERK = frozenset({Role.CLERK})
_APPROVER = frozenset({Role.APPROVER})
_ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})
_DECIDE = _CLERK | _APPROVER
_READ = _CLERK | _APPROVER | {Role.AUDITOR}
"""Whoever may see people's data; an auditor with their numbers masked."""

PERMISSIONS: Mapping[tuple[str, str], frozenset[Role] | None] = {
    ("GET", "/enter"): WHOEVER,
    ("GET", "/sign-in"): WHOEVER,
    ("POST", "/sign-in"): WHOEVER,
    ("POST", "/language"): WHOEVER,
    ("POST", "/sign-out"): ALL,
    ("GET", "/"): ALL,
    ("GET", "/live"): ALL,
    ("GET", "/waiting"): ALL,
    # A new batch
    ("GET", "/new"): _CLERK,
    ("POST", "/new"): _CLERK,
    ("GET", "/template"): _CLERK,
    ("GET", "/new/{upload}"): _CLERK,
    ("GET", "/new/{upload}/list"): _CLERK,
    ("GET", "/new/{upload}/plan"): _CLERK,
    ("GET", "/new/{upload}/roster"): _CLERK,
    ("GET", "/new/{upload}/marked"): _CLERK,
    ("GET", "/new/{upload}/explain"): _CLERK,
    ("POST", "/new/{upload}/rehearse"): _CLERK,
    ("GET", "/new/{upload}/rehearsals/{job}"): _CLERK,
    ("GET", "/new/{upload}/rehearsals/{job}/pictures/{number}"): _CLERK,
    ("POST", "/new/{upload}/cell"): _CLERK,
    ("POST", "/new/{upload}/start"): _CLERK,
    # A batch
    ("GET", "/jobs/{job}"): ALL,
    ("POST", "/jobs/{job}/stop"): _CLERK,
    ("POST", "/jobs/{job}/pause"): _CLERK,
    ("POST", "/jobs/{job}/go-on"): _CLERK,
    ("GET", "/batches/{batch}"): _READ,
    ("GET", "/batches/{batch}/list"): _READ,
    ("GET", "/batches/{batch}/now"): _READ,
    ("GET", "/batches/{batch}/log"): _READ,
    ("GET", "/batches/{batch}/carry-over"): _CLERK,
    ("GET", "/batches/{batch}/pictures/{path:path}"): _READ,
    ("GET", "/batches/{batch}/traces/{number}"): _CLERK,
    ("GET", "/batches/{batch}/results"): _DECIDE,
    ("POST", "/batches/{batch}/resume"): _CLERK,
    ("POST", "/batches/{batch}/refresh"): _CLERK,
    ("GET", "/batches/{batch}/review"): _READ,
    ("POST", "/batches/{batch}/review"): _APPROVER,
    ("POST", "/batches/{batch}/declare"): _DECIDE,
    ("GET", "/batches/{batch}/cases/{case}"): _READ,
    ("POST", "/batches/{batch}/cases/{case}/resolve"): _CLERK,
    # What a run asks: which of it is whose is said in `bot.console.pages.questions`
    ("GET", "/questions"): _DECIDE,
    ("GET", "/questions/{question}/picture"): _DECIDE,
    ("POST", "/questions/{question}"): _DECIDE,
    # Evidence
    ("GET", "/evidence"): ALL,
    ("GET", "/evidence/key"): ALL,
    ("POST", "/evidence/verify"): _READ,
    ("POST", "/evidence/received"): _READ,
    ("POST", "/evidence/seal"): _CLERK | _APPROVER,
    ("POST", "/evidence/purge"): _ADMINISTRATOR,
    ("GET", "/batches/{batch}/report"): _READ,
    ("GET", "/batches/{batch}/report.pdf"): _READ,
    ("POST", "/batches/{batch}/export"): _READ,
    # Users
    ("GET", "/users"): _ADMINISTRATOR,
    ("POST", "/users"): _ADMINISTRATOR,
    ("POST", "/users/change"): _ADMINISTRATOR,
    # The portal and its flows
    ("GET", "/portal"): ALL,
    ("POST", "/portal/password"): _ADMINISTRATOR,
    ("POST", "/portal/try"): _CLERK | _ADMINISTRATOR,
    ("POST", "/portal/drift"): _CLERK | _ADMINISTRATOR,
    ("POST", "/portal/drift/settle"): _ADMINISTRATOR,
    ("GET", "/flows"): ALL,
    ("GET", "/flows/{flow}"): ALL,
    # A program that shows the token acts as a clerk; what a browser says is not listened to under /api/
    ("GET", "/api/openapi.json"): _CLERK,
    ("GET", "/api/operations"): _CLERK,
    ("POST", "/api/rosters"): _CLERK,
    ("POST", "/api/cases"): _CLERK,
    ("GET", "/api/rosters/{roster}"): _CLERK,
    ("POST", "/api/rosters/{roster}/start"): _CLERK,
    ("GET", "/api/jobs/{job}"): _CLERK,
    ("POST", "/api/jobs/{job}/stop"): _CLERK,
    ("GET", "/api/batches"): _CLERK,
    ("GET", "/api/batches/{batch}"): _CLERK,
    ("GET", "/api/batches/{batch}/cases"): _CLERK,
    ("GET", "/api/batches/{batch}/cases/{case}"): _CLERK,
    ("POST", "/api/batches/{batch}/resume"): _CLERK,
    ("POST", "/api/batches/{batch}/refresh"): _CLERK,
    ("GET", "/api/batches/{batch}/results"): _CLERK,
    ("GET", "/api/batches/{batch}/evidence"): _CLERK,
    ("GET", "/api/batches/{batch}/report"): _CLERK,
    ("POST", "/api/batches/{batch}/export"): _CLERK,
}
"""The roles that may, by method and path of the route."""

OPEN = frozenset(path for (_, path), roles in PERMISSIONS.items() if roles is WHOEVER)
"""The paths that somebody may ask for who is not let in yet."""


def roles_for(method: str, path: str) -> frozenset[Role] | None:
    """The roles that may use a route; None for whoever. Raises LookupError for one that is not in the table."""
    try:
        return PERMISSIONS[method, path]
    except KeyError:
        said = f"{method} {path} is not in bot/console/security/permissions.py: say who may use it"
        raise LookupError(said) from None
