"""Exported scripts, run by themselves on the mock portal, and a recording that goes all the way: recorded, imported,
exported, run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

from bot.browser.find import find_browser
from bot.cli.main import run
from tests.browser.conftest import Site
from tests.portal.conftest import StartPortal, start  # noqa: F401  # a fixture

PERSON = "330299199001010017"


def by_itself(script: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run a script in a folder of its own, where there is nothing of the program."""
    environment = {
        **os.environ,
        "PORTAL_PASSWORD": "demo-170000001",
        "PORTAL_BROWSER": str(find_browser().path or ""),
        "PYTHONIOENCODING": "utf-8",
    }
    command = [sys.executable, str(script), "--user", "170000001", "--timeout", "20", "--yes", *options]
    return subprocess.run(
        command,
        cwd=script.parent,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=100,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def drafts(url: str) -> list[dict[str, Any]]:
    state = httpx.get(f"{url.rstrip('/')}/_mock/state").json()
    return [one for one in state["drafts"] if one["id_number"] == PERSON]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_exported_flow_leaves_one_draft_however_often_it_is_run(
    start: StartPortal,  # noqa: F811  # the fixture
    tmp_path: Path,
    language: str,
) -> None:
    url = start(language=language)
    script = tmp_path / "add.py"
    assert run(["export", "add", "-o", str(script)]) == 0
    data = ["--name", "王示例", "--household", "11", "--wage", "6000", "--migrant", "yes", "--migrant-insurance", "no"]
    options = ["--url", url, "--id-number", PERSON, *data]
    done = by_itself(script, *options)
    assert done.returncode == 0, done.stderr
    assert "EFFECT (draft): save_draft" in done.stderr
    [draft] = drafts(url)
    assert (draft["entries"]["wage"], draft["entries"]["migrant"]) == ("6000", "yes")
    assert len(list((tmp_path / "pictures").glob("*.png"))) == 2
    again = by_itself(script, *options)
    assert again.returncode == 0, again.stderr
    assert "holds this already" in again.stdout
    assert len(drafts(url)) == 1


FORM = """
<label>User <input id=user></label><label>Password <input id=pw type=password></label>
<button onclick="document.querySelector('#form').hidden = false">Enter</button>
<div id=form hidden><iframe name=inner srcdoc="
  <label>Name <input id=box></label>
  <label>Kind <select><option value=a>One</option><option value=b>Two</option></select></label>
  <button onclick='if (confirm(`Save?`)) said.textContent = `Saved ` + box.value'>Save</button>
  <p id=said></p>"></iframe></div>
"""
RECORDED = """
{"browserName":"chromium","launchOptions":{"headless":false},"contextOptions":{}}
{"name":"navigate","url":"URL","signals":[],"pageGuid":"page@1"}
{"name":"fill","selector":"internal:role=textbox[name=\\"User\\"i]","text":"170000001","signals":[],"pageGuid":"page@1"}
{"name":"fill","selector":"internal:role=textbox[name=\\"Password\\"i]","text":"abcd","signals":[],"pageGuid":"page@1"}
{"name":"click","selector":"internal:role=button[name=\\"Enter\\"i]","signals":[],"pageGuid":"page@1"}
{"name":"fill","selector":"iframe[name=\\"inner\\"] >> internal:control=enter-frame >> internal:label=\\"Name\\"i","text":"Ana","signals":[],"pageGuid":"page@1"}
{"name":"select","selector":"iframe[name=\\"inner\\"] >> internal:control=enter-frame >> internal:label=\\"Kind OneTwo\\"i","options":["Two"],"signals":[],"pageGuid":"page@1"}
{"name":"click","selector":"iframe[name=\\"inner\\"] >> internal:control=enter-frame >> internal:role=button[name=\\"Save\\"i]","signals":[{"name":"dialog","dialogAlias":"dialog"}],"pageGuid":"page@1"}
{"name":"assertText","selector":"iframe[name=\\"inner\\"] >> internal:control=enter-frame >> #said","text":"Saved Ana","substring":true,"signals":[],"pageGuid":"page@1"}
"""  # noqa: E501  # lines as the recorder writes them


def test_what_was_recorded_elsewhere_runs_as_a_script(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.pages.put("/form", FORM)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "clicks.jsonl").write_text(RECORDED.replace("URL", f"{site.url}/form"), encoding="utf-8")
    assert run(["import", "clicks.jsonl", "-o", "flows"]) == 0
    flow = tmp_path / "flows/clicks.yaml"
    expected = flow.read_text(encoding="utf-8").replace("contains: Saved Ana", 'contains: "Saved ${name}"')
    flow.write_text(expected, encoding="utf-8")
    assert run(["export", "clicks", "--flows", "flows", "-o", "clicks.py"]) == 0
    script = tmp_path / "clicks.py"
    done = by_itself(script, "--language", "en", "--name", "Bea", "--kind", "Two")
    assert done.returncode == 0, done.stderr
    wrong = by_itself(script, "--language", "en", "--name", "Bea", "--kind", "One")
    assert wrong.returncode == 2
    assert "not one of Two" in wrong.stderr
