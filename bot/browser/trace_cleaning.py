"""Cleaning a Playwright trace: what it says is redacted, what cannot be read is left out, and all is searched again.

A trace is a zip: `trace.trace` and `trace.network` are lines of JSON, `resources/` holds what was sent and received,
each file under the SHA-1 of its content. That name would betray a content that is easily guessed, an ID number for
one, so the resources are named anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from base64 import b64decode
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from bot.browser import words
from bot.errors import Fault
from bot.private import private_file
from bot.redaction import HIDDEN, Redactor, mask_id, redactor

Hide = Callable[[str], str]
"""A text without what is not for its readers."""
Event = dict[str, Any]

_LINES = (".trace", ".network")
_RESOURCES = "resources"
_TEXTS = ("text/", "application/json", "application/javascript", "application/x-javascript", "application/xml")
_FORM = "application/x-www-form-urlencoded"
_SUFFIXES = {".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json"}
_STRUCTURE = ("type", "callId", "class", "method")
"""What a viewer needs of every event as it was."""
_SAID_AND_DONE = ("params", "result")
"""What of an event may hold numbers of the portal, and not only times and places."""
_HARMLESS = frozenset(
    {
        *("accept", "accept-encoding", "accept-language", "cache-control", "connection", "content-disposition"),
        *("content-encoding", "content-language", "content-length", "content-type", "date", "expires", "host"),
        *("last-modified", "location", "origin", "pragma", "referer", "server", "transfer-encoding", "user-agent"),
        *("vary", "x-requested-with"),
    }
)
"""Headers that let nobody in and name nothing by its content. The value of any other is hidden."""
_LETS_IN = re.compile("auth|token|session|csrf|xsrf|key|secret|sign", re.IGNORECASE)
"""Headers whose value is a secret wherever else it turns up; so is that of every cookie."""
_LARGE = 10_000_000
"""A number from here on may be a registered one; below, it would be one by chance."""
_TOKEN = 8
"""Characters. What is shorter says more of a language or a theme than of a session."""
_NUMBER = re.compile(r"(?<![A-Za-z0-9])(?:\d{17}[\dXx]|\d{15})(?![A-Za-z0-9])", re.ASCII)
"""What may be anybody's resident number, well-formed or not, of now or of old."""
_CUT_OFF = re.compile(r"\d{6,}(?=…)")
"""A number that Playwright has shortened: nothing that is registered would be found in it."""
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{12,}")
_URL_SAFE = str.maketrans("-_", "+/")


def clean_trace(raw: Path, cleaned: Path, *, hide: Hide, secrets: Iterable[str] = ()) -> None:
    """Write a copy of a recorded trace that may be handed on, for its owner's eyes.

    `hide` takes out of a text what else is not for its readers, besides what the redactor knows; `secrets` were typed
    while it was recorded. Raises Fault, and leaves no copy, where the trace cannot be read or a registered value is
    still in it.
    """
    unfinished = private_file(cleaned.with_name(f".{cleaned.name}.part"))
    try:
        with ZipFile(raw) as source, ZipFile(unfinished, "w", ZIP_DEFLATED) as target:
            _Cleaning(source, target, hide, secrets).do()
        os.replace(unfinished, cleaned)
    except (BadZipFile, ValueError, LookupError, TypeError, AttributeError) as error:
        raise Fault(words.TRACE_UNKNOWN.format(what=type(error).__name__)) from error
    finally:
        unfinished.unlink(missing_ok=True)


class _Cleaning:
    """The cleaning of one trace."""

    def __init__(self, source: ZipFile, target: ZipFile, hide: Hide, secrets: Iterable[str]) -> None:
        self._source = source
        self._target = target
        self._hide = hide
        self._own = Redactor()
        for secret in secrets:
            self._own.secret(secret)
        self._types: dict[str, str] = {}
        """The content type of each resource, as far as an event says it."""
        self._names: dict[str, str] = {}
        """The new name of each resource that is kept."""
        self._kept: set[str] = set()
        self._text = lru_cache(maxsize=100_000)(self._cleaned)

    def do(self) -> None:
        """Clean it."""
        names = [name for name in self._source.namelist() if not name.endswith("/")]
        lines = [name for name in names if name.endswith(_LINES)]
        for event in (event for name in lines for event in self._events(name)):
            if event["type"] == "resource-snapshot":
                self._learn(event["snapshot"])
        for name in names:
            if PurePosixPath(name).parts[0] == _RESOURCES:
                self._resource(name)
        for name in lines:
            with self._target.open(_unsuspicious(name), "w") as file:
                for event in self._events(name):
                    line = _written(self._data(self._event(event), self._kept))
                    _unsuspicious("\n".join(_told(json.loads(line))))
                    file.write(f"{line}\n".encode("utf-8", "replace"))

    def _events(self, name: str) -> Iterator[Event]:
        with self._source.open(name) as file:
            for line in file:
                yield json.loads(line)

    def _learn(self, exchange: Event) -> None:
        """Take note of what lets somebody in, and of what the resources are."""
        for part, body in (("request", "postData"), ("response", "content")):
            said = exchange[part]
            for value in (*(one["value"] for one in said["cookies"]), *_tokens(said["headers"])):
                if len(value) >= _TOKEN:
                    self._own.secret(value)
            if "_file" in said.get(body, {}):
                self._types[said[body]["_file"]] = said[body].get("mimeType", "")

    def _resource(self, name: str) -> None:
        """Keep a resource, if it is text; under the name that its cleaned content gives it."""
        path = PurePosixPath(name)
        kind, charset = _kind(self._types.get(name) or _SUFFIXES.get(path.suffix, ""))
        if not (kind.startswith(_TEXTS) or kind == _FORM):
            return
        try:
            text = self._source.read(name).decode(charset)
        except (UnicodeDecodeError, LookupError):
            return
        if "\0" in text:
            return
        data = _unsuspicious(self._content(text, kind)).encode("utf-8", "replace")
        suffix = path.suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", path.suffix) else ""
        named = f"{_RESOURCES}/{hashlib.sha1(data, usedforsecurity=False).hexdigest()}{suffix}"
        if named not in self._kept:
            self._target.writestr(_unsuspicious(named), data)
        self._names[name] = named
        self._kept.add(named)

    def _content(self, text: str, kind: str) -> str:
        if kind.endswith("json"):
            try:
                return _written(self._data(json.loads(text), numbers=True))
            except ValueError:
                pass  # it says so, but is none
        return self._cleaned(text)

    def _event(self, event: Event) -> Event:
        """The event with its resources as they are named now, and without what lets somebody in."""
        snapshot = event.get("snapshot", {})
        if event["type"] == "resource-snapshot":
            snapshot = {
                name: self._half(one) if name in ("request", "response") else one
                for name, one in snapshot.items()
                if name != "_webSocketMessages"
            }
        elif "resourceOverrides" in snapshot:
            overrides = [self._override(one) for one in snapshot["resourceOverrides"]]
            snapshot = {**snapshot, "resourceOverrides": [one for one in overrides if one is not None]}
        cleaned = {**event, "snapshot": snapshot} if snapshot else event
        if any(isinstance(event.get(key), str) and self._text(event[key]) != event[key] for key in _STRUCTURE):
            raise Fault(words.TRACE_BROKEN)
        return cleaned

    def _half(self, half: Event) -> Event:
        """A request or a response."""
        headers = [one if one["name"].lower() in _HARMLESS else {**one, "value": HIDDEN} for one in half["headers"]]
        bodies: Event = {name: self._body(half[name]) for name in ("postData", "content") if name in half}
        return {**half, **bodies, "cookies": [], "headers": headers}

    def _body(self, body: Event) -> Event:
        """What was sent or received. What is kept of it is written in UTF-8."""
        named = self._names.get(body.get("_file", ""))
        rest = {name: said for name, said in body.items() if name not in ("_file", "encoding")}
        if "encoding" in body:
            rest.pop("text", None)
        if named is None:
            return rest
        return {**rest, "_file": named, "mimeType": f"{_kind(body.get('mimeType', ''))[0]}; charset=utf-8"}

    def _override(self, override: Event) -> Event | None:
        """What a snapshot shows instead of a resource."""
        if "file" not in override:
            return override
        named = self._names.get(override["file"])
        return None if named is None else {**override, "file": named}

    def _data(self, said: Any, named: Collection[str] = (), *, numbers: bool = False) -> Any:
        """Plain data with every text in it cleaned, names of resources apart; with what are `numbers` of the portal."""
        match said:
            case str():
                return said if said in named else self._text(said)
            case dict():
                if str(said.get("type", "")).lower() == "password":
                    said = {name: "" if "value" in name else one for name, one in said.items()}
                return {
                    self._text(name): self._data(one, named, numbers=numbers or name in _SAID_AND_DONE)
                    for name, one in said.items()
                }
            case list():
                return [self._data(one, named, numbers=numbers) for one in said]
            case int() | float() if numbers and not isinstance(said, bool):
                clean = self._text(str(said))
                return said if clean == str(said) else clean
            case _:
                return said

    def _cleaned(self, said: str) -> str:
        said = self._hide(self._own.text(redactor.text(said)))
        said = _NUMBER.sub(lambda found: mask_id(found[0]), _CUT_OFF.sub(HIDDEN, said))
        return _BASE64.sub(self._run, said)

    def _run(self, run: re.Match[str]) -> str:
        """A run of letters and digits: hidden if something that is to be hidden is encoded in it."""
        for decoded in _decoded(run[0]):
            plain = self._own.text(redactor.text(decoded))
            readable = decoded.isprintable() and "\ufffd" not in decoded
            if plain != decoded or (readable and self._hide(decoded) != decoded):
                return HIDDEN
        return run[0]


def _unsuspicious(said: str) -> str:
    """The text, if nothing that is registered is in it in any form. Raises Fault if there is."""
    if _shows(said) or any(_shows(decoded) for run in _BASE64.finditer(said) for decoded in _decoded(run[0])):
        raise Fault(words.TRACE_BETRAYS)
    return said


def _written(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _told(data: Any) -> Iterator[str]:
    """All that plain data say; of numbers those that are no mere times and places."""
    match data:
        case str():
            yield data
        case dict():
            yield from data
            for one in data.values():
                yield from _told(one)
        case list():
            for one in data:
                yield from _told(one)
        case int() | float() if abs(data) >= _LARGE:
            yield str(data)


def _shows(said: str) -> bool:
    return redactor.text(said) != said


def _decoded(run: str) -> Iterator[str]:
    """What is behind a run of base64, wherever in it the encoded part begins."""
    for begin in range(4):
        part = run[begin:].translate(_URL_SAFE)
        part = part[: len(part) - (len(part) % 4 == 1)]
        yield b64decode(part + "=" * (-len(part) % 4)).decode("utf-8", "replace")


def _tokens(headers: Iterable[Event]) -> Iterator[str]:
    """What headers say that let somebody in, without the kind of it: what follows `Bearer`."""
    for header in headers:
        if _LETS_IN.search(header["name"]) and (said := header["value"].split()):
            yield said[-1]


def _kind(said: str) -> tuple[str, str]:
    """A content type, and its charset: UTF-8 if it says none."""
    kind, _, rest = said.partition(";")
    charset = re.search(r"charset=\s*\"?([\w-]+)", rest)
    return kind.strip().lower(), charset[1] if charset else "utf-8"
