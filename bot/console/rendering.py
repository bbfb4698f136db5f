"""Pages out of templates: whatever comes from the portal or a spreadsheet is only ever text."""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from datetime import date, datetime, timedelta, tzinfo
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.console import words
from bot.console.console import Console
from bot.console.security import Caller, Role
from bot.console.security.questions import questions_for
from bot.console.sentences import Teller, step_at
from bot.errors import FlowError
from bot.evidence.report import spoken
from bot.evidence.report.states import look_of
from bot.redaction import mask_id, redactor
from bot.text import LANGUAGES, Language, Text, reading_language

TAGS: dict[Language, str] = {"es": "es", "en": "en", "zh": "zh-Hans"}
NAMES: dict[Language, str] = {"es": "Español", "en": "English", "zh": "中文"}

_ROLE = re.compile(rf"\b(?:{'|'.join(Role)})\b")


@cache
def environment() -> Environment:
    """The templates, and what all of them may use."""
    made = Environment(
        loader=PackageLoader("bot.console"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"masked": mask_id, "look": look_of, "roles": _roles, "named_roles": _named_roles}
    made.filters |= {"count": _count, "month": _month, "about": about, "day": _day}
    made.filters |= {"grouped": spoken.grouped}
    made.globals |= {"w": words, "languages": [(one, TAGS[one], NAMES[one]) for one in LANGUAGES]}
    return made


def part(request: Request, template: str, /, **values: Any) -> Response:
    """A part of a page that is asked for again and again: 204 if the browser has just this already.

    It says in the field `have` what it has; the part brings that field along.
    """
    made = bytes(page(request, template, **values).body)
    version = hashlib.sha256(made).hexdigest()[:16]
    if request.query_params.get("have") == version:
        return Response(status_code=204)
    return HTMLResponse(f'<input type="hidden" name="have" value="{version}">'.encode() + made)


def page(request: Request, template: str, /, status: int = 200, **values: Any) -> HTMLResponse:
    """A template as an answer. Every one knows the language, the form's token and the portal's clock, who asks, and
    what they may: `may(method, path)`, with the path as the table of permissions names it. Whoever neither files nor
    approves sees people's numbers masked, wherever they stand.
    """
    language = reading_language()
    console: Console = request.app.state.console
    caller: Caller = request.scope["console.caller"]
    zone: tzinfo = console.assistant.zone
    html = environment().get_template(template).render(
        lang=TAGS[language],
        language=language,
        csrf=request.scope["console.csrf"],
        path=request.url.path,
        caller=caller,
        may=caller.may,
        at_step=lambda place, otherwise: _at_step(console, place, otherwise),
        waiting=len(questions_for(caller, console.works.questions.values())),
        clock=lambda at: f"{at.astimezone(zone):%H:%M}",
        time=lambda at: spoken.moment(at, zone, language) if isinstance(at, datetime) else "",
        **values,
    )
    return HTMLResponse(html if caller.sees_numbers else redactor.text(html), status)


def _at_step(console: Console, place: str, otherwise: str) -> Text | str:
    """The step at a place in the flows as a sentence; `otherwise` where the flows have changed since."""
    with suppress(FlowError):
        if (found := step_at(console.assistant.library, place)) is not None:
            flow, step = found
            return Teller(flow, console.assistant.library).act(step)
    return otherwise


def _count(number: int) -> str:
    return spoken.count(number, reading_language())


def _month(period: str) -> str:
    return spoken.month(period, reading_language())


def _roles(roles: frozenset[Role]) -> str:
    """Roles as they are called."""
    return ", ".join(str(words.ROLES[one]) for one in Role if one in roles)


def _named_roles(said: str) -> str:
    """Words with roles among them, by their names, as they are called."""
    return _ROLE.sub(lambda found: str(words.ROLES[found[0]]), said)


def about(span: timedelta) -> Text:
    """How long something will still take, as a person would say it: rounded, so that it does not jump about."""
    minutes = span / timedelta(minutes=1)
    if minutes < 0.75:
        return words.ABOUT_NO_TIME
    if minutes > 90:
        halves = round(minutes / 30)
        said = words.ABOUT_HOURS_AND_A_HALF if halves % 2 else words.ABOUT_HOURS
        return said.format(count=halves // 2)
    if minutes > 52:
        return words.ABOUT_AN_HOUR
    return words.ABOUT_MINUTES.of(round(minutes) if minutes < 12 else 5 * round(minutes / 5))


def _day(at: date) -> str:
    return spoken.day(at, reading_language())
