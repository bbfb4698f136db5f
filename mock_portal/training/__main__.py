"""`python -m mock_portal.training`: a municipal training office on this machine, the portal of the tutorial."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import datetime

import uvicorn

from mock_portal.clock import Clock
from mock_portal.server import Server, bind, url_of
from mock_portal.training.app import create_app
from mock_portal.training.books import Books


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the URL as the first line, then serve until stopped. Exit code 2 when the port cannot be used."""
    parser = argparse.ArgumentParser(prog="mock_portal.training", description="A fictional training office.")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free port (default)")
    parser.add_argument("--clock", type=datetime.fromisoformat, help="the portal's time, as 2026-11-10T09:00+08:00")
    parser.add_argument("--lang", choices=["en"], default="en", help="language of the pages")
    parser.add_argument("--captcha", choices=["off"], default="off", help="there is none")
    parser.add_argument("--control", action="store_true", help="serve /_mock/ to this machine")
    given = parser.parse_args(arguments)
    app = create_app(Books(Clock(given.clock)), with_control=given.control)
    try:
        with bind("127.0.0.1", given.port) as listener:
            print(url_of(listener), flush=True)
            configuration = uvicorn.Config(
                app,
                http="h11",
                ws="none",
                lifespan="off",
                access_log=False,
                log_level="critical",
                timeout_graceful_shutdown=2,
            )
            Server(configuration).run(sockets=[listener])
    except (OSError, OverflowError) as wrong:
        print(f"mock_portal.training: {wrong}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
