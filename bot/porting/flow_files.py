"""A recording → a readable flow, and the elements that it needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bot.errors import UsageError
from bot.flow.models import Library
from bot.flow.writing import dump
from bot.porting import words
from bot.porting.addresses import UNKNOWN, origin_of
from bot.porting.elements import Elements, plain
from bot.porting.naming import free, slug
from bot.porting.recording import LeftOut, Place, Recording
from bot.porting.secrets import login_in, masked, secrets_in, without_secrets
from bot.porting.steps import Steps

SCHEMA = "yaml-language-server: $schema=../flow.schema.json"
LOGIN = "login"


@dataclass(frozen=True)
class Draft:
    """Files for a person to read and to go on with.

    `flow` is the text of NAME.yaml. `elements` are those that portal.yaml lacks, as a mapping `elements:`, or None if
    it lacks none; where there is no portal yet they are a whole portal.yaml, and `login` is its login.yaml, unless
    the flow itself is what logs in.
    """

    name: str
    flow: str
    elements: str | None
    login: str | None
    remarks: tuple[LeftOut, ...]


def flow_name(title: str) -> str:
    """The name of a flow, going by what the recording is called."""
    return free(slug(title, "recording"), ())


def flow_of(recording: Recording, *, name: str, title: str = "", library: Library | None = None) -> Draft:
    """The recording as a flow `name`, for a portal that is there or for a new one.

    Passwords are in none of it, not even in remarks. Raises UsageError if nothing can be carried over.
    """
    if not recording.actions:
        raise UsageError(words.NOTHING_IN_IT)
    return _Drafting(recording, name, title, library).draft()


class _Drafting:
    def __init__(self, recording: Recording, name: str, title: str, library: Library | None) -> None:
        secrets = secrets_in(recording.actions)
        self._login = login_in(recording.actions)
        self._actions = without_secrets(recording.actions, self._login, secrets)
        self._left_out = tuple(replace(one, what=masked(one.what, secrets)) for one in recording.left_out)
        self._name = name
        self._title = masked(title or recording.title or name.replace("_", " ").capitalize(), secrets)
        self._library = library
        self._address = origin_of(recording.address)
        self._elements = Elements(library)
        self._remarks: list[LeftOut] = []

    def draft(self) -> Draft:
        """The files."""
        return self._with_portal() if self._library is None else self._for_portal(self._library)

    def _for_portal(self, library: Library) -> Draft:
        """A flow of a portal that has a login of its own."""
        first, login = 0, self._login
        if login is not None and self._name != library.portal.login and login.end + 1 < len(self._actions):
            first = login.end + 1
            why = words.LOGIN_KNOWN.format(login=library.portal.login)
            self._remarks.append(LeftOut(self._actions[login.password].place, library.portal.login, why))
        known = frozenset({origin_of(library.portal.address), self._address})
        flow = self._flow(self._name, self._title, (first, len(self._actions)), known)
        elements = dump({"elements": self._elements.new}) if self._elements.new else None
        return Draft(self._name, flow, elements, None, tuple(self._remarks))

    def _with_portal(self) -> Draft:
        """A flow, the portal that it belongs to, and how one logs in there."""
        login = self._login
        if not self._address:
            self._remarks.append(LeftOut(Place(), "portal.yaml", words.NO_ADDRESS))
        here = frozenset({self._address})
        end = login.end + 1 if login else 0
        only_login = end == len(self._actions) or self._name == LOGIN
        logs_in = self._name if only_login else LOGIN
        login_file = None
        if not only_login:
            login_file = (
                self._flow(logs_in, str(words.LOGIN_TITLE), (0, end), here)
                if login
                else dump({"flow": logs_in, "title": str(words.LOGIN_TITLE), "steps": [{"open": "/"}]})
            )
        flow = self._flow(self._name, self._title, (0 if only_login else end, len(self._actions)), here)
        portal: dict[str, Any] = {
            "portal": slug(self._address.partition("//")[2].partition(":")[0].strip("/"), "portal"),
            "title": plain(self._title),
            "address": self._address or UNKNOWN,
            "login": logs_in,
            **({} if only_login else {"operations": [self._name]}),
            **({"elements": self._elements.new} if self._elements.new else {}),
        }
        comments = ("yaml-language-server: $schema=../portal.schema.json",)
        return Draft(self._name, flow, dump(portal, comments=comments), login_file, tuple(self._remarks))

    def _flow(self, name: str, title: str, span: tuple[int, int], here: frozenset[str]) -> str:
        """The actions of a span as a flow of their own."""
        read = frozenset(str(one.expected["as"]) for one in self._actions if one.verb == "read")
        first, end = span
        logs_in = self._login is not None and end <= self._login.end + 1
        steps = Steps(
            self._elements, self._library, login=self._login, here=here, variables=read, logs_in=logs_in
        )
        for at in range(first, end):
            steps.remark([one for one in self._left_out if one.after == at])
            steps.take(self._actions, at)
        if end == len(self._actions):
            steps.remark([one for one in self._left_out if one.after >= end])
        self._remarks += steps.remarks
        document: dict[str, Any] = {"flow": name, "title": plain(title)}
        if steps.inputs.person:
            document["person"] = steps.inputs.person
        if steps.inputs.all:
            document["inputs"] = steps.inputs.all
        document["steps"] = steps.written()
        effects = () if logs_in else (str(words.EFFECTS),)
        return dump(document, comments=(SCHEMA, str(words.IMPORTED), *effects))

