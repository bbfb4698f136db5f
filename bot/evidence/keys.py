"""The keys that seal evidence: Ed25519, made at first use, kept in the keyring or in a file that only its owner reads.

The keyring is this system's own; where there is none, or PORTAL_KEYS=file says so, it is `keys/evidence.pem` in the
home. The public keys that a home ever had stay there, to verify what they sealed.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from bot.errors import UsageError
from bot.evidence import seal_words as words
from bot.evidence.files import write_file

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

KEYS_VARIABLE = "PORTAL_KEYS"
FOLDER = "keys"
FILE = "evidence.pem"
WORTH_IT = 1
"""The priority from which on `keyring` calls a backend recommended: below are files in clear, and none at all."""
_SERVICE = "portal-assistant evidence"


@dataclass(frozen=True)
class PublicKey:
    """A key that verifies."""

    key: Ed25519PublicKey

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the key as DER, in hex: its id in every seal."""
        return hashlib.sha256(self.key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest()

    @property
    def pem(self) -> str:
        """The key as text."""
        return self.key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


@dataclass(frozen=True)
class SigningKey:
    """A key that seals. Its private half is never printed."""

    key: Ed25519PrivateKey

    @property
    def public(self) -> PublicKey:
        """Its public half."""
        return PublicKey(self.key.public_key())

    @property
    def fingerprint(self) -> str:
        """The id of its public half."""
        return self.public.fingerprint

    @property
    def public_pem(self) -> str:
        """Its public half as text."""
        return self.public.pem


def signing_key(home: Path) -> SigningKey:
    """The key of a home, made if it has none. Raises UsageError if it cannot be read or kept."""
    try:
        ring = _keyring()
        key = _in_ring(ring, home) if ring is not None else _in_file(home / FOLDER / FILE)
        _keep_public(home, key.public)
    except OSError as error:
        raise UsageError(words.KEY_NOT_KEPT.format(folder=home / FOLDER, why=error.strerror or error)) from error
    return key


def public_keys(home: Path) -> tuple[PublicKey, ...]:
    """The public keys that a home ever sealed with; what is none of those is passed over."""
    found = []
    for path in sorted((home / FOLDER).glob("*.pub.pem")):
        try:
            found.append(read_public_key(path))
        except UsageError:
            continue
    return tuple(found)


def read_public_key(path: Path) -> PublicKey:
    """The Ed25519 public key in a PEM file. Raises UsageError."""
    try:
        return public_key_of(path.read_bytes())
    except OSError as error:
        raise UsageError(words.KEY_UNREADABLE.format(path=path, why=error.strerror or error)) from error
    except ValueError as error:
        raise UsageError(words.NO_KEY.format(path=path), cure=words.NO_KEY_CURE) from error


def public_key_of(pem: bytes) -> PublicKey:
    """The key in this text. Raises ValueError for anything else."""
    try:
        key = load_pem_public_key(pem)
    except UnsupportedAlgorithm as error:
        raise ValueError(str(error)) from error
    if not isinstance(key, Ed25519PublicKey):
        raise ValueError("not an Ed25519 key")
    return PublicKey(key)


def _keyring() -> KeyringBackend | None:
    """This system's keyring; None where there is none that can be relied on, or it is not to be used."""
    if os.environ.get(KEYS_VARIABLE) == "file":
        return None
    try:
        from keyring import get_keyring

        ring = get_keyring()
        return ring if ring.priority >= WORTH_IT else None
    except Exception:  # a backend that was asked for by name and is not there raises whatever it likes
        return None


def _in_ring(ring: KeyringBackend, home: Path) -> SigningKey:
    """The key in a keyring. A key that was made before there was one stays in its file: what it sealed goes on."""
    name, file = str(home.resolve()), home / FOLDER / FILE
    try:
        kept = ring.get_password(_SERVICE, name)
        if kept is None and not file.exists():
            ring.set_password(_SERVICE, name, _private_pem(Ed25519PrivateKey.generate()).decode())
            kept = ring.get_password(_SERVICE, name)
    except Exception:  # locked, dismissed, out of reach: each system has errors of its own
        kept = None
    return _in_file(file) if kept is None else _private(kept.encode(), f"keyring: {_SERVICE}")


def _in_file(path: Path) -> SigningKey:
    """The key in a file. Of several processes that make it at once, one's is kept and the others take that one."""
    if not path.exists():
        with suppress(FileExistsError):  # another process was quicker
            write_file(path, _private_pem(Ed25519PrivateKey.generate()), anew=True)
    return _private(path.read_bytes(), str(path))


def _private(pem: bytes, where: str) -> SigningKey:
    try:
        key = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise UsageError(words.KEY_BROKEN.format(path=where), cure=words.KEY_BROKEN_CURE) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UsageError(words.KEY_BROKEN.format(path=where), cure=words.KEY_BROKEN_CURE)
    return SigningKey(key)


def _private_pem(key: Ed25519PrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _keep_public(home: Path, key: PublicKey) -> None:
    path = home / FOLDER / f"{key.fingerprint[:16]}.pub.pem"
    if not path.exists():
        write_file(path, key.pem.encode())
