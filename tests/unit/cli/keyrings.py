"""Keyrings that exist only in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError


class InMemory(KeyringBackend):
    """Keeps passwords, by service and user, for as long as it is there."""

    priority = 5  # type: ignore[assignment]  # keyring declares a property of the class
    name = "Keyring in memory"  # type: ignore[assignment]  # as above

    def __init__(self, kept: Mapping[tuple[str, str], str] | None = None) -> None:
        super().__init__()
        self.kept = dict(kept or {})

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("not there")


class Locked(InMemory):
    """Nobody unlocks it."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("the keyring stays locked")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("the keyring stays locked")


class InTheClear(InMemory):
    """A file that anybody may read: keyring itself advises against it."""

    priority = 0.5  # type: ignore[assignment]  # as above


@contextmanager
def in_use(backend: KeyringBackend) -> Iterator[None]:
    """Let this be the machine's keyring."""
    before = keyring.get_keyring()
    keyring.set_keyring(backend)
    try:
        yield
    finally:
        keyring.set_keyring(before)
