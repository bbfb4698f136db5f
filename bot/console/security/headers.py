"""What every answer tells a browser about itself."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send

from bot.console.security.place import Place

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cache-control": "no-store",
}
ONLY_TLS = "max-age=31536000"
"""For a year, browsers ask for this name by TLS alone."""


def stamped(send: Send, place: Place) -> Send:
    """`send`, with our headers on every answer; one that says something else itself is left so."""

    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)  # a report says itself what is in it
            if place.is_secure:
                headers.setdefault("strict-transport-security", ONLY_TLS)
        await send(message)

    return with_headers
