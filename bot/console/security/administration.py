"""Changing who may sign in, with a record of who did it: on the page Users and by `portal console-user` alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.console.security.roles import Role
from bot.console.security.users import User, Users
from bot.service.access_log import Access, AccessLog


@dataclass(frozen=True)
class Administration:
    """What somebody, `by`, does about users. Raises UsageError as `Users` does; then nothing was done."""

    users: Users
    log: AccessLog
    by: str

    def add(self, name: str, roles: Iterable[Role], password: str) -> User:
        """A new user."""
        user = self.users.add(name, roles, password)
        return self._noted(Access.USER_ADDED, user, _named(user))

    def give(self, name: str, roles: Iterable[Role]) -> User:
        """Give a user these roles, in the place of those before."""
        before = self.users.known(name)
        user = self.users.give(name, roles)
        return self._noted(Access.ROLES_GIVEN, user, f"{_named(before)} → {_named(user)}")

    def change_password(self, name: str, password: str) -> User:
        """Give a user another password."""
        return self._noted(Access.PASSWORD_SET, self.users.change_password(name, password))

    def remove(self, name: str) -> User:
        """Let somebody in no longer."""
        user = self.users.remove(name)
        return self._noted(Access.USER_REMOVED, user, _named(user))

    def _noted(self, what: Access, user: User, more: str = "") -> User:
        self.log.note(what, by=self.by, about=user.name, more=more)
        return user


def _named(user: User) -> str:
    """A user's roles as the command line calls them: the record is of no language."""
    return ", ".join(role for role in Role if role in user.roles)
