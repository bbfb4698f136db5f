"""Time stamps, by a real authority: they fit their seal, they are believed by a root, and they show a rewrite."""

from __future__ import annotations

import http.server
import shutil
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import UsageError
from bot.evidence.authority import MOST
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
    assert verify(folder, head=seal.digest).intact and verify(folder).stamped == ()


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://time.example", "time.example", "https://", "http://[time", ""]
)
def test_only_over_http(folder: Path, url: str) -> None:
    with pytest.raises(UsageError, match="no address"):
        stamp(folder, 1, url)


@contextmanager
def saying(answer: bytes) -> Iterator[str]:
    """A server that says this, HTTP or not, and hangs up."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(65536)
            self.request.sendall(answer)

    with socketserver.TCPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            thread.join()


@pytest.mark.parametrize(
    "answer",
    [
        b"hello\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 503 \x1b[2JBusy\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: ftp://127.0.0.1:9/stamp\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: file:///etc/hostname\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * (MOST + 1),
    ],
    ids=["no http", "broken off", "an error", "leads to ftp", "leads to a file", "without an end"],
)
def test_an_authority_that_does_not_keep_to_http(folder: Path, answer: bytes) -> None:
    with saying(answer) as url, pytest.raises(UsageError, match="does not answer") as caught:
        stamp(folder, 1, url)
    assert str(caught.value).isprintable()
    assert not (folder / "seals/0001.tsr").exists()


@pytest.mark.parametrize("address", ["http://127.0.0.1:nine/", "http://127.0.0.1/a b"])
def test_an_address_that_python_does_not_take(folder: Path, address: str) -> None:
    with pytest.raises(UsageError, match="does not answer"):
        stamp(folder, 1, address)


def test_only_the_last_seal_is_stamped_and_only_once(folder: Path, authority: Authority, tmp_path: Path) -> None:
    stamped = authority.stamp(folder, 1).read_bytes()
    with pytest.raises(UsageError, match="has a stamp already"):
        authority.stamp(folder, 1)
    assert (folder / "seals/0001.tsr").read_bytes() == stamped
    add_seal(folder, contents(folder, SECOND, 2), signing_key(tmp_path / "home"))
    for number in (1, 3):
        with pytest.raises(UsageError, match="not the last seal"):
            authority.stamp(folder, number)
    assert verify(folder).intact


def test_a_stamp_of_another_dossier_is_named(folder: Path, authority: Authority, tmp_path: Path) -> None:
    other = tmp_path / "other"
    add_seal(other, contents(other, SECOND, 2), signing_key(tmp_path / "home"))
    shutil.copy(authority.stamp(other, 1), folder / "seals/0001.tsr")
    [finding] = verify(folder).findings
    assert (finding.kind, finding.path) == (FindingKind.STAMP, "seals/0001.tsr")


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_changed_byte_of_a_stamp_gets_the_verifier_to_fall(
    folder: Path, authority: Authority, data: st.DataObject
) -> None:
    path = folder / "seals/0001.tsr"
    if not path.exists():
        authority.stamp(folder, 1)
    kept = path.read_bytes()
    at = data.draw(st.integers(0, len(kept) - 1))
    try:
        path.write_bytes(bytes([*kept[:at], data.draw(st.integers(0, 255)), *kept[at + 1 :]]))
        for roots in ((), (authority.root,)):
            assert {one.kind for one in verify(folder, authorities=roots).findings} <= {FindingKind.STAMP}
    finally:
        path.write_bytes(kept)
