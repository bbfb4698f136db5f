"""What is shown and done under each address."""

from bot.console.pages import batch, case, evidence, home, new, portal, questions

PAGES = (*home.PAGES, *new.PAGES, *batch.PAGES, *case.PAGES, *questions.PAGES, *evidence.PAGES, *portal.PAGES)
"""Method, path and view of every page."""

__all__ = ["PAGES"]
