"""What every action has in common: a verb, and how it takes its value."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import model_validator

from bot.flow.base import Model

Template = str | int | float | bool | None | dict[str, Any] | list[Any]
"""A value in YAML in which every string may hold `${…}`."""


class ActionModel(Model):
    """One verb. `value_key` is the field that takes a bare YAML value."""

    verb: ClassVar[str]
    example: ClassVar[str]
    value_key: ClassVar[str] = "target"
    inner_key: ClassVar[str | None] = None  # a mapping that has this key is the whole action, not its value

    @model_validator(mode="before")
    @classmethod
    def _from_value(cls, raw: Any) -> Any:
        """Wrap the YAML value of the verb, unless it is already spelled out."""
        if isinstance(raw, cls):
            return raw
        if cls.inner_key is not None and isinstance(raw, dict) and cls.inner_key in raw:
            return raw
        return {cls.value_key: raw}
