"""The plugin as those who write scenarios and tests of their own meet it."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]

_LEAVER = '{flow: interrupt, id_number: "330299199112221079", name: 马玉兰, reason: "2"}'


_PASSES = f"""
    scenario: Somebody leaves & <b>stays</b>
    tags: [review]
    until: drafts
    roster: [{_LEAVER}]
    expect:
      cases: [{{state: drafted, pictures: [saved]}}]
      portal: {{drafts: [{{status: ready}}]}}
"""
_LOOKS = """
    scenario: Somebody looks at the door
    log_in: false
    steps: [{open: /}, {evidence: door}]
"""
_REJECTED = f"""
    scenario: Somebody leaves, and is rejected
    tags: [review]
    until: drafts
    roster: [{_LEAVER}]
    expect:
      problems: [{{row: 2, rule: ID05}}]
      cases: [{{state: rejected, says: no such reason, number: true, pictures: [no-such-picture]}}]
      asked: 3
      portal: {{drafts: [], filings: [{{status: rejected}}], events: {{saved: 7}}}}
"""
_WRONG_STEPS = """
    scenario: Wrong steps
    log_in: false
    steps:
      - open: /
      - klick: log_in
      - click: log_inn
"""
_STEPS_THAT_FAIL = """
    scenario: Steps that fail
    steps:
      - click: operations
      - wait_for: id_number
        timeout: 0.1
"""
_WRONG = f"""
    scenario: Wrong
    untill: drafts
    times: 0
    roster: [{_LEAVER}]
"""


def test_what_ends_otherwise_says_how_and_where(pytester: pytest.Pytester) -> None:
    """Whatever can be wrong with a scenario, all in one run."""
    pytester.makefile(
        ".scenario.yaml",
        rejected=_REJECTED,
        looks=_LOOKS,
        wrong_steps=_WRONG_STEPS,
        steps=_STEPS_THAT_FAIL,
        wrong=_WRONG,
        idle="scenario: Idle",
        busy=f"scenario: Busy\nroster: [{_LEAVER}]\nflow: login",
    )
    kept = ("--tracing", "on", "--screenshot", "only-on-failure", "--output", "kept")
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "--continue-on-collection-errors", *kept)
    result.assert_outcomes(passed=1, failed=3, errors=3)
    shown = result.stdout.str()
    for said in (
        "Somebody leaves, and is rejected",
        "the check does not say error ID05 of row 2",
        "rejected.scenario.yaml:7:19: case 1, 330*************79: is drafted, not rejected",
        "does not say “no such reason”",
        "has no number of the portal",
        "has no picture no-such-picture in its place",
        "a person was asked 0 times, not 3",
        "the portal has 1 more new drafts",
        "the portal has no new one in filings",
        "the portal recorded 1 × saved, not 7",
        "pictures: ",
    ):
        assert said in shown
    # A file that is wrong is told with its lines, and one with nothing or with two things to do.
    for line in ("*wrong.scenario.yaml:2:*untill*", "*wrong.scenario.yaml:3:*times*"):
        result.stdout.fnmatch_lines_random([line])
    assert shown.count("exactly one of roster, roster_file, flow and steps") >= 2
    # Steps that no flow could have are told as the loader tells them, those that fail by their own line.
    result.stdout.fnmatch_lines(["*wrong_steps.scenario.yaml:5:*klick*", "*did you mean*click*"])
    result.stdout.fnmatch_lines_random(
        ["*at *steps.scenario.yaml:4:*wait_for id_number*", "*picture: *", "trace: *.zip"]
    )
    folder = pytester.path / "kept"
    assert list(folder.glob("steps*/*.zip"))
    assert list(folder.glob("steps*/*failure.*"))
    assert not list(folder.glob("*looks*/*door.*"))


def test_what_goes_well_is_told_step_by_step_in_pictures(pytester: pytest.Pytester) -> None:
    """Scenarios, and tests in Python, which get a portal and file rosters."""
    pytester.makefile(".scenario.yaml", leaves=_PASSES, looks=_LOOKS)
    pytester.makepyfile("""
        import pytest
        from bot.errors import RosterError

        LEAVER = {"flow": "interrupt", "id_number": "330299199112221079", "name": "马玉兰", "reason": "2"}

        def test_rejected(mock_portal, file_roster):
            mock_portal.faults([{"kind": "review_reject", "id_number": LEAVER["id_number"]}])
            [batch] = file_roster([LEAVER]).batches
            [outcome] = batch.outcomes
            assert outcome.state == "rejected"
            [filing] = [one for one in mock_portal.state()["filings"] if one["no"] == outcome.number]
            assert filing["status"] == "rejected"

        def test_as_new_again(mock_portal, file_roster):
            assert not [one for one in mock_portal.state()["events"] if one["kind"] == "declared"]
            with pytest.raises(RosterError, match="ID05"):
                file_roster([{**LEAVER, "id_number": "330299199112221070"}])

        def test_a_flow(mock_portal, run_flow):
            run_flow("login")
            assert [one["kind"] for one in mock_portal.state()["events"]].count("login") == 1
            assert mock_portal.state()["sessions"] == []
            assert False, "as it were"
    """)
    kept = ("--screenshot", "on", "--output", "kept", "--video", "on")
    page = ("--portal-report", "out/page.html")
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-n", "1", *page, *kept)
    result.assert_outcomes(passed=4, failed=1)
    result.stdout.fnmatch_lines_random(["*out/page.html*", "--video: none is made of scenarios*"])
    html = (pytester.path / "out" / "page.html").read_text(encoding="utf-8")
    pictures = sorted(path.name for path in (pytester.path / "out" / "page_files").iterdir())
    assert pictures
    assert all(f'src="page_files/{name}"' in html for name in pictures)
    assert "Somebody leaves &amp; &lt;b&gt;stays&lt;/b&gt;" in html
    assert "click save_to_drafts" in html
    assert "save_form.yaml:" in html
    assert "<b>drafted</b>" in html
    assert "test_a_flow" in html
    assert "as it were" in html
    assert "login.yaml:" in html
    assert list((pytester.path / "kept").glob("*looks*/*door.*"))


def test_options_that_cannot_be_heeded_are_refused(pytester: pytest.Pytester) -> None:
    pytester.makefile(".scenario.yaml", looks=_LOOKS)
    pytester.makepyfile("def test_a_flow(run_flow):\n    run_flow('login')")
    result = pytester.runpytest_inprocess("-p", "no:cacheprovider", "-p", "no:asyncio", "--browser", "firefox")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: --browser firefox: *--browser-channel chromium, chrome or msedge*"])
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-n", "1", "--device", "iPhone 15")
    result.assert_outcomes(failed=1, errors=1)
    assert result.stdout.str().count("--device iPhone 15: ") >= 2


def test_an_expectation_that_holds_whatever_happens_is_no_expectation(monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.testing import vain as module
    from bot.testing.play import Played
    from bot.testing.scenario import Scenario
    from bot.testing.vain import vain_expectations

    books = {"drafts": [], "filings": [], "events": [], "sessions": []}
    played = Played(asked=2, before=books, after=books)

    def vain(**expected: object) -> list[tuple[str | int, ...]]:
        said = {"scenario": "x", "flow": "login", "expect": expected}
        return vain_expectations(Scenario.model_validate(said), played)

    assert vain(asked=2, portal={"events": {"saved": 0}, "drafts": []}) == []
    monkeypatch.setattr(module, "disagreements", lambda scenario, played: [])
    assert set(vain(asked=2, portal={"events": {"saved": 0}, "drafts": []})) == {
        ("expect", "asked"),
        ("expect", "portal", "events", "saved"),
        ("expect", "portal", "drafts"),
    }


def test_folders_of_flows_are_linted(pytester: pytest.Pytester) -> None:
    import shutil

    from bot.bundled import bundled_flows

    shutil.copytree(bundled_flows(), pytester.path / "flows")
    pytester.runpytest_inprocess(
        "-p", "no:cacheprovider", "-p", "no:playwright", "-p", "no:asyncio", "flows"
    ).assert_outcomes(passed=len(list((pytester.path / "flows").glob("*.yaml"))))
    login = pytester.path / "flows" / "login.yaml"
    login.write_text(login.read_text(encoding="utf-8").replace("click: ", "klick: ", 1), encoding="utf-8")
    result = pytester.runpytest_inprocess("-p", "no:cacheprovider", "-p", "no:playwright", "-p", "no:asyncio", "flows")
    assert result.ret == 1
    result.stdout.fnmatch_lines(["*login.yaml:*klick*"])


def test_two_expectations_need_two_things_that_agree() -> None:
    from types import SimpleNamespace

    from bot.testing.judge import disagreements
    from bot.testing.play import Played
    from bot.testing.scenario import Scenario

    books = {"drafts": [], "filings": [], "events": [], "sessions": []}
    said = SimpleNamespace(row=2, rule="ID09", severity=SimpleNamespace(value="warning"), is_error=False)
    played = Played(problems=[said], before=books, after=books)  # type: ignore[list-item]  # all that is looked at

    def wrong(times: int) -> int:
        problems = [{"row": 2, "rule": "ID09", "severity": "warning"}] * times
        scenario = {"scenario": "x", "roster_file": "x.csv", "until": "check", "expect": {"problems": problems}}
        return len(disagreements(Scenario.model_validate(scenario), played))

    assert (wrong(1), wrong(2)) == (0, 1)
