"""Each way in which a portal changes is told, in each language; and the portal is left as it was."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.errors import AccountBusy
from bot.filing.identity import Employer, origin_of
from bot.filing.journal.address import file_url
from bot.filing.journal.store import open_journal
from bot.flow.lint import lint
from bot.flow.loader import load_library
from bot.service.assistant import JOURNAL
from bot.text import LANGUAGES, Language
from tests.browser.drift.conftest import Walk
from tests.portal.clerk import ACCOUNT, CLOCK

FORMS = "add-form, renew-form, interrupt-form"
SAVE: dict[Language, tuple[str, str]] = {
    "zh": ("保存草稿", f"按钮“保存到草稿箱”现名为“保存草稿” [{FORMS}]"),
}
HARMLESS = {"login", "logout", "opened"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_portal_that_is_as_it_was_is_said_to_be(walker: Walk, language: Language) -> None:
    walk = walker(language)
    before = walk.mock.state()
    report = await walk()
    after = walk.mock.state()

    assert report.is_as_it_was, walk.said(report)
    assert report.language == language
    assert {"save_to_drafts", "declare", "wage", "reason", "arrears", "user_name", "list"} <= report.found
    assert "message" in [one.element for one in report.unseen]
    assert (after["drafts"], after["filings"]) == (before["drafts"], before["filings"])
    assert {event["kind"] for event in after["events"][len(before["events"]) :]} == HARMLESS
    assert after["sessions"] == []


@pytest.mark.parametrize("language", SAVE)
async def test_a_renamed_button_is_told_proposed_and_accepted(walker: Walk, flows: Path, language: Language) -> None:
    walk = walker(language)
    name, sentence = SAVE[language]
    fault = {"kind": "rename_label", "label": "save_to_drafts", "text": name}
    before = (flows / "portal.yaml").read_bytes()

    report = await walk(fault, propose=True)
    assert walk.said(report) == [sentence]
    assert report.findings[0].elements == ("save_to_drafts",)
    assert (flows / "portal.yaml").read_bytes() == before
    assert [line[:1] for line in report.diff.splitlines()[3:]].count("+") == 1

    (flows / "portal.proposed.yaml").replace(flows / "portal.yaml")
    assert lint(flows) == []
    changed = load_library(flows).portal.elements["save_to_drafts"].candidates[0].button
    assert changed is not None and changed.to(language) == name
    assert len(set(changed.values())) == 3

    assert (await walk(fault, accept=True)).is_settled
    assert (await walk(fault)).is_as_it_was


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (
            {"kind": "move_button"},
            [
                "button ‘Save to drafts’ moved: it was after ‘County or district’, and is at the top now [add-form]",
                "button ‘Save to drafts’ moved: it was after ‘Pay arrears?’, and is at the top now [renew-form]",
                "button ‘Save to drafts’ moved: it was after ‘Interruption reason’, and is at the top now "
                "[interrupt-form]",
            ],
        ),
        (
            {"kind": "remove_field", "field": "household"},
            ["field ‘Household registration type’ is gone [add-form, renew-form]"],
        ),
        (
            {"kind": "new_required_field", "label": "Telephone"},
            [f"new required field ‘Telephone’ [{FORMS}]"],
        ),
        (
            {"kind": "rename_label", "label": "wage", "text": "Monthly base"},
            ["field ‘Declared wage (base)’ is now ‘Monthly base’ [add-form, renew-form]"],
        ),
        (
            {"kind": "rename_label", "label": "summary", "text": "Content"},
            ["column ‘Summary’ is gone [drafts, under-review, approved, rejected]",
             "new column ‘Content’ [drafts, under-review, approved, rejected]"],
        ),
    ],
    ids=lambda value: "-".join(map(str, value.values())) if isinstance(value, dict) else "",
)  # fmt: skip
async def test_each_kind_of_change_is_told(walker: Walk, fault: dict[str, str], said: list[str]) -> None:
    walk = walker("en")
    report = await walk(fault)
    assert walk.said(report) == said
    assert not report.is_settled


async def test_what_the_walk_itself_needs_stops_only_a_part_of_it(walker: Walk, flows: Path) -> None:
    walk = walker("en")
    report = await walk({"kind": "rename_label", "label": "op_add", "text": "Add an employee"}, propose=True)
    assert walk.said(report) == ["link ‘Add employee’ is now ‘Add an employee’ [operations]"]
    [stop] = report.stops
    assert stop.screens == ("add-form",)
    assert Path(stop.place.split(".yaml")[0]).name == "open_operation"
    assert "Add an employee" in stop.nearest
    assert {"renew-form", "rejected"} <= {one.screen for one in report.screens}
    assert "+  add: {es: Alta de trabajador, en: Add an employee, zh: 人员新增}" in report.diff


async def test_a_login_that_has_changed_is_told_though_nothing_else_can_be(walker: Walk) -> None:
    walk = walker("en")
    report = await walk({"kind": "rename_label", "label": "user_name", "text": "User number"})
    assert walk.said(report) == ["field ‘User name’ is now ‘User number’ [login]"]
    [stop] = report.stops
    assert "drafts" in stop.screens and stop.stage == "login"
    assert not report.is_settled


async def test_without_a_baseline_it_says_so(walker: Walk, flows: Path) -> None:
    (flows / "screens" / "en" / "drafts.yaml").unlink()
    report = await walker("en")()
    assert report.fresh == ("drafts",) and not report.findings and not report.is_as_it_was


async def test_an_account_that_is_at_work_is_left_alone(walker: Walk) -> None:
    walk = walker("en")
    employer = Employer(origin_of(walk.mock.url), ACCOUNT)
    walk.home.mkdir()
    with open_journal(file_url(walk.home / JOURNAL)) as journal:
        journal.take(employer.key, "a batch", at=datetime.fromisoformat(CLOCK), ttl=timedelta(minutes=1))
        with pytest.raises(AccountBusy):
            await walk()
    assert [event for event in walk.mock.state()["events"] if event["kind"] == "login"] == []


async def test_a_screen_can_be_kept_to_a_part_of_the_page(walker: Walk, flows: Path) -> None:
    path = flows / "walk.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "evidence: operations", "evidence: operations\n        within: {css: .top-menu}"
    )
    path.write_text(text, encoding="utf-8")
    [operations] = [one for one in (await walker("en")()).screens if one.screen == "operations"]
    assert [thing.name for thing in operations.things] == ["Welcome", "My documents", "Operations"]
