"""Names and passwords: who gets in, for how long, and what whoever guesses learns."""

from __future__ import annotations

import asyncio
import re

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import StreamingResponse

from bot.console import words
from bot.console.console import Console
from bot.console.pages.form import by
from bot.console.pages.home import live
from bot.console.security import Door, Role, Wait
from bot.console.security.guessing import FREE, LONGEST, Brake
from bot.console.security.place import behind_proxy, on_this_computer
from bot.console.security.sessions import IDLE, Sessions
from bot.console.security.sessions import LONGEST as LONGEST_SESSION
from tests.console.conftest import HOST, PASSWORD, PORT, Visitor


class Clock:
    """Shows what it was set to."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def door(console: Console, clock: Clock) -> Door:
    """A door with one user, whose clock can be set."""
    made = Door(console.assistant.home, on_this_computer(PORT), brake=Brake(clock))
    made.sessions = Sessions(console.assistant.home / "sessions.json", clock)
    made.users.add("eva", [Role.CLERK], PASSWORD)
    return made


def sign_in(door: Door, name: str, password: str, *, address: str = "10.0.0.1", known: str = "") -> str | None:
    return asyncio.run(door.sign_in(name, password, address=address, known=known))


class Browser:
    """Keeps cookies as a browser does."""

    def __init__(self, visitor: Visitor) -> None:
        self._visitor = visitor
        self.jar: dict[str, str] = {}

    def ask(self, method: str, path: str, **more: object) -> httpx.Response:
        cookies = "; ".join(f"{name}={value}" for name, value in self.jar.items())
        answer = self._visitor.ask(method, path, headers={"cookie": cookies, "accept": "text/html"}, **more)
        for line in answer.headers.get_list("set-cookie"):
            name, _, value = line.partition(";")[0].partition("=")
            self.jar[name] = value.strip('"')
            if "Max-Age=0" in line:
                del self.jar[name]
        return answer

    def sign_in(self, name: str, password: str, back: str = "/") -> httpx.Response:
        html = self.ask("GET", "/sign-in").text
        csrf = re.search(r'name="csrf" value="([^"]+)"', html)
        assert csrf
        data = {"csrf": csrf[1], "name": name, "password": password, "back": back}
        return self.ask("POST", "/sign-in", data=data)


@pytest.fixture
def browser(stranger: Visitor) -> Browser:
    """A browser at a console with one user."""
    stranger.door.users.add("Eva Ruiz", [Role.CLERK], PASSWORD)
    return Browser(stranger)


def test_a_user_comes_in_by_name_and_password_and_goes_where_they_wanted(browser: Browser) -> None:
    sent = browser.ask("GET", "/new?x=1")
    assert (sent.status_code, sent.headers["location"]) == (303, "/sign-in?back=%2Fnew%3Fx%3D1")
    answer = browser.sign_in("  eva RUIZ ", PASSWORD, back="/new?x=1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/new?x=1")
    assert "Eva Ruiz" in browser.ask("GET", "/").text


def test_who_signs_in_gets_another_session(browser: Browser, stranger: Visitor) -> None:
    browser.ask("GET", "/sign-in")
    before = browser.jar[stranger.door.cookie]
    browser.sign_in("eva ruiz", PASSWORD)
    assert browser.jar[stranger.door.cookie] != before
    assert stranger.door.caller(before).is_stranger


def test_of_a_wrong_name_no_more_is_said_than_of_a_wrong_password(browser: Browser) -> None:
    answers = [browser.sign_in(name, "wrong") for name in ("eva ruiz", "nobody")]
    assert [one.status_code for one in answers] == [403, 403]
    said = [re.sub(r'value="[^"]*"', "", one.text) for one in answers]
    assert said[0] == said[1]
    assert words.SIGN_IN_WRONG.to("en") in said[0]


def test_a_wrong_name_costs_as_much_as_a_wrong_password(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.console.security import passwords

    costs: list[object] = []
    real = passwords._scrypt

    def noted(password: str, salt: bytes, cost: passwords.Cost) -> bytes:
        if password == "wrong":
            costs.append(cost)
        return real(password, salt, cost)

    monkeypatch.setattr(passwords, "_scrypt", noted)
    assert sign_in(door, "eva", "wrong") is None
    assert sign_in(door, "nobody", "wrong") is None
    assert costs == [passwords.COST, passwords.COST]


def test_a_form_of_another_page_signs_nobody_in(browser: Browser) -> None:
    data = {"csrf": "x", "name": "eva ruiz", "password": PASSWORD}
    assert browser.ask("POST", "/sign-in", data=data).status_code == 403
    browser.ask("GET", "/sign-in")
    assert browser.ask("POST", "/sign-in", data=data).status_code == 403


def test_signing_out_ends_it_on_our_side_too(browser: Browser, stranger: Visitor) -> None:
    browser.sign_in("eva ruiz", PASSWORD)
    shown = browser.jar[stranger.door.cookie]
    answer = browser.ask("POST", "/sign-out", data={"csrf": stranger.door.csrf(shown)})
    assert answer.headers["location"] == "/sign-in"
    assert stranger.door.cookie not in browser.jar
    assert stranger.door.caller(shown).is_stranger


def test_whoever_is_removed_or_gets_another_password_is_out_at_once(door: Door) -> None:
    shown = sign_in(door, "eva", PASSWORD)
    assert shown and door.caller(shown).name == "eva"
    door.users.change_password("eva", "another horse battery")
    assert door.caller(shown).is_stranger
    shown = sign_in(door, "eva", "another horse battery")
    assert shown and not door.caller(shown).is_stranger
    door.users.remove("eva")
    assert door.caller(shown).is_stranger


def test_a_new_user_of_an_old_name_does_not_take_over_what_was_open(door: Door) -> None:
    shown = sign_in(door, "eva", PASSWORD)
    assert shown
    door.users.remove("eva")
    door.users.add("eva", [Role.ADMINISTRATOR], PASSWORD)
    assert door.caller(shown).is_stranger


def test_what_another_process_changes_holds_at_once(door: Door, console: Console) -> None:
    shown = sign_in(door, "eva", PASSWORD)
    assert shown
    other = Door(console.assistant.home, on_this_computer(PORT + 1))
    other.users.give("eva", [Role.AUDITOR])
    assert door.caller(shown).roles == {Role.AUDITOR}


def test_it_ends_when_nobody_is_there_and_after_a_working_day(door: Door, clock: Clock) -> None:
    shown = sign_in(door, "eva", PASSWORD) or ""
    clock.now += IDLE - 1
    door.sessions.touch(shown)
    clock.now += IDLE - 1
    assert not door.caller(shown).is_stranger
    clock.now += 2
    assert door.caller(shown).is_stranger
    shown = sign_in(door, "eva", PASSWORD) or ""
    for _ in range(int(LONGEST_SESSION / IDLE * 2)):
        clock.now += IDLE / 2
        door.sessions.touch(shown)
    clock.now += 1
    assert door.caller(shown).is_stranger


def test_a_page_that_asks_by_itself_is_nobody(browser: Browser, stranger: Visitor) -> None:
    browser.sign_in("eva ruiz", PASSWORD)
    shown = browser.jar[stranger.door.cookie]
    found = stranger.door.sessions.find(shown)
    assert found
    found.seen -= 100
    before = found.seen
    stranger.ask("GET", "/waiting", headers={"cookie": f"{stranger.door.cookie}={shown}", "hx-request": "true"})
    assert found.seen == before
    browser.ask("GET", "/")
    assert found.seen > before


def test_who_was_signed_out_meanwhile_is_led_to_the_door_from_within_a_page(stranger: Visitor) -> None:
    stranger.door.users.add("eva", [Role.CLERK], PASSWORD)
    headers = {"hx-request": "true", "hx-current-url": f"{HOST}/batches/202611-01?q=x"}
    answer = stranger.ask("GET", "/waiting", headers=headers)
    assert (answer.status_code, answer.text) == (401, "")
    assert answer.headers["hx-redirect"] == "/sign-in?back=%2Fbatches%2F202611-01%3Fq%3Dx"
    assert stranger.ask("GET", "/live", headers={"accept": "text/event-stream"}).status_code == 401


def test_where_users_are_the_token_opens_nothing(stranger: Visitor) -> None:
    token = stranger.door.token
    stranger.enter()
    assert stranger.ask("GET", "/").status_code == 200
    stranger.door.users.add("eva", [Role.CLERK], PASSWORD)
    assert stranger.ask("GET", "/").status_code == 303
    assert stranger.door.token is None
    assert stranger.ask("GET", f"/enter?token={token}").headers["location"] == "/sign-in"


def test_guessing_gets_slower_and_slower_but_never_too_slow(door: Door, clock: Clock) -> None:
    pauses = []
    for _ in range(FREE):
        assert sign_in(door, "eva", "wrong") is None
    for _ in range(8):
        with pytest.raises(Wait) as wait:
            sign_in(door, "eva", PASSWORD)
        pauses.append(wait.value.seconds)
        clock.now += wait.value.seconds
        assert sign_in(door, "eva", "wrong") is None
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60]
    clock.now += LONGEST["address"]
    assert sign_in(door, "eva", PASSWORD)


def test_a_stranger_elsewhere_makes_no_clerk_wait_who_has_been_here(door: Door) -> None:
    known = door.known_browser(sign_in(door, "eva", PASSWORD) or "")
    for _ in range(FREE):
        assert sign_in(door, "eva", "wrong", address="10.6.6.6") is None
    with pytest.raises(Wait):
        sign_in(door, "eva", PASSWORD)
    assert sign_in(door, "eva", PASSWORD, known=known)
    for forged in ("x", "x.y", known.replace(".", ".0"), f"{known}0"):
        with pytest.raises(Wait):
            sign_in(door, "eva", PASSWORD, known=forged)


def test_one_address_guesses_no_faster_with_many_names(door: Door) -> None:
    for number in range(FREE):
        assert sign_in(door, f"user{number}", "wrong") is None
    with pytest.raises(Wait):
        sign_in(door, "eva", PASSWORD)
    assert sign_in(door, "eva", PASSWORD, address="10.0.0.2")


def test_behind_a_proxy_all_come_from_one_address_which_is_nobodys_fault(console: Console) -> None:
    door = Door(console.assistant.home, behind_proxy("https://console.example", PORT))
    door.users.add("eva", [Role.CLERK], PASSWORD)
    for number in range(3 * FREE):
        assert sign_in(door, f"user{number}", "wrong") is None
    assert sign_in(door, "eva", PASSWORD)


def test_what_is_decided_is_recorded_under_the_name_of_who_signed_in(stranger: Visitor) -> None:
    def recorded() -> str:
        caller = stranger.door.caller(stranger.cookie)
        return by(Request({"type": "http", "console.caller": caller, "app": stranger.app}))

    stranger.enter()
    assert recorded() == "ana"
    stranger.sign_in(Role.CLERK, name="Eva Ruiz")
    assert recorded() == "Eva Ruiz"


async def test_a_line_that_is_open_ends_with_its_session(stranger: Visitor) -> None:
    visitor = stranger.sign_in(Role.CLERK)
    caller = visitor.door.caller(visitor.cookie)
    request = Request({"type": "http", "console.caller": caller, "app": visitor.app})
    answer = await live(request)
    assert isinstance(answer, StreamingResponse)
    said = answer.body_iterator.__aiter__()
    await anext(said)
    visitor.door.sessions.end(visitor.cookie)
    with pytest.raises(StopAsyncIteration):
        await anext(said)
