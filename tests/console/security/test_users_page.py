"""Users as an administrator sees to them on a page."""

from __future__ import annotations

from html import unescape

import pytest

from bot.console import words
from bot.console.security import Role
from bot.console.security.passwords import matches
from tests.console.conftest import PASSWORD, Visitor

OTHER = "another horse battery"


@pytest.fixture
def administrator(stranger: Visitor) -> Visitor:
    """Somebody who sees to the users."""
    return stranger.sign_in(Role.ADMINISTRATOR)


def new(name: str, *roles: Role, again: str = PASSWORD) -> dict[str, object]:
    return {"name": name, "role": list(roles), "password": PASSWORD, "again": again}


def test_a_user_is_added_and_shown(administrator: Visitor) -> None:
    answer = administrator.ask("POST", "/users", form=new("Ana <b>", Role.CLERK, Role.AUDITOR))
    assert answer.headers["location"] == "/users"
    html = administrator.ask("GET", "/users").text
    assert "Ana &lt;b&gt;" in html and "clerk, auditor" in html
    assert PASSWORD not in html
    user = administrator.door.users.known("ana <b>")
    assert user.roles == {Role.CLERK, Role.AUDITOR}
    assert matches(PASSWORD, user.password)


def test_what_is_wrong_adds_nobody(administrator: Visitor) -> None:
    for form in (new("ana"), new("", Role.CLERK), new("EVA", Role.CLERK), new("ana", Role.CLERK, again="x")):
        answer = administrator.ask("POST", "/users", form=form)
        assert answer.status_code == 400
        assert words.CURE.to("en") in answer.text
    assert len(administrator.door.users.all()) == 1


def test_roles_passwords_and_users_change(administrator: Visitor) -> None:
    users = administrator.door.users
    users.add("ana", [Role.CLERK], PASSWORD)

    def change(do: str, **more: object) -> None:
        answer = administrator.ask("POST", "/users/change", form={"name": "ana", "do": do, **more})
        assert answer.status_code == 303

    change("roles", role=[Role.AUDITOR.value, "king"])
    assert users.known("ana").roles == {Role.AUDITOR}
    change("password", password=OTHER, again=OTHER)
    assert matches(OTHER, users.known("ana").password)
    change("nothing")
    assert users.get("ana")
    change("remove")
    assert users.get("ana") is None


@pytest.mark.parametrize("form", [{"do": "remove"}, {"do": "roles", "role": "clerk"}])
def test_whoever_sees_to_the_users_stays_one_who_does(administrator: Visitor, form: dict[str, str]) -> None:
    answer = administrator.ask("POST", "/users/change", form={"name": " EVA ", **form})
    assert (answer.status_code, words.NOT_ONESELF.to("en") in unescape(answer.text)) == (400, True)
    assert administrator.door.users.known("eva").roles == {Role.ADMINISTRATOR}


def test_the_first_user_can_add_the_others_and_ends_what_needed_no_name(visitor: Visitor) -> None:
    assert words.NO_USERS_YET.to("en") in visitor.ask("GET", "/users").text
    assert visitor.ask("POST", "/users", form=new("eva", Role.CLERK)).status_code == 400
    assert visitor.ask("POST", "/users", form=new("eva", Role.ADMINISTRATOR)).status_code == 303
    assert visitor.ask("GET", "/users").headers["location"].startswith("/sign-in")
