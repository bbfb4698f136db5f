"""What a trace may still say when it was cleaned, and when it is refused."""

from __future__ import annotations

import base64
import json
import os
import zipfile
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import pytest

from bot.browser.trace_cleaning import clean_trace
from bot.errors import Fault
from bot.evidence.masking import Masking
from bot.redaction import HIDDEN, redactor

PASSWORD = "Pä ss/w&\"o'rd"
ANA = "330299198706120115"
STRANGER = "330299199001010017"
CODE = "24681012"
COOKIE = "b9b8b384c0aa62f342e4b9de01c98144"
WAGE = "6854"
SENSITIVE = (PASSWORD, ANA, STRANGER, CODE, COOKIE, WAGE)

FORMS = {
    "as it is": str,
    "in an address": quote_plus,
    "in HTML": escape,
    "in JSON": json.dumps,
    "in base64": lambda value: base64.b64encode(f"who={value}&".encode()).decode(),
    "in base64 for addresses": lambda value: base64.urlsafe_b64encode(f"~~{value}~~".encode()).decode().rstrip("="),
}


def exchange(content: str, kind: str, **parts: Any) -> dict[str, Any]:
    """A request with its response, whose content is in a resource of this name."""
    request = {"url": "http://portal/list", "cookies": [], "headers": [], **parts.get("request", {})}
    body = {"mimeType": kind, "_file": content, "size": 10}
    response = {"status": 200, "cookies": [], "headers": [], "content": body, **parts.get("response", {})}
    return {"type": "resource-snapshot", "snapshot": {"request": request, "response": response, "_monotonicTime": 1.5}}


def log(message: str, **more: Any) -> dict[str, Any]:
    return {"type": "log", "callId": "call@1", "time": 12.5, "message": message, **more}


class Clean:
    """A trace that was cleaned."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as file:
            assert file.testzip() is None
            self.entries = {name: file.read(name) for name in file.namelist()}
        self.everything = b"\n".join([*map(str.encode, self.entries), *self.entries.values()]).decode("utf-8")
        self.events = self._lines("trace.trace")
        self.exchanges = [event["snapshot"] for event in self._lines("trace.network")]

    def _lines(self, name: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.entries.get(name, b"").splitlines()]

    @property
    def resources(self) -> list[bytes]:
        return [data for name, data in self.entries.items() if name.startswith("resources/")]


class Tracer:
    """Makes traces by hand, and has them cleaned."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cleaned = folder / "202611-01-1.zip"

    def clean(
        self,
        *events: Mapping[str, Any],
        network: tuple[Mapping[str, Any], ...] = (),
        resources: Mapping[str, bytes] | None = None,
    ) -> Clean:
        """Clean a trace of these events and files; CODE was typed while it was recorded."""
        raw = self.folder / "raw.zip"
        with zipfile.ZipFile(raw, "w") as file:
            lines = "".join(f"{json.dumps(event, ensure_ascii=False)}\n" for event in events)
            file.writestr("trace.trace", lines.encode("utf-8", "backslashreplace"))
            file.writestr("trace.network", "".join(f"{json.dumps(event)}\n" for event in network))
            file.writestr("trace.stacks", json.dumps({"files": ["/home/ana/bot/run.py"], "stacks": []}))
            for name, data in (resources or {}).items():
                file.writestr(name, data)
        clean_trace(raw, self.cleaned, hide=Masking((), also=[WAGE]).text, secrets=[CODE])
        return Clean(self.cleaned)


@pytest.fixture
def tracer(tmp_path: Path) -> Tracer:
    redactor.secret(PASSWORD)
    redactor.person(ANA)
    return Tracer(tmp_path)


@pytest.mark.parametrize("value", SENSITIVE[:4])
@pytest.mark.parametrize("form", FORMS)
def test_a_value_is_hidden_in_any_form(tracer: Tracer, form: str, value: str) -> None:
    said = FORMS[form](value)
    page = {"type": "frame-snapshot", "snapshot": {"html": ["DIV", {f"data-{said}": said, "value": said}, said]}}
    clean = tracer.clean(
        log(f"typed {said}, it seems"),
        {"type": "before", "callId": "call@2", "class": "Frame", "method": "fill", "params": {"value": said}},
        page,
        network=(exchange("resources/1.dat", "application/x-www-form-urlencoded"),),
        resources={"resources/1.dat": f"a=1&id={said}&b=2".encode()},
    )
    assert said not in clean.everything
    assert value not in clean.everything
    assert len(clean.events) == 3
    assert clean.events[0]["message"].startswith("typed ")
    assert (clean.events[1]["class"], clean.events[1]["method"]) == ("Frame", "fill")
    assert b"&b=2" in clean.resources[0]


def test_numbers_of_people_are_masked_whoever_they_are(tracer: Tracer) -> None:
    clean = tracer.clean(log(f"{ANA}, {STRANGER}, 330299870612011 and 330299198706120110 but No. 20261100000021"))
    told = "330*************15, 330*************17, 330**********11 and 330*************10 but No. 20261100000021"
    assert clean.events[0]["message"] == told


def test_a_number_that_was_cut_off_is_hidden_too(tracer: Tracer) -> None:
    clean = tracer.clean(log('resolved to <input value="3302991987…"/>'))
    assert clean.events[0]["message"] == f'resolved to <input value="{HIDDEN}…"/>'


@pytest.mark.parametrize("written", ["6854", "6,854", "6854.00", "6,854.00"])
def test_a_sensitive_value_is_hidden_as_portals_write_it(tracer: Tracer, written: str) -> None:
    answer = json.dumps({"wage": float(written.replace(",", "")), "shows": f"wage: {written}"}).encode()
    clean = tracer.clean(
        {"type": "after", "callId": "call@1", "endTime": 6854, "result": {"value": {"n": 6854}}},
        log(f"wage: {written}"),
        network=(exchange("resources/1.json", "application/json"),),
        resources={"resources/1.json": answer},
    )
    assert clean.events[0] == {"type": "after", "callId": "call@1", "endTime": 6854, "result": {"value": {"n": HIDDEN}}}
    assert clean.events[1]["message"] == f"wage: {HIDDEN}"
    assert json.loads(clean.resources[0]) == {"wage": HIDDEN, "shows": f"wage: {HIDDEN}"}


def test_nothing_that_lets_somebody_in_is_left(tracer: Tracer) -> None:
    sent = {
        "cookies": [{"name": "JSESSIONID", "value": COOKIE}],
        "headers": [
            {"name": "Cookie", "value": f"JSESSIONID={COOKIE}"},
            {"name": "X-Auth-Token", "value": "Bearer tok.en-9876543"},
            {"name": "Accept", "value": "text/html"},
        ],
    }
    got = {
        "cookies": [{"name": "SERVERID", "value": "node-7-of-12"}],
        "headers": [
            {"name": "set-cookie", "value": "SERVERID=node-7-of-12; HttpOnly"},
            {"name": "etag", "value": '"0175f0c46a109f86"'},
        ],
    }
    clean = tracer.clean(
        log(f"went to /main;jsessionid={COOKIE}?token=tok.en-9876543&node=node-7-of-12"),
        network=(exchange("resources/1.html", "text/html", request=sent, response=got),),
    )
    let_in = (COOKIE, "tok.en-9876543", "node-7-of-12", "0175f0c46a109f86")
    assert not [one for one in let_in if one in clean.everything]
    [seen] = clean.exchanges
    assert seen["request"]["cookies"] == seen["response"]["cookies"] == []
    assert seen["request"]["headers"][2] == {"name": "Accept", "value": "text/html"}
    assert {one["value"] for half in ("request", "response") for one in seen[half]["headers"]} == {HIDDEN, "text/html"}


def test_a_password_field_is_empty_whatever_was_in_it(tracer: Tracer) -> None:
    field = {"__playwright_value_": "never registered", "type": "Password", "value": "nor this", "name": "pw"}
    clean = tracer.clean({"type": "frame-snapshot", "snapshot": {"html": ["INPUT", field]}})
    attributes = clean.events[0]["snapshot"]["html"][1]
    assert attributes == {"__playwright_value_": "", "type": "Password", "value": "", "name": "pw"}


def test_what_is_no_text_is_left_out_and_nothing_refers_to_it(tracer: Tracer) -> None:
    picture = b"\x89PNG\r\n" + ANA.encode()
    overrides = [
        {"url": "http://portal/a.css", "file": "resources/2.css"},
        {"url": "http://portal/b.css", "file": "resources/3.woff"},
        {"url": "http://portal/c.css", "ref": 3},
    ]
    clean = tracer.clean(
        {"type": "frame-snapshot", "snapshot": {"html": ["DIV"], "resourceOverrides": overrides}},
        network=(
            exchange("resources/1.png", "image/png"),
            exchange("resources/4.svg", "image/svg+xml"),
            exchange("resources/5.html", "text/html"),
            exchange("resources/6.dat", "multipart/form-data; boundary=x"),
        ),
        resources={
            "resources/1.png": picture,
            "resources/2.css": b"p { color: red }",
            "resources/3.woff": picture,
            "resources/4.svg": f"<svg><text>{ANA}</text></svg>".encode(),
            "resources/5.html": b"\xff\xfe\x00" + ANA.encode(),
            "resources/6.dat": ANA.encode(),
            "screencast/page-1.jpeg": picture,
            f"resources/{ANA}.exe": picture,
        },
    )
    assert clean.resources == [b"p { color: red }"]
    overrides = clean.events[0]["snapshot"]["resourceOverrides"]
    assert set(clean.entries) - {"trace.trace", "trace.network"} == {overrides[0]["file"]}
    assert [one.get("ref") for one in overrides] == [None, 3]
    assert ["_file" in one["response"]["content"] for one in clean.exchanges] == [False] * 4
    assert "330299" not in clean.everything


def test_a_resource_does_not_go_by_the_digest_of_what_it_said(tracer: Tracer) -> None:
    name = "resources/fd38e9c4c87b85e00c84aa31afe15a20a2cd13c7.dat"
    exchanges = (exchange(name, "application/x-www-form-urlencoded"),)
    clean = tracer.clean(network=exchanges, resources={name: f"id={ANA}".encode()})
    assert "fd38e9c4" not in clean.everything
    named = clean.exchanges[0]["response"]["content"]["_file"]
    assert clean.entries[named] == b"id=330*************15"


def test_a_text_in_the_portal_s_charset_is_read(tracer: Tracer) -> None:
    page = f"<p>王示例 {ANA}".encode("gbk")
    exchanges = (exchange("resources/1.html", "text/html; charset=GBK"),)
    clean = tracer.clean(network=exchanges, resources={"resources/1.html": page})
    assert clean.resources[0].decode("utf-8") == "<p>王示例 330*************15"
    assert clean.exchanges[0]["response"]["content"]["mimeType"] == "text/html; charset=utf-8"


def test_a_line_separator_in_a_text_ends_no_line(tracer: Tracer) -> None:
    clean = tracer.clean(log("one\u2028two\x85three"), log("\ud83d alone"))
    assert [event["message"] for event in clean.events] == ["one\u2028two\x85three", "? alone"]


def test_only_the_owner_can_read_it(tracer: Tracer) -> None:
    tracer.clean(log("a"))
    if os.name == "posix":
        assert tracer.cleaned.stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tracer.folder.iterdir()) == ["202611-01-1.zip", "raw.zip"]


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (log("a", time=98765432109), "confidential"),
        ({"type": "before", "callId": "98765432109", "class": "Frame"}, "could not be opened"),
        ({"no": "type"}, "could not be made sense of"),
    ],
)
def test_a_trace_that_cannot_be_cleaned_is_refused(tracer: Tracer, event: Mapping[str, Any], why: str) -> None:
    redactor.secret("98765432109")
    with pytest.raises(Fault, match=why):
        tracer.clean(event)
    assert [path.name for path in tracer.folder.iterdir()] == ["raw.zip"]


def test_what_is_no_trace_is_refused(tmp_path: Path) -> None:
    (tmp_path / "raw.zip").write_bytes(b"no zip at all")
    with pytest.raises(Fault, match="could not be made sense of"):
        clean_trace(tmp_path / "raw.zip", tmp_path / "clean.zip", hide=str)
    assert not (tmp_path / "clean.zip").exists()
