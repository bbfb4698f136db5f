"""The program with a switch in it that kills it at a commit: `python -m tests.acceptance.chaos.program ARGUMENTS`.

CHAOS_COMMIT names the point: `before:17` or `after:17`, counted over every database of the process. The count at the
end of a life that was not killed is left in the file CHAOS_COUNT. Portal requests are counted on the portal's side.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from sqlalchemy.engine import default
from sqlalchemy.engine.interfaces import DBAPIConnection


class CommitSwitch:
    """Stands in the way of every commit that this process makes; dies at one of them, as if power had failed."""

    def __init__(self, when: str, at: int) -> None:
        self.commits = 0
        self._when = when
        self._at = at
        self._commit = default.DefaultDialect.do_commit

    def install(self) -> None:
        """Count and, at the point named, die. Nothing of Python's or of the browser's is put away first."""
        switch = self

        def do_commit(self: default.DefaultDialect, connection: DBAPIConnection) -> None:
            switch.commits += 1
            switch.pull("before")
            switch._commit(self, connection)
            switch.pull("after")

        default.DefaultDialect.do_commit = do_commit  # type: ignore[method-assign]  # the one place all commits pass

    def pull(self, when: str) -> None:
        """Die, if this is the point."""
        if (when, self.commits) == (self._when, self._at):
            os.kill(os.getpid(), signal.SIGKILL)


def main() -> int:
    """Run the program; its exit code, if it lives."""
    when, _, at = os.environ.get("CHAOS_COMMIT", "").partition(":")
    switch = CommitSwitch(when, int(at or 0))
    switch.install()
    from bot.cli.main import run

    try:
        return run(sys.argv[1:])
    finally:
        if path := os.environ.get("CHAOS_COUNT"):
            Path(path).write_text(str(switch.commits), encoding="ascii")


if __name__ == "__main__":
    sys.exit(main())
