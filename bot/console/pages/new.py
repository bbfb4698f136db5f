"""A new batch: the template, and where the spreadsheet is handed in."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from bot.console import words
from bot.console.pages.form import console_of, go_to, posted
from bot.console.rendering import page
from bot.errors import UsageError
from bot.text import reading_language

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def begin(request: Request) -> Response:
    """Where the spreadsheet is handed in."""
    return page(request, "new.html", operations=list(console_of(request).assistant.library.operations), error=None)


async def template(request: Request) -> Response:
    """An empty roster for the operations that were picked."""
    assistant = console_of(request).assistant
    flows, language = request.query_params.getlist("flow"), reading_language()

    def written() -> bytes:
        with TemporaryDirectory(prefix="portal-") as folder:
            return assistant.template(flows, Path(folder) / "template.xlsx", language).read_bytes()

    return download(await run_in_threadpool(written), "roster.xlsx", XLSX)


def download(content: bytes, name: str, kind: str) -> Response:
    """A file to be kept."""
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(content, media_type=kind, headers=headers)


async def hand_in(request: Request, form: FormData) -> Response:
    """Take a spreadsheet, or another version of one."""
    file = form.get("roster")
    if not isinstance(file, UploadFile) or not file.filename:
        raise UsageError(words.NO_FILE, cure=words.NO_FILE_CURE)
    upload = await run_in_threadpool(console_of(request).uploads.take, file.filename, await file.read())
    return go_to(f"/new/{upload}")


PAGES = (
    ("GET", "/new", begin),
    ("POST", "/new", posted(hand_in)),
    ("GET", "/template", template),
)
