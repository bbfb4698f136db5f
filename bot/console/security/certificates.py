"""The certificate that the console shows under TLS, and the key that goes with it."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from pathlib import Path

from bot.console import words
from bot.errors import UsageError


@dataclass(frozen=True)
class Certificate:
    """A certificate with its key, as files in PEM."""

    path: Path
    key: Path
    names: tuple[str, ...]
    """Whom it is for: names, and addresses."""


def certificate(path: Path, key: Path) -> Certificate:
    """A certificate that can be used. Raises UsageError, with what is wrong about it."""
    from cryptography import x509

    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(path, key, password=_no_password)
        found = x509.load_pem_x509_certificates(path.read_bytes())[0]
    except (OSError, ValueError, ssl.SSLError) as error:
        why = getattr(error, "strerror", None) or error
        said = words.NO_CERTIFICATE.format(path=path, key=key, why=why)
        raise UsageError(said, cure=words.NO_CERTIFICATE_CURE) from error
    try:
        extension = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        names: list[str] = []
    else:
        names = [*extension.get_values_for_type(x509.DNSName)]
        names += [str(one) for one in extension.get_values_for_type(x509.IPAddress)]
    if not names:
        raise UsageError(words.NAMELESS_CERTIFICATE.format(path=path), cure=words.NAMELESS_CERTIFICATE_CURE)
    return Certificate(path, key, tuple(names))


def _no_password() -> str:
    """A key with a password would have OpenSSL ask at the terminal, where nobody may sit."""
    raise ValueError(str(words.KEY_HAS_PASSWORD))
