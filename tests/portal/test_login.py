"""Who gets in: passwords, captchas, one session per account, and what happens without a session."""

from __future__ import annotations

import re

import pytest

from mock_portal.settings import Captcha
from tests.portal.clerk import ACCOUNT, OTHER_ACCOUNT


def test_the_right_password_opens_the_top_page(clerk):
    assert "Log out" in clerk.http.get("/main").text


def test_a_wrong_password_or_user_is_an_alert(start, connect):
    clerk = connect(start())
    for account, password in ((ACCOUNT, "wrong"), ("179999999", "demo-170000001")):
        assert clerk.log_in(account, password) == {"kind": "alert", "text": "Wrong user name or password."}
    assert 'id="login"' in clerk.http.get("/main").text


def test_the_fixed_captcha_is_2468(start, connect):
    clerk = connect(start(captcha=Captcha("fixed")))
    assert clerk.log_in(captcha="1111")["text"] == "Wrong verification code."
    assert clerk.log_in(captcha="2468")["kind"] == "ok"


def test_the_fixed_captcha_can_be_another(start, connect):
    clerk = connect(start(captcha=Captcha.parse("fixed:80402957316")))
    assert clerk.log_in(captcha="2468")["text"] == "Wrong verification code."
    assert clerk.log_in(captcha="80402957316")["kind"] == "ok"


@pytest.mark.parametrize("wrong", ["", "drawn", "fixed:24x8", "off:1", "image:2"])
def test_no_other_captcha_is_known(wrong):
    with pytest.raises(ValueError, match="captcha is off, image, fixed or fixed:DIGITS"):
        Captcha.parse(wrong)


def test_a_drawn_captcha_holds_no_text_and_is_asked_for(start, connect):
    clerk = connect(start(captcha=Captcha("image")))
    picture = clerk.http.get("/captcha")
    assert picture.headers["content-type"].startswith("image/svg+xml")
    assert picture.text.count("<polyline") == 4 and "<text" not in picture.text
    assert clerk.log_in(captcha="")["kind"] == "alert"


def test_without_captcha_the_box_is_not_there(start, connect):
    assert 'name="captcha"' not in connect(start()).http.get("/").text


def test_a_session_left_open_is_asked_about_and_ended(start, connect):
    first, second = connect(url := start()), connect(url)
    first.log_in()
    question = second.log_in()
    assert question["kind"] == "confirm" and "not closed" in question["text"]
    assert first.list()["kind"] == "list"
    assert second.log_in(end_other="1")["kind"] == "ok"
    assert 'id="login"' in first.http.get("/documents").text
    assert first.state()["sessions"] == [ACCOUNT]


def test_the_log_tells_sessions_apart_and_which_one_a_login_ended(start, connect):
    first, second = connect(url := start()), connect(url)
    first.log_in()
    second.log_in(end_other="1")
    second.http.get("/logout")
    first.log_in()
    first.control("faults", [{"kind": "session_expiry"}])
    first.http.get("/main")
    events = first.state()["events"]
    begun = [one["session"] for one in events if one["kind"] == "login"]
    assert len(set(begun)) == 3 and all(begun)
    assert [one["ended"] for one in events if one["kind"] == "login"] == ["", begun[0], ""]
    assert [(one["kind"], one["session"]) for one in events if one["kind"] != "login"] == [
        ("logout", begun[1]),
        ("session_expired", begun[2]),
    ]


def test_a_closed_session_is_not_asked_about(clerk, connect):
    clerk.http.get("/logout")
    assert connect(clerk.url).log_in()["kind"] == "ok"


def test_accounts_do_not_disturb_each_other(clerk, connect):
    assert connect(clerk.url).log_in(OTHER_ACCOUNT)["kind"] == "ok"
    assert clerk.list()["kind"] == "list"


@pytest.mark.parametrize("path", ["/main", "/documents", "/documents/list", "/operation/add", "/operation/insured"])
def test_without_a_session_everything_is_the_login_page_with_status_200(start, connect, path):
    answer = connect(start()).http.get(path)
    assert answer.status_code == 200
    assert 'id="login"' in answer.text


@pytest.mark.parametrize("language", ["zh", "es", "en"])
def test_every_page_says_its_language(start, connect, language):
    clerk = connect(start(language=language))
    pages = [clerk.http.get("/").text]
    clerk.log_in()
    paths = ["main", "documents", *(f"operation/{key}" for key in ("add", "renew", "interrupt", "insured", "limits"))]
    pages += [clerk.http.get(f"/{path}").text for path in paths]
    assert [re.findall(r"<html lang=\"(\w+)\"", page) for page in pages] == [[language]] * len(pages)
