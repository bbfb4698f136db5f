"""A small library of three operations, and the tables that tests make spreadsheets of."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.flow.models import Library
from tests.unit.roster.sample import small_library

FIXTURES = Path(__file__).parents[3] / "fixtures" / "rosters"


@pytest.fixture(scope="session")
def library() -> Library:
    """Add, renew and interrupt, as the social-insurance portal has them."""
    return small_library()


@pytest.fixture(scope="session")
def rosters() -> Path:
    """The rosters that come with the project."""
    return FIXTURES
