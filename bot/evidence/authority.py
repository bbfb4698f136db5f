"""Asking a time-stamping authority over HTTP: bounded in size and time, and over nothing else."""

from __future__ import annotations

import time
import urllib.request
from urllib.error import HTTPError
from urllib.parse import urlsplit

MOST = 1024 * 1024
"""Bytes of an answer."""
PATIENCE = 20
"""Seconds to wait for one, and for each piece of it."""
LONGEST = 60
"""Seconds that all of it may take: a slow one is not waited for piece by piece."""
_PIECE = 16 * 1024


def is_address(url: str) -> bool:
    """Whether an authority can be asked there: over HTTP, nothing else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def fetch(url: str, request: bytes) -> bytes:
    """Ask an authority over HTTP. Raises OSError, HTTPException, or ValueError for what is no address."""
    headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    asking = urllib.request.Request(url, data=request, headers=headers)
    until = time.monotonic() + LONGEST
    said = b""
    try:
        with _opener().open(asking, timeout=PATIENCE) as answer:
            while piece := answer.read1(_PIECE):
                said += piece
                if len(said) > MOST or time.monotonic() > until:
                    raise OSError("the answer has no end")
    except HTTPError as refused:  # it holds the answer open
        refused.close()
        raise
    return said


def _opener() -> urllib.request.OpenerDirector:
    """One that knows HTTP alone: the standard one would follow an answer to FTP."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler,
        urllib.request.HTTPHandler,
        urllib.request.HTTPSHandler,
        urllib.request.HTTPRedirectHandler,
        urllib.request.HTTPDefaultErrorHandler,
        urllib.request.HTTPErrorProcessor,
        urllib.request.UnknownHandler,
    ):
        opener.add_handler(handler())
    return opener
