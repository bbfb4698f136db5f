"""The key that seals: made once, kept where its owner alone gets at it, and found again."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoRing
from keyring.errors import KeyringLocked

from bot.errors import UsageError
from bot.evidence.keys import public_keys, read_public_key, signing_key


@pytest.fixture(autouse=True)
def keys_in_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_KEYS", "file")


def test_a_key_is_made_once_even_by_many_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = {one.fingerprint for one in pool.map(lambda _: signing_key(tmp_path), range(16))}
    assert len(made) == 1
    assert [one.fingerprint for one in public_keys(tmp_path)] == list(made)


MAKE = """
import sys
from pathlib import Path
from bot.evidence.keys import signing_key
print("ready", flush=True)
sys.stdin.readline()
print(signing_key(Path(sys.argv[1])).fingerprint)
"""


def test_two_processes_that_make_it_at_once_have_the_same(tmp_path: Path) -> None:
    command = [sys.executable, "-c", MAKE, str(tmp_path)]
    pipe = subprocess.PIPE
    makers = [subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) for _ in range(2)]
    for one in makers:
        assert one.stdout is not None and one.stdout.readline() == "ready\n"
    for one in makers:
        assert one.stdin is not None
        one.stdin.write("\n")
        one.stdin.flush()
    made = {one.communicate(timeout=60)[0] for one in makers}
    assert made == {f"{signing_key(tmp_path).fingerprint}\n"}


@pytest.mark.skipif(sys.platform == "win32", reason="there the user's own folder keeps others out")
def test_its_file_is_its_owner_s_alone(tmp_path: Path) -> None:
    signing_key(tmp_path / "home")
    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "home/keys").iterdir()}
    assert modes["evidence.pem"] == 0o600
    assert set(modes.values()) == {0o600}
    assert (tmp_path / "home/keys").stat().st_mode & 0o777 == 0o700


def test_the_public_key_is_exported_and_read_back(tmp_path: Path) -> None:
    key = signing_key(tmp_path)
    (tmp_path / "given.pem").write_text(key.public_pem)
    assert read_public_key(tmp_path / "given.pem").fingerprint == key.fingerprint
    assert [one.fingerprint for one in public_keys(tmp_path)] == [key.fingerprint]
    assert "PRIVATE" not in key.public_pem
    assert "PRIVATE" not in repr(key)


def test_a_home_remembers_the_keys_that_it_had(tmp_path: Path) -> None:
    first = signing_key(tmp_path)
    (tmp_path / "keys/evidence.pem").unlink()
    second = signing_key(tmp_path)
    assert first.fingerprint != second.fingerprint
    assert {one.fingerprint for one in public_keys(tmp_path)} == {first.fingerprint, second.fingerprint}


class Ring(KeyringBackend):
    """A keyring in memory."""

    priority = 1.0  # type: ignore[assignment]  # a class property there

    def __init__(self, *, locked: bool = False) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = locked

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            raise KeyringLocked("no")
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class InTheClear(Ring):
    """One that `keyring` itself advises against."""

    priority = 0.5  # type: ignore[assignment]  # a class property there


class OutOfReach(Ring):
    """One whose service is not there, and that says so in its own way."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("no bus")


def test_where_there_is_a_keyring_the_key_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PORTAL_KEYS")
    ring = Ring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: ring)
    made = signing_key(tmp_path)
    assert signing_key(tmp_path).fingerprint == made.fingerprint
    assert len(ring.kept) == 1
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and b"PRIVATE" in path.read_bytes()]


def test_a_keyring_that_stays_locked_leaves_it_to_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PORTAL_KEYS")
    monkeypatch.setattr(keyring, "get_keyring", lambda: Ring(locked=True))
    assert signing_key(tmp_path).fingerprint == signing_key(tmp_path).fingerprint
    assert (tmp_path / "keys/evidence.pem").exists()


@pytest.mark.parametrize("ring", [NoRing(), InTheClear(), OutOfReach()], ids=lambda one: type(one).__name__)
def test_a_keyring_that_is_none_leaves_it_to_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ring: KeyringBackend
) -> None:
    monkeypatch.delenv("PORTAL_KEYS")
    monkeypatch.setattr(keyring, "get_keyring", lambda: ring)
    assert signing_key(tmp_path).fingerprint == signing_key(tmp_path).fingerprint
    assert (tmp_path / "keys/evidence.pem").exists()
    assert not getattr(ring, "kept", {})


def test_a_key_that_was_in_a_file_stays_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = signing_key(tmp_path)
    monkeypatch.delenv("PORTAL_KEYS")
    ring = Ring()
    monkeypatch.setattr(keyring, "get_keyring", lambda: ring)
    assert signing_key(tmp_path).fingerprint == made.fingerprint
    assert not ring.kept


def test_a_home_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(UsageError, match="cannot be kept"):
        signing_key(tmp_path / "home")


@pytest.mark.parametrize("content", ["", "no key", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"])
def test_a_key_that_is_none_is_said_to_be_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "keys").mkdir()
    for name in ("key.pem", "keys/evidence.pem"):
        (tmp_path / name).write_text(content)
    with pytest.raises(UsageError, match=r"key\.pem is no Ed25519 public key"):
        read_public_key(tmp_path / "key.pem")
    with pytest.raises(UsageError, match="damaged"):
        signing_key(tmp_path)
    with pytest.raises(UsageError, match="cannot be read"):
        read_public_key(tmp_path / "nowhere.pem")
