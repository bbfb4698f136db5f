"""A new batch: template, spreadsheet, everything wrong with it by row, and the start."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from bot.console import words
from bot.console.pages.form import by, console_of, go_to, posted, text, texts
from bot.console.rendering import page
from bot.errors import RosterError, UsageError
from bot.service import RunOptions
from bot.text import reading_language

SHOWN = 200
"""So many problems are shown at once: whoever has more has one mistake all over."""
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
    return Response(content, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})


async def hand_in(request: Request, form: FormData) -> Response:
    """Take a spreadsheet, or another version of one."""
    file = form.get("roster")
    if not isinstance(file, UploadFile) or not file.filename:
        raise UsageError(words.NO_FILE, cure=words.NO_FILE_CURE)
    upload = await console_of(request).take_in(file.filename, await file.read())
    return go_to(f"/new/{upload}")


async def look(request: Request) -> Response:
    """A spreadsheet with all that is wrong with it."""
    console, upload = console_of(request), request.path_params["upload"]
    roster = console.roster(upload)
    try:
        checked = await console.checked(upload)
    except RosterError as error:
        operations = list(console.assistant.library.operations)
        return page(request, "new.html", 400, operations=operations, error=error)
    return page(
        request,
        "check.html",
        upload=upload,
        roster=roster.name,
        checked=checked,
        problems=checked.problems[:SHOWN],
        more=max(0, len(checked.problems) - SHOWN),
        accounts=list(dict.fromkeys(case.account for case in checked.cases if case.account)),
        known=await console.known_accounts(),
        value=lambda problem: _value(checked, problem),
    )


def _value(checked: object, problem: object) -> str:
    """What stands in the cell of a problem now."""
    from bot.roster.check import Checked, RowProblem

    assert isinstance(checked, Checked)
    assert isinstance(problem, RowProblem)
    for sheet in checked.roster.sheets:
        for row in sheet.rows if sheet.name == problem.sheet else ():
            if row.origin.row == problem.row and problem.column:
                cell = row.cells[_index(problem.column)] if _index(problem.column) < len(row.cells) else None
                return "" if cell is None else str(cell)
    return ""


def _index(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


async def mend(request: Request, form: FormData) -> Response:
    """Correct a cell."""
    upload = request.path_params["upload"]
    row = text(form, "row")
    if not row.isdecimal():
        raise UsageError(words.NO_UPLOAD, cure=words.NO_UPLOAD_CURE)
    await console_of(request).mend(upload, (text(form, "sheet"), int(row), text(form, "column")), text(form, "value"))
    return go_to(f"/new/{upload}#problems")


async def start(request: Request, form: FormData) -> Response:
    """Begin to file."""
    console, upload = console_of(request), request.path_params["upload"]
    checked = await console.checked(upload)
    named = list(dict.fromkeys(case.account for case in checked.cases if case.account))
    wanted = dict.fromkeys(named, "") if named else {text(form, "account"): text(form, "user")}
    if not all(wanted) or not wanted:
        raise UsageError(words.NO_ACCOUNT, cure=words.NO_ACCOUNT_CURE)
    if checked.errors and not text(form, "anyway"):
        raise UsageError(words.STILL_WRONG, cure=words.STILL_WRONG_CURE)
    four_eyes = bool(texts(form, "four_eyes"))
    options = RunOptions(until="review", four_eyes=four_eyes, by=by(request))
    job = await console.file(upload, wanted, options)
    return go_to(f"/jobs/{job.id}")


PAGES = (
    ("GET", "/new", begin),
    ("POST", "/new", posted(hand_in)),
    ("GET", "/template", template),
    ("GET", "/new/{upload}", look),
    ("POST", "/new/{upload}/cell", posted(mend)),
    ("POST", "/new/{upload}/start", posted(start)),
)
