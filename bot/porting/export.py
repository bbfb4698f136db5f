"""A flow → a Playwright script that runs by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.errors import UsageError
from bot.flow.actions import Call
from bot.flow.models import Flow, Library, Portal
from bot.flow.shape import walk
from bot.flow.steps import Probe, Stage, Step
from bot.flow.targets import Target, Targets
from bot.porting import words
from bot.porting.python_options import options_function
from bot.porting.python_steps import INDENT, PythonSteps
from bot.porting.python_targets import candidates, element_function, elements_class
from bot.porting.python_words import own_name
from bot.porting.recording import LeftOut, Place
from bot.text import Text

HELPERS = Path(__file__).with_name("exported_helpers.txt")
IMPORTS = """\
import argparse
import getpass
import json
import os
import re
import sys
import time
import unicodedata
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urljoin

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import sync_playwright
"""


@dataclass(frozen=True)
class PageScripts:
    """JavaScript that the script runs in the page: the engine that finds fields by their labels, and one for tables."""

    fields: str
    tables: str


@dataclass(frozen=True)
class Export:
    """The text of a script, and what of the flow is not in it."""

    script: str
    left_out: tuple[LeftOut, ...]


def export_flow(library: Library, name: str, scripts: PageScripts) -> Export:
    """A flow of a library as a script, with the flows that it calls. Raises UsageError if there is no such flow."""
    flow = library.flows.get(name)
    if flow is None:
        raise UsageError(words.NO_SUCH_FLOW.format(name=name, names=", ".join(sorted(library.flows))))
    return _Exporting(library, flow, scripts).export()


class _Exporting:
    def __init__(self, library: Library, flow: Flow, scripts: PageScripts) -> None:
        self._portal = library.portal
        self._flow = flow
        self._scripts = scripts
        self._flows = {one.flow: one for one in _needed(library, flow)}
        self._steps = PythonSteps({name: f"flow_{name}" for name in self._flows})

    def export(self) -> Export:
        """The whole script."""
        parts = [
            self._opening(),
            IMPORTS + "\n" + "\n".join(self._constants()),
            HELPERS.read_text(encoding="utf-8").strip(),
            "\n".join(elements_class(self._portal.elements, self._steps.otherwise)),
            "\n".join(self._of_portal()),
            *("\n".join(self._function(one)) for one in self._flows.values()),
            "\n".join(options_function(self._flow, self._steps.value)),
            "\n".join(self._main()),
        ]
        self._note_what_is_missing()
        return Export("\n\n\n".join(parts) + "\n", tuple(dict.fromkeys(self._steps.left_out)))

    def _opening(self) -> str:
        title = str(self._flow.title).replace('"', "'").replace("\\", "/")
        return (
            f'"""{title}: the flow `{self._flow.flow}` of the portal `{self._portal.portal}`.\n\n'
            "Made by `portal export`; runs by itself, with `pip install playwright` and a browser. `--help` tells its\n"
            "options. The password is taken from PORTAL_PASSWORD, or asked for. Unlike the program, the script keeps\n"
            'no journal: whoever runs it twice may file twice.\n"""\n'
        )

    def _constants(self) -> Iterator[str]:
        portal = self._portal
        yield f"ADDRESS = {portal.address!r}"
        yield f"LANGUAGE = {portal.language!r}"
        yield f"TIMEOUT = {portal.timeout:g}"
        yield 'OUTPUT = Path("pictures")'
        yield "UNASKED = False"
        yield 'ACCOUNT = SimpleNamespace(name="", user="", password="")'
        yield f"FIELDS = {self._scripts.fields!r}"
        yield f"TABLE = {self._scripts.tables!r}"

    def _of_portal(self) -> Iterator[str]:
        """What the portal's own file says besides its elements."""
        portal, value = self._portal, self._steps.value
        yield "PORTAL = {"
        for name, setting in portal.settings.items():
            yield f"{INDENT}{name!r}: {value(setting)},"
        yield f'{INDENT}"words": {{'
        for name, word in portal.words.items():
            yield f"{INDENT * 2}{name!r}: {value(word)},"
        yield f"{INDENT}}},"
        yield f'{INDENT}"title": {value(portal.title)},'
        yield f'{INDENT}"address": ADDRESS,'
        yield "}"
        busy = ", ".join(f"lambda here: {candidates(one, self._steps.otherwise)}" for one in portal.busy)
        yield f"BUSY = [{busy}]"
        targets = [one for _, one in walk(portal.elements) if isinstance(one, Target) and one.frame is not None]
        frames = dict.fromkeys(one.frame.element for one in targets if one.frame and one.frame.element)
        yield f"FRAMES = [{', '.join(['None', *map(element_function, frames)])}]"
        yield f"LISTS = {self._lists(portal)}"

    def _lists(self, portal: Portal) -> str:
        if portal.lists is None:
            return "None"
        option = candidates(Targets(candidates=(portal.lists.option,)), self._steps.otherwise)
        return f'{{"option": lambda here: {option}, "open": {portal.lists.open!r}, "take": {portal.lists.take!r}}}'

    def _function(self, flow: Flow) -> Iterator[str]:
        """A flow as a function of a page and its inputs, which gives back its outputs."""
        yield f"def flow_{flow.flow}(page, given=None):"
        yield f'{INDENT}"""{_in_docstring(flow.title)}"""'
        names = [own_name(name) for name in flow.inputs]
        yield f"{INDENT}v = Names(**{{**dict.fromkeys({names!r}), **(given or {{}})}})"
        yield f"{INDENT}here = Here(page, v)"
        for stage in flow.all_stages:
            yield from (INDENT + line for line in self._stage(stage, named=bool(flow.stages)))
        self._steps.at(None)
        outputs = ", ".join(f"{name!r}: {self._steps.value(one)}" for name, one in flow.outputs.items())
        yield f"{INDENT}return {{{outputs}}}"

    def _stage(self, stage: Stage, *, named: bool) -> Iterator[str]:
        if named:
            yield f"# Stage {stage.stage}{': ' + str(stage.title) if stage.title else ''}"
        if stage.effect != "none":
            yield f"# EFFECT: {'it files for good' if stage.effect == 'filing' else 'it leaves a draft'}."
            if stage.already_done is not None:
                given = self._steps.given(stage.already_done.with_)
                yield f"if flow_{stage.already_done.probe}(page{given})['found']:"
                yield f'{INDENT}print("The portal holds this already: {stage.stage} is left out.")'
                yield f"{INDENT}return {{}}"
            yield f"effect({stage.effect!r}, {stage.stage!r})"
        yield from self._steps.steps(stage.steps)

    def _main(self) -> Iterator[str]:
        portal = self._portal
        width, height = portal.viewport
        yield from _MAIN_BEGINS.format(width=width, height=height).splitlines()
        inside = INDENT * 2
        if self._flow.flow != portal.login and portal.login in self._flows:
            yield f"{inside}flow_{portal.login}(page)"
        yield f"{inside}try:"
        yield f"{inside}    said = flow_{self._flow.flow}(page, given)"
        yield f"{inside}    for name, value in said.items():"
        yield f'{inside}        print(f"{{name}}: {{spell(value)}}")'
        yield f"{inside}except Refused as refused:"
        yield f'{inside}    raise SystemExit(f"refused: {{refused}}") from refused'
        yield f"{inside}finally:"
        if portal.logout is not None and portal.logout in self._flows and self._flow.flow != portal.logout:
            yield f"{inside}    flow_{portal.logout}(page)"
        yield f"{inside}    browser.close()"
        yield ""
        yield ""
        yield 'if __name__ == "__main__":'
        yield f"{INDENT}main()"

    def _note_what_is_missing(self) -> None:
        """Parts of the flow and of the portal that only the program has."""
        flow, portal = self._flow, self._portal
        for present, what, why in (
            (portal.signs, "signs", words.NO_SIGNS),
            (flow.rules, "rules", words.NO_RULES),
            (flow.after, "after", words.NO_AFTER),
            (flow.results or flow.standing, "results, standing", words.NO_AFTER),
        ):
            if present:
                place = Place(portal.file if what == "signs" else flow.file)
                self._steps.left_out.append(LeftOut(place, what, why))


_MAIN_BEGINS = '''\
def main():
    global ADDRESS, LANGUAGE, TIMEOUT, OUTPUT, UNASKED
    options, given = options_and_inputs()
    ADDRESS, TIMEOUT, OUTPUT, UNASKED = options.url, options.timeout, options.output, options.yes
    ACCOUNT.name = ACCOUNT.user = options.user
    ACCOUNT.password = os.environ.get("PORTAL_PASSWORD") or getpass.getpass("Password: ")
    with sync_playwright() as playwright:
        playwright.selectors.register("portal-field", script=FIELDS)
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("PORTAL_BROWSER") or None,
            headless=not options.headed,
            slow_mo=options.slow_mo,
        )
        page = browser.new_page(viewport={{"width": {width}, "height": {height}}})
        page.on("dialog", UNDECLARED)
        LANGUAGE = options.language
        if LANGUAGE == "auto":
            page.goto(ADDRESS)
            LANGUAGE = (page.evaluate("document.documentElement.lang") or "en")[:2]'''


def _in_docstring(title: Text) -> str:
    return str(title).replace("\\", "/").replace('"', "'")


def _needed(library: Library, flow: Flow) -> Iterator[Flow]:
    """The flow and those that it needs, what is called before what calls it."""
    portal = library.portal
    seen: set[str] = set()

    def visit(name: str) -> Iterator[Flow]:
        if name in seen or name not in library.flows:
            return
        seen.add(name)
        one = library.flows[name]
        for called in _called(one):
            yield from visit(called)
        yield one

    for name in (portal.login, *([portal.logout] if portal.logout else []), flow.flow):
        yield from visit(name)


def _called(flow: Flow) -> Iterator[str]:
    for _, value in walk(flow):
        match value:
            case Step(action=Call(flow=name)):
                yield name
            case Probe(probe=name):
                yield name
