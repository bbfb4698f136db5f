"""The portal inside a test's own process, with something of the test's own around it."""

from __future__ import annotations

from datetime import datetime

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mock_portal.settings import Settings
from tests.portal.clerk import ACCOUNT, CLOCK, UNKNOWN, Clerk
from tests.portal.conftest import running


class Door:
    """Notes what goes in and what comes out."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.seen: list[str] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def out(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.seen.append(f"answer to {scope['path']}")
            await send(message)

        self.seen.append(scope["path"])
        await self.app(scope, receive, out)


def test_a_test_can_stand_at_the_door_of_the_portal() -> None:
    doors: list[Door] = []

    def around(app: ASGIApp) -> ASGIApp:
        doors.append(Door(app))
        return doors[0]

    with running(Settings(language="en", clock=datetime.fromisoformat(CLOCK), control=True), around=around) as url:
        clerk = Clerk(url)
        clerk.log_in(ACCOUNT)
        clerk.save("add", UNKNOWN)
        clerk.http.close()
    save = "/operation/add/save"
    assert doors[0].seen == ["/login", "answer to /login", save, f"answer to {save}"]
