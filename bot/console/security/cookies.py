"""Cookies, as they are read and as they are set."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers
from starlette.responses import Response

from bot.console.security.place import Place
from bot.text import LANGUAGES, Language

LANGUAGE_COOKIE = "portal_language"


def cookies_of(headers: Headers) -> dict[str, str]:
    """What a browser shows. Of one name only the last."""
    try:
        return {name: morsel.value for name, morsel in SimpleCookie(headers.get("cookie", "")).items()}
    except CookieError:
        return {}


def keep(answer: Response, place: Place, name: str, value: str, *, seconds: int | None = None) -> None:
    """Have a browser keep a cookie that no script and no other site gets; until it is closed, if no time is said."""
    answer.set_cookie(
        name, value, max_age=seconds, path="/", secure=place.is_secure, httponly=True, samesite="strict"
    )


def drop(answer: Response, place: Place, name: str) -> None:
    """Have a browser forget a cookie."""
    answer.delete_cookie(name, path="/", secure=place.is_secure, httponly=True, samesite="strict")


def named(place: Place, name: str) -> str:
    """The name of a cookie. Under TLS browsers see to it that no other name of the domain has set it."""
    return f"__Host-{name}" if place.is_secure else name


def language_of(cookies: dict[str, str], headers: Headers, place: Place) -> Language:
    """The language that was chosen, else the first one of the browser's that we have, else English."""
    wanted = [cookies.get(named(place, LANGUAGE_COOKIE), ""), *headers.get("accept-language", "").lower().split(",")]
    for one in wanted:
        for language in LANGUAGES:
            if one.strip().startswith(language):
                return language
    return "en"
