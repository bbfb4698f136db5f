"""What each role has before its eyes, in a browser: masked where it has to be, complete, and looked over by axe."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.console import words
from bot.console.console import Console
from bot.console.security import Role
from bot.console.security.users import Users
from bot.service.access_log import Access, AccessLog
from tests.console.conftest import PASSWORD, served
from tests.console.security.sensitive import CASE, NUMBER, WAGE, sensitive_batch
from tests.console.test_day import narrow
from tests.console.test_journey import accessible

pytestmark = pytest.mark.timeout(200)  # every page is looked over by axe
REDS = """() => Promise.all([...document.querySelectorAll("figure img, .thumbs img")].map(async (one) => {
    await one.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [one.naturalWidth, one.naturalHeight];
    const drawn = canvas.getContext("2d");
    drawn.drawImage(one, 0, 0);
    const data = drawn.getImageData(0, 0, canvas.width, canvas.height).data;
    let count = 0;
    for (let at = 0; at < data.length; at += 4)
        if (data[at] - Math.max(data[at + 1], data[at + 2]) > 60) count += 1;
    return count;
}))"""
"""How many somewhat red pixels each picture has, as it stands on the page; an error for one that cannot be shown."""


def sign_in(page: Page, base: str, name: str) -> None:
    page.context.clear_cookies()
    page.goto(f"{base}/sign-in")
    page.locator("input[name=name]").fill(name)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button").click()
    page.wait_for_url(f"{base}/")


def test_what_each_has_before_their_eyes(page: Page, console: Console, home: Path, tmp_path: Path) -> None:
    users, log = Users(home), AccessLog(home)
    for name, role in (("ada", Role.AUDITOR), ("cleo", Role.CLERK), ("root", Role.ADMINISTRATOR)):
        users.add(name, [role], PASSWORD)
    batch = sensitive_batch(console.assistant, tmp_path / "rosters")
    with served(console) as opened:
        case = f"{opened.base}/batches/{batch}/cases/{CASE}?picture=1"
        sign_in(page, opened.base, "cleo")
        page.goto(case)
        expect(page.locator(".thumbs img")).to_have_count(4)
        assert all(count > 50 for count in page.evaluate(REDS)), "there is nothing to be masked"

        sign_in(page, opened.base, "ada")
        page.goto(case)
        expect(page.get_by_text(words.MASKED_FOR_YOU.to("en"))).to_be_visible()
        assert page.evaluate(REDS) == [0] * 5  # the placeholders too are pictures
        assert not any(mark in page.content() for mark in (NUMBER, WAGE))
        accessible(page)
        page.set_viewport_size({"width": 820, "height": 1180})
        page.goto(f"{opened.base}/evidence")
        narrow(page)
        export = page.get_by_role("button", name=words.EXPORT_SHAREABLE.to("en"))
        with page.expect_download() as caught:
            export.click()
        given = tmp_path / "given.zip"
        caught.value.save_as(given)
        page.locator("input[name=dossier]").set_input_files(given)
        page.locator("form[action='/evidence/received'] button").click()
        expect(page.get_by_text("✓ given.zip")).to_be_visible()
        narrow(page)

        log.note(Access.SIGN_IN_REFUSED, by="")
        sign_in(page, opened.base, "root")
        page.goto(f"{opened.base}/users")
        expect(page.locator("#record tbody tr").first).to_contain_text("root")
        expect(page.locator("#record")).to_contain_text(words.UNKNOWN_PERSON.to("en"))
        narrow(page)
