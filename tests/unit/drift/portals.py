"""A small portal in a folder, and screens of it."""

from __future__ import annotations

from pathlib import Path

from bot.drift.baseline import Baseline
from bot.drift.screen import Thing

PORTAL = """\
# The office's portal
portal: office
title: {es: Oficina, en: Office, zh: 办事处}
address: https://portal.invalid/
walk: walk
words:
  drafts: {es: Borradores, en: Drafts, zh: 草稿箱}   # the tab
elements:
  # The form
  wage: {field: {es: Salario, en: Wage, zh: 工资}}
  save:
    button: {es: "Guardar", en: 'Save', zh: 保存}     # at the end
  cancel: [{button: Cancel}, {css: "#cancel"}]
  next_page: {link: {es: Siguiente, en: Next, zh: 下一页}}
  tab: {css: "#tabs a"}
  person_row: {row: {has: ["${number}"]}}
  message: {css: .message}
signs:
  - {means: refusal, element: message}
"""
LOGIN = "flow: login\ntitle: Log in\nsteps:\n  - open: /\n"
WALK = """\
flow: walk
title: Walk
steps:
  - click: {element: tab, has_text: "${portal.words.drafts}"}
  - click: next_page
    optional: true
  - click: {link: {es: Ayuda, en: Help, zh: 帮助}}
  - evidence: form
"""


def written(folder: Path) -> Path:
    """The folder with the portal in it."""
    for name, text in (("portal", PORTAL), ("login", LOGIN), ("walk", WALK)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8", newline="\n")
    return folder


def screen(*things: Thing, name: str = "form", **found: int) -> Baseline:
    """A screen with these things, and how many of them the elements find."""
    return Baseline(name, things, found)
