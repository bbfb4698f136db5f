"""Time stamps (RFC 3161): an outside authority says that a seal was there at a time. The one part that needs a network.

It is what shows a dossier that was rewritten as a whole, later, by whoever holds the key.
"""

from __future__ import annotations

import urllib.request
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlsplit

from cryptography.x509 import Certificate, load_pem_x509_certificates
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from bot.errors import UsageError
from bot.evidence import seal_words as words
from bot.evidence.files import write_file
from bot.evidence.sealing import seal_name, stamp_name

MOST = 1024 * 1024
"""Bytes of an answer."""
PATIENCE = 20
"""Seconds to wait for one."""
GRANTED = 0

Fetch = Callable[[str, bytes], bytes]


class BadStamp(ValueError):
    """A stamp that is none, or not of this seal, or of nobody who is believed."""


def fetch(url: str, request: bytes) -> bytes:
    """Ask an authority over HTTP. Raises OSError."""
    headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    asking = urllib.request.Request(url, data=request, headers=headers)
    with urllib.request.urlopen(asking, timeout=PATIENCE) as answer:
        said: bytes = answer.read(MOST)
    return said


def stamp(folder: Path, number: int, url: str, *, fetch: Fetch = fetch) -> Path:
    """Have a seal of a dossier stamped; the stamp's file. Raises UsageError, and leaves the dossier as it was."""
    if urlsplit(url).scheme not in ("http", "https"):
        raise UsageError(words.NO_AUTHORITY_ADDRESS.format(url=url), cure=words.AUTHORITY_CURE)
    sealed = (folder / seal_name(number)).read_bytes()
    request = TimestampRequestBuilder().data(sealed).hash_algorithm(HashAlgorithm.SHA256).cert_request(
        cert_request=True
    ).nonce(nonce=True).build()  # fmt: skip
    try:
        answer = fetch(url, request.as_bytes())
        stamped = _decoded(answer)
        if stamped.tst_info.nonce != request.nonce:
            raise BadStamp("an answer to another question")
        _fits(stamped, request.message_imprint.message)
    except (URLError, OSError) as error:
        why = str(getattr(error, "reason", None) or error)
        raise UsageError(words.NO_ANSWER.format(url=url, why=why), cure=words.STAMP_LATER) from error
    except BadStamp as error:
        raise UsageError(words.BAD_ANSWER.format(url=url, why=error), cure=words.STAMP_LATER) from error
    path = folder / stamp_name(number)
    write_file(path, answer)
    return path


def stamped_at(sealed: bytes, stamp: bytes, roots: Sequence[Certificate]) -> datetime:
    """When a seal was stamped. Without roots it is only seen whether the stamp is of this seal. Raises BadStamp."""
    answer = _decoded(stamp)
    imprint = TimestampRequestBuilder().data(sealed).hash_algorithm(HashAlgorithm.SHA256).build().message_imprint
    _fits(answer, imprint.message)
    if roots:
        builder = VerifierBuilder()
        for root in roots:
            builder = builder.add_root_certificate(root)
        try:
            builder.build().verify_message(answer, sealed)
        except (VerificationError, ValueError) as error:
            raise BadStamp(str(error)) from error
    return answer.tst_info.gen_time


def read_roots(paths: Sequence[Path]) -> list[Certificate]:
    """The certificates in PEM files. Raises UsageError."""
    found: list[Certificate] = []
    for path in paths:
        try:
            found += load_pem_x509_certificates(path.read_bytes())
        except OSError as error:
            raise UsageError(words.KEY_UNREADABLE.format(path=path, why=error.strerror or error)) from error
        except ValueError as error:
            raise UsageError(words.NO_CERTIFICATE.format(path=path)) from error
    return found


def _decoded(stamp: bytes) -> TimeStampResponse:
    try:
        answer = decode_timestamp_response(stamp)
        if answer.status != GRANTED:
            raise BadStamp("; ".join(answer.status_string) or f"status {answer.status}")
        answer.tst_info.message_imprint  # noqa: B018  # reading it is what finds a broken one
    except BadStamp:
        raise
    except Exception as error:  # the decoder of foreign bytes may fail in any way
        raise BadStamp("no time stamp") from error
    return answer


def _fits(answer: TimeStampResponse, digest: bytes) -> None:
    if answer.tst_info.message_imprint.message != digest:
        raise BadStamp("it stamps something else")
