"""Playwright's own recorder on a session that is open: what a person does there, kept in memory alone.

The recorder is the one behind `playwright codegen --target jsonl`. Python's Playwright reaches it by a private method
only, so everything about that is here, and its absence is an error that says what to do instead.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib.metadata import version
from typing import Any

from playwright.async_api import CDPSession, Error, Frame, Page

from bot.browser import recorder_words as words
from bot.browser.errors import playwright_errors
from bot.browser.look import script
from bot.browser.session import Session
from bot.errors import BrowserFault
from bot.redaction import redactor

MASK = "***"
SHORTEST = 4
"""A shorter secret is not looked for inside of other texts: it would be found everywhere."""
_REPORT = "portalRecorder"


class Recorder:
    """Records what a person does in a session, from `start` to `stop`.

    What is typed into a field that hides it comes out as `***`, and shows nowhere else from then on.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._sink = _Sink()
        self._inner: Any = None
        self._dialogs: CDPSession | None = None
        self._raised: tuple[int, Mapping[str, Any]] = (0, {})
        self._gone = asyncio.Event()

    async def start(self) -> None:
        """Begin. Raises BrowserFault where this version of Playwright has no such recorder."""
        context = self._session.page.context
        inner: Any = getattr(context, "_impl_obj", None)
        if not all(callable(getattr(inner, name, None)) for name in ("_start_recording", "_stop_recording")):
            raise _missing()
        self._session.page.once("close", lambda _: self._gone.set())
        self._session.page.once("crash", lambda _: self._gone.set())
        with playwright_errors():
            await context.expose_binding(_REPORT, lambda source, said: self._sink.told(said))
            watching = f"({script('recorder.js')})({json.dumps(_REPORT)})"
            await context.add_init_script(watching)
            for frame in self._session.page.frames:
                await _watch(frame, watching)
            self._dialogs = await context.new_cdp_session(self._session.page)
            self._dialogs.on("Page.javascriptDialogOpening", self._dialog_raised)
            self._dialogs.on("Page.javascriptDialogClosed", self._dialog_answered)
            await self._dialogs.send("Page.enable")
        try:
            await inner._start_recording({"language": "jsonl"}, self._sink)
        except (Error, TypeError, AttributeError) as error:
            raise _missing() from error
        self._inner = inner

    async def gone(self) -> None:
        """Wait until the person has closed the window."""
        await self._gone.wait()

    async def stop(self) -> str:
        """End; what was done, in the words of `codegen --target jsonl`, an action a line, with no password in it."""
        with suppress(Error):  # the window may be gone already
            await self._session.page.evaluate("1")  # whatever was typed has been told by now
        with suppress(Error):
            await self._inner._stop_recording()
        return "\n".join(json.dumps(action, ensure_ascii=False) for action in self._sink.clean())

    def _dialog_raised(self, event: Mapping[str, Any]) -> None:
        self._raised = self._sink.acting, event

    def _dialog_answered(self, event: Mapping[str, Any]) -> None:
        at, raised = self._raised
        if raised.get("type") == "beforeunload":
            return
        signal = {
            "name": "dialog",
            "says": raised.get("message", ""),
            "answer": "accept" if event.get("result") else "dismiss",
        }
        if raised.get("type") == "prompt" and event.get("result"):
            signal["typed"] = event.get("userInput", "")
        self._sink.signal(signal, at)


async def _watch(frame: Frame, watching: str) -> None:
    """Watch the fields of a page that is open already; one that goes away meanwhile is watched when it comes back."""
    with suppress(Error):
        await frame.evaluate(watching)


def _missing() -> BrowserFault:
    said = words.NO_RECORDER.format(version=version("playwright"))
    return BrowserFault(said, cure=words.NO_RECORDER_CURE)


class _Sink:
    """What Playwright tells of a recording; the names of its methods are Playwright's."""

    def __init__(self) -> None:
        self._actions: list[dict[str, Any]] = []
        self._signals: list[tuple[int, Mapping[str, Any]]] = []
        self._typed: dict[str, str] = {}
        self._is_due = False
        """Whether something was clicked that Playwright has not told of yet: it does when the page is at rest."""

    def action_added(self, page: Page, data: Mapping[str, Any], code: str) -> None:
        self._actions.append(_action(data, code))
        if data.get("name") != "fill":
            self._is_due = False

    def action_updated(self, page: Page, data: Mapping[str, Any], code: str) -> None:
        self._actions[-1:] = [_action(data, code)]

    def signal_added(self, page: Page, data: Mapping[str, Any], code: str) -> None:
        signal = data.get("signal", data)
        if isinstance(signal, Mapping) and signal.get("name") != "dialog":  # the browser itself says more of those
            self.signal(signal, len(self._actions) - 1)

    @property
    def acting(self) -> int:
        """The action that whatever happens now comes of: the last one, or one that is yet to be told of."""
        return len(self._actions) - (not self._is_due)

    def signal(self, signal: Mapping[str, Any], at: int) -> None:
        """Something that an action led to."""
        self._signals.append((at, signal))

    def told(self, said: list[str]) -> None:
        """A field that hides what is typed, and what it holds now; nothing, if something was clicked."""
        if not said:
            self._is_due = True
            return
        field, value = said
        self._typed[field] = value

    def clean(self) -> Iterator[dict[str, Any]]:
        """The actions without what was hidden."""
        secrets = sorted(set(self._typed.values()), key=len, reverse=True)
        for secret in secrets:
            redactor.secret(secret)
        filled = [action for action in self._actions if action.get("name") == "fill"]
        fields = {_field(action) for action in filled if action.get("text") in secrets}
        last = len(self._actions) - 1
        for at, action in enumerate(self._actions):
            is_secret = action.get("name") == "fill" and _field(action) in fields
            hidden = {"text": MASK, "secret": True} if is_secret else {}
            signals = [dict(signal) for when, signal in self._signals if min(when, last) == at]
            yield _masked({**action, "signals": signals, **hidden}, secrets)


def _action(data: Mapping[str, Any], code: str) -> dict[str, Any]:
    """An action as `codegen` writes it; of a list also what was on the page, for that says which option was chosen."""
    try:
        written = json.loads(code)
    except ValueError:
        written = None
    action = {key: value for key, value in data.items() if key != "ariaSnapshot"}
    if data.get("name") == "select" and "ariaSnapshot" in data:
        action["ariaSnapshot"] = data["ariaSnapshot"]
    return {**action, **(written if isinstance(written, dict) else {})}


def _field(action: Mapping[str, Any]) -> tuple[str, str]:
    return str(action.get("pageGuid") or ""), str(action.get("selector") or "")


def _masked(value: Any, secrets: list[str]) -> Any:
    match value:
        case str():
            for secret in secrets:
                value = value.replace(secret, MASK) if len(secret) >= SHORTEST else value
            return value
        case dict():
            return {key: _masked(one, secrets) for key, one in value.items()}
        case list():
            return [_masked(one, secrets) for one in value]
        case _:
            return value
