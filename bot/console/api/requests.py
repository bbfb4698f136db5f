"""What a program asks for: found, or refused with the status that says why not."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TypeVar

import pydantic
from starlette.requests import Request

from bot.console import words
from bot.console.api.answers import Refused, refused
from bot.console.pages.form import console_of
from bot.console.work import Job
from bot.errors import UsageError
from bot.service import BatchView

Model = TypeVar("Model", bound=pydantic.BaseModel)
Item = TypeVar("Item")
LARGEST_PAGE = 1_000


async def body_of(request: Request, model: type[Model]) -> Model:
    """The JSON of a request. Raises Refused (400 if it is no JSON, 422 if it is another than is meant)."""
    try:
        said = json.loads(await request.body() or b"{}")
    except (ValueError, RecursionError) as error:
        raise Refused(400, words.NO_JSON, cure=words.NO_JSON_CURE) from error
    try:
        return model.model_validate(said)
    except pydantic.ValidationError as error:
        wrong = [
            {"at": "/".join(map(str, one["loc"])), "message": one["msg"]}
            for one in error.errors(include_url=False, include_input=False, include_context=False)
        ]
        raise Refused(422, words.OTHER_JSON, cure=words.NO_JSON_CURE, problems=wrong) from error


async def batch_of(request: Request) -> BatchView:
    """The batch of the address. Raises Refused (404)."""
    try:
        return await console_of(request).view(request.path_params["batch"])
    except UsageError as error:
        raise refused(404, error) from error


def job_of(request: Request) -> Job:
    """The job of the address. Raises Refused (404)."""
    job = console_of(request).works.jobs.get(request.path_params["job"])
    if job is None:
        raise Refused(404, words.NO_JOB, cure=words.NO_JOB_CURE)
    return job


def page_of(request: Request, found: Sequence[Item], *, size: int = 100) -> tuple[Sequence[Item], dict[str, int]]:
    """The page of a list that is asked for by `page` and `size`, and where it is in the whole. Raises Refused (422)."""
    page, size = _number(request, "page", 1), min(_number(request, "size", size), LARGEST_PAGE)
    pages = max(1, -(-len(found) // size))
    return found[(page - 1) * size : page * size], {"total": len(found), "page": page, "pages": pages}


def _number(request: Request, name: str, otherwise: int) -> int:
    said = request.query_params.get(name, str(otherwise))
    if not said.isascii() or not said.isdecimal() or len(said) > 9 or int(said) < 1:
        raise Refused(422, words.NO_NUMBER.format(name=name), cure=words.NO_NUMBER_CURE)
    return int(said)


def listed(items: Sequence[Any], where: dict[str, int]) -> dict[str, Any]:
    """A page of a list."""
    return {**where, "items": list(items)}
