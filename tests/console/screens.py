"""Pictures of the console's pages, for docs/ and to look at: `python -m tests.console.screens FOLDER`.

Goes through a clerk's day on the mock portal, and takes each page as it comes by. `--all` takes it in each language, in
light and dark, on a laptop and on a tablet; else in English, in light, on a laptop.
"""

from __future__ import annotations

import argparse
import itertools
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from playwright.sync_api import Page, sync_playwright

from bot.browser.find import find_browser
from bot.cli.sample import sample_account, write_sample_roster
from bot.console import words
from bot.console.security import Role
from bot.console.security.administration import Administration
from bot.console.security.users import Users
from bot.service.access_log import AccessLog
from mock_portal.settings import Captcha
from tests.console.conftest import PASSWORD, running_consoles, with_wrong_id

Look = tuple[str, Literal["light", "dark"], int]
LANGUAGES = ("en", "es", "zh")
SEEN = """() => Promise.all([...document.images]
    .filter((one) => one.src && one.getBoundingClientRect().top <= innerHeight)
    .map((one) => one.decode().catch(() => null)))"""
"""Waits for every picture that is not further down. The pages' policy forbids what Playwright's own waiting does."""
LONG = 120_000
"""Milliseconds: a batch is filed meanwhile."""


class Album:
    """Takes a page in every look that is wanted, and puts it back as it was."""

    def __init__(self, page: Page, folder: Path, base: str, looks: Iterable[Look]) -> None:
        self._page, self._folder, self._base, self._looks = page, folder, base, list(looks)

    def take(self, name: str, *, whole: bool = False) -> None:
        """Take the page that is open."""
        for language, scheme, width in self._looks:
            self._speak(language)
            self._page.emulate_media(color_scheme=scheme)
            self._page.set_viewport_size({"width": width, "height": 800 if width > 1000 else 1100})
            self._page.reload()
            self._page.wait_for_load_state("load")
            self._page.evaluate(SEEN)
            suffix = "" if len(self._looks) == 1 else f"-{language}-{scheme}-{width}"
            self._page.screenshot(path=self._folder / f"console-{name}{suffix}.png", full_page=whole)
        self._speak("en")
        self._page.reload()

    def _speak(self, language: str) -> None:
        self._page.context.add_cookies([{"name": "portal_language", "value": language, "url": self._base}])


@contextmanager
def browser_page() -> Iterator[Page]:
    """A page of the browser that the assistant itself would take."""
    found = find_browser()
    as_root = getattr(os, "geteuid", lambda: 1)() == 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found.path, channel=found.channel, args=["--no-sandbox"] if as_root else []
        )
        try:
            yield browser.new_page(viewport={"width": 1280, "height": 800})
        finally:
            browser.close()


def day(folder: Path, home: Path, looks: Iterable[Look]) -> None:
    """A clerk's day, in pictures."""
    os.environ |= {"PORTAL_KEYS": "file", "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    account = sample_account()
    with running_consoles(home) as start, browser_page() as page:
        opened = start(captcha=Captcha.parse("fixed"))
        assistant = opened.console.assistant
        roster = write_sample_roster(assistant.library, home.parent / "november.xlsx")
        right = with_wrong_id(roster)
        page.goto(opened.address)
        album = Album(page, folder, opened.base, looks)
        album.take("start")

        page.goto(f"{opened.base}/new")
        album.take("new")
        page.locator("input[name=roster]").set_input_files(roster)
        page.wait_for_url("**/new/*")
        album.take("check", whole=True)
        wrong = page.locator(".fault", has=page.locator(".state.bad"))
        wrong.locator("input[name=value]").fill(right)
        wrong.get_by_role("button").first.click()
        wrong.wait_for(state="detached")
        there = page.url
        page.goto(f"{there}/explain")
        album.take("explain", whole=True)
        page.goto(there)
        sign(page)
        page.get_by_role("button", name=words.START.to("en"), exact=True).click()
        page.locator("nav .badge").wait_for()
        album.take("job")
        page.goto(f"{opened.base}/questions")
        album.take("password")
        page.locator("input[name=answer]").fill(account.password.get_secret_value())
        page.get_by_role("button", name=words.SEND.to("en")).click()
        answer_captcha(page, opened.base, album)
        page.wait_for_url("**/batches/*")
        page.locator(".running figure img").wait_for(timeout=LONG)
        album.take("batch")
        page.locator("a[href$='/review']").wait_for(timeout=LONG)
        album.take("waiting")
        page.goto(opened.base)
        album.take("home")
        batch = assistant.batches()[0].id
        page.goto(f"{opened.base}/batches/{batch}/review")
        album.take("review")
        page.locator("[data-ticks]").check()
        page.get_by_role("button", name=words.DECLARE.to("en"), exact=True).click()
        answer_captcha(page, opened.base, None)
        page.get_by_role("button", name=words.STOP.to("en")).wait_for(state="detached", timeout=LONG)
        album.take("results", whole=True)
        for name, state in (("case", "approved"), ("refused", "refused")):
            to_case(page, opened.base, batch, state)
            album.take(name, whole=True)
        page.goto(f"{opened.base}/batches/{batch}/log")
        album.take("log")
        page.goto(opened.base)
        album.take("home-done")
        for path in ("evidence", "portal", "flows", "flows/add"):
            page.goto(f"{opened.base}/{path}")
            album.take(path.replace("/", "-"), whole=True)
        trial(page, opened.base, roster, album)
        users = Administration(Users(home), AccessLog(home), "ana")
        users.add("eva", [Role.APPROVER, Role.ADMINISTRATOR], PASSWORD)
        users.add("luz", [Role.AUDITOR], PASSWORD)
        page.goto(opened.base)  # as soon as there are users, people sign in
        album.take("sign-in")
        sign_in(page, "luz", "a wrong password")
        sign_in(page, "luz", PASSWORD)
        to_case(page, opened.base, batch, "approved")
        album.take("auditor-case", whole=True)
        page.goto(f"{opened.base}/batches/{batch}")
        album.take("auditor-batch")
        page.goto(f"{opened.base}/evidence")
        album.take("auditor-evidence", whole=True)
        page.locator("nav form[action='/sign-out'] button").click()
        sign_in(page, "eva", PASSWORD)
        users.give("luz", [Role.AUDITOR, Role.CLERK])
        page.goto(f"{opened.base}/users")
        album.take("users", whole=True)


def to_case(page: Page, base: str, batch: str, state: str) -> None:
    """Go to the first case in this state."""
    page.goto(f"{base}/batches/{batch}?state={state}")
    page.locator("#cases tbody a").first.click()
    page.wait_for_url("**/cases/*")


def sign_in(page: Page, name: str, password: str) -> None:
    """By the form that is open."""
    page.locator("input[name=name]").fill(name)
    page.locator("input[name=password]").fill(password)
    page.locator("main form button").click()
    page.wait_for_load_state("load")


def answer_captcha(page: Page, base: str, album: Album | None) -> None:
    """Type what the mock portal's picture always says."""
    page.locator("nav .badge").wait_for(timeout=LONG)
    page.goto(f"{base}/questions")
    page.locator("img.captcha").wait_for(timeout=LONG)
    if album:
        album.take("question")
    page.locator("input[name=answer]").fill("2468")
    page.get_by_role("button", name=words.SEND.to("en")).click()
    page.wait_for_load_state()


def sign(page: Page) -> None:
    """Say for which account a spreadsheet is."""
    account = sample_account()
    page.locator("input[name=account]:not([type=hidden])").fill(account.name)
    page.locator("input[name=user]:not([type=hidden])").fill(account.user)


def trial(page: Page, base: str, roster: Path, album: Album) -> None:
    """Try every case of a roster on the portal, without an effect."""
    page.goto(f"{base}/new")
    page.locator("input[name=roster]").set_input_files(roster)
    page.wait_for_url("**/new/*")
    page.goto(f"{page.url}/explain")
    sign(page)
    page.locator("button[name=all]").click()
    page.wait_for_url("**/rehearsals/*")
    there = page.url
    answer_captcha(page, base, None)
    page.goto(there)
    page.locator(".doing strong").wait_for(timeout=LONG)
    album.take("trying")
    page.locator(".trial").first.wait_for(timeout=LONG)
    album.take("tried", whole=True)


def main() -> None:
    """Take them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--all", action="store_true", help="each language, light and dark, laptop and tablet")
    parser.add_argument("--home", type=Path, help="keep the console's home folder here")
    said = parser.parse_args()
    said.folder.mkdir(parents=True, exist_ok=True)
    looks: list[Look] = [("en", "light", 1280)]
    if said.all:
        looks = [*itertools.product(LANGUAGES, ("light", "dark"), (1280, 820))]
    with TemporaryDirectory() as made:
        day(said.folder, said.home or Path(made) / "home", looks)


if __name__ == "__main__":
    main()
