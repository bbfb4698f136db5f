"""The plugin as those who write scenarios and tests of their own meet it."""

from __future__ import annotations

import pytest

pytest_plugins = ["pytester"]

_LEAVER = '{flow: interrupt, id_number: "330299199112221079", name: 马玉兰, reason: "2"}'


def test_a_scenario_that_ends_otherwise_says_how_and_where(pytester: pytest.Pytester) -> None:
    pytester.makefile(
        ".scenario.yaml",
        rejected=f"""
            scenario: Somebody leaves, and is rejected
            tags: [review]
            until: drafts
            roster: [{_LEAVER}]
            expect:
              problems: [{{row: 2, rule: ID05}}]
              cases: [{{state: rejected, says: no such reason, number: true, pictures: [no-such-picture]}}]
              asked: 3
              portal: {{drafts: [], filings: [{{status: rejected}}], events: {{saved: 7}}}}
        """,
    )
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-m", "review")
    result.assert_outcomes(failed=1)
    for said in (
        "Somebody leaves, and is rejected",
        "the check does not say error ID05 of row 2",
        "330*************79: is drafted, not rejected",
        "does not say “no such reason”",
        "has no number of the portal",
        "has no picture no-such-picture in its place",
        "a person was asked 0 times, not 3",
        "the portal has 1 more new drafts",
        "the portal has no new one in filings",
        "the portal recorded 1 × saved, not 7",
        "pictures: ",
    ):
        assert said in result.stdout.str()


def test_a_file_that_is_wrong_is_told_with_its_lines(pytester: pytest.Pytester) -> None:
    pytester.makefile(
        ".scenario.yaml",
        wrong=f"""
            scenario: Wrong
            untill: drafts
            times: 0
            roster: [{_LEAVER}]
        """,
    )
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*wrong.scenario.yaml:2:*untill*", "*wrong.scenario.yaml:3:*times*"])


def test_nothing_or_two_things_to_do(pytester: pytest.Pytester) -> None:
    pytester.makefile(".scenario.yaml", idle="scenario: Idle", busy=f"scenario: Busy\nroster: [{_LEAVER}]\nflow: login")
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(errors=2)
    result.stdout.fnmatch_lines(["*exactly one of roster, roster_file and flow*"])


def test_tests_in_python_get_a_portal_and_file_rosters(pytester: pytest.Pytester) -> None:
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
    """)
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=3)
