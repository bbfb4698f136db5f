"""The sandbox of expressions: no Python internals, nothing that changes a value, nothing that runs away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bot.flow.filters import FROM_JINJA, OWN

METHODS: dict[type, frozenset[str]] = {
    str: frozenset(
        {"count", "endswith", "find", "isdigit", "lower", "removeprefix", "removesuffix", "split",
         "splitlines", "startswith", "strip", "upper"}
    ),
    dict: frozenset({"get", "items", "keys", "values"}),
}  # fmt: skip
"""The methods that an expression may call. None of them can make much out of little."""

LONGEST = 100_000
"""The longest text or list that a `*` may make, and the largest number whose power may be taken."""


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's strictest sandbox, stricter still: flows come from elsewhere, and need little."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined)
        self.globals.clear()
        self.filters = {**{name: self.filters[name] for name in FROM_JINJA}, **OWN}

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call a method that is allowed. Our names are mangled so as not to clash with those of the expression."""
        if isinstance(__obj, Undefined):
            __obj()
        if not __self.is_safe_callable(__obj):
            raise SecurityError(f"`{getattr(__obj, '__name__', 'that')}` cannot be called")
        return __obj(*args, **kwargs)

    def is_safe_callable(self, obj: Any) -> bool:
        """Only the methods listed, of texts and mappings."""
        owner = getattr(obj, "__self__", None)
        names = next((names for kind, names in METHODS.items() if isinstance(owner, kind)), frozenset())
        return getattr(obj, "__name__", "") in names or (
            getattr(obj, "__name__", "") == "isoformat" and hasattr(owner, "isoformat")
        )

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on numbers; a text is neither multiplied nor used as a format."""
        if not all(isinstance(one, int | float) or hasattr(one, "as_tuple") for one in (left, right)):
            raise SecurityError(f"`{operator}` works on numbers only")
        if operator == "**" and (abs(left) > LONGEST or abs(right) > 64):
            raise SecurityError("the power is too large")
        calculate: Callable[[Any, Any], Any] = self.binop_table[operator]
        return calculate(left, right)
