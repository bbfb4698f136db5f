"""A password is a `SecretStr` all the way: few places ever see what it is."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.test_layers import ROOT, SOURCES, named

SEE_IT = {
    "bot/actions/fill.py",  # types it
    "bot/service/passwords.py",  # hands it to the keyring
    "bot/redaction/redactor.py",  # looks for it
    "bot/run/answer.py",  # compares it
}


def uncovers(path: Path) -> bool:
    """Whether a module takes a secret out of its cover."""
    tree = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    names = {node.attr for node in tree if isinstance(node, ast.Attribute)}
    names |= {node.value for node in tree if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return not names.isdisjoint({"get_secret_value", "_secret_value"})


def test_a_secret_is_uncovered_only_where_it_has_to_be() -> None:
    assert {named(path) for path in SOURCES if path.is_relative_to(ROOT / "bot") and uncovers(path)} == SEE_IT
