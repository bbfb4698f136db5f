"""Pages out of templates: whatever comes from the portal or a spreadsheet is only ever text."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from bot.console import words
from bot.console.security import Caller, Role
from bot.console.security.questions import questions_for
from bot.evidence.report import spoken
from bot.evidence.report.states import look_of
from bot.redaction import mask_id, redactor
from bot.text import LANGUAGES, Language, reading_language

TAGS: dict[Language, str] = {"es": "es", "en": "en", "zh": "zh-Hans"}
NAMES: dict[Language, str] = {"es": "Español", "en": "English", "zh": "中文"}


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
    made.filters |= {"masked": mask_id, "look": look_of, "roles": _roles}
    made.filters |= {"count": _count, "month": _month, "spell": _spell}
    made.globals |= {"w": words, "languages": [(one, TAGS[one], NAMES[one]) for one in LANGUAGES]}
    return made


def page(request: Request, template: str, /, status: int = 200, **values: Any) -> HTMLResponse:
    """A template as an answer. Every one knows the language, the form's token and the portal's clock, who asks, and
    what they may: `may(method, path)`, with the path as the table of permissions names it. Whoever neither files nor
    approves sees people's numbers masked, wherever they stand.
    """
    language = reading_language()
    console = request.app.state.console
    caller: Caller = request.scope["console.caller"]
    zone: tzinfo = console.assistant.zone
    html = environment().get_template(template).render(
        lang=TAGS[language],
        language=language,
        csrf=request.scope["console.csrf"],
        path=request.url.path,
        caller=caller,
        may=caller.may,
        waiting=len(questions_for(caller, console.works.questions.values())),
        time=lambda at: spoken.moment(at, zone, language) if isinstance(at, datetime) else "",
        **values,
    )
    return HTMLResponse(html if caller.sees_numbers else redactor.text(html), status)


def _count(number: int) -> str:
    return spoken.count(number, reading_language())


def _month(period: str) -> str:
    return spoken.month(period, reading_language())


def _spell(span: timedelta | None) -> str:
    """How long something will still take, roughly."""
    if span is None:
        return ""
    seconds = round(span.total_seconds())
    if seconds < 60:
        return str(words.SECONDS.format(count=seconds))
    return str(words.MINUTES.format(count=round(seconds / 60)))


def _roles(roles: frozenset[Role]) -> str:
    """Roles as they are called."""
    return ", ".join(str(words.ROLES[one]) for one in Role if one in roles)
