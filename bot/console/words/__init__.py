"""What the console says, in three languages: one vocabulary, a file for each page."""

from __future__ import annotations

from bot.console.words.access import *  # noqa: F403  # one vocabulary, under one name
from bot.console.words.api import *  # noqa: F403  # one vocabulary, under one name
from bot.console.words.batch import *  # noqa: F403  # one vocabulary, under one name
from bot.console.words.case import *  # noqa: F403  # one vocabulary, under one name
from bot.console.words.evidence import *  # noqa: F403  # one vocabulary, under one name
from bot.console.words.flows import *  # noqa: F403  # one vocabulary, under one name
from bot.console.words.home import *  # noqa: F403  # one vocabulary, under one name
from bot.console.words.new import *  # noqa: F403  # one vocabulary, under one name
from bot.console.words.portal import *  # noqa: F403  # one vocabulary, under one name
from bot.console.words.questions import *  # noqa: F403  # one vocabulary, under one name
from bot.console.words.rehearsal import *  # noqa: F403  # one vocabulary, under one name
from bot.console.words.review import *  # noqa: F403  # one vocabulary, under one name
from bot.console.words.security import *  # noqa: F403  # one vocabulary, under one name
from bot.console.words.shell import *  # noqa: F403  # one vocabulary, under one name
from bot.console.words.trouble import *  # noqa: F403  # one vocabulary, under one name
from bot.console.words.users import *  # noqa: F403  # one vocabulary, under one name
from bot.console.words.work import *  # noqa: F403  # one vocabulary, under one name
