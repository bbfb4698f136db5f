"""Where the console is offered, to whom, and what is refused with which cure."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

from bot.console.console import Console
from bot.console.security import Role
from bot.console.security.place import behind_proxy, listening_address, with_certificate
from bot.console.security.users import Users
from bot.console.server import Offer, offer_of, refuse_open
from bot.errors import UsageError
from tests.console.conftest import PASSWORD, PORT, Visitor, served


def made_certificate(folder: Path, *names: str, password: bytes = b"") -> tuple[Path, Path]:
    """A certificate for these names, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject, now = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "console")]), datetime.now(UTC)
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(1))
    if names:
        kinds = [x509.IPAddress(ip_address(one)) if one[0].isdigit() else x509.DNSName(one) for one in names]
        builder = builder.add_extension(x509.SubjectAlternativeName(kinds), critical=False)
    folder.mkdir(exist_ok=True)
    (folder / "cert.pem").write_bytes(builder.sign(key, SHA256()).public_bytes(serialization.Encoding.PEM))
    sealed = serialization.BestAvailableEncryption(password) if password else serialization.NoEncryption()
    (folder / "key.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, sealed)
    )
    return folder / "cert.pem", folder / "key.pem"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("10.0.0.5", ("10.0.0.5", PORT)),
        ("10.0.0.5:443", ("10.0.0.5", 443)),
        ("localhost:0", ("127.0.0.1", 0)),
        ("::1", ("::1", PORT)),
        ("[::]:8443", ("::", 8443)),
        ("[fe80::1]", ("fe80::1", PORT)),
    ],
)
def test_an_address_with_or_without_a_port(said: str, found: tuple[str, int]) -> None:
    assert listening_address(said, PORT) == found


@pytest.mark.parametrize(
    "said", ["", "example.com", "10.0.0.5:", "10.0.0.5:x", "10.0.0.5:65536", "10.0.0.5:²", "300.1.1.1"]
)
def test_what_is_no_address_is_said_with_a_cure(said: str) -> None:
    with pytest.raises(UsageError) as caught:
        listening_address(said, PORT)
    assert "192.168.1.20:8443" in str(caught.value.cure)


def test_others_are_offered_nothing_that_could_be_read_along(home: Path) -> None:
    Users(home).add("eva", [Role.CLERK], PASSWORD)
    for address in ("0.0.0.0", "192.168.1.20", "::"):
        with pytest.raises(UsageError) as caught:
            refuse_open(Offer(address, PORT), Users(home))
        assert "--tls-cert" in str(caught.value.cure) and "--behind-proxy" in str(caught.value.cure)


def test_others_are_offered_nothing_before_there_are_users(home: Path, tmp_path: Path) -> None:
    path, key = made_certificate(tmp_path, "console.example")
    users = Users(home)
    wanted = [
        offer_of("0.0.0.0", PORT, tls=(path, key)),
        offer_of("0.0.0.0", PORT, proxy="https://console.example"),
        offer_of(None, PORT, proxy="https://console.example"),
        offer_of(None, PORT, tls=(path, key)),
    ]
    for offer in wanted:
        with pytest.raises(UsageError) as caught:
            refuse_open(offer, users)
        assert "console-user add" in str(caught.value.cure)
    users.add("eva", [Role.CLERK], PASSWORD)
    for offer in wanted:
        refuse_open(offer, users)
    assert not any(offer.is_private for offer in wanted)


def test_this_computer_alone_needs_nothing(home: Path) -> None:
    for address in (None, "127.0.0.1", "[::1]:0", "localhost"):
        refuse_open(offer_of(address, PORT), Users(home))


def test_either_the_console_encrypts_or_the_proxy(home: Path, tmp_path: Path) -> None:
    both = offer_of("0.0.0.0", PORT, tls=made_certificate(tmp_path, "a.example"), proxy="https://a.example")
    with pytest.raises(UsageError, match="Either"):
        refuse_open(both, Users(home))


def test_a_certificate_that_is_of_no_use_is_said_so(tmp_path: Path) -> None:
    path, key = made_certificate(tmp_path / "good", "a.example")
    _, other = made_certificate(tmp_path / "other", "a.example")
    sealed = made_certificate(tmp_path / "sealed", "a.example", password=b"secret")
    nameless = made_certificate(tmp_path / "nameless")
    for tls, said in [
        ((path, other), "can't be used"),
        ((path, tmp_path / "none.pem"), "can't be used"),
        ((key, key), "can't be used"),
        (sealed, "has a password"),
        (nameless, "for which name"),
        ((path, None), "go together"),
        ((None, key), "go together"),
    ]:
        with pytest.raises(UsageError, match=said) as caught:
            offer_of("0.0.0.0", PORT, tls=tls)
        assert str(caught.value.cure)


@pytest.mark.parametrize(
    "said",
    ["http://a.example", "https://", "a.example", "https://a.example/console", "https://x@a.example", "https://a:b"],
)
def test_what_is_no_public_address_is_said_with_a_cure(said: str) -> None:
    with pytest.raises(UsageError) as caught:
        behind_proxy(said, PORT)
    assert "https://" in str(caught.value.cure)


def test_under_a_certificate_it_answers_to_the_names_in_it() -> None:
    place = with_certificate(["Console.example", "*.office.example", "10.0.0.5"], 8443)
    assert place.address == "https://console.example:8443"
    for host in ("console.example:8443", "CONSOLE.example:8443", "a.office.example:8443", "10.0.0.5:8443"):
        assert place.answers_to(host)
        assert place.is_own_page(f"https://{host.lower()}", host)
        assert not place.is_own_page(f"http://{host.lower()}", host)
    for host in ("console.example", "evil.example:8443", "a.b.office.example:8443", "office.example:8443", ""):
        assert not place.answers_to(host)
    assert not place.is_own_page("https://console.example:8443", "a.office.example:8443")
    assert with_certificate(["a.example"], 443).answers_to("a.example")


@pytest.fixture
def proxied(console: Console) -> Visitor:
    """A console behind a proxy, with a user who has signed in."""
    return Visitor(console, behind_proxy("https://console.example/", PORT)).sign_in(Role.CLERK)


def test_behind_a_proxy_only_its_name_counts(proxied: Visitor) -> None:
    good = {"host": "console.example"}
    assert proxied.ask("GET", "/new", headers=good).status_code == 200
    assert proxied.ask("GET", "/new").status_code == 421
    for forged in ({"x-forwarded-host": "console.example"}, {"forwarded": "host=console.example"}):
        assert proxied.ask("GET", "/new", headers=forged).status_code == 421
    own = good | {"origin": "https://console.example"}
    assert proxied.ask("POST", "/language", headers=own, form={"language": "es"}).status_code == 303
    for origin in ("http://console.example", "https://evil.example", f"http://127.0.0.1:{PORT}"):
        sent = good | {"origin": origin, "x-forwarded-host": "evil.example", "x-forwarded-proto": "http"}
        assert proxied.ask("POST", "/language", headers=sent, form={"language": "es"}).status_code == 403


def test_cookies_stay_within_tls_and_browsers_are_told_to(proxied: Visitor) -> None:
    sent = {"host": "console.example", "origin": "https://console.example"}
    answer = proxied.ask("POST", "/language", headers=sent, form={"language": "es"})
    [cookie] = answer.headers.get_list("set-cookie")
    assert cookie.startswith("__Host-portal_language=es;")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=strict"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert proxied.door.cookie.startswith("__Host-")
    assert answer.headers["strict-transport-security"].startswith("max-age=")


def test_on_this_computer_nothing_is_said_of_tls(visitor: Visitor) -> None:
    answer = visitor.ask("POST", "/language", form={"language": "es"})
    assert "Secure" not in answer.headers["set-cookie"]
    assert "strict-transport-security" not in answer.headers


def test_it_is_served_under_tls(console: Console, tmp_path: Path) -> None:
    path, key = made_certificate(tmp_path, "localhost", "127.0.0.1")
    Users(console.assistant.home).add("eva", [Role.CLERK], PASSWORD)
    with served(console, offer_of("127.0.0.1:0", 0, tls=(path, key))) as opened:
        assert opened.base.startswith("https://localhost:")
        with httpx.Client(verify=ssl.create_default_context(cafile=path)) as client:
            answer = client.get(f"{opened.base}/")
            assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
            assert client.get(f"{opened.base}/sign-in").headers["set-cookie"].startswith("__Host-")
