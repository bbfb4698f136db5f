"""Passwords of the console's users: kept as something that only the password itself leads to.

scrypt (RFC 7914), as OpenSSL does it and Python hands it on: it needs no further library, and 32 MB for every guess.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from base64 import b64decode, b64encode
from dataclasses import dataclass
from functools import cache

FEWEST_CHARACTERS = 12
MOST_CHARACTERS = 256
_BYTES = 32


@dataclass(frozen=True)
class Cost:
    """What one guess costs: 2 ** `doublings` blocks of `block` * 128 bytes of memory, gone through `times` times."""

    doublings: int
    block: int
    times: int


COST = Cost(15, 8, 3)
"""One of the settings that OWASP's Password Storage Cheat Sheet holds equal. Each hash says its own."""


def hashed(password: str, cost: Cost | None = None) -> str:
    """A password as it is kept: `scrypt$15,8,3$SALT$HASH`."""
    paid, salt = cost or COST, secrets.token_bytes(16)
    said = f"{paid.doublings},{paid.block},{paid.times}"
    return "$".join(("scrypt", said, b64encode(salt).decode(), b64encode(_scrypt(password, salt, paid)).decode()))


def matches(password: str, kept: str | None) -> bool:
    """Whether this is the password that was kept. Where none was (None), finding out takes as long."""
    _, said, salt, expected = (kept or _nobodys(COST)).split("$")
    cost = Cost(*map(int, said.split(",")))
    found = _scrypt(password, b64decode(salt), cost)
    return hmac.compare_digest(found, b64decode(expected)) and kept is not None


@cache
def _nobodys(cost: Cost) -> str:
    return hashed(secrets.token_urlsafe(16), cost)


def _scrypt(password: str, salt: bytes, cost: Cost) -> bytes:
    plain = unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")  # however the keyboard wrote it
    memory = 128 * cost.block * (2**cost.doublings + cost.times + 2)
    return hashlib.scrypt(
        plain, salt=salt, n=2**cost.doublings, r=cost.block, p=cost.times, maxmem=2 * memory, dklen=_BYTES
    )
