"""Time stamps (RFC 3161): an outside authority says that a seal was there at a time. The one part that needs a network.

It is what shows a dossier that was rewritten as a whole, later, by whoever holds the key.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from http.client import HTTPException
from pathlib import Path

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
from bot.evidence.authority import fetch, is_address
from bot.evidence.files import write_file
from bot.evidence.sealing import newest_seal, seal_name, stamp_name
from bot.redaction import harmless
from bot.text import Text

GRANTED = 0

Fetch = Callable[[str, bytes], bytes]


class BadStamp(ValueError):
    """A stamp that is none, or not of this seal, or of nobody who is believed; `why` says which."""

    def __init__(self, why: Text) -> None:
        super().__init__(str(why))
        self.why = why


def stamp(folder: Path, number: int, url: str, *, fetch: Fetch = fetch) -> Path:
    """Have the last seal of a dossier stamped; the stamp's file. Raises UsageError, and leaves the dossier as it was.

    No other seal can be stamped, nor one that is already: the seal after it says what stamp it had.
    """
    if not is_address(url):
        raise UsageError(words.NO_AUTHORITY_ADDRESS.format(url=url), cure=words.AUTHORITY_CURE)
    path, last = folder / stamp_name(number), newest_seal(folder)
    if last is None or last.number != number or path.exists():
        raise UsageError(words.NOT_TO_BE_STAMPED.format(name=seal_name(number), folder=folder))
    sealed = (folder / seal_name(number)).read_bytes()
    answer = _asked(url, sealed, fetch)
    try:
        write_file(path, answer, anew=True)
    except OSError as error:
        raise UsageError(words.NOT_WRITTEN.format(folder=folder, why=error.strerror or error)) from error
    return path


def _asked(url: str, sealed: bytes, fetch: Fetch) -> bytes:
    """What an authority answers, if it is a time stamp of this seal. Raises UsageError."""
    request = TimestampRequestBuilder().data(sealed).hash_algorithm(HashAlgorithm.SHA256).cert_request(
        cert_request=True
    ).nonce(nonce=True).build()  # fmt: skip
    try:
        answer = fetch(url, request.as_bytes())
        stamped = _decoded(answer)
        if stamped.tst_info.nonce != request.nonce:
            raise BadStamp(words.OTHER_QUESTION)
        _fits(stamped, request.message_imprint.message)
    except BadStamp as error:
        raise UsageError(words.BAD_ANSWER.format(url=url, why=error.why), cure=words.STAMP_LATER) from error
    except (OSError, HTTPException, ValueError) as error:
        why = " ".join(harmless(str(getattr(error, "reason", None) or error)).split()) or type(error).__name__
        raise UsageError(words.NO_ANSWER.format(url=url, why=why), cure=words.STAMP_LATER) from error
    return answer


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
            raise BadStamp(words.NOT_BELIEVED.format(why=harmless(str(error)))) from error
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
            raise BadStamp(words.NOT_GRANTED.format(why=harmless("; ".join(answer.status_string)) or answer.status))
        answer.tst_info.message_imprint  # noqa: B018  # reading it is what finds a broken one
    except BadStamp:
        raise
    except Exception as error:  # the decoder of foreign bytes may fail in any way
        raise BadStamp(words.NO_STAMP) from error
    return answer


def _fits(answer: TimeStampResponse, digest: bytes) -> None:
    if answer.tst_info.message_imprint.message != digest:
        raise BadStamp(words.STAMPS_OTHER)
