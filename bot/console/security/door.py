"""The door of the console: who is let in, and as whom."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import secrets
from pathlib import Path

from starlette.concurrency import run_in_threadpool

from bot.console.security.caller import STRANGER, Caller
from bot.console.security.cookies import named
from bot.console.security.guessing import Brake, Key
from bot.console.security.opening import OpeningPage
from bot.console.security.passwords import matches
from bot.console.security.place import Place
from bot.console.security.roles import ALL, Role
from bot.console.security.sessions import Sessions
from bot.console.security.users import Users, key_of
from bot.private import private_file, private_folder
from bot.service.access_log import AccessLog

API_TOKEN = "console.api-token"
"""The file with what a program has to show."""


class Wait(Exception):
    """Too many mistakes: another attempt is looked at in so many `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = max(1, round(seconds))


class Door:
    """Lets people in by their names and passwords.

    As long as there are no users, and nobody but this computer's own browsers can ask, it lets one browser in by a
    token that is good once. Forms are signed with a key in the home, so that a page that is open outlives a restart.
    """

    def __init__(self, home: Path, place: Place, *, person: str = "", brake: Brake | None = None) -> None:
        """`person` is who decides where nobody signs in."""
        self.place = place
        self.users = Users(home)
        self.access = AccessLog(home)
        self.sessions = Sessions(home / f"console.sessions-{place.port}.json")
        self.cookie = named(place, f"portal_console_{place.port}")
        self.known_cookie = f"{self.cookie}_known"
        self._person = person
        self._key = _kept(home, "console.key")
        self._for_programs = _kept(home, API_TOKEN).decode()
        self.opening = OpeningPage(home, place.port)
        self.opening.remove()  # one that a console left that was killed leads nowhere
        self._token: str | None = secrets.token_urlsafe(32)
        self._brake = brake or Brake()
        self._turn = asyncio.Lock()

    @property
    def asks_names(self) -> bool:
        """Whether people sign in. Raises UsageError if it can't be known who may."""
        return not self.place.is_private or bool(self.users.all())

    # The token

    @property
    def token(self) -> str | None:
        """What the address has to carry the first time; None once it was used, and where people sign in."""
        return None if self.asks_names else self._token

    def enter(self, token: str) -> str | None:
        """The cookie's value for whoever has the token; None for anybody else."""
        good = self.token
        if good is None or not hmac.compare_digest(_bytes(token), good.encode()):
            return None
        self._token = None
        self.opening.remove()
        return self.sessions.begin()

    def is_program(self, authorization: str) -> bool:
        """Whether this is what a program shows that was given its token."""
        return hmac.compare_digest(_bytes(authorization), f"Bearer {self._for_programs}".encode())

    # Names and passwords

    async def sign_in(self, name: str, password: str, *, address: str, known: str = "") -> str | None:
        """The cookie's value for a user; None if there is none with this password. Raises Wait, UsageError.

        `known` is what the browser showed of an earlier time. One attempt is looked at after the other.
        """
        async with self._turn:
            keys = self._counted(name, address, known)
            if pause := self._brake.pause(keys):
                raise Wait(pause)
            user = self.users.get(name)
            if not await run_in_threadpool(matches, password, user.password if user else None) or user is None:
                self._brake.mistake(keys)
                return None
            self._brake.right(key for key in keys if key[0] != "address")
            return self.sessions.begin(key_of(user.name), user.stamp)

    def _counted(self, name: str, address: str, known: str) -> list[Key]:
        key = key_of(name)
        by_name: Key = ("browser", known) if self._has_been_here(key, known) else ("name", key)
        return [by_name] if self.place.is_proxied else [by_name, ("address", address)]

    def known_browser(self, session: str) -> str:
        """What a browser keeps, to show that the user of this session has signed in with it."""
        found = self.sessions.find(session)
        user, nonce = found.user if found else "", secrets.token_hex(8)
        return f"{nonce}.{self._signed('known', f'{nonce}:{user}')}"

    def _has_been_here(self, user: str, known: str) -> bool:
        nonce, _, signature = known.partition(".")
        return bool(nonce) and hmac.compare_digest(_bytes(signature), self._signed("known", f"{nonce}:{user}").encode())

    # Who asks

    def caller(self, shown: str) -> Caller:
        """Who shows this cookie, with the roles that they have now. Raises UsageError if that can't be known."""
        session = self.sessions.find(shown) if shown else None
        if session is None:
            return STRANGER
        if not session.user:
            return STRANGER if self.asks_names else Caller(self._person, ALL, shown)
        user = self.users.all().get(session.user)
        if user is None or user.stamp != session.stamp:
            self.sessions.end(shown)
            return STRANGER
        return Caller(user.name, user.roles, shown, is_user=True)

    def program(self) -> Caller:
        """A program: a clerk who approves nothing."""
        return Caller(roles=frozenset({Role.CLERK}))

    def csrf(self, shown: str) -> str:
        """What a form of the browser that shows this cookie has to carry."""
        return self._signed("form", shown)

    def _signed(self, use: str, value: str) -> str:
        said = f"{use}:{self.place.port}:{value}".encode("utf-8", "surrogatepass")
        return hmac.new(self._key, said, hashlib.sha256).hexdigest()


def _kept(home: Path, name: str) -> bytes:
    """A secret in a file of the home, for its owner alone; made if there is none yet."""
    path = private_file(private_folder(home) / name)
    if not (kept := path.read_bytes().strip()):
        kept = secrets.token_urlsafe(32).encode()
        path.write_bytes(kept)
    return kept


def _bytes(said: str) -> bytes:
    return said.encode("utf-8", "surrogatepass")
