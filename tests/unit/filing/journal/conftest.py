"""A journal on each kind of database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.filing.journal.address import file_url
from bot.filing.journal.store import Journal, open_journal


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a journal on SQLite is to be."""
    return tmp_path / "home" / "journal.sqlite"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, file: Path) -> str:
    """The address of a database that holds no journal yet."""
    if request.param == "sqlite":
        return file_url(file)
    address: str = request.getfixturevalue("postgres_url")
    return address


@pytest.fixture
def journal(url: str) -> Iterator[Journal]:
    """An empty journal."""
    with open_journal(url) as opened:
        yield opened


@pytest.fixture
def on_file(file: Path) -> Iterator[Journal]:
    """An empty journal on SQLite."""
    with open_journal(file_url(file)) as opened:
        yield opened
