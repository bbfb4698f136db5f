"""The forms in which a secret may turn up: as it is, and as URLs, HTML, JSON, Python and base64 write it."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from html.entities import codepoint2name

_SHORT = 4
"""A shorter secret is hidden only where it stands alone, or hardly a word would be left."""
_SHORT_NUMBER = 8
"""So is a shorter number: by chance it is a part of many another."""
_TELLING = 5
"""So many characters of base64 are not there by chance."""
_ESCAPED = {"\n": "n", "\t": "t", "\r": "r", "\b": "b", "\f": "f", "/": "/", '"': '"', "'": "'", "`": "`"}
"""What follows the backslash, where one is written."""


def pattern_of(secret: str) -> str:
    """A regular expression that finds the secret in each of its forms, character by character: forms may be mixed."""
    spelled = "".join(_character(character) for character in secret)
    if len(secret) < _SHORT or (len(secret) < _SHORT_NUMBER and secret.isdigit()):
        letter = "[A-Za-z0-9]" if secret.isascii() else r"\w"
        return rf"(?<!{letter}){spelled}(?!{letter})"
    return "|".join((spelled, *_base64(secret.encode("utf-8", "surrogatepass"))))


def _character(character: str) -> str:
    """A character in each of its forms. Nobody escapes a plain letter or digit."""
    if character.isascii() and character.isalnum():
        return character
    code, octets = ord(character), character.encode("utf-8", "surrogatepass")
    forms = (*_plain(character), *_in_url(character, octets), *_in_html(code), *_in_json(code, octets))
    return f"(?:{'|'.join(forms)})"


def _plain(character: str) -> Iterator[str]:
    if character == "\\":
        yield r"\\+"
    elif character in _ESCAPED:
        yield rf"\\*{re.escape(character)}"
        yield rf"\\+{re.escape(_ESCAPED[character])}"
    else:
        yield re.escape(character)


def _in_url(character: str, octets: bytes) -> Iterator[str]:
    """Percent-encoded, were it more than once; a space in a form is a plus."""
    yield "".join(f"%(?:25)*(?i:{octet:02x})" for octet in octets)
    if character == " ":
        yield r"\+"


def _in_html(code: int) -> Iterator[str]:
    ampersand = "&(?:amp;)*"
    yield f"{ampersand}#0*{code};"
    yield f"{ampersand}#(?i:x0*{code:x});"
    name = "apos" if code == ord("'") else codepoint2name.get(code)
    if name == "amp":
        yield "&(?:amp;)+"
    elif name:
        yield f"{ampersand}{name};"


def _in_json(code: int, octets: bytes) -> Iterator[str]:
    """As JSON and Python escape it, in text and in bytes."""
    units = chr(code).encode("utf-16-be", "surrogatepass")
    yield "".join(rf"\\+u(?i:{units[at : at + 2].hex()})" for at in range(0, len(units), 2))
    yield "".join(rf"\\+x(?i:{octet:02x})" for octet in octets)
    if code < 0x100:
        yield rf"\\+x(?i:{code:02x})"
    if code > 0xFFFF:
        yield rf"\\+U(?i:{code:08x})"


def _base64(secret: bytes) -> Iterator[str]:
    """What is the same wherever the secret stands in what was encoded: there are three ways to fall on its bits."""
    for before in range(3):
        first, behind = (before * 8 + 5) // 6, (before + len(secret)) * 8 // 6
        telling = b64encode(bytes(before) + secret).decode("ascii")[first:behind]
        if len(telling) >= _TELLING:
            yield telling.replace("+", "[+-]").replace("/", "[/_]") + "(?:[A-Za-z0-9+/_-]?=*)"
