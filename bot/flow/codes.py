"""The kinds of problems that a flow file can have, by the code that its reports show.

Errors keep a folder from being loaded. Warnings are shown: what they are about can be run, and is hardly meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Kind:
    """One kind of problem: what it is, and what is done about it in general."""

    meaning: str
    cure: str
    severity: Severity = "error"


def _warning(meaning: str, cure: str) -> Kind:
    return Kind(meaning, cure, "warning")


CODES: dict[str, Kind] = {
    "FL001": Kind("a file or folder cannot be read", "give the folder that holds `portal.yaml`; save files as UTF-8"),
    "FL002": Kind("YAML's own syntax is broken", "look at the quotes, brackets and indent at the place"),
    "FL003": Kind("a key is there twice", "leave one of the two out"),
    "FL004": Kind("a part of YAML that flows do without: anchors, aliases, tags", "write the value out"),
    "FL005": Kind("a file that is neither a flow nor the portal", "begin it with `flow: NAME`, or keep it elsewhere"),
    "FL006": Kind("two flows with one name", "give one of them another name"),
    "FL010": Kind("an unknown key or language", "correct the key"),
    "FL011": Kind("a key is missing", "add the key"),
    "FL012": Kind("an unknown element", "correct the name, or add the element to portal.yaml"),
    "FL013": Kind("a value of the wrong kind", "write a value of the kind that is expected"),
    "FL014": Kind("a step with no action, an unknown one, or several", "give each step one action"),
    "FL015": Kind("a value that is not allowed here", "take one of those that are expected"),
    "FL016": Kind("keys that do not go together", "leave one of them out, or add what is missing"),
    "FL017": Kind("an unknown type of input", "take one of the types of inputs"),
    "FL020": Kind("the syntax of an expression is broken", "correct the expression"),
    "FL021": Kind("an unknown name in an expression", "correct the name, add an input, or set it first"),
    "FL022": Kind("an unknown part of `portal`, `account` or an input's value", "take one of the parts that it has"),
    "FL023": _warning("a name that is set only later", "set it before it is read"),
    "FL024": Kind(
        "an element with expressions, whose names the flow that uses it does not have",
        "add an input of that name, or set it",
    ),
    "FL025": _warning("an input that nothing reads", "use the input, or leave it out"),
    "FL026": _warning("a variable that nothing reads", "use the variable, or leave out what sets it"),
    "FL027": Kind("a secret outside `fill`", "fill it in by itself: `fill: {element: ${name}}`"),
    "FL028": _warning(
        "a password that stands in a file", "fill in `${account.password}`, and keep the password with `portal login`"
    ),
    "FL030": Kind("an unknown flow", "correct the name, or add the flow"),
    "FL031": Kind("an input is missing from a call", "give it under `with`"),
    "FL032": Kind("a call with an unknown input", "correct the name under `with`, or leave it out"),
    "FL033": Kind("a flow that calls itself", "break the circle: use `repeat_until` to do something again"),
    "FL034": Kind("an effect where there must be none", "name a flow that only reads"),
    "FL035": Kind("a walk through the portal that does more than look", "take the step out of the walk"),
    "FL036": _warning(
        "a flow that nobody calls", "call it, list it in `operations` of portal.yaml, or take the file away"
    ),
    "FL040": Kind("an element that is defined by itself", "define one of them by what is on the page"),
    "FL041": _warning("a text that lacks a language which others have", "add the text in that language"),
    "FL042": _warning("an element that nothing uses", "use the element, or leave it out"),
    "FL043": _warning(
        "a candidate that is never reached", "leave it out, or put the narrower one of the two before the other"
    ),
    "FL044": _warning("a sign, or a text in one, that is never reached", "put it before the other, or leave it out"),
    "FL045": _warning("a setting or word of the portal that nothing reads", "use it, or leave it out"),
    "FL046": _warning(
        "one text for every language, where others are in several", "write it in each: `{es: …, en: …, zh: …}`"
    ),
    "FL050": Kind("a stage that files, and no way to prove what it did", "add `already_done` with a probe"),
    "FL051": _warning("a draft that no probe can find", "add `already_done` with a probe"),
    "FL052": Kind("an input of the type `cases` missing, or where it cannot be", "add the input, or leave it out"),
    "FL053": Kind("a report that does not say whose it is, or says so where nobody asks", "add or leave out `case`"),
    "FL054": Kind("`after` in a flow that makes no drafts", "leave it out, or give a stage `effect: draft`"),
    "FL055": Kind("a probe that does not say whether it found anything", "add `found` to its `outputs`"),
    "FL060": Kind("`dialog` on a step that raises none", "put it on the step that raises the dialog"),
    "FL061": Kind("`do` missing, or where it does not belong", "add the steps, or take them out of the step"),
    "FL062": Kind("`with` or `as` on a step that is no call", "leave it out"),
    "FL063": Kind("an unknown input", "correct the name, or add the input"),
    "FL070": _warning("a condition that is always true, or never", "leave it out, or correct it"),
    "FL071": _warning("steps that are never reached", "leave them out, or correct what comes before"),
    "FL072": _warning("a wait that waits for nothing", "wait for something that only comes when the portal is ready"),
    "FL073": _warning("a loop whose end nothing in it can change", "read or set in the loop what its condition reads"),
    "FL080": _warning(
        "a `# lint:` comment that silences nothing, or gives no reason", "write `# lint: FL042 because …` at the place"
    ),
}
