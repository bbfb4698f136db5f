"""What went wrong with a case, as the journal keeps it, so that it can be told again days later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from bot.errors import AssistantError, Circumstances


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


def _tree(kind: type[AssistantError]) -> Iterator[type[AssistantError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _tree(child)
