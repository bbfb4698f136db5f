"""Targets of flows, in Python: an element is a function that gives its candidates."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.flow.models import Element
from bot.flow.targets import Target, Targets
from bot.porting.python_words import own_name, python_of

Otherwise = Callable[[str], str]


def element_function(name: str) -> str:
    """What the script calls an element."""
    return f"E.{own_name(name)}"


def elements_class(elements: Mapping[str, Element], otherwise: Otherwise) -> list[str]:
    """The class with a function for each element of the portal."""
    lines = ["class E:", '    """The elements of the portal: for each its candidates, in order."""']
    for name, element in elements.items():
        lines += ["", "    @staticmethod", f"    def {own_name(name)}(here):"]
        lines += ["        v = here.v", f"        return {candidates(element, otherwise)}"]
    return lines


def function_of(targets: Targets, otherwise: Otherwise) -> str:
    """A target as a function of where to look."""
    only = targets.candidates[0]
    bare = only.model_dump(exclude_none=True).keys() == {"element"}
    if targets.element is not None and bare:
        return element_function(targets.element)
    return f"lambda here: {candidates(targets, otherwise)}"


def candidates(targets: Targets, otherwise: Otherwise) -> str:
    """The list of a target's candidates."""
    return "[" + ", ".join(_candidate(one, otherwise) for one in targets.candidates) + "]"


def _candidate(target: Target, otherwise: Otherwise) -> str:
    where = [
        f"{key}={function_of(one, otherwise)}"
        for key, one in (("frame", target.frame), ("within", target.within))
        if one is not None
    ]
    here = f"here.at({', '.join(where)})" if where else "here"
    narrowed = [
        f"{key}={python_of(one, otherwise)}"
        for key, one in (("has_text", target.has_text), ("nth", target.nth))
        if one is not None
    ]
    if target.element is not None:
        each = f"{element_function(target.element)}({here})"
        return f"*[narrow(one, {', '.join(narrowed)}) for one in {each}]" if narrowed else f"*{each}"
    found = f"{target.kind}({', '.join((here, *_arguments(target, otherwise)))})"
    return f"narrow({found}, {', '.join(narrowed)})" if narrowed else found


def _arguments(target: Target, otherwise: Otherwise) -> list[str]:
    if target.row is not None:
        return [python_of(one, otherwise) for one in target.row.has]
    named = [python_of(target.name, otherwise)] if target.name is not None else []
    return [python_of(getattr(target, target.kind), otherwise), *named]
