"""What a person answered to a flow."""

from __future__ import annotations

from pydantic import SecretStr


class Answer(SecretStr):
    """An answer, a secret for all we know: it is typed on the portal, and not shown, logged or kept.

    A flow may compare it with a text, as in `choice == '2'`.
    """

    def __eq__(self, other: object) -> bool:
        return self.get_secret_value() == other if isinstance(other, str) else super().__eq__(other)

    __hash__ = SecretStr.__hash__
