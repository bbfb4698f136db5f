"""Facts as plain data, as they are kept with an event."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from enum import Enum
from typing import Any


def plain(value: Any) -> Any:
    """The same as JSON knows it: an enum's value, an aware time as ISO 8601 in UTC, a tuple as a list.

    Raises TypeError for what is no plain data.
    """
    if isinstance(value, Enum):
        return plain(value.value)
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise TypeError(f"a time without its zone: {value.isoformat()}")
        return value.astimezone(UTC).isoformat()
    if isinstance(value, Mapping):
        return {str(name): plain(one) for name, one in value.items()}
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    raise TypeError(f"{type(value).__name__} is no plain data")
