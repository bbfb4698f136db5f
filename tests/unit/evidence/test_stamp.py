"""Time stamps, by a real authority: they fit their seal, they are believed by a root, and they show a rewrite."""

from __future__ import annotations

import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.errors import UsageError
from bot.evidence.keys import signing_key
from bot.evidence.sealing import add_seal, newest_seal
from bot.evidence.stamp import stamp
from bot.evidence.verify import FindingKind, verify
from tests.unit.evidence.authority import Authority
from tests.unit.evidence.dossier import SECOND, contents, dossier

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="the authority of the tests is made of openssl")


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path / "authority")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PORTAL_KEYS", "file")
    dossier(tmp_path / "dossier", signing_key(tmp_path / "home"), batch=1)
    return tmp_path / "dossier"


def test_a_stamp_fits_its_seal_and_is_believed_by_its_root(folder: Path, authority: Authority) -> None:
    authority.stamp(folder, 1)
    for roots, believed in (((), False), ((authority.root,), True)):
        verdict = verify(folder, authorities=roots)
        assert verdict.intact
        [stamped] = verdict.stamped
        assert (stamped.seal, stamped.believed) == (1, believed)
        assert abs(datetime.now(UTC) - stamped.at) < timedelta(minutes=5)


def test_an_authority_that_nobody_believes(folder: Path, authority: Authority, tmp_path: Path) -> None:
    authority.stamp(folder, 1)
    other = Authority(tmp_path / "other")
    [finding] = verify(folder, authorities=[other.root]).findings
    assert (finding.kind, finding.path) == (FindingKind.STAMP, "seals/0001.tsr")


def test_the_next_seal_seals_the_stamp(folder: Path, authority: Authority, tmp_path: Path) -> None:
    path = authority.stamp(folder, 1)
    add_seal(folder, contents(folder, SECOND, 2), signing_key(tmp_path / "home"))
    assert verify(folder, authorities=[authority.root]).intact
    path.unlink()
    assert [(one.kind, one.path) for one in verify(folder).findings] == [(FindingKind.REMOVED, "seals/0001.tsr")]


def test_a_rewrite_by_the_key_s_holder_shows(folder: Path, authority: Authority, tmp_path: Path) -> None:
    stamped = authority.stamp(folder, 1).read_bytes()
    shutil.rmtree(folder)
    key = signing_key(tmp_path / "home")
    new = contents(folder, {"add-001/01-filled.webp": b"another picture"}, 1)
    add_seal(folder, new, key)
    assert verify(folder, trusted=[key.public]).intact
    (folder / "seals/0001.tsr").write_bytes(stamped)
    [finding] = verify(folder, trusted=[key.public], authorities=[authority.root]).findings
    assert finding.kind is FindingKind.STAMP and "stamps something else" in str(finding.message)


@pytest.mark.parametrize("junk", [b"", b"no stamp", b"\x30\x82\x00\x01" * 50])
def test_a_stamp_that_is_none(folder: Path, junk: bytes) -> None:
    (folder / "seals/0001.tsr").write_bytes(junk)
    assert [one.kind for one in verify(folder).findings] == [FindingKind.STAMP]


@contextmanager
def serving(answer: Callable[[bytes], bytes]) -> Iterator[str]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            said = answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, format: str, *arguments: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def test_over_the_network(folder: Path, authority: Authority) -> None:
    with serving(lambda request: authority.answer("", request)) as url:
        stamp(folder, 1, url)
    assert verify(folder, authorities=[authority.root]).intact


def test_what_is_no_answer_leaves_the_dossier_as_it_was(folder: Path, authority: Authority) -> None:
    seal = newest_seal(folder)
    assert seal is not None
    replayed = authority.stamp(folder, 1).read_bytes()
    (folder / "seals/0001.tsr").unlink()
    with serving(lambda request: b"<html>no</html>") as url:
        with pytest.raises(UsageError, match="not the time stamp that was asked for"):
            stamp(folder, 1, url)
        closed = url
    with pytest.raises(UsageError, match="does not answer"):
        stamp(folder, 1, closed)
    with pytest.raises(UsageError, match="answer to another question"):
        stamp(folder, 1, "https://time.example", fetch=lambda url, request: replayed)
    with pytest.raises(UsageError, match="no address"):
        stamp(folder, 1, "file:///etc/passwd")
    assert verify(folder, head=seal.digest).intact and verify(folder).stamped == ()
