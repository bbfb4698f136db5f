"""What a batch leaves behind: its pictures, the spreadsheet with the results, the roster of what was not filed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.console import words
from bot.console.console import Console
from bot.console.pages.form import caller_of, console_of
from bot.console.pages.new import XLSX, download
from bot.console.placeholder import placeholder
from bot.errors import UsageError
from bot.filing.traces import traces_of

PICTURES = (".webp", ".png")


async def picture(request: Request) -> Response:
    """A picture of a batch: only what its journal has recorded. Masked for whoever neither files nor approves."""
    console, wanted = console_of(request), request.path_params["path"]
    view = await console.overview(request.path_params["batch"])
    if Path(wanted).suffix not in PICTURES or view.purged_at is not None:
        raise HTTPException(404)
    if not await run_in_threadpool(console.assistant.overviews.has_file, view.id, wanted):
        raise HTTPException(404)
    if not caller_of(request).sees_numbers:
        return await _masked(console, view.id, wanted)
    return await image(view.evidence / wanted)


async def image(path: Path) -> Response:
    """A picture as it is; 404 for one that is gone."""
    try:
        content = await run_in_threadpool(path.read_bytes)
    except OSError as error:
        raise HTTPException(404) from error
    return Response(content, media_type=f"image/{path.suffix[1:]}")


def numbered(request: Request, things: Sequence[Path]) -> Path:
    """The one of these that the address numbers, from 0; 404 if there is none."""
    said = request.path_params["number"]
    if not said.isdecimal() or len(said) > 6 or int(said) >= len(things):
        raise HTTPException(404)
    return things[int(said)]


async def trace(request: Request) -> Response:
    """What was recorded of the browser for support."""
    console = console_of(request)
    view = await console.overview(request.path_params["batch"])
    path = numbered(request, await run_in_threadpool(traces_of, console.assistant.home, view.id))
    return download(await run_in_threadpool(path.read_bytes), path.name, "application/zip")


async def _masked(console: Console, batch: str, path: str) -> Response:
    """A picture, black where it shows what is sensitive; a placeholder where that is not certain."""
    made = await run_in_threadpool(console.assistant.dossiers.masked.picture, batch, path)
    if made is None:
        return Response(placeholder(), media_type="image/svg+xml")
    return Response(made.data, media_type=f"image/{made.suffix[1:]}")


async def results(request: Request) -> Response:
    """The roster with where each case stands."""
    assistant = console_of(request).assistant
    view = await console_of(request).overview(request.path_params["batch"])
    return await _spreadsheet(f"results-{view.id}.xlsx", lambda path: assistant.write_results(view.id, path))


async def carry_over(request: Request) -> Response:
    """The next period's roster: the rows that were not filed."""
    assistant = console_of(request).assistant
    view = await console_of(request).overview(request.path_params["batch"])
    if not view.to_carry_over or view.purged_at is not None:
        raise UsageError(words.NOTHING_TO_CARRY_OVER)
    return await _spreadsheet(f"carry-over-{view.id}.xlsx", lambda path: assistant.carry_over(view.id, path))


async def _spreadsheet(name: str, write: Callable[[Path], object]) -> Response:
    def written() -> bytes:
        with TemporaryDirectory(prefix="portal-") as folder:
            path = Path(folder) / name
            write(path)
            return path.read_bytes()

    return download(await run_in_threadpool(written), name, XLSX)


PAGES = (
    ("GET", "/batches/{batch}/pictures/{path:path}", picture),
    ("GET", "/batches/{batch}/traces/{number}", trace),
    ("GET", "/batches/{batch}/results", results),
    ("GET", "/batches/{batch}/carry-over", carry_over),
)
