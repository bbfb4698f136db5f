"""Fields whose values are nobody's business: passwords, and codes that are good for one time only."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from bot.porting.recording import Candidates

_PASSWORD = re.compile(
    r"passw|pwd|passphrase|\bpass\b|contrasen|\bclave|clave\b|\bpin\b|密码|密碼|口令"
    r"|kennwort|passwort|mot de passe|senha"
)
_CAPTCHA = re.compile(
    r"captcha|verification code|security code|codigo de (?:verificacion|seguridad)"
    r"|one.time|\botp\b|\b2fa\b|验证码|校验码"
)


def is_password(target: Candidates) -> bool:
    """Whether a field is a password's, going by how it is found."""
    return any(_PASSWORD.search(words) for words in _words_of(target))


def is_captcha(target: Candidates) -> bool:
    """Whether a field is for a code that is another one each time."""
    return any(_CAPTCHA.search(words) for words in _words_of(target))


def _words_of(target: Candidates) -> list[str]:
    """What the ways to find a field say, without accents and in small letters."""
    said = [one for sight in target for one in _strings(sight)]
    split = [re.sub(r"(?<=[a-z])(?=[A-Z])|[_\W]+", " ", one) for one in said]
    return [_folded(one) for one in (*said, *split)]


def _folded(text: str) -> str:
    bare = (char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return "".join(bare).casefold()


def _strings(value: Any) -> list[str]:
    """The texts of a target; not of what it is looked for in."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        return [one for key, inner in value.items() if key != "within" for one in _strings(inner)]
    return []
