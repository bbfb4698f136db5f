"""What a verification can find: one thing that is not as it was sealed, said in three languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.text import Text

SHORT = 12
"""Characters of a digest in a message."""
LONGEST = 200
"""Characters of a name in a message. A name of ours is far shorter."""


class FindingKind(StrEnum):
    """What was done to a dossier."""

    ALTERED = "altered"
    ADDED = "added"
    REMOVED = "removed"
    EXCHANGED = "exchanged"
    REORDERED = "reordered"
    RESIGNED = "resigned"
    BROKEN = "broken"
    """A seal that cannot be read, does not fit its signature, or does not follow the one before."""
    CUT = "cut"
    UNSEALED = "unsealed"
    STAMP = "stamp"


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it was sealed. `path` is the name as it is, for programs alone to read."""

    kind: FindingKind
    path: str
    message: Text


def finding(kind: FindingKind, path: str, message: Text, **values: object) -> Finding:
    """A finding about a file, whose name its message gives as `{name}`."""
    return Finding(kind, path, message.format(name=shown(path), **values))


def shown(name: str) -> str:
    """A name as it may stand in a sentence: whoever made it up may have put line breaks or half characters in it."""
    written = "".join(one if one.isprintable() else f"[U+{ord(one):04X}]" for one in name[: LONGEST + 1])
    return written if len(written) <= LONGEST else f"{written[:LONGEST]}…"
