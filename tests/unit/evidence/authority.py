"""A time-stamping authority of our own: real certificates and real replies (RFC 3161), made by `openssl ts`."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from bot.evidence.stamp import stamp

CONFIGURATION = """
[tsa]
default_tsa = here
[here]
dir = .
serial = serial
crypto_device = builtin
signer_cert = signer.pem
signer_key = signer.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


class Authority:
    """Answers requests; `root` is the certificate to believe it by."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self.root = folder / "root.pem"
        root_key, signer_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
        root_name, signer_name = (_name(one) for one in ("Test Root", "Test Time Stamps"))
        root = _certificate(root_name, root_name, root_key, root_key).add_extension(
            x509.BasicConstraints(ca=True, path_length=None), critical=True
        )
        signer = _certificate(signer_name, root_name, signer_key, root_key).add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True
        )
        for name, builder in (("root", root), ("signer", signer)):
            made = builder.sign(root_key, hashes.SHA256())
            (folder / f"{name}.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
        plain = serialization.NoEncryption()
        pem, shape = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
        (folder / "signer.key").write_bytes(signer_key.private_bytes(pem, shape, plain))
        (folder / "serial").write_text("01\n")
        (folder / "tsa.cnf").write_text(CONFIGURATION)

    def answer(self, url: str, request: bytes) -> bytes:
        """What it answers to a request, whatever the address."""
        (self._folder / "request.tsq").write_bytes(request)
        command = ["openssl", "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "request.tsq", "-out", "reply.tsr"]
        subprocess.run(command, cwd=self._folder, check=True, capture_output=True, timeout=60)
        return (self._folder / "reply.tsr").read_bytes()

    def stamp(self, folder: Path, number: int) -> Path:
        """Stamp a seal of a dossier."""
        return stamp(folder, number, "https://time.example", fetch=self.answer)


def _name(words: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])


def _certificate(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, issuer_key: ec.EllipticCurvePrivateKey
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )
