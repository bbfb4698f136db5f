"""Logging in and out. Whatever goes wrong is shown by the page as a native dialog."""

from __future__ import annotations

import secrets

from starlette.requests import Request
from starlette.responses import Response

from mock_portal.captcha import drawing, new_answer
from mock_portal.portal import Portal
from mock_portal.sessions import COOKIE, close_session, is_open, open_session, right_password, shown
from mock_portal.web import answer, form_of, login_page, portal_of

CAPTCHA_COOKIE = "CAPTCHA"


async def show_login(request: Request) -> Response:
    return login_page(portal_of(request))


async def log_in(request: Request) -> Response:
    """Answers `ok`, `alert` (a refusal) or `confirm` (post again with end_other=1)."""
    portal = portal_of(request)
    form = await form_of(request)
    account = form.get("username", "").strip()
    if not _right_captcha(portal, request, form.get("captcha", "")):
        return _refuse(portal, account, "wrong_captcha")
    with portal.store.transaction() as db:
        if not right_password(db, account, form.get("password", "")):
            portal.log(db, "login_refused", account, rule="wrong_login")
            return answer(kind="alert", text=portal.say("wrong_login"))
        if form.get("end_other") != "1" and (is_open(db, account) or portal.faults.take("stale_session")):
            return answer(kind="confirm", text=portal.say("stale_session"))
        token, former = open_session(db, account, portal.clock.stamp())
        portal.log(db, "login", account, session=shown(token), ended=shown(former))
    response = answer(kind="ok")
    response.set_cookie(COOKIE, token, httponly=True, samesite="strict")
    return response


def _refuse(portal: Portal, account: str, rule: str) -> Response:
    with portal.store.transaction() as db:
        portal.log(db, "login_refused", account, rule=rule)
    return answer(kind="alert", text=portal.say(rule))


def _right_captcha(portal: Portal, request: Request, typed: str) -> bool:
    match portal.settings.captcha.mode:
        case "off":
            return True
        case "fixed":
            return typed == portal.settings.captcha.answer
        case "image":
            return bool(typed) and typed == portal.captchas.get(request.cookies.get(CAPTCHA_COOKIE, ""))


async def captcha_image(request: Request) -> Response:
    """A new picture, and with it a new answer; the old one no longer counts."""
    portal = portal_of(request)
    token = request.cookies.get(CAPTCHA_COOKIE) or secrets.token_hex(8)
    captcha = portal.settings.captcha
    code = new_answer() if captcha.mode == "image" else captcha.answer
    portal.captchas[token] = code
    response = Response(drawing(code), media_type="image/svg+xml", headers={"Cache-Control": "no-store"})
    response.set_cookie(CAPTCHA_COOKIE, token, httponly=True, samesite="strict")
    return response


async def log_out(request: Request) -> Response:
    portal = portal_of(request)
    token = request.cookies.get(COOKIE, "")
    with portal.store.transaction() as db:
        if account := close_session(db, token):
            portal.log(db, "logout", account, session=shown(token))
    return login_page(portal)
