"""What the tests of every tier may ask for."""

from __future__ import annotations

import os
import sys

import pytest

from bot.redaction import redactor

pytest_plugins = ["tests.postgres"]

os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
"""No test, and no program that one starts, gets at the keyring of whoever runs the tests."""

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
"""Of the hundreds of programs that tests start, each finds compiled what another one has read before."""


@pytest.fixture(autouse=True)
def nothing_to_hide() -> None:
    """What one test has hidden, another may have to read."""
    redactor.__init__()  # type: ignore[misc]  # as a new process has it
