"""Sealing and opening DSSE envelopes (Dead Simple Signing Envelope), through securesystemslib."""

from __future__ import annotations

import json
from typing import Any

from securesystemslib.dsse import Envelope
from securesystemslib.exceptions import FormatError, UnverifiedSignatureError, VerificationError
from securesystemslib.signer import CryptoSigner, SSlibKey  # type: ignore[attr-defined]  # imported there for its users, yet in no __all__

from bot.evidence.keys import PublicKey, SigningKey


def sign(payload: bytes, payload_type: str, key: SigningKey) -> bytes:
    """An envelope with one signature, as it is written: JSON of one line for each of its parts."""
    envelope = Envelope(payload, payload_type, {})
    envelope.sign(CryptoSigner(key.key, _known(key.public)))
    return _written(envelope)


def _written(envelope: Envelope) -> bytes:
    return json.dumps(envelope.to_dict(), indent=1).encode() + b"\n"


class BadEnvelope(ValueError):
    """This is no envelope."""


def opened(envelope: bytes) -> tuple[Envelope, str]:
    """An envelope and the id of the key that signed it, by its own word. Raises BadEnvelope."""
    try:
        data: Any = json.loads(envelope)
        if not isinstance(data, dict) or set(data) != {"payload", "payloadType", "signatures"}:
            raise BadEnvelope("not the members of an envelope")
        read = Envelope.from_dict(data)
        [keyid] = read.signatures
        if _written(read) != envelope:
            raise BadEnvelope("not as it is written: a space, or a bit that base64 does not need")
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, FormatError) as error:
        raise BadEnvelope(str(error)) from error
    return read, str(keyid)


def signed_by(envelope: Envelope, key: PublicKey) -> bool:
    """Whether the signature is this key's, and fits."""
    try:
        envelope.verify([_known(key)], 1)
    except (VerificationError, UnverifiedSignatureError, FormatError, ValueError):
        return False
    return True


def _known(key: PublicKey) -> SSlibKey:
    return SSlibKey.from_crypto(key.key, keyid=key.fingerprint)
