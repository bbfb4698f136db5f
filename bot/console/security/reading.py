"""How much of a request is read, for how long, and what is not read at all."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from starlette.datastructures import Headers
from starlette.types import Message, Receive

LARGEST = 25 * 1024 * 1024
"""Bytes of the largest request that is read: a roster of 5,000 rows has less than one million."""
LARGEST_FORM = 4 * 1024 * 1024
"""Bytes of the largest form without a file: 5,000 cases are ticked in less than half of that."""
LARGEST_OF_STRANGERS = 16 * 1024
"""Bytes of the largest request of somebody who is not let in: a name and a password."""
LARGEST_EVIDENCE = 256 * 1024 * 1024
"""Bytes of the largest dossier that is handed in to be verified: some hundreds of people with their pictures."""
RECEIVED = "/evidence/received"
"""Where one is handed in."""
WITH_FILES: Mapping[str, int] = {
    "/new": LARGEST,
    "/api/rosters": LARGEST,
    "/api/cases": LARGEST,
    RECEIVED: LARGEST_EVIDENCE,
}
PATIENCE = 20.0
"""Seconds that a request may pause for while it is sent."""
LONGEST = 300.0
"""Seconds that it may take altogether."""


class TooLarge(Exception):
    """A request is larger than anything that is meant for us."""


class TooSlow(Exception):
    """A request does not come to its end."""


def largest(path: str, *, stranger: bool) -> int:
    """How many bytes of a request are read."""
    if stranger:
        return LARGEST_OF_STRANGERS
    return WITH_FILES.get(path, LARGEST_FORM)


def is_sound(headers: Headers) -> bool:
    """Whether a request says once, and plainly, whom it is for and how long it is.

    Where two readers could understand that in two ways, one of them takes a part of it for another request.
    """
    lengths, hosts = headers.getlist("content-length"), headers.getlist("host")
    if len(lengths) > 1 or len(hosts) != 1 or len(headers.getlist("origin")) > 1:
        return False
    if lengths and "transfer-encoding" in headers:
        return False
    return all(one.isascii() and one.isdecimal() and len(one) < 16 for one in lengths)


def limited(receive: Receive, most: int) -> Receive:
    """`receive`, up to so many bytes and for so long: the length that was announced may be a lie."""
    read, ends = 0, asyncio.get_running_loop().time() + LONGEST
    is_whole = False

    async def within_limits() -> Message:
        nonlocal read, is_whole
        if is_whole:  # what comes now is that the other side has gone
            return await receive()
        patience = min(PATIENCE, ends - asyncio.get_running_loop().time())
        try:
            async with asyncio.timeout(patience):
                message: Any = await receive()
        except TimeoutError:
            raise TooSlow from None
        read += len(message.get("body", b""))
        if read > most:
            raise TooLarge
        is_whole = not message.get("more_body", False)
        return message  # type: ignore[no-any-return]  # Message is a mapping of anything

    return within_limits
