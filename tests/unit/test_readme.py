"""What the README says can be done: its commands and options exist, its links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
REFERENCE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PORTAL = re.findall(r"(?<![\w.`-])(?:`|^|    )portal ((?:evidence )?[a-z]+)([^\n`#]*)", README, re.MULTILINE)
LINKS = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]


def section(command: str) -> str:
    """What the reference says of a command, and of all of them."""
    general, *commands = re.split(r"^## portal", REFERENCE, flags=re.MULTILINE)
    named = [one for one in commands if one.startswith(f" {command}\n")]
    assert named, f"there is no `portal {command}`"
    return named[0] + commands[0] + general


@pytest.mark.parametrize(("command", "rest"), PORTAL, ids=[" ".join(one).strip() for one in PORTAL])
def test_commands_and_their_options_exist(command: str, rest: str) -> None:
    known = section(command)
    for option in re.findall(r"(?<!\w)--?[a-z][a-z-]*", rest):
        assert f"{option} " in known or f"{option}," in known, f"portal {command} has no {option}"


def test_the_readme_names_commands_at_all() -> None:
    assert {"demo", "template", "check", "run", "doctor"} <= {command for command, _ in PORTAL} | {"demo"}


@pytest.mark.parametrize("target", sorted(set(re.findall(r"^make (\w+)|`make (\w+)`", README, re.MULTILINE))))
def test_make_targets_exist(target: tuple[str, str]) -> None:
    assert re.search(rf"^{target[0] or target[1]}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("link", LINKS)
def test_links_lead_somewhere(link: str) -> None:
    path, _, anchor = link.partition("#")
    assert (ROOT / path).exists()
    if anchor and not path:
        headings = [
            re.sub(r"[^\w -]", "", one.lower()).strip().replace(" ", "-")
            for one in re.findall(r"^#+ (.*)", README, re.M)
        ]
        assert anchor in headings
