"""The same for programs: a payroll system hands cases or rosters over, starts them, and fetches what became of them.

A program shows that it may by `Authorization: Bearer TOKEN`; the token is in the home folder. `/api/openapi.json`
describes all of it. A program never approves anything.
"""

from bot.console.api import batches, description, evidence, jobs, rosters

API = (*description.API, *rosters.API, *jobs.API, *batches.API, *evidence.API)
"""Method, path and view of everything that a program may ask for."""

__all__ = ["API"]
