"""The options of an exported script: one for each input of the flow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from bot.fields import AnyField
from bot.flow.models import Flow
from bot.porting.python_words import own_name

_OWN = frozenset({"url", "user", "language", "timeout", "output", "headed", "slow_mo", "yes", "help"})
"""Options that every script has."""

_READ_BY = {
    "resident_id": "ResidentNumber", "yes_no": "yes_no", "date": "date.fromisoformat", "number": "number",
    "money": "number", "division": "place", "list": "json.loads", "cases": "json.loads",
}  # fmt: skip


def options_function(flow: Flow, value: Callable[[Any], str]) -> Iterator[str]:
    """The lines of the function that reads the command line."""
    yield "def options_and_inputs():"
    yield f"    parser = argparse.ArgumentParser(description={str(flow.title).replace('%', '%%')!r})"
    yield '    parser.add_argument("--url", default=ADDRESS, metavar="URL", help="where the portal is")'
    yield '    parser.add_argument("--user", default=os.environ.get("PORTAL_USER", ""), help="user name on the portal")'
    yield '    parser.add_argument("--language", default=LANGUAGE, help="es, en, zh, or auto: from the first page")'
    yield '    parser.add_argument("--timeout", type=float, default=TIMEOUT, help="seconds that a step waits at most")'
    yield '    parser.add_argument("--output", type=Path, default=OUTPUT, help="folder for pictures and files")'
    yield '    parser.add_argument("--headed", action="store_true", help="show the browser")'
    yield '    parser.add_argument("--slow-mo", type=float, default=0, help="milliseconds after each thing done")'
    yield '    parser.add_argument("--yes", action="store_true", help="do not ask before a step with an effect")'
    for name, field in flow.inputs.items():
        yield f"    parser.add_argument({', '.join(_option(name, field, value))})"
    yield "    options = parser.parse_args()"
    names = [own_name(name) for name in flow.inputs]
    yield f"    return options, {{name: getattr(options, 'input_' + name) for name in {names!r}}}"


def _option(name: str, field: AnyField, value: Callable[[Any], str]) -> Iterator[str]:
    spelled = name.replace("_", "-")
    yield repr(f"--input-{spelled}" if name in _OWN else f"--{spelled}")
    yield f"dest={'input_' + own_name(name)!r}"
    if field.required and field.required_when is None and field.default is None:
        yield "required=True"
    if field.default is not None:
        yield f"default={field.default!r}" if not isinstance(field.default, dict) else "default=None"
    if field.type == "choice":
        yield f"type=one_of({value(dict(field.choices))})"
    elif field.type in _READ_BY:
        yield f"type={_READ_BY[field.type]}"
    yield "metavar='VALUE'"
    yield f"help={str(field.label).replace('%', '%%')!r}"
