"""What the expressions of a running flow can see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import SecretStr

from bot.errors import FlowError
from bot.flow.actions import Template
from bot.flow.expressions import evaluate, evaluate_condition
from bot.flow.models import Portal
from bot.text import Language, Text

ALONE = "a password or an answer can only be filled in, and by itself: `fill: {element: ${name}}`"


@dataclass
class Scope:
    """What a flow's expressions read: its inputs, what was set or read, `portal`, `account`, `today`.

    A called flow has a scope of its own: it sees its inputs, not its caller's variables.
    """

    portal: Portal
    language: Language
    """The language in which the portal is shown."""
    names: dict[str, Any] = field(default_factory=dict)

    def evaluate(self, template: Template) -> Any:
        """The value of a template. A lone `${…}` keeps its type; among words it is spelled as the portal does."""
        return evaluate(template, self.names, spell=self.spell)

    def holds(self, condition: str) -> bool:
        """Whether a condition is true."""
        return evaluate_condition(condition, self.names)

    def words(self, template: Template | Text) -> str:
        """What a person would type or read on the portal for a value: yes, no and labels in its language."""
        return self.spell(template if isinstance(template, Text) else self.evaluate(template))

    def spell(self, value: Any) -> str:
        """A value as the portal writes it. Raises FlowError for a secret."""
        match value:
            case None:
                return ""
            case bool():
                return self.portal.word("yes" if value else "no", self.language)
            case Text():
                words = self.evaluate(value.to(self.language))
                return words if isinstance(words, str) else self.spell(words)
            case date():
                return value.isoformat()
            case SecretStr():
                raise FlowError(ALONE)
            case Decimal():
                return format(value, "f")
            case _:
                label = getattr(value, "label", None)
                return label.to(self.language) if isinstance(label, Text) else str(value)

    def inner(self, names: Mapping[str, Any]) -> Scope:
        """The scope of a called flow: what every flow sees, and these names."""
        shared: dict[str, Any] = {
            name: self.names[name] for name in ("portal", "account", "today") if name in self.names
        }
        return Scope(self.portal, self.language, {**shared, **names})
