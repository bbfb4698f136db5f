"""The traps are real: in a browser, the naive way fails, and the careful way does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Error, FrameLocator, Locator, Page, expect

from tests.portal.clerk import ACCOUNT, ACTIVE, GAP_2, GAP_5, UNKNOWN, Clerk

SEVERAL = "330299198508221353"


@pytest.fixture
def hand(fresh: str, connect: Callable[[str], Clerk]) -> Clerk:
    """Reaches behind the portal's back; not logged in."""
    return connect(fresh)


def open_form(page: Page, title: str = "Add employee") -> FrameLocator:
    page.get_by_role("link", name="Operations").click()
    page.locator(".operations").get_by_role("link", name=title).click()
    return page.frame_locator(".tab-body:visible iframe")


def open_documents(page: Page) -> FrameLocator:
    page.get_by_role("link", name="My documents").click()
    documents = page.frame_locator("#documents")
    expect(documents.locator("td.summary").first).to_be_visible()
    expect(documents.locator(".mask")).to_be_hidden()
    return documents


def look_up(form: FrameLocator, number: str) -> None:
    form.locator("#aac002").fill(number)
    form.locator("#aac002").press("Enter")
    expect(form.locator(".mask")).to_be_hidden()


def choose(form: FrameLocator, name: str, text: str) -> None:
    form.locator(f"#{name}_combo").click()
    form.locator(".combo-item:visible").get_by_text(text, exact=True).click()
    expect(form.locator(".mask")).to_be_hidden()


def fill_add(form: FrameLocator, number: str = UNKNOWN) -> None:
    look_up(form, number)
    form.locator("#aac003").fill("测试甲")
    form.locator("#aac040").fill("6000")
    choose(form, "aac009", "local urban")
    choose(form, "sfwlwg", "No")
    choose(form, "cjwlbx", "No")


def save(form: FrameLocator) -> None:
    form.get_by_role("button", name="Save to drafts").click()
    expect(box(form)).to_have_text("Saved to the drafts.")
    form.get_by_role("button", name="OK").click()


def box(within: Page | FrameLocator) -> Locator:
    return within.locator(".msgbox-text")


def test_what_is_typed_under_the_mask_is_lost(page: Page, hand: Clerk):
    hand.control("faults", [{"kind": "slow_mask", "seconds": 0.5}])
    form = open_form(page)
    form.locator("#aac002").fill(UNKNOWN)
    form.locator("#aac002").press("Enter")
    expect(form.locator(".mask")).to_be_visible()
    expect(page.locator(".page-mask")).to_be_visible()
    form.locator("#aac003").fill("typed too early")
    expect(form.locator("#aac003")).to_have_value("typed too early")
    expect(form.locator(".mask")).to_be_hidden()
    expect(page.locator(".page-mask")).to_be_hidden()
    expect(form.locator("#aac003")).to_have_value("")
    form.locator("#aac003").fill("typed in time")
    expect(form.locator("#aac003")).to_have_value("typed in time")


def test_a_button_clicked_straight_from_the_id_number_is_never_pressed(page: Page, hand: Clerk):
    form = open_form(page)
    hand.control("faults", [{"kind": "slow_mask", "seconds": 0.5}])
    form.locator("#aac002").fill(UNKNOWN)
    form.get_by_role("button", name="Save to drafts").click()
    expect(form.locator(".mask")).to_be_hidden()
    assert hand.events() == ["login", "opened", "lookup"]
    form.get_by_role("button", name="Save to drafts").click()
    expect(box(form)).to_contain_text("Required fields are missing: Name")


def test_a_confirm_that_nobody_answers_is_a_cancel(page: Page, hand: Clerk):
    documents = open_documents(page)
    documents.get_by_role("checkbox").first.check()
    declare = documents.locator(".tab-body:visible #btnDeclare")
    declare.click()
    page.once("dialog", lambda dialog: dialog.dismiss())
    declare.click()
    assert "declared" not in hand.events()
    page.once("dialog", lambda dialog: dialog.accept())
    declare.click()
    expect(box(documents)).to_have_text("1 declared.")
    assert hand.events().count("declared") == 1


def test_ids_repeat_across_the_five_tabs(page: Page):
    documents = open_documents(page)
    expect(documents.locator("#btnDeclare")).to_have_count(5)
    with pytest.raises(Error, match="strict mode violation"):
        documents.locator("#btnDeclare").click()
    documents.get_by_role("link", name="Rejected (1)").click()
    expect(documents.locator(".tab-body:visible #grid tbody tr")).to_have_count(1)
    expect(documents.locator("#grid").first.locator("tbody tr")).to_have_count(15)


def test_the_buttons_are_pictures_without_a_name(page: Page):
    documents = open_documents(page)
    for name in ("Select all", "Delete", "Declare"):
        expect(documents.get_by_role("button", name=name)).to_have_count(0)
        expect(documents.get_by_alt_text(name)).to_have_count(0)
    assert documents.locator(".toolbar:visible img").first.evaluate("one => one.naturalWidth") > 30


def test_an_open_tab_comes_back_with_its_old_data(page: Page):
    fill_add(open_form(page))
    save(page.frame_locator(".tab-body:visible iframe"))
    expect(page.frame_locator("#documents").locator("td.summary").first).to_contain_text(UNKNOWN)
    form = open_form(page)
    expect(form.locator("#aac002")).to_have_value(UNKNOWN)
    expect(form.locator("#aac003")).to_have_value("测试甲")
    page.locator("#operation_tabs li.current").get_by_text("×").click()
    expect(open_form(page).locator("#aac002")).to_have_value("")


def test_operations_open_in_frames_without_id_or_name(page: Page):
    open_form(page).locator("#aac002").wait_for()
    frame = page.locator(".tab-body:visible iframe")
    assert [frame.get_attribute(name) for name in ("id", "name")] == [None, None]


def test_the_sixth_tab_is_refused(page: Page):
    titles = ["Add employee", "Resume coverage (renewal)", "Interrupt coverage", "Insured people", "Employer data"]
    for title in titles:
        open_form(page, title)
        expect(page.locator("#operation_tabs li.current")).to_contain_text(title)
    open_form(page, "Base limits")
    expect(box(page)).to_have_text("At most 5 operations can be open at a time. Close one first.")
    expect(page.locator("#operation_tabs li")).to_have_count(6)


def test_the_drafts_frame_is_blank_until_first_opened(page: Page):
    assert page.locator("#documents").get_attribute("src") == "about:blank"
    open_documents(page)


def test_a_combo_is_no_select_and_refuses_what_is_not_in_its_list(page: Page):
    form = open_form(page)
    household = form.locator("#aac009_combo")
    with pytest.raises(Error, match="not a <select>"):
        household.select_option("local urban")
    household.fill("somewhere else")
    household.press("Tab")
    expect(household).to_have_value("")
    expect(household).to_have_class("refused")
    household.fill("rural")
    expect(form.locator(".combo-item:visible")).to_have_text(["local rural", "non-local rural"])
    form.locator(".combo-item:visible").first.click()
    expect(form.locator("#aac009")).to_have_value("household_21")
    assert form.locator(".combo-list").first.evaluate("one => one.parentNode.tagName") == "BODY"


def test_a_full_page_of_ticks_declares_every_page(page: Page, hand: Clerk):
    documents = open_documents(page)
    documents.locator(".tab-body:visible #btnSelectAll").click()
    expect(documents.get_by_role("checkbox", checked=True)).to_have_count(15)
    asked: list[str] = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.accept()))
    documents.locator(".tab-body:visible #btnDeclare").click()
    expect(box(documents)).to_have_text("18 declared.")
    assert asked == ["You have ticked all the rows. Declare ALL drafts on all pages?"]
    assert [one["status"] for one in hand.state()["drafts"] if one["account"] == ACCOUNT] == ["has_errors"] * 2
    expect(documents.get_by_role("link", name="Drafts (2)")).to_be_visible()


def test_fourteen_ticks_declare_what_is_ticked(page: Page, hand: Clerk):
    documents = open_documents(page)
    documents.locator(".tab-body:visible #btnSelectAll").click()
    ticked = [one.get_attribute("value") for one in documents.get_by_role("checkbox").all()[1:]]
    documents.get_by_role("checkbox").first.uncheck()
    page.once("dialog", lambda dialog: dialog.accept())
    documents.locator(".tab-body:visible #btnDeclare").click()
    expect(box(documents)).to_have_text("12 declared.")
    assert {one["no"] for one in hand.state()["events"] if one["kind"] == "declared"} < set(ticked)


def test_a_full_page_of_ticks_deletes_every_page(page: Page, hand: Clerk):
    documents = open_documents(page)
    documents.locator(".tab-body:visible #btnSelectAll").click()
    page.once("dialog", lambda dialog: dialog.accept())
    documents.locator(".tab-body:visible #btnDelete").click()
    expect(box(documents)).to_have_text("20 deleted.")
    assert [one for one in hand.state()["drafts"] if one["account"] == ACCOUNT] == []


def test_a_lost_session_is_a_box_or_a_login_page_with_status_200(page: Page, hand: Clerk):
    form = open_form(page)
    form.locator("#aac002").wait_for()
    hand.control("faults", [{"kind": "session_expiry", "at": "lookup"}])
    look_up(form, UNKNOWN)
    expect(box(form)).to_have_text("The session has expired. Please log in again.")
    with page.expect_response("**/documents") as response:
        page.get_by_role("link", name="My documents").click()
    assert response.value.status == 200
    expect(page.frame_locator("#documents").get_by_label("Password")).to_be_visible()


def test_a_stale_session_is_asked_about_and_cancel_stays_outside(page: Page, chromium: Browser):
    context = chromium.new_context()
    second = context.new_page()
    second.goto(page.url.replace("main", ""))
    second.get_by_label("User name").fill(ACCOUNT)
    second.get_by_label("Password").fill(f"demo-{ACCOUNT}")
    asked: list[str] = []
    second.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    second.get_by_label("Password").press("Enter")
    expect(second.locator(".mask")).to_be_hidden()
    assert "not closed" in asked[0] and not second.url.endswith("main")
    second.once("dialog", lambda dialog: dialog.accept())
    second.get_by_role("button", name="Log in").click()
    second.wait_for_url("**/main")
    context.close()


def test_enter_moves_on_like_tab(page: Page):
    form = open_form(page)
    for name in ("aac002", "aac003", "aac009_combo", "aac040"):
        expect(form.locator("#aac002")).to_be_visible()
        form.locator(f"#{name}").press("Enter")
        expect(form.locator(".mask")).to_be_hidden()
    expect(form.locator("#sfwlwg_combo")).to_be_focused()


@pytest.mark.parametrize(("how", "name"), [("dblclick", "沈志远（旧）"), ("Enter", "沈志远"), ("Escape", "")])
def test_several_hits_are_chosen_from_a_popup(page: Page, how, name):
    form = open_form(page)
    look_up(form, SEVERAL)
    rows = form.locator(".popup tr:has(td)")
    expect(rows).to_have_count(2)
    if how == "dblclick":
        rows.nth(1).dblclick()
    else:
        rows.first.press(how)
    expect(form.locator(".popup")).to_have_count(0)
    expect(form.locator("#aac003")).to_have_value(name)


def test_province_city_and_county_follow_each_other(page: Page):
    form = open_form(page)
    county = form.locator("#xian_combo")
    expect(form.locator("#sheng_combo")).to_be_disabled()
    choose(form, "cjwlbx", "Yes")
    expect(form.locator("#star_xian")).to_be_visible()
    choose(form, "sheng", "浙江省")
    choose(form, "shi", "宁波市")
    choose(form, "xian", "海曙区")
    choose(form, "sheng", "广东省")
    expect(county).to_have_value("")
    choose(form, "shi", "东莞市")
    expect(county).to_be_disabled()
    choose(form, "cjwlbx", "No")
    expect(form.locator("#shi")).to_have_value("")


@pytest.mark.parametrize(("number", "unlocked"), [(GAP_2, True), (GAP_5, False)])
def test_the_arrears_notice_names_each_branch_and_unlocks_the_question(page: Page, number, unlocked):
    form = open_form(page, "Resume coverage (renewal)")
    expect(form.locator("#sfbj_combo")).to_be_disabled()
    look_up(form, number)
    expect(form.locator(".msgbox-title")).to_have_text("Arrears notice")
    for branch in ("pension", "unemployment", "medical", "work injury", "maternity"):
        expect(box(form)).to_contain_text(branch)
    form.get_by_role("button", name="OK").click()
    expect(form.locator("#sfbj_combo")).to_be_enabled(enabled=unlocked)


def test_a_question_posts_the_form_again_only_after_yes(page: Page, hand: Clerk):
    form = open_form(page)
    fill_add(form)
    form.locator("#aac040").fill("100")
    for answer in ("No", "Yes"):
        form.get_by_role("button", name="Save to drafts").click()
        expect(box(form)).to_contain_text("adjusted to 4500")
        assert "saved" not in hand.events()
        form.get_by_role("button", name=answer).click()
    expect(box(form)).to_have_text("Saved to the drafts.")
    assert hand.draft(UNKNOWN)["entries"]["wage"] == "4500"


def test_a_double_click_edits_a_draft(page: Page, hand: Clerk):
    documents = open_documents(page)
    row = documents.get_by_role("row", name="五千二百")
    expect(row.get_by_title("Has errors")).to_be_visible()
    row.locator("td.summary").dblclick()
    form = page.frame_locator(".tab-body:visible iframe")
    form.locator("#aac040").fill("5200")
    save(form)
    expect(documents.get_by_title("Has errors")).to_have_count(1)
    assert sum(one["status"] == "has_errors" for one in hand.state()["drafts"]) == 1


def test_an_interruption_takes_an_id_number_and_a_reason(page: Page, hand: Clerk):
    form = open_form(page, "Interrupt coverage")
    look_up(form, ACTIVE)
    assert form.locator("#aac003").input_value()
    choose(form, "zdyy", "End of contract")
    save(form)
    assert hand.draft(ACTIVE)["shown"]["reason"] == "End of contract"


def test_no_hit_is_silent_on_add_and_an_error_elsewhere(page: Page):
    look_up(form := open_form(page), UNKNOWN)
    expect(form.locator(".msgbox")).to_have_count(0)
    look_up(form := open_form(page, "Interrupt coverage"), UNKNOWN)
    expect(box(form)).to_have_text("This person is not active in your company.")


def test_a_closed_window_is_a_box_on_the_top_page(page: Page, hand: Clerk):
    hand.control("clock", {"now": "2026-11-24T09:00+08:00"})
    page.get_by_role("link", name="Operations").click()
    page.get_by_role("link", name="Add employee").click()
    expect(box(page)).to_contain_text("no operations are taken now")
    expect(page.locator("#operation_tabs li")).to_have_count(1)


def test_a_browser_does_not_repeat_what_was_saved_and_never_answered(page: Page, hand: Clerk):
    form = open_form(page)
    fill_add(form)
    hand.control("faults", [{"kind": "commit_then_drop", "at": "save"}])
    form.get_by_role("button", name="Save to drafts").click()
    expect(box(form)).to_contain_text("Whether the operation was done is unknown")
    assert hand.events() == ["login", "opened", "lookup", "saved"]
