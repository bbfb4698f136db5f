"""What else a clerk does in a day: stop, go on, hand out evidence, look for changes; on a tablet, in the dark."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.cli.sample import sample_account
from bot.console import words
from tests.console.conftest import Opened, short_roster
from tests.console.test_journey import LONG, accessible

pytestmark = pytest.mark.timeout(400)  # a batch is filed, and every page looked over by axe


def narrow(page: Page) -> None:
    """Nothing sticks out, and axe has nothing against it."""
    accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_day_on_a_tablet_in_the_dark(page: Page, serve_at: Callable[..., Opened], tmp_path: Path) -> None:
    account = sample_account()
    opened = serve_at()
    opened.console.given = {account.name: account}
    roster = short_roster(opened.console.assistant, tmp_path / "june.xlsx")
    page.set_viewport_size({"width": 820, "height": 1180})
    page.emulate_media(color_scheme="dark")
    page.goto(opened.address)
    narrow(page)

    page.goto(f"{opened.base}/new")
    narrow(page)
    page.locator("input[name=roster]").set_input_files(roster)
    page.wait_for_url("**/new/*")
    narrow(page)
    expect(page.locator("input[name=account]")).to_have_value(account.name)
    page.get_by_role("button", name=words.START.to("en"), exact=True).click()
    page.wait_for_url("**/batches/*")
    page.get_by_role("button", name=words.STOP.to("en")).click()
    go_on = page.get_by_role("button", name=words.GO_ON.to("en"))
    expect(go_on).to_be_visible(timeout=LONG)
    narrow(page)
    [stopped] = opened.console.assistant.batches()
    assert not stopped.waiting
    page.goto(opened.base)
    expect(page.locator(".waits")).to_contain_text(stopped.id)
    page.locator(".waits a").first.click()
    go_on.click()
    page.locator("a[href$='/review']").click(timeout=LONG)
    narrow(page)
    drafts = page.locator("input[name=case]")
    waiting = drafts.count()
    page.locator(".thumbs a").first.click()
    expect(page.locator("#viewer img")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#viewer [data-caption]")).to_contain_text("(2/")
    page.keyboard.press("Escape")
    drafts.first.check()
    page.get_by_role("button", name=words.WITHDRAW.to("en")).click()
    expect(drafts).to_have_count(waiting - 1)
    page.goto(f"{opened.base}/batches/{stopped.id}")
    page.locator("select[name=state]").select_option("withdrawn")
    expect(page.locator("#cases tbody tr")).to_have_count(1)
    expect(page.locator("#cases tbody")).to_contain_text("ana")
    page.locator("input[name=q]").fill("nobody of that name")
    expect(page.get_by_text(words.NONE_FOUND.to("en"))).to_be_visible()

    page.goto(f"{opened.base}/evidence")
    narrow(page)
    with page.expect_download(timeout=LONG) as handed:
        page.get_by_role("button", name=words.EXPORT.to("en")).click()
    handed.value.save_as(tmp_path / "copy.zip")
    with zipfile.ZipFile(tmp_path / "copy.zip") as copy:
        assert "report.html" in {name.rpartition("/")[2] for name in copy.namelist()}
    page.locator("input[name=days]").fill("1")
    page.get_by_role("button", name=words.PURGE_TRY.to("en")).click()
    expect(page.get_by_text(stopped.id).last).to_be_visible()
    assert opened.console.assistant.batches()[0].purged_at is None

    page.goto(f"{opened.base}/portal")
    narrow(page)
    page.get_by_role("button", name=words.TRY_OF.to("en").format(account=account.name)).click()
    expect(page.locator("#portal td .good[role=status]")).to_be_visible(timeout=LONG)
    narrow(page)
    page.get_by_role("button", name=words.LOOK_NOW.to("en")).click()
    expect(page.locator("#portal > .said, #portal > .trouble")).to_be_visible(timeout=LONG)
    narrow(page)
    page.goto(f"{opened.base}/evidence")
    page.get_by_role("button", name=words.SEAL.to("en")).click()
    expect(page.get_by_role("status")).to_contain_text("✓")
    narrow(page)
