"""Addresses in a recording: the portal's, and paths on it."""

from __future__ import annotations

from urllib.parse import urlsplit

UNKNOWN = "https://portal.invalid/"


def origin_of(address: str) -> str:
    """`scheme://host:port/` of a web address, without the user and password that may stand in it; "" if it is none."""
    try:
        parts = urlsplit(address)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}{port}/"


def path_of(address: str) -> str:
    """What follows the origin of an address, with one `/` at its start: with two it would name another host."""
    parts = urlsplit(address)
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"/{parts.path.lstrip('/')}{query}{fragment}"


def is_here(address: str, portal: str) -> bool:
    """Whether an address is on the portal. A path always is."""
    own_path = address.startswith("/") and not address.startswith("//")
    return own_path or (portal != "" and origin_of(address) == portal)
