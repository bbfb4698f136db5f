"""A case: what happened to it, with pictures, and what a person decides of it."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from bot.console import words
from bot.console.pages.batch import name_of
from bot.console.pages.form import by, console_of, go_to, posted, text
from bot.console.pages.review import entered
from bot.console.rendering import page
from bot.errors import UsageError


async def case(request: Request) -> Response:
    """The page of a case."""
    console = console_of(request)
    batch, wanted = request.path_params["batch"], request.path_params["case"]
    view = await run_in_threadpool(console.assistant.case, batch, wanted)
    values = (await console.cases(batch)).get(wanted)
    pictures = [one for one in view.files if one.path and one.path.suffix in (".webp", ".png")]
    return page(
        request,
        "case.html",
        view=view,
        outcome=view.outcome,
        name=name_of(values),
        entered=entered(values, ""),
        pictures=pictures,
    )


async def resolve(request: Request, form: FormData) -> Response:
    """Record what a person found out on the portal."""
    console = console_of(request)
    batch, wanted = request.path_params["batch"], request.path_params["case"]
    number = text(form, "number")
    found = text(form, "found")
    if found not in ("filed", "not_filed") or (found == "filed" and not number):
        raise UsageError(words.FILED_OR_NOT, cure=words.FILED_OR_NOT_CURE)
    filed = number if found == "filed" else None
    await run_in_threadpool(lambda: console.assistant.resolve(batch, wanted, filed=filed, by=by(request)))
    console.forget(batch)
    return go_to(f"/batches/{batch}/cases/{wanted}")


PAGES = (
    ("GET", "/batches/{batch}/cases/{case}", case),
    ("POST", "/batches/{batch}/cases/{case}/resolve", posted(resolve)),
)
