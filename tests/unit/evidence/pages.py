"""A page of HTML taken apart, to see what is in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

RAW = frozenset({"style", "script"})


@dataclass
class Parts(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    styles: str = ""
    _within: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._within = tag if tag in RAW else ""

    def handle_endtag(self, tag: str) -> None:
        self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within:
            self.styles += data
        else:
            self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.tags.append(("!--", {}))

    @property
    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        """The tags, and which attributes they have."""
        return [(tag, tuple(attributes)) for tag, attributes in self.tags]

    @property
    def text(self) -> str:
        """What there is to read."""
        return " ".join(" ".join(self.texts).split())

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every such tag."""
        return [attributes for name, attributes in self.tags if name == tag]


def taken_apart(html: str) -> Parts:
    """The parts of a page."""
    parts = Parts()
    parts.feed(html)
    parts.close()
    return parts
