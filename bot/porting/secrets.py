"""Where a recording logs in, and its passwords, which are to stand nowhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.porting.recording import Recorded
from bot.porting.tidying import is_noise

_SUBMITS = frozenset({"click", "double_click"})
MASK = "***"
SHORTEST = 4


@dataclass(frozen=True)
class Login:
    """How the recording logs in: what it typed, and the action that it ends with (an index)."""

    user: int | None
    password: int
    end: int


def login_in(actions: Sequence[Recorded]) -> Login | None:
    """The first login in a recording; None if no password was typed."""
    passwords = [at for at, action in enumerate(actions) if action.secret]
    if not passwords:
        return None
    first = passwords[0]
    before = [at for at in range(first) if actions[at].verb == "fill" and not is_noise(actions, at)]
    user = next((at for at in reversed(before) if actions[at].frames == actions[first].frames), None)
    return Login(user, first, _end(actions, first))


def _end(actions: Sequence[Recorded], password: int) -> int:
    """The action after the password that sends the form; the last field that is filled in, if there is none."""
    for at in range(password + 1, len(actions)):
        action = actions[at]
        if action.verb == "open":
            return at - 1
        if action.verb in _SUBMITS and not is_noise(actions, at):
            return at
        if action.verb == "press" and action.value == "Enter":
            return at
    return len(actions) - 1


def without_secrets(actions: Sequence[Recorded], login: Login | None, secrets: Sequence[str]) -> tuple[Recorded, ...]:
    """The actions with the passwords out of them. A field that holds a password again is one for a password, too."""
    user = login.user if login else None
    return tuple(_without(action, secrets, is_user=at == user) for at, action in enumerate(actions))


def secrets_in(actions: Sequence[Recorded]) -> tuple[str, ...]:
    """Every password that was typed, the longest first."""
    return tuple(sorted({one.value for one in actions if one.secret and one.value}, key=len, reverse=True))


def masked(text: str, secrets: Sequence[str]) -> str:
    """A text without the passwords; those of a letter or two would mask whatever there is."""
    for secret in secrets:
        text = text.replace(secret, MASK) if len(secret) >= SHORTEST else text
    return text


def _without(action: Recorded, secrets: Sequence[str], *, is_user: bool) -> Recorded:
    again = action.verb == "fill" and action.value in secrets and not is_user
    return replace(
        action,
        value=MASK if again or is_user else masked(action.value, secrets),
        secret=action.secret or again,
        target=_masked(action.target, secrets),
        frames=_masked(action.frames, secrets),
        expected=_masked(action.expected, secrets),
    )


def _masked(value: Any, secrets: Sequence[str]) -> Any:
    match value:
        case str():
            return masked(value, secrets)
        case Mapping():
            return {key: _masked(one, secrets) for key, one in value.items()}
        case tuple():
            return tuple(_masked(one, secrets) for one in value)
        case _:
            return value
