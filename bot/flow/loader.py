"""Reading a folder of flows: every file, every problem at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from bot.flow.base import Marked, Place
from bot.flow.checks import lint_folder
from bot.flow.explain import explain
from bot.flow.expressions import evaluate
from bot.flow.folder import Folder
from bot.flow.marks import Loc, Source, read_yaml
from bot.flow.models import Flow, Library, Portal
from bot.flow.names import Known, check_template
from bot.flow.problems import FlowProblem, nearest, raise_if_any
from bot.flow.shape import walk

PORTAL_FILE = "portal.yaml"
PROPOSED_FILE = "portal.proposed.yaml"
"""A changed copy of the portal's file, for a person to look at: no part of the folder."""
CONDITIONS = ("required_when", "only_when")
"""Options of an input that are evaluated for every case, not once when the file is loaded."""

AnyModel = TypeVar("AnyModel", bound=BaseModel)


def load_library(folder: Path) -> Library:
    """The portal and all flows of a folder. Raises FlowError with every problem that has been found in any file."""
    return _library(read_folder(folder))


def load_library_with(folder: Path, source: Source) -> Library:
    """The same, with one more flow that stands in another file. Its problems are at their places there."""
    reading = _Reading(folder)
    reading.folder()
    reading.read_flow(source, Path(source.file))
    return _library(reading.loaded)


def _library(loaded: Folder) -> Library:
    raise_if_any([*loaded.problems, *lint_folder(loaded)])
    if loaded.portal is None:
        raise AssertionError("a folder without a portal has a problem")
    return Library(portal=loaded.portal, flows=loaded.flows)


def load_flow(path: Path) -> Flow:
    """One flow by its own, checked as far as that goes without its portal. Raises FlowError."""
    reading = _Reading(path.parent)
    reading.flow(path)
    raise_if_any(reading.loaded.problems)
    [flow] = reading.loaded.flows.values()
    return flow


def read_folder(folder: Path) -> Folder:
    """Everything in a folder that could be loaded, and what kept the rest from it. Never raises."""
    return _Reading(folder).folder()


class _Reading:
    """Reads the files of one folder, one after the other, and gathers what is wrong with them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: Mapping[str, Any] = {}
        self.loaded = Folder()

    def folder(self) -> Folder:
        """Read every YAML file; portal.yaml first, since the others may refer to its settings."""
        files = sorted(path for path in self._folder.glob("*") if path.suffix in (".yaml", ".yml"))
        files = [path for path in files if path.name != PROPOSED_FILE]
        portal = self._folder / PORTAL_FILE
        if portal in files:
            self._portal(portal)
            files.remove(portal)
        else:
            message = (
                f"there is no {PORTAL_FILE} in this folder" if self._folder.is_dir() else "there is no such folder"
            )
            self.loaded.problems.append(
                FlowProblem("FL001", message, Place(file=_shown(self._folder), line=1, column=1))
            )
        for path in files:
            self.flow(path)
        return self.loaded

    def _portal(self, path: Path) -> None:
        source = self._read(path)
        if source is None:
            return
        self._names = settings if isinstance(settings := source.value.get("settings"), dict) else {}
        self.loaded.portal_source = source
        self.loaded.portal = self._validate(Portal, source, path)

    def flow(self, path: Path) -> None:
        """Read one flow."""
        source = self._read(path)
        if source is not None:
            self.read_flow(source, path)

    def read_flow(self, source: Source, path: Path) -> None:
        """Take up a flow whose file has been read."""
        if "flow" not in source.value:
            message = "this is not a flow: it has no key 'flow' at its top"
            near = nearest("flow", source.value)
            self.loaded.problems.append(
                source.problem("FL005", message, (near,) if near else (), at_key=True, expected="flow: NAME")
            )
            return
        name = source.value["flow"]
        other = self.loaded.sources.get(str(name))
        if other is not None:
            message = f"there are two flows with the name {name!r}: the other is in {other.file}"
            self.loaded.problems.append(source.problem("FL006", message, ("flow",)))
            return
        self.loaded.sources[str(name)] = source
        self._resolve_inputs(source)
        flow = self._validate(Flow, source, path)
        if flow is not None:
            self.loaded.flows[flow.flow] = flow

    def _read(self, path: Path) -> Source | None:
        """A file whose top is a mapping; None if it is not one, and the problem is noted."""
        shown = _shown(path)
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            said = "is not in UTF-8" if isinstance(error, UnicodeDecodeError) else f"cannot be read: {error.strerror}"
            place = Place(file=shown, line=1, column=1)
            self.loaded.problems.append(FlowProblem("FL001", f"the file {said}", place))
            return None
        source = read_yaml(text, shown)
        if not source.problems and not isinstance(source.value, Marked):
            source.problems.append(source.problem("FL005", "this is not a flow", expected="`key: value` at the top"))
        self.loaded.problems += source.problems
        return source if isinstance(source.value, Marked) else None

    def _validate(self, model: type[AnyModel], source: Source, path: Path) -> AnyModel | None:
        """The file as a model; None if it is not one, and its problems are noted."""
        for key in ("file", "hash"):
            if key in source.value:
                problem = source.problem("FL010", f"unknown key {key!r}", (key,), at_key=True)
                self.loaded.problems.append(problem)
        shown = f"{path.resolve().parent.name}/{path.name}"
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        try:
            return model.model_validate({**source.value, "file": shown, "hash": digest})
        except ValidationError as error:
            self.loaded.problems += explain(error, model, source)
            return None

    def _resolve_inputs(self, source: Source) -> None:
        """Put the portal's settings into the options of the inputs. An option that cannot be is left out."""
        inputs = source.value.get("inputs")
        for name, options in inputs.items() if isinstance(inputs, dict) else ():
            for key in [key for key in options if key not in CONDITIONS] if isinstance(options, dict) else ():
                problems = list(self._wrong(options[key], ("inputs", name, key), source))
                self.loaded.problems += problems
                if problems:
                    del options[key]
                else:
                    options[key] = evaluate(options[key], {"portal": self._names})

    def _wrong(self, value: Any, loc: Loc, source: Source) -> Iterator[FlowProblem]:
        known = Known(frozenset({"portal"}), attributes={"portal": self._names})
        for inner, one in walk(value, tuple(loc)):
            yield from check_template(one, known, source, inner)


def _shown(path: Path) -> str:
    """A path as the reader would write it: from the working directory, where it is inside."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return path.as_posix()
