"""`portal drift`: what a person and a program get to read of a report, and how the command ends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.bundled import bundled_flows
from bot.cli.main import run
from bot.cli.setting import Setting
from bot.drift import words
from bot.drift.report import DriftReport, Finding, Stop, Unseen
from bot.errors import UsageError
from bot.flow.loader import load_library
from bot.flow.models import Library
from bot.service import Account, Assistant, DriftOptions
from bot.text import LANGUAGES, Language, Text, read_in
from tests.unit.drift.portals import screen, written

RENAMED = Finding(
    "renamed",
    Text(es="botón «A»: ahora se llama «B»", en="button ‘A’ is now ‘B’", zh="按钮“A”现名为“B”"),
    ("form", "list"),
    "button",
    "A",
    "B",
    ("save",),
)
SAME = DriftReport("en", (screen(save=1),), (), (), (Unseen("message", words.WHY_TOLD),), ())


@dataclass
class Service:
    """The assistant, as far as the command needs it: it gives a report that a test has chosen."""

    report: DriftReport = SAME
    url: str = "http://127.0.0.1/"
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    asked: list[tuple[Account, DriftOptions]] = field(default_factory=list)

    @property
    def library(self) -> Library:
        return load_library(bundled_flows())

    async def drift(self, account: Account, options: DriftOptions, watching: object) -> DriftReport:
        self.asked.append((account, options))
        return self.report


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Service]:
    """What the command calls, for an English reader with a password at hand."""
    service = Service()
    monkeypatch.setattr(Setting, "assistant", lambda *_, **__: service)
    for variable in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("PORTAL_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PORTAL_PASSWORD", "secret")
    yield service
    read_in("en")


def drift(*options: str) -> int:
    return run(["drift", "--account", "170000001", *options])


def test_nothing_changed_ends_with_0(service: Service, capsys: pytest.CaptureFixture[str]) -> None:
    assert drift() == 0
    said = capsys.readouterr().out
    assert "in English: 1 screens seen, 1 of 40 elements found" in said
    assert "Nothing has changed since the baseline." in said
    assert "  message\n      it shows only when the portal has something to say" in said
    [(account, options)] = service.asked
    assert (account.user, options) == ("170000001", DriftOptions())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_change_is_told_with_its_screens_and_elements(
    service: Service, capsys: pytest.CaptureFixture[str], language: Language
) -> None:
    service.report = SAME.evolve(findings=(RENAMED,))
    assert drift("--lang", language) == 1
    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    at = lines.index(RENAMED.words[language])
    assert "form, list" in lines[at + 1] and lines[at + 2].endswith("save")


def test_what_could_not_be_come_to_says_where_and_what_is_like_it(
    service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    service.report = SAME.evolve(stops=(Stop("add", Text.same("no link"), "add.yaml:4:5", ("Ad",), ("add-form",)),))
    assert drift() == 1
    said = capsys.readouterr().out
    assert "  add-form: no link\n      step: add.yaml:4:5\n      most like it: Ad\n" in said
    assert "Nothing has changed" not in said


def test_without_a_baseline_the_way_to_one_is_named(service: Service, capsys: pytest.CaptureFixture[str]) -> None:
    service.report = SAME.evolve(fresh=("form",))
    assert drift() == 1
    assert "No baseline to compare with: form. `portal drift --accept`" in capsys.readouterr().out
    service.report = service.report.evolve(accepted=(Path("flows/screens/en/form.yaml"),))
    assert drift("--accept") == 0
    said = capsys.readouterr().out
    assert "No baseline" not in said and "1 files in" in said
    assert service.asked[-1][1] == DriftOptions(accept=True)


def test_a_proposal_is_shown_as_a_difference(service: Service, capsys: pytest.CaptureFixture[str]) -> None:
    service.report = SAME.evolve(
        findings=(RENAMED,), proposed=Path("portal.proposed.yaml"), diff="-a\n+b\n", elsewhere=("add.yaml:3:4",)
    )
    assert drift("--propose", "--headed") == 1
    said = capsys.readouterr().out
    assert "\n-a\n+b\n" in said and "portal.yaml was left as it is" in said and "add.yaml:3:4" in said
    assert service.asked[-1][1] == DriftOptions(propose=True, headed=True)
    service.report = SAME
    assert drift("--propose") == 0
    assert "no new name to propose" in capsys.readouterr().out


def test_a_program_reads_json_and_nothing_else(service: Service, capsys: pytest.CaptureFixture[str]) -> None:
    service.report = SAME.evolve(findings=(RENAMED,), stops=(Stop("x", "no"),), fresh=("form",))
    assert drift("--json") == 1
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert told["exit_code"] == 1
    assert told["screens"] == [{"screen": "form", "baseline": False}]
    [change] = told["changes"]
    assert (change["kind"], change["old"], change["new"], change["elements"]) == ("renamed", "A", "B", ["save"])
    assert told["not_looked_at"][0]["element"] == "message"


def test_an_account_must_be_named(service: Service, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["drift"]) == 2
    assert "--account" in capsys.readouterr().err


async def test_a_portal_without_a_walk_says_what_to_write(tmp_path: Path) -> None:
    portal = written(tmp_path) / "portal.yaml"
    portal.write_text(portal.read_text(encoding="utf-8").replace("walk: walk\n", ""), encoding="utf-8")
    assistant = Assistant(home=tmp_path / "home", flows=tmp_path, clock=lambda: datetime.now(UTC))
    with pytest.raises(UsageError, match="does not say how to walk") as caught:
        await assistant.drift(None, DriftOptions(), None)  # type: ignore[arg-type]  # neither is asked
    assert "walk: NAME" in str(caught.value.cure)
