"""What is shown and done under each address."""

from bot.console.pages import (
    batch,
    case,
    cases,
    check,
    evidence,
    files,
    home,
    jobs,
    new,
    portal,
    questions,
    rehearsal,
    review,
    signing,
    users,
)

PAGES = (
    *signing.PAGES,
    *home.PAGES,
    *new.PAGES,
    *check.PAGES,
    *rehearsal.PAGES,
    *jobs.PAGES,
    *batch.PAGES,
    *cases.PAGES,
    *files.PAGES,
    *review.PAGES,
    *case.PAGES,
    *questions.PAGES,
    *evidence.PAGES,
    *portal.PAGES,
    *users.PAGES,
)
"""Method, path and view of every page."""

__all__ = ["PAGES"]
