"""A spreadsheet is dropped, put right by keyboard alone, and started."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from pathlib import Path

import httpx
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from bot.cli.sample import sample_account
from bot.console import words
from bot.text import Text
from tests.console.conftest import Opened, short_roster, with_wrong_id
from tests.console.test_journey import accessible

LONG = 60_000
DROP = """([name, content]) => {
  const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
  const dropped = new DataTransfer();
  dropped.items.add(new File([bytes], name));
  const at = {bubbles: true, cancelable: true, dataTransfer: dropped};
  const place = document.querySelector('h1');
  place.dispatchEvent(new DragEvent('dragover', at));
  place.dispatchEvent(new DragEvent('drop', at));
}"""


def test_a_dropped_spreadsheet_is_put_right_by_keyboard_alone(
    page: Page, serve_at: Callable[..., Opened], tmp_path: Path
) -> None:
    opened, account = serve_at(), sample_account()
    opened.console.given = {account.name: account}
    path = short_roster(opened.console.assistant, tmp_path / "june.xlsx")
    right = with_wrong_id(path)
    book = load_workbook(path)
    sheet = book.worksheets[0]
    household = str(sheet["D2"].value)
    sheet["D2"], sheet["E2"] = household[:-1], "a lot"
    book.save(path)

    def focused() -> Locator:
        return page.locator(":focus")

    page.goto(opened.address)
    page.goto(f"{opened.base}/new")
    page.evaluate(DROP, [path.name, base64.b64encode(path.read_bytes()).decode()])
    page.wait_for_url("**/new/*")
    expect(page.locator("#summary")).to_contain_text(words.ERRORS.of(3).to("en"))
    accessible(page)

    page.locator("input[type=search]").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(right)
    page.keyboard.press("Enter")
    expect(page.locator("#summary")).to_contain_text(words.ERRORS.of(2).to("en"))
    expect(focused()).to_have_attribute("aria-label", re.compile("D2"))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # what is proposed
    expect(page.locator("#summary")).to_contain_text(words.ERRORS.of(1).to("en"))
    expect(focused()).to_have_attribute("aria-label", re.compile("E2"))
    accessible(page)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("6000")
    page.keyboard.press("Enter")
    expect(page.locator("#summary")).to_contain_text(words.ALL_GOOD.of(3).to("en"))
    expect(page.get_by_text(words.NONE_LEFT.to("en"))).to_be_visible()

    account_box = page.locator("input[name=account]")
    account_box.fill("")
    account_box.focus()
    page.keyboard.type(account.name)
    page.keyboard.press("Tab")
    page.keyboard.type(account.user)
    page.keyboard.press("Enter")
    page.wait_for_url("**/batches/*")
    page.locator("a[href$='/review']").first.wait_for(timeout=LONG)
    expect(page.get_by_role("button", name=words.STOP.to("en"))).to_have_count(0, timeout=LONG)
    [view] = opened.console.assistant.batches()
    cases = opened.console.assistant.cases(view.id)
    [added] = [case for case in cases.values() if case.flow.flow == "add"]
    assert (added.person, str(added.values["household"]), added.values["wage"]) == (right, household, 6000)
    assert not list((opened.console.assistant.home / "uploads").rglob("june.xlsx"))
    said: Text = words.SAME_AGAIN.format(batch=view.id)
    again = opened.console.uploads.take(path.name, _put_right(path, right, household))
    page.goto(f"{opened.base}/new/{again}")
    expect(page.get_by_text(said.to("en"))).to_be_visible()


def _put_right(path: Path, right: str, household: str) -> bytes:
    book = load_workbook(path)
    sheet = book.worksheets[0]
    sheet["B2"], sheet["D2"], sheet["E2"] = right, household, 6000
    book.save(path)
    return path.read_bytes()


def test_a_trial_saves_nothing(page: Page, serve_at: Callable[..., Opened], tmp_path: Path) -> None:
    opened, account = serve_at(), sample_account()
    opened.console.given = {account.name: account}
    path = short_roster(opened.console.assistant, tmp_path / "june.xlsx")
    upload = opened.console.uploads.take(path.name, path.read_bytes())

    def recorded() -> list[object]:
        told = httpx.get(f"{opened.console.assistant.url.rstrip('/')}/_mock/state").json()
        return [told["drafts"], told["filings"]]

    before = recorded()
    page.goto(opened.address)
    page.goto(f"{opened.base}/new/{upload}/explain?case=add-002&account={account.name}&user={account.user}")
    accessible(page)
    page.get_by_role("button", name=words.REHEARSE.to("en")).click()
    expect(page.get_by_text(words.NOTHING_SAVED.to("en"))).to_be_visible(timeout=LONG)
    expect(page.locator(".trial .state.good")).to_be_visible()
    pictures = page.locator(".trial .thumbs img")
    expect(pictures).to_have_count(2)  # the form as it was filled in, and what the portal showed in the end
    widths = "all => Promise.all(all.map((one) => one.decode().then(() => one.naturalWidth)))"
    assert min(pictures.evaluate_all(widths)) > 0
    accessible(page)
    assert recorded() == before

    page.goto(f"{opened.base}/new/{upload}/explain?account={account.name}&user={account.user}")
    page.get_by_role("button", name=words.TRY_ALL.of(3).to("en")).click()
    expect(page.locator(".trial")).to_have_count(3, timeout=LONG)
    expect(page.locator(".tallies")).to_contain_text("3")
    shown = page.locator(".trial").first.locator(".thumbs img").first.get_attribute("src")
    assert page.request.get(f"{opened.base}{shown}").ok
    assert page.request.get(f"{opened.base}{shown}99").status == 404
    assert recorded() == before
    assert not opened.console.assistant.batches()
