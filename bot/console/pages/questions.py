"""Questions that a run asks: answered here while it waits."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.console.pages.form import caller_of, console_of, go_to, own_path, posted, text
from bot.console.rendering import page
from bot.console.security.caller import reserved
from bot.console.security.questions import answers, questions_for
from bot.console.work import Question


async def questions(request: Request) -> Response:
    """All that wait for an answer."""
    waiting = console_of(request).works.questions.values()
    return page(request, "questions.html", questions=questions_for(caller_of(request), waiting))


async def waiting(request: Request) -> Response:
    """How many wait, for the head of every page."""
    return page(request, "waiting.html")


async def picture(request: Request) -> Response:
    """What a question is about: a captcha."""
    question = console_of(request).works.questions.get(request.path_params["question"])
    if question is None or question.picture is None:
        raise HTTPException(404)
    _refuse_others(request, question)
    return Response(question.picture, media_type="image/png")


async def answer(request: Request, form: FormData) -> Response:
    """Answer one."""
    works = console_of(request).works
    asked = works.questions.get(request.path_params["question"])
    if asked is not None:
        _refuse_others(request, asked)
    said = form.get("answer")
    works.answer(request.path_params["question"], said if isinstance(said, str) else "")
    back = text(form, "back")
    if asked is not None and not back:
        back = f"/batches/{asked.job.batches[0]}" if asked.job.batches else f"/jobs/{asked.job.id}"
    return go_to(own_path(back, "/questions"))


def _refuse_others(request: Request, question: Question) -> None:
    if answers(question) not in caller_of(request).roles:
        raise reserved(frozenset({answers(question)}))


PAGES = (
    ("GET", "/questions", questions),
    ("GET", "/waiting", waiting),
    ("GET", "/questions/{question}/picture", picture),
    ("POST", "/questions/{question}", posted(answer)),
)
