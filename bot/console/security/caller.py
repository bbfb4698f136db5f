"""Who asks, as the door knows them."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.console import words
from bot.console.security.permissions import WHOEVER, roles_for
from bot.console.security.roles import Role
from bot.errors import AssistantError
from bot.text import LANGUAGES, Text

SEES_NUMBERS = frozenset({Role.CLERK, Role.APPROVER})
"""The roles that see people's ID numbers, and what else is sensitive, in full."""


class Forbidden(AssistantError):
    """This is not for whoever asked."""


@dataclass(frozen=True)
class Caller:
    """Whoever sent a request."""

    name: str = ""
    """What is decided is recorded under this name. Empty for a stranger, and for a program."""
    roles: frozenset[Role] = frozenset()
    session: str = field(default="", repr=False)
    """What the browser showed."""
    is_user: bool = False
    """Whether they signed in by name, and can sign out."""

    def may(self, method: str, path: str) -> bool:
        """Whether they may use a route, named as the table of permissions names it."""
        roles = roles_for(method, path)
        return roles is WHOEVER or not self.roles.isdisjoint(roles)

    @property
    def sees_numbers(self) -> bool:
        """Whether people's ID numbers, and what else is sensitive, are shown to them in full."""
        return not self.roles.isdisjoint(SEES_NUMBERS)

    @property
    def is_stranger(self) -> bool:
        """Whether they were not let in."""
        return not self.roles


STRANGER = Caller()


def not_permitted(method: str, path: str) -> Forbidden:
    """What is said to somebody who may not use a route: whose it is."""
    return reserved(roles_for(method, path) or frozenset())


def reserved(roles: frozenset[Role]) -> Forbidden:
    """What is said to somebody who has none of these roles."""
    whose = Text({one: ", ".join(words.ROLES[role].to(one) for role in Role if role in roles) for one in LANGUAGES})
    return Forbidden(words.NOT_YOUR_ROLE.format(roles=whose), cure=words.NOT_YOUR_ROLE_CURE)
