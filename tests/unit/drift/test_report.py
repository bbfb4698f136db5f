"""A report says each change once, with its screens and its elements, and what nobody looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.drift.baseline import Baseline
from bot.drift.report import DriftReport, Stop, report_of
from bot.drift.screen import Thing
from bot.flow.loader import load_library
from bot.flow.models import Library
from tests.unit.drift.portals import screen, written

SAVE, STORE = Thing("button", "Save"), Thing("button", "Store")
CANCEL, NEXT = Thing("button", "Cancel"), Thing("link", "Next")


@pytest.fixture
def office(tmp_path: Path) -> Library:
    return load_library(written(tmp_path))


def told(
    office: Library, *screens: Baseline, was: tuple[Baseline, ...] = (), stops: tuple[Stop, ...] = (), **fallbacks: str
) -> DriftReport:
    """The report on these screens; `fallbacks` are later candidates used on each."""
    known = {one.screen: one for one in was}
    return report_of(office, "en", screens, known, stops, fallbacks={one.screen: fallbacks for one in screens})


def said(report: DriftReport) -> list[str]:
    return [f"{one.words.to('en')} ({', '.join(one.screens)})" for one in report.findings]


def test_a_change_on_several_screens_is_told_once_with_the_elements_that_it_breaks(office: Library) -> None:
    was = [screen(SAVE, CANCEL, name=name, save=1, cancel=1) for name in ("form", "other")]
    now = [screen(STORE, CANCEL, name=name, save=0, cancel=1) for name in ("form", "other")]
    report = told(office, *now, was=tuple(was))
    assert said(report) == ["button ‘Save’ is now ‘Store’ (form, other)"]
    assert report.findings[0].elements == ("save",)
    assert not report.is_as_it_was
    assert "save" not in [one.element for one in report.unseen]


def test_an_element_that_is_found_still_is_not_broken(office: Library) -> None:
    report = told(office, screen(STORE, save=1), was=(screen(SAVE, save=1),))
    assert report.findings[0].elements == ()


def test_nothing_changed_is_said_only_of_what_was_compared(office: Library) -> None:
    same = screen(SAVE, save=1)
    assert told(office, same, was=(same,)).is_as_it_was
    first = told(office, same)
    assert first.fresh == ("form",) and not first.is_as_it_was
    stopped = told(office, same, was=(same,), stops=(Stop("x", "no"),))
    assert not stopped.is_as_it_was


def test_an_element_that_only_css_knows_is_missed_too(office: Library) -> None:
    report = told(office, screen(tab=0), was=(screen(tab=5),))
    assert said(report) == ["the element ‘tab’ of portal.yaml finds nothing any more (form)"]


def test_what_flows_can_do_without_comes_and_goes(office: Library) -> None:
    with_it, without = screen(SAVE, NEXT, save=1, next_page=1), screen(SAVE, save=1, next_page=0)
    assert told(office, without, was=(with_it,)).is_as_it_was
    assert told(office, with_it, was=(without,)).is_as_it_was


def test_several_are_too_many_unless_flows_say_which(office: Library) -> None:
    report = told(office, screen(save=2, tab=5), was=(screen(save=2, tab=5),))
    assert said(report) == ["the element ‘save’ of portal.yaml finds 2 things; it must find one (form)"]
    assert not report.evolve(accepted=(Path("form.yaml"),)).is_settled


def test_a_later_candidate_is_told(office: Library) -> None:
    now = screen(Thing("button", "Quit"), cancel=1)
    report = told(office, now, was=(screen(CANCEL, cancel=1),), cancel='css "#cancel"')
    assert said(report) == [
        "button ‘Cancel’ is gone (form)",
        "new button ‘Quit’ (form)",
        "the element ‘cancel’ of portal.yaml is only found by a later candidate: css \"#cancel\" (form)",
    ]


def test_a_screen_that_the_walk_leaves_out_is_told_unless_it_was_not_come_to(office: Library) -> None:
    was = (screen(name="form"), screen(name="old"))
    [finding] = told(office, screen(name="form"), was=was).findings
    assert (finding.kind, finding.screens) == ("unvisited", ("old",))
    stop = Stop("old", "not there", screens=("old",))
    assert not told(office, screen(name="form"), was=was, stops=(stop,)).findings


def test_what_was_not_looked_at_is_said_with_the_reason(office: Library) -> None:
    now = screen(wage=0, save=1, cancel=0, next_page=0, tab=0, message=0)  # person_row depends on a case
    reasons = {one.element: one.why.to("en") for one in told(office, now).unseen}
    assert reasons == {
        "wage": "it is on no screen of the walk",
        "cancel": "it is on no screen of the walk",
        "next_page": "the flows reckon with its being missing at times, and it is now",
        "tab": "it is on no screen of the walk",
        "person_row": "it depends on the data of a case",
        "message": "it shows only when the portal has something to say, or is at work",
    }
    stopped = told(office, now, stops=(Stop("x", "no"),))
    assert "could not come to all" in {one.element: one.why.to("en") for one in stopped.unseen}["wage"]


def test_what_was_accepted_is_settled_if_everything_was_seen(office: Library) -> None:
    accepted = told(office, screen()).evolve(accepted=(Path("form.yaml"),))
    assert accepted.is_settled
    assert not accepted.evolve(stops=(Stop("x", "no"),)).is_settled


def test_an_element_that_was_never_found_is_told_what_is_like_it(office: Library) -> None:
    things = Thing("button", "Save it"), CANCEL, Thing("field", "Save"), Thing("link", "Nex", doubtful=True)
    like = {one.element: one.like for one in told(office, screen(*things, save=0, cancel=1, next_page=0)).unseen}
    assert (like["save"], like["next_page"]) == ("Save it", "")
