"""Who may see the pages, and which of them: the door, its users and their roles, and the guard before every page."""

from bot.console.security.caller import Caller, Forbidden
from bot.console.security.door import API_TOKEN, Door, Wait
from bot.console.security.guard import FOR_PROGRAMS, Guard
from bot.console.security.place import Place
from bot.console.security.roles import Role

__all__ = ["API_TOKEN", "FOR_PROGRAMS", "Caller", "Door", "Forbidden", "Guard", "Place", "Role", "Wait"]
