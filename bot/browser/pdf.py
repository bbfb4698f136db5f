"""A page of our own as a PDF: A4, with the page's own title, headings as its outline, and tags for screen readers.

Pictures are kept in the PDF pixel by pixel, which takes several times their size as WebP: a thousand of 1280 × 1000
make some 350 MB in a minute, for which the browser takes 2.5 GB of memory.
"""

from __future__ import annotations

import asyncio
import os
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from playwright.async_api import BrowserContext, CDPSession, Route

from bot.browser import words
from bot.browser.errors import playwright_errors
from bot.browser.session import open_browser
from bot.errors import StepTimedOut, UsageError
from bot.private import OWNERS_FILE, private_folder

LARGEST = 150_000_000
"""Bytes of a page that is printed. More asks for more memory than an office's computer has."""
_SECONDS = 600
_PIECE = 1024**2
_BINARY: int = getattr(os, "O_BINARY", 0)
_PRINTING = {
    "preferCSSPageSize": True,
    "paperWidth": 8.27,  # A4, in inches, for a page that does not say
    "paperHeight": 11.69,
    "generateTaggedPDF": True,
    "generateDocumentOutline": True,
    "transferMode": "ReturnAsStream",
}


async def print_pdf(html: str, path: Path) -> None:
    """Print a page, whole or not at all, into a file for its owner's eyes.

    What the page says about its size, margins and running heads holds. Nothing is run or loaded, neither from the
    network nor from the disk, whatever the page asks for. Raises UsageError for a page that is too large or a place
    that cannot be written, BrowserFault and others where the browser fails.
    """
    content = html.encode()
    if len(content) > LARGEST:
        raise UsageError(words.TOO_LARGE_TO_PRINT.format(size=len(content) // 10**6), cure=words.KEEP_AS_HTML)
    try:
        with _beside(path, content) as (address, file):
            await _print(address, file)
    except OSError as error:
        raise UsageError(words.PDF_NOT_WRITTEN.format(path=path, why=error.strerror or error)) from error


@contextmanager
def _beside(path: Path, content: bytes) -> Iterator[tuple[str, BinaryIO]]:
    """The page's address, and a file that is renamed to `path` in the end, unless something goes wrong.

    Both lie beside `path` meanwhile, for what they say belongs in no other place. Handed to the browser as a message, a
    large page would take minutes.
    """
    private_folder(path.parent)
    with TemporaryDirectory(prefix="report-", dir=path.parent) as folder:
        page, unfinished = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_bytes(content)
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, OWNERS_FILE)
        with os.fdopen(descriptor, "wb") as file:
            yield page.resolve().as_uri(), file
            file.flush()
            os.fsync(descriptor)
        os.replace(unfinished, path)


async def _print(address: str, file: BinaryIO) -> None:
    try:
        async with asyncio.timeout(_SECONDS), open_browser() as browser:
            context = await browser.offline()
            with playwright_errors():
                await _print_in(context, address, file)
                await context.close()
    except TimeoutError as error:
        raise StepTimedOut(words.PDF_TOOK_TOO_LONG) from error


async def _print_in(context: BrowserContext, address: str, file: BinaryIO) -> None:
    async def only_the_page(route: Route) -> None:
        # Called off, not failed: a page that wants to go elsewhere stays, rather than give way to an error page.
        await (route.continue_() if route.request.url == address else route.abort("aborted"))

    await context.route("**/*", only_the_page)
    tab = await context.new_page()
    await tab.goto(address, timeout=0)
    protocol = await context.new_cdp_session(tab)
    printed = await protocol.send("Page.printToPDF", _PRINTING)
    await _save(protocol, printed["stream"], file)


async def _save(protocol: CDPSession, stream: str, file: BinaryIO) -> None:
    """Fetch what was printed, piece by piece: Playwright's own way holds all of it several times over."""
    while True:
        piece = await protocol.send("IO.read", {"handle": stream, "size": _PIECE})
        file.write(b64decode(piece["data"]) if piece.get("base64Encoded") else piece["data"].encode())
        if piece["eof"]:
            return
