"""A console that is killed in the middle of a batch: the next one goes on by itself, and nothing is filed twice."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.acceptance.conftest import ANOTHER, LEAVER, NEWCOMER, StartMock, WriteRoster
from tests.acceptance.program import USER, MockPortal, Program

PATIENCE = 60
"""Seconds without any news after which something is wrong."""
ROWS = (NEWCOMER, ANOTHER, LEAVER)
MINE = {" ".join(row.split(",")[:2]) for row in ROWS}
"""Operation and person of each row, as the portal's books have them."""
TYPES = {"43": "add", "44": "renew", "45": "interrupt"}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="nothing is killed there as it is with kill -9")


@dataclass
class Running:
    """A console that answers, and a browser that was let in."""

    process: subprocess.Popen[str]
    http: httpx.Client
    base: str

    def api(self, method: str, path: str, **more: Any) -> Any:
        """One request of a program."""
        answer = self.http.request(method, f"/api/{path}", **more)
        assert answer.status_code < 300, answer.text
        return answer.json()

    def listed(self, path: str) -> list[Any]:
        """A list that a program asks for, as far as its first page goes."""
        items: list[Any] = self.api("GET", path)["items"]
        return items

    def press(self, page: str, action: str, **form: Any) -> None:
        """Send a form as it stands on a page."""
        [csrf, *_] = re.findall(r'name="csrf" value="([^"]+)"', self.http.get(page).text)
        answer = self.http.post(action, data={"csrf": csrf, **form}, headers={"origin": self.base})
        assert answer.status_code == 303, answer.text

    def until(self, holds: Callable[[], bool]) -> None:
        """Look again whenever the console says that something has changed, and now and then."""
        with self.http.stream("GET", "/live", timeout=PATIENCE) as line:
            for said in line.iter_lines():
                if said and holds():
                    return
        raise AssertionError("the console ended")

    def kill(self) -> None:
        """No last words."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@contextmanager
def console(portal: Program, url: str, port: int = 0) -> Iterator[Running]:
    """Start `portal console`, and come in by the address that it shows."""
    command = [sys.executable, "-m", "bot.cli.main", "console", "--no-open", "--port", str(port), "--url", url]
    environment = os.environ | portal.environment
    with ExitStack() as closing:
        process = closing.enter_context(
            subprocess.Popen(command, cwd=portal.folder, env=environment, stdout=subprocess.PIPE, encoding="utf-8")
        )
        closing.callback(process.terminate)
        assert process.stdout is not None
        address = next(found[0] for line in process.stdout if (found := re.search(r"http://\S+", line)))
        base = address.partition("/enter")[0]
        http = closing.enter_context(httpx.Client(base_url=base, timeout=PATIENCE))
        http.get(address)
        token = (Path(portal.environment["PORTAL_HOME"]) / "console.api-token").read_text(encoding="utf-8")
        http.headers["authorization"] = f"Bearer {token}"
        yield Running(process, http, base)


def drafts(mock: MockPortal) -> set[str]:
    """Which of the rows are among the portal's drafts."""
    return MINE & set(mock.drafts())


def declared(mock: MockPortal) -> Counter[str]:
    """How often each of the rows was declared."""
    return Counter(f"{TYPES[one['type']]} {one['id_number']}" for one in mock.events("declared"))


@pytest.mark.timeout(400)  # three consoles, each with a browser
def test_a_console_that_is_killed_goes_on_by_itself_when_it_is_opened_again(
    portal: Program, start_mock: StartMock, roster: WriteRoster
) -> None:
    mock = start_mock(captcha="off", review="instant")
    people = roster(*ROWS)

    with console(portal, mock.url) as first:
        port = int(first.base.rpartition(":")[2])
        handed = first.api("POST", "rosters", params={"name": "june.csv"}, content=people.read_bytes())
        first.api("POST", f"rosters/{handed['id']}/start", json={"account": USER})
        first.until(lambda: len(drafts(mock)) >= 1)
        first.kill()
    assert len(drafts(mock)) < 3, "it was killed too late to say anything"

    with console(portal, mock.url, port) as second:
        def reviewed() -> bool:
            return [one["waiting_for_approval"] for one in second.listed("batches")] == [3]

        second.until(reviewed)
        assert len(drafts(mock)) == 3
        [batch] = second.listed("batches")
        cases = [one["id"] for one in second.listed(f"batches/{batch['id']}/cases")]
        review = f"/batches/{batch['id']}/review"
        second.press(review, review, case=cases, decision="approve")
        second.until(lambda: bool(declared(mock)) or "declaring" in _states(second))
        second.kill()

    with console(portal, mock.url, port) as third:
        third.until(lambda: _states(third) == {"approved"})
        assert third.http.get("/").text.count("waits for your review") == 0
    assert declared(mock) == dict.fromkeys(MINE, 1)
    assert set(mock.filings()) >= MINE


def _states(running: Running) -> set[str]:
    return {state for batch in running.listed("batches") for state in batch["states"]}


def test_what_a_person_stopped_does_not_go_on_by_itself(
    portal: Program, start_mock: StartMock, roster: WriteRoster
) -> None:
    mock = start_mock(captcha="off")
    people = roster(*ROWS)
    with console(portal, mock.url) as first:
        handed = first.api("POST", "rosters", params={"name": "june.csv"}, content=people.read_bytes())
        job = first.api("POST", f"rosters/{handed['id']}/start", json={"account": USER})["job"]["id"]
        first.until(lambda: bool(first.listed("batches")))
        first.press("/", f"/jobs/{job}/stop")
        first.kill()
    with console(portal, mock.url) as second:
        assert f"/jobs/{job}" not in second.http.get("/").text
        assert "It can go on" in second.http.get("/").text
        assert "Under way" not in second.http.get("/").text
