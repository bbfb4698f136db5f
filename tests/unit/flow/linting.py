"""A folder of flows that is clean, and what the lint says once something is added to it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.flow.lint import lint

PORTAL = """
portal: small
title: A small portal
address: https://portal.invalid/
operations: [work]
words: {"yes": {es: Sí, en: "Yes", zh: 是}, "no": {es: "No", en: "No", zh: 否}}
elements:
  user: {field: {es: Usuario, en: User, zh: 用户}}
  password: {field: {es: Contraseña, en: Password, zh: 密码}}
  name: {field: {es: Nombre, en: Name, zh: 姓名}}
  save: {button: {es: Guardar, en: Save, zh: 保存}}
  message: {css: .message}
"""
IN_ENGLISH = PORTAL.replace("portal: small", "portal: small\nlanguage: en")
"""A portal whose texts need be in no other language."""
LOGIN = """
flow: login
title: Log in
steps:
  - fill: {user: "${account.user}", password: "${account.password}"}
"""
WORK = """
flow: work
title: Work
inputs:
  name: {type: text, label: Name}
steps:
  - fill: {name: "${name}"}
  - click: save
  - wait_for: message
"""
CLEAN: Mapping[str, str] = {"portal": PORTAL, "login": LOGIN, "work": WORK}


def said(folder: Path, **files: str) -> list[tuple[str, str, str]]:
    """Code, text at the place, and message of all that is wrong with the clean folder and these files in it."""
    for name, text in {**CLEAN, **files}.items():
        (folder / f"{name}.yaml").write_text(text.lstrip(), encoding="utf-8")
    found = []
    for problem in lint(folder):
        line = Path(problem.place.file).read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
        start = problem.place.column - 1
        found.append((problem.code, line[start : start + problem.width], problem.message))
    return found


def work(steps: str, more: str = "") -> str:
    """The clean flow `work` with these steps after its own, and more at its end."""
    indented = "".join(f"  {line}\n" for line in steps.strip("\n").splitlines())
    return f"{WORK}{indented}{more}"
