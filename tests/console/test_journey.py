"""The whole job in a real browser, in each language, with every page looked over by axe."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from bot.cli.sample import sample_account
from bot.console import words
from bot.text import Language, Text
from mock_portal.settings import Captcha
from tests.console.conftest import Opened, short_roster, with_wrong_id

pytestmark = pytest.mark.timeout(400)  # a batch is filed, and every page looked over by axe
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
LONG = 90_000
"""Milliseconds: a batch is filed meanwhile."""


def accessible(page: Page) -> None:
    """Nothing that axe finds wrong, once the page has its styles."""
    page.wait_for_load_state("load")
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("language", ["es", "en", "zh"])
def test_the_whole_job(
    page: Page, serve_at: Callable[..., Opened], tmp_path: Path, language: Language
) -> None:
    opened = serve_at(captcha=Captcha.parse("fixed"), language=language)
    assistant = opened.console.assistant
    roster = short_roster(assistant, tmp_path / "june.xlsx")
    right = with_wrong_id(roster)
    account = sample_account()
    trouble: list[str] = []
    page.on("console", lambda said: trouble.append(said.text))
    page.on("pageerror", lambda error: trouble.append(str(error)))

    def say(text: Text) -> str:
        return text.to(language)

    def press(text: Text) -> None:
        page.get_by_role("button", name=say(text), exact=True).first.click()

    page.goto(opened.address)
    page.locator(f"nav button[value={language}]").click()
    expect(page.get_by_text(say(words.NO_BATCHES))).to_be_visible()
    accessible(page)

    page.get_by_role("link", name=say(words.NEW), exact=True).first.click()
    accessible(page)
    page.locator("input[name=roster]").set_input_files(roster)
    wrong = page.locator(".fault", has=page.locator(".state.bad"))
    expect(wrong).to_be_visible()
    accessible(page)
    wrong.locator("input[name=value]").fill(right)
    wrong.get_by_role("button").first.click()
    expect(page.locator(".state.bad")).to_have_count(0)

    there = page.url
    page.goto(f"{there}/explain")
    accessible(page)
    page.goto(there)
    page.locator("input[name=account]").fill(account.name)
    page.locator("input[name=user]").fill(account.user)
    press(words.START)
    page.get_by_role("link", name=say(words.ANSWER_NEEDED)).click()
    accessible(page)
    page.locator("input[name=answer][type=password]").fill(account.password.get_secret_value())
    press(words.SEND)
    page.locator("nav .badge").wait_for()
    page.goto(f"{opened.base}/questions")
    expect(page.locator("img.captcha")).to_be_visible()
    accessible(page)
    page.locator("input[name=answer]").fill("2468")
    press(words.SEND)

    review = page.locator("a[href$='/review']")
    review.wait_for(timeout=LONG)
    accessible(page)
    review.click()
    accessible(page)
    page.locator("[data-ticks]").check()
    press(words.DECLARE)
    page.locator("nav .badge").wait_for(timeout=LONG)
    page.goto(f"{opened.base}/questions")
    page.locator("input[name=answer]").fill("2468")
    press(words.SEND)
    page.wait_for_url("**/batches/*")
    expect(page.get_by_role("button", name=say(words.STOP))).to_have_count(0, timeout=LONG)
    [view] = assistant.batches()
    assert all(outcome.number and outcome.filed_at for outcome in view.outcomes)
    assert {outcome.approved_by for outcome in view.outcomes} == {"ana"}

    page.locator("#cases a").first.click()
    expect(page.locator("figure img").first).to_be_visible()
    accessible(page)
    page.goto(f"{opened.base}/evidence")
    press(words.VERIFY)
    expect(page.get_by_role("status")).to_contain_text("✓")
    accessible(page)
    for path in ("portal", "flows", f"flows/{view.outcomes[0].case.flow.flow}", f"batches/{view.id}/log", "users", ""):
        page.goto(f"{opened.base}/{path}")
        accessible(page)
    page.goto(f"{opened.base}/batches/{view.id}/log")
    expect(page.locator("tbody")).to_contain_text(say(words.CLEARED))
    [name] = {str(one.values["name"]) for one in assistant.cases(view.id).values() if one.flow.flow == "add"}
    expect(page.locator("tbody")).to_contain_text(name)
    page.goto(f"{opened.base}/batches/{view.id}/report")
    expect(page.locator("body")).to_contain_text(view.id)
    assert not trouble
