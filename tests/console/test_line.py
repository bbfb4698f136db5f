"""The line between a page and the console: cut and there again, without anything being lost from sight."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from bot.console.console import Console
from bot.console.server import Offer
from bot.service import Assistant
from tests.console.conftest import served
from tests.console.many import many


def test_a_page_says_that_the_console_is_gone_and_catches_up_when_it_is_there_again(
    page: Page, home: Path, console: Console, assistant: Assistant
) -> None:
    [first] = many(home, 3)
    gone = page.locator("#cut")
    with served(console) as opened:
        page.goto(opened.address)
        expect(page.locator(f"#batch-{first}")).to_be_visible()
        expect(gone).to_be_hidden()
        page.evaluate("document.body.dataset.same = 'yes'")
    expect(gone).to_be_visible()
    again = Offer(port=int(opened.base.rpartition(":")[2]))
    with served(Console(assistant, "ana"), again):
        expect(gone).to_be_hidden(timeout=20_000)
    [second] = many(home, 3, start=3)
    with served(Console(assistant, "ana"), again):
        expect(page.locator(f"#batch-{second}")).to_be_visible(timeout=20_000)
    assert page.evaluate("document.body.dataset.same") == "yes", "it was not loaded anew"
