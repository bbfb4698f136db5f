"""The console's users: a file of the home, for its owner only, read anew whenever it has changed."""

from __future__ import annotations

import json
import os
import secrets
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.console import words
from bot.console.security.passwords import FEWEST_CHARACTERS, MOST_CHARACTERS, hashed
from bot.console.security.roles import Role
from bot.errors import UsageError
from bot.private import private_file, private_folder

FILE = "console.users.json"
LONGEST_NAME = 64


@dataclass(frozen=True)
class User:
    """Somebody who may sign in."""

    name: str
    """As it is recorded with what they decide."""
    roles: frozenset[Role]
    password: str
    """As it is kept: see `passwords`."""
    stamp: str
    """Another one whenever the password changes: who signed in before that has to do so again."""


class Users:
    """The users of one home. What any process changes about them holds from the next question on."""

    def __init__(self, home: Path) -> None:
        self._path = home / FILE
        self._read: tuple[tuple[int, int, int], Mapping[str, User]] | None = None

    def all(self) -> Mapping[str, User]:
        """Everybody, by their key. Raises UsageError if the file can't be read: then nobody is let in."""
        try:
            state = self._path.stat()
        except FileNotFoundError:
            return {}
        version = state.st_mtime_ns, state.st_size, state.st_ino
        if self._read is None or self._read[0] != version:
            self._read = version, self._load()
        return self._read[1]

    def get(self, name: str) -> User | None:
        """The user of that name, however it is typed."""
        return self.all().get(key_of(name))

    def refuse_name(self, name: str) -> None:
        """Refuse a name that no new user can have. Raises UsageError."""
        name = _tidy(name)
        if not name or len(name) > LONGEST_NAME or not name.isprintable():
            raise UsageError(words.NO_USER_NAME, cure=words.NO_USER_NAME_CURE.format(most=LONGEST_NAME))
        if (known := self.get(name)) is not None:
            raise UsageError(words.USER_IS_THERE.format(name=known.name), cure=words.USER_IS_THERE_CURE)

    def add(self, name: str, roles: Iterable[Role], password: str) -> User:
        """A new user. Raises UsageError."""
        self.refuse_name(name)
        name = _tidy(name)
        _refuse_weak(name, password)
        user = User(name, _some(roles), hashed(password), secrets.token_hex(8))
        self._write({**self.all(), key_of(name): user})
        return user

    def remove(self, name: str) -> User:
        """Let somebody in no longer. Raises UsageError."""
        user, everybody = self.known(name), dict(self.all())
        del everybody[key_of(name)]
        self._write(everybody)
        return user

    def give(self, name: str, roles: Iterable[Role]) -> User:
        """Give a user these roles, in the place of those before. Raises UsageError."""
        return self._changed(replace(self.known(name), roles=_some(roles)))

    def change_password(self, name: str, password: str) -> User:
        """Give a user another password, and end what they are signed in to. Raises UsageError."""
        user = self.known(name)
        _refuse_weak(user.name, password)
        return self._changed(replace(user, password=hashed(password), stamp=secrets.token_hex(8)))

    def known(self, name: str) -> User:
        """The user of that name. Raises UsageError if there is none."""
        user = self.get(name)
        if user is None:
            names = ", ".join(one.name for one in self.all().values()) or "–"
            raise UsageError(words.NO_SUCH_USER.format(name=name), cure=words.NO_SUCH_USER_CURE.format(names=names))
        return user

    def _changed(self, user: User) -> User:
        self._write({**self.all(), key_of(user.name): user})
        return user

    def _load(self) -> Mapping[str, User]:
        try:
            said = json.loads(self._path.read_text(encoding="utf-8"))
            users = [
                User(one["name"], frozenset(map(Role, one["roles"])), one["password"], one["stamp"])
                for one in said["users"]
            ]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise UsageError(
                words.USERS_UNREADABLE.format(path=self._path, why=error), cure=words.USERS_UNREADABLE_CURE
            ) from error
        return {key_of(user.name): user for user in users}

    def _write(self, users: Mapping[str, User]) -> None:
        said = [
            {"name": one.name, "roles": sorted(one.roles), "password": one.password, "stamp": one.stamp}
            for one in users.values()
        ]
        private_folder(self._path.parent)
        aside = private_file(self._path.with_name(f".{self._path.name}.{secrets.token_hex(4)}"))
        try:
            aside.write_text(json.dumps({"users": said}, ensure_ascii=False, indent=1), encoding="utf-8")
            os.replace(aside, self._path)
        finally:
            aside.unlink(missing_ok=True)
        self._read = None


def key_of(name: str) -> str:
    """What tells names apart: not their case, nor how their accents or widths are written."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _tidy(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def _some(roles: Iterable[Role]) -> frozenset[Role]:
    found = frozenset(roles)
    if not found:
        raise UsageError(words.NO_ROLE, cure=words.NO_ROLE_CURE.format(roles=", ".join(Role)))
    return found


def _refuse_weak(name: str, password: str) -> None:
    cure = words.PASSWORD_CURE.format(fewest=FEWEST_CHARACTERS)
    if len(password) < FEWEST_CHARACTERS:
        raise UsageError(words.PASSWORD_SHORT.format(fewest=FEWEST_CHARACTERS), cure=cure)
    if len(password) > MOST_CHARACTERS:
        raise UsageError(words.PASSWORD_LONG.format(most=MOST_CHARACTERS), cure=cure)
    if len(set(password)) < 5 or key_of(password).replace(key_of(name), "") == "":
        raise UsageError(words.PASSWORD_PLAIN, cure=cure)
