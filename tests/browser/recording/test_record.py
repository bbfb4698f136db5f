"""A person clicks through the portal, and a flow comes of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page

from bot.browser import Session
from bot.browser.recorder import Recorder
from bot.bundled import bundled_flows
from bot.cli.sample import sample_account, sample_clock
from bot.errors import BrowserFault, UsageError
from bot.flow.lint import lint
from bot.flow.loader import load_library
from bot.porting.importing import import_recordings, write
from bot.porting.recording import Recording
from bot.service import Assistant
from bot.service.explaining import chosen
from bot.service.recorder import Beginning, record
from bot.testing.cast import PlayedPerson
from mock_portal.settings import Captcha, Settings
from tests.browser.conftest import Site
from tests.portal.clerk import CLOCK
from tests.portal.conftest import running

ROSTER = Path("fixtures/demo/roster.csv")
SECRET = "demo-170000001"


@pytest.fixture
def url() -> Iterator[str]:
    """A portal without captcha."""
    at = datetime.fromisoformat(CLOCK)
    with running(Settings(language="en", clock=at, control=True, captcha=Captcha.parse("off"))) as address:
        yield address


async def log_in(page: Page) -> None:
    await page.get_by_label("User").first.click()
    await page.keyboard.type("170000001")
    await page.locator("input[type=password]").click()
    await page.keyboard.type(SECRET)
    await page.get_by_role("button", name="Log in").click()
    await page.get_by_text("Operations", exact=True).first.click()


def written(recording: Recording, folder: Path, name: str) -> list[Path]:
    return write(import_recordings([(Path("recorded"), recording)], folder, name=name).files, folder)


async def test_a_flow_comes_of_it_and_no_password(url: str, tmp_path: Path) -> None:
    async def finished(session: Session, recorder: Recorder) -> None:
        await log_in(session.page)
        await session.page.get_by_text("Add employee").first.click()
        await session.page.get_by_text("List of operations").first.wait_for()

    folder = tmp_path / "flows"
    paths = written(await record(url, finished, headed=False), folder, "look_around")
    texts = {path.name: path.read_text(encoding="utf-8") for path in paths}
    assert not [name for name, text in texts.items() if SECRET in text]
    library = load_library(folder)
    assert {"login", "look_around"} <= set(library.flows)
    assert {"user_name", "password"} <= set(library.portal.elements)
    assert "${account.password}" in texts["login.yaml"]
    assert "click: operations" in texts["look_around.yaml"]
    assert not [problem for problem in lint(folder) if problem.severity == "error"]


async def test_what_was_recorded_plays(url: str, tmp_path: Path) -> None:
    from bot.testing.cast import sample_cast
    from bot.testing.play import Stage
    from bot.testing.portal import MockPortal

    async def finished(session: Session, recorder: Recorder) -> None:
        await log_in(session.page)
        await session.page.get_by_text("Add employee").first.click()
        await session.page.get_by_text("List of operations").first.wait_for()

    folder = tmp_path / "flows"
    written(await record(url, finished, headed=False), folder, "look_around")
    portal = MockPortal()
    try:
        stage = Stage(portal, tmp_path / "home", flows=folder)
        stage.do_flow("look_around", {}, sample_cast())
    finally:
        portal.stop()
    assert stage.played.stopped is None
    assert "click operations" in [step.words for step in stage.notes.taken if step.outcome == "done"]


async def test_it_goes_on_from_the_middle_of_a_flow(url: str, tmp_path: Path) -> None:
    folder = tmp_path / "flows"
    shutil.copytree(bundled_flows(), folder)
    assistant = Assistant(home=tmp_path / "home", flows=folder, url=url, clock=sample_clock())
    [case] = chosen(assistant.check(ROSTER).cases, "add-002")
    beginning = Beginning(assistant.library, sample_account(), PlayedPerson(), case)

    async def finished(session: Session, recorder: Recorder) -> None:
        for frame in session.page.frames:
            if await (save := frame.get_by_role("button", name="Save to drafts")).count():
                await save.click()
                await frame.get_by_text("Saved to the drafts").wait_for()
                await frame.get_by_role("button", name="OK").click()

    recording = await record(url, finished, headed=False, beginning=beginning)
    paths = written(recording, folder, "saving")
    flow = next(path for path in paths if path.name == "saving.yaml").read_text(encoding="utf-8")
    assert "save" in flow.lower()
    assert "fill" not in flow
    assert str(case.person) not in flow


@pytest.mark.parametrize(("before", "said"), [("nothing of the kind", "nothing of the kind"), ("log_out", "log_out")])
async def test_a_step_that_is_not_come_to_is_said(url: str, tmp_path: Path, before: str, said: str) -> None:
    assistant = Assistant(home=tmp_path / "home", url=url, clock=sample_clock())
    [case] = chosen(assistant.check(ROSTER).cases, "add-002")
    beginning = Beginning(assistant.library, sample_account(), PlayedPerson(), case, before)

    async def finished(session: Session, recorder: Recorder) -> None:
        raise AssertionError("nobody takes over")

    with pytest.raises(UsageError, match=said):
        await record(url, finished, headed=False, beginning=beginning)


async def test_without_playwrights_recorder_it_is_said_what_to_do(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def finished(session: Session, recorder: Recorder) -> None:
        raise AssertionError("nobody takes over")

    inner: Any = import_module("playwright._impl.browser_context")

    monkeypatch.delattr(inner.BrowserContext, "_start_recording")
    with pytest.raises(BrowserFault) as caught:
        await record(url, finished, headed=False)
    assert "codegen --target jsonl" in str(caught.value.cure)


async def test_dialogs_are_kept_and_passwords_made_readable_are_not(site: Site, tmp_path: Path) -> None:
    site.pages.put(
        "/",
        """
        <label>Code <input type="password" id="code"></label>
        <button onclick="code.type = 'text'">Show</button>
        <button onclick="confirm('Really leave?')">Leave</button>
        """,
    )

    async def finished(session: Session, recorder: Recorder) -> None:
        page = session.page
        page.once("dialog", lambda dialog: dialog.dismiss())
        await page.get_by_label("Code").click()
        await page.keyboard.type("hush")
        await page.get_by_role("button", name="Show").click()
        await page.get_by_label("Code").press("End")
        await page.keyboard.type("-hush")
        await page.get_by_role("button", name="Leave").click()

    paths = written(await record(site.url, finished, headed=False), tmp_path / "flows", "leave")
    text = "".join(path.read_text(encoding="utf-8") for path in paths)
    assert "hush" not in text
    assert "Really leave?" in text
    assert "dismiss" in text
