"""What went wrong with a case, as the journal keeps it, so that it can be told again days later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from typing import Any

from bot.errors import AssistantError, Circumstances
from bot.redaction import redactor
from bot.text import Text


def kept(error: AssistantError) -> dict[str, Any]:
    """An error as plain data, in the words of the reader of now."""
    return {
        "kind": type(error).__name__,
        "message": str(error.message),
        "cure": str(error.cure),
        "circumstances": asdict(error.circumstances),
    }


def restored(data: dict[str, Any] | None) -> AssistantError | None:
    """The error that was kept; of a kind that is no longer known, a plain one."""
    if not data:
        return None
    kinds = {kind.__name__: kind for kind in _tree(AssistantError)}
    error = kinds.get(str(data.get("kind")), AssistantError)(data.get("message", ""), cure=data.get("cure", ""))
    error.circumstances = Circumstances(**data.get("circumstances", {}))
    return error


def hide_secrets(error: BaseException) -> None:
    """Take out of an error, and of what led to it, what is a secret now and will not be known as one later."""
    led: BaseException | None = error
    done: list[BaseException] = []
    while led is not None and led not in done:
        done.append(led)
        led.args = _hidden(led.args)
        for name, said in vars(led).items():
            if (clean := _hidden(said)) != said:
                setattr(led, name, clean)
        led = led.__cause__ or led.__context__


def _hidden(said: Any) -> Any:
    match said:
        case str():
            return redactor.without_secrets(said)
        case Text():
            return said.each(redactor.without_secrets)
        case Circumstances():
            return replace(said, **{name: _hidden(value) for name, value in vars(said).items()})
        case list():
            return [_hidden(one) for one in said]
        case tuple():
            return tuple(_hidden(one) for one in said)
        case _:
            return said


def _tree(kind: type[AssistantError]) -> Iterator[type[AssistantError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _tree(child)
