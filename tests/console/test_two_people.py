"""Four eyes are two people: whoever began a batch cannot approve it, whatever else they may."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from bot.cli.sample import sample_account
from bot.console import words
from bot.console.security import Role
from bot.console.security.users import Users
from tests.console.conftest import PASSWORD, Opened, short_roster
from tests.console.test_journey import LONG, accessible


@pytest.mark.timeout(300)
def test_one_begins_and_another_approves(
    page: Page, home: Path, serve_at: Callable[..., Opened], tmp_path: Path
) -> None:
    users, account = Users(home), sample_account()
    users.add("Ana", [Role.CLERK, Role.APPROVER], PASSWORD)
    users.add("Eva", [Role.APPROVER], PASSWORD)
    opened = serve_at()
    opened.console.given = {account.name: account}
    roster = short_roster(opened.console.assistant, tmp_path / "june.xlsx")

    def press(text: object) -> None:
        page.get_by_role("button", name=str(text), exact=True).first.click()

    def sign_in(name: str) -> None:
        page.locator("input[name=name]").fill(name)
        page.locator("input[name=password]").fill(PASSWORD)
        press(words.SIGN_IN.to("en"))
        expect(page.locator(".who")).to_have_text(name)

    page.goto(f"{opened.address}/new")
    accessible(page)
    sign_in("Ana")
    assert page.url == f"{opened.base}/new"
    page.locator("input[name=roster]").set_input_files(roster)
    press(words.CHECK.to("en"))
    page.locator("input[name=account]").fill(account.name)
    page.locator("input[name=four_eyes]").check()
    press(words.START.to("en"))
    page.locator("a[href$='/review']").first.click(timeout=LONG)
    page.locator("[data-ticks]").check()
    press(words.DECLARE.to("en"))
    expect(page.get_by_role("alert")).to_contain_text("Ana")
    [view] = opened.console.assistant.batches()
    assert view.started_by == "Ana"
    assert not any(outcome.approved_by or outcome.filed_at for outcome in view.outcomes)

    page.goto(f"{opened.base}/batches/{view.id}")
    press(words.SIGN_OUT.to("en"))
    page.wait_for_url("**/sign-in")
    page.goto(f"{opened.base}/batches/{view.id}/review")
    sign_in("Eva")
    page.locator("[data-ticks]").check()
    press(words.DECLARE.to("en"))
    page.wait_for_url(f"**/batches/{view.id}")
    expect(page.locator(".running")).to_have_count(0, timeout=LONG)
    [view] = opened.console.assistant.batches()
    assert {outcome.approved_by for outcome in view.outcomes} == {"Eva"}
    assert all(outcome.number and outcome.filed_at for outcome in view.outcomes)
