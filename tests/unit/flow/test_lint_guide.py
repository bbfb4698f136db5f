"""What docs/flow-language.md says of silencing warnings is so."""

from __future__ import annotations

import re
from pathlib import Path

from tests.unit.flow.linting import PORTAL, said

GUIDE = (Path(__file__).parents[3] / "docs" / "flow-language.md").read_text(encoding="utf-8")


def test_the_example_of_comments_silences_what_it_says(tmp_path: Path) -> None:
    section = GUIDE[GUIDE.index("\n## Lint\n") : GUIDE.index("\n## When it goes wrong\n")]
    [example] = re.findall(r"```yaml\nelements:\n(.*?)```", section, re.DOTALL)
    portal = re.sub(r"  save: .*\n", "", PORTAL) + example

    assert said(tmp_path, portal=portal) == []
    without = re.sub(r" *# lint:.*\n", "", portal)
    assert [code for code, _, _ in said(tmp_path, portal=without)] == ["FL042", "FL046", "FL043"]
