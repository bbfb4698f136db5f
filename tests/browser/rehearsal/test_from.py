"""A flow begun in the middle: only where what lies before it has happened."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.bundled import bundled_flows
from bot.errors import UsageError
from bot.service.rehearsal import RehearsalOptions
from tests.browser.filing.people import LEAVER, NEW, add, interrupt
from tests.browser.rehearsal.conftest import EFFECTS, Rehearser

LOOK = """\
  - stage: look
    steps:
      - click: my_documents
      - evidence: documents
"""
FROM_LOOK = RehearsalOptions(stage="look")


@pytest.fixture
def flows(tmp_path: Path) -> Path:
    """The bundled flows; whoever interrupts, has a look at the documents afterwards."""
    folder = Path(shutil.copytree(bundled_flows(), tmp_path / "flows"))
    interrupt = folder / "interrupt.yaml"
    text = interrupt.read_text(encoding="utf-8")
    assert text.count("\nafter:") == 1
    interrupt.write_text(text.replace("\nafter:", f"\n{LOOK}after:"), encoding="utf-8", newline="\n")
    return folder


async def test_a_stage_after_an_effect_is_refused_while_the_portal_does_not_show_it(
    rehearser: Rehearser, flows: Path
) -> None:
    report = await rehearser(interrupt(*LEAVER), flows=flows, options=FROM_LOOK)
    [one] = report.cases
    assert one.ending == "failed"
    assert "save_draft" in str(one.reason)
    assert not any("documents" in path.name for path in one.pictures)


async def test_it_is_begun_where_the_probe_finds_what_came_before(rehearser: Rehearser, flows: Path) -> None:
    rehearser.mock.log_in()
    rehearser.mock.look_up("interrupt", LEAVER[0])
    assert rehearser.mock.save("interrupt", LEAVER[0], reason="reason_2")["kind"] == "saved"
    rehearser.mock.http.post("/logout")
    before = rehearser.books()
    report = await rehearser(interrupt(*LEAVER), flows=flows, options=FROM_LOOK)
    [one] = report.cases
    assert one.ending == "done"
    assert any("documents" in path.name for path in one.pictures)
    assert rehearser.books() == before


async def test_the_first_stage_has_nothing_before_it(rehearser: Rehearser, flows: Path) -> None:
    report = await rehearser(add(NEW), flows=flows, options=RehearsalOptions(stage="save_draft"))
    assert [one.ending for one in report.cases] == ["would_draft"]
    assert not EFFECTS & set(rehearser.happened())


@pytest.mark.parametrize(
    ("lines", "stage", "said"),
    [
        ((add(NEW), interrupt(*LEAVER)), "save_draft", "single case"),
        ((add(NEW),), "nowhere", "no stage “nowhere”"),
    ],
)
async def test_what_cannot_be_begun_is_said_before_the_log_in(
    rehearser: Rehearser, lines: tuple[str, ...], stage: str, said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        await rehearser(*lines, options=RehearsalOptions(stage=stage))
    assert "login" not in rehearser.happened()
