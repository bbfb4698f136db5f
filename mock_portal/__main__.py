"""`python -m mock_portal`: the mock portal on this machine."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from mock_portal.server import bind, serve
from mock_portal.settings import Captcha, Review, Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0 when stopped, 2 when an option, file or port cannot be used."""
    parser = _parser()
    given = parser.parse_args(arguments)
    settings = Settings(
        language=given.lang,
        state=given.state,
        clock=given.clock,
        review=given.review,
        captcha=given.captcha,
        faults=given.faults,
        db=given.db,
        control=given.control,
    )
    try:
        with bind(given.host, given.port) as listener:
            serve(settings, listener)
    except (OSError, ValueError, KeyError, sqlite3.Error) as wrong:
        print(f"mock_portal: {wrong}", file=sys.stderr)
        return 2
    return 0


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise argparse.ArgumentTypeError(f"a port is between 0 and 65535, not {port}")
    return port


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mock_portal", description="A fictional employer portal for social insurance. Prints its URL."
    )
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=_port, default=0, help="0 takes a free port (default)")
    parser.add_argument("--lang", choices=("zh", "es", "en"), default="zh", help="language of the pages")
    parser.add_argument("--state", type=Path, help="JSON file with employers, people, drafts")
    parser.add_argument("--clock", type=datetime.fromisoformat, help="the portal's time, as 2026-11-10T09:00+08:00")
    parser.add_argument("--review", type=Review.parse, default=Review(), help="instant, delay:SECONDS or manual")
    parser.add_argument(
        "--captcha", type=Captcha.parse, default=Captcha(), help="off, image, fixed (2468) or fixed:DIGITS"
    )
    parser.add_argument("--faults", type=Path, help="JSON file with a list of faults")
    parser.add_argument("--db", default="", metavar="FILE", help="SQLite file to keep the state in (default: memory)")
    parser.add_argument("--control", action="store_true", help="serve /_mock/ to this machine")
    return parser


if __name__ == "__main__":
    sys.exit(main())
