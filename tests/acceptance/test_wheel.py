"""The wheel is whole: installed in an empty environment, away from the repository, the demo runs."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).parents[2]
PATIENCE = 110


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without asking any index."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*command, "--wheel-dir", str(folder), str(ROOT)], check=True, timeout=PATIENCE)
    [path] = folder.glob("*.whl")
    return path


def test_flows_fixtures_and_the_portal_s_data_travel_with_it(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "bot/bundled_files/flows/social_insurance/portal.yaml",
        "bot/bundled_files/flows/flow.schema.json",
        "bot/bundled_files/fixtures/demo/roster.csv",
        "bot/bundled_files/fixtures/demo/account.json",
        "mock_portal/data/portal.json",
        "mock_portal/data/divisions.csv",
        "mock_portal/static/form.js",
        "mock_portal/templates/form.html",
        "bot/py.typed",
    } <= names
    assert not [name for name in names if name.startswith("tests/")]


def test_installed_in_an_empty_environment_the_demo_runs(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "environment"
    venv.create(place, with_pip=False)
    variables = {"base": str(place), "platbase": str(place)}
    scheme = sysconfig.get_default_scheme() if sys.platform == "win32" else "venv"
    python = Path(sysconfig.get_path("scripts", scheme, variables)) / ("python.exe" if os.name == "nt" else "python")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True, timeout=PATIENCE)
    # What it depends on is borrowed from the environment of the tests; the program itself is not.
    packages = Path(sysconfig.get_path("purelib", scheme, variables))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")

    folder = tmp_path / "elsewhere"
    folder.mkdir()
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environment["PORTAL_HOME"] = str(tmp_path / "home")
    done = subprocess.run(
        [python.with_name("portal"), "demo", "--lang", "zh"],
        cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "审核通过: 10 · 审核未通过: 1 · 系统拒绝: 1" in done.stdout
    out = folder / "demo"
    results = openpyxl.load_workbook(out / "roster-results.xlsx")
    assert sum(sheet.max_row for sheet in results.worksheets) > 12
    assert len(list((out / "evidence").rglob("*-saved.webp"))) == 11
    assert "✓ 完好" in done.stdout and "审核未通过" in (out / "report.html").read_text(encoding="utf-8")
    assert str(out.relative_to(folder)) in done.stdout
