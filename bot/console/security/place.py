"""Where the console is offered, and under which names a browser rightly asks for it."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.console import words
from bot.errors import UsageError

LOOPBACK = "127.0.0.1"
_HTTPS = 443


@dataclass(frozen=True)
class Place:
    """Where a console is offered. Any other name that a request was sent to is somebody's trick with DNS."""

    names: frozenset[str]
    """What a request may say that it was sent to; `*.` stands for one more label."""
    address: str
    """What a person opens: scheme, name and port, without a slash at the end."""
    port: int
    is_private: bool = False
    """Whether it is this computer's own, where one person may come in without a name."""
    is_proxied: bool = False
    """Whether every request comes from a proxy, so that nobody's own address is known."""

    @property
    def is_secure(self) -> bool:
        """Whether browsers speak TLS with it."""
        return self.address.startswith("https://")

    def answers_to(self, host: str) -> bool:
        """Whether a request that names this host is meant for us."""
        host = host.lower()
        return host in self.names or f"*.{host.partition('.')[2]}" in self.names

    def is_own_page(self, origin: str, host: str) -> bool:
        """Whether a request that was sent to this host comes from a page of ours."""
        if self.is_proxied:
            return origin == self.address
        return origin == f"{urlsplit(self.address).scheme}://{host.lower()}"


def on_this_computer(port: int, address: str = LOOPBACK) -> Place:
    """A place that only this computer's own browsers reach."""
    names = frozenset(f"{name}:{port}" for name in (_host(address), "localhost"))
    return Place(names, f"http://{_host(address)}:{port}", port, is_private=True)


def with_certificate(names: Iterable[str], port: int) -> Place:
    """A place that proves by a certificate for these names that it is the one."""
    hosts = [_host(name.lower()) for name in names]
    spelled = [f"{host}:{port}" for host in hosts] + (hosts if port == _HTTPS else [])
    shown = next((host for host in hosts if not host.startswith("*")), hosts[0])
    return Place(frozenset(spelled), f"https://{shown}" + ("" if port == _HTTPS else f":{port}"), port)


def behind_proxy(origin: str, port: int) -> Place:
    """A place that browsers reach by a proxy, under this origin. Raises UsageError for what is none."""
    said = origin.strip().rstrip("/").lower()
    try:
        parts = urlsplit(said)
        name, public = parts.hostname or "", parts.port or _HTTPS
    except ValueError:
        parts, name, public = urlsplit(""), "", 0
    if parts.scheme != "https" or not name or said != f"https://{parts.netloc}" or "@" in parts.netloc:
        raise UsageError(words.NO_ORIGIN.format(said=origin), cure=words.NO_ORIGIN_CURE)
    host = _host(name)
    own = host if public == _HTTPS else f"{host}:{public}"
    return Place(frozenset({own, f"{host}:{public}"}), f"https://{own}", port, is_proxied=True)


def is_loopback(address: str) -> bool:
    """Whether an address is this computer's own."""
    return ipaddress.ip_address(address).is_loopback


def listening_address(said: str, port: int) -> tuple[str, int]:
    """`ADDRESS[:PORT]` as an IP address and a port, `port` if it names none. Raises UsageError."""
    name, colon, number = said.rpartition(":")
    if not colon or (said.count(":") > 1 and not name.endswith("]")):
        name, number = said, str(port)
    name = name.removeprefix("[").removesuffix("]")
    try:
        address = ipaddress.ip_address(LOOPBACK if name == "localhost" else name)
        if not number.isascii() or not number.isdecimal() or int(number) > 65535:
            raise ValueError(number)
    except ValueError as error:
        raise UsageError(words.NO_ADDRESS.format(said=said), cure=words.NO_ADDRESS_CURE) from error
    return str(address), int(number)


def _host(name: str) -> str:
    """A name as it stands in a URL."""
    return f"[{name}]" if ":" in name else name
