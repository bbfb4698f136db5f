"""`python -m mock_portal` from the outside."""

from __future__ import annotations

import json
import subprocess
import sys

import httpx
import pytest


def command(*options: str) -> list[str]:
    return [sys.executable, "-m", "mock_portal", *options]


def test_the_first_line_is_a_url_that_answers_and_a_signal_ends_it(tmp_path):
    faults = tmp_path / "faults.json"
    faults.write_text(json.dumps([{"kind": "http_500", "at": "login"}]), encoding="utf-8")
    options = ["--lang", "es", "--control", "--clock", "2026-11-24T09:00+08:00", "--faults", str(faults)]
    with subprocess.Popen(command(*options), stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        url = process.stdout.readline().strip()
        try:
            assert '<html lang="es">' in httpx.get(url).text
            assert httpx.get(f"{url}_mock/state").json()["now"].startswith("2026-11-24T09:00")
            assert httpx.post(f"{url}login", data={}).status_code == 500
        finally:
            process.terminate()
        assert process.stdout.read() == ""
    assert process.returncode == (1 if sys.platform == "win32" else 0)


@pytest.mark.parametrize(
    "options",
    [["--review", "someday"], ["--clock", "noon"], ["--state", "nowhere.json"], ["--lang", "fr"], ["--port", "99999"]],
)
def test_wrong_options_exit_with_2_and_say_which(options):
    ended = subprocess.run(command(*options), capture_output=True, encoding="utf-8", timeout=30)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert options[1] in ended.stderr
