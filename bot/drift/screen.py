"""A screen without values: its buttons, links, labels and columns in order, and nothing that it tells of anybody.

What fields hold, plain texts, and the cells of lists are never taken. Digits are, as `#`: counters and numbers vary.
What stands in a list or a table may be somebody's name, so there only words are taken that the portal's files know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.drift.tree import Node, tree_of

KINDS = {
    "button": "button",
    "link": "link",
    "heading": "heading",
    "img": "image",
    "columnheader": "column",
    "checkbox": "check_box",
    "radio": "radio",
    "tab": "tab",
    "menuitem": "menu_item",
    "dialog": "dialog",
    "alertdialog": "dialog",
}
"""Roles, and what the flow language or a person would call them."""
FIELDS = ("textbox", "searchbox", "combobox", "listbox", "spinbutton")
_TABLES = ("table", "grid", "treegrid")
_MENUS = ("navigation", "menu", "menubar", "tablist", "toolbar")
_OF_LISTS = ("listitem", "option", "treeitem", "row", "article")
_LONGEST_LABEL = 60


@dataclass(frozen=True)
class Thing:
    """One thing on a screen. `kind` is a kind of target (button, link, field, heading, image), column, frame …"""

    kind: str
    name: str
    required: bool = False
    doubtful: bool = field(default=False, compare=False)
    """It may be somebody's data: it is not written anywhere, except as what something known is called now."""


@dataclass(frozen=True)
class FrameText:
    """A frame of the page as the browser tells it; `name` is that of its <iframe>, "" for the page itself.

    `required` are the labels of fields that say that they are required without a mark that can be seen.
    """

    name: str
    snapshot: str
    required: tuple[str, ...] = ()


@dataclass(frozen=True)
class Known:
    """The words that the portal's files know, and what only this account sees."""

    words: frozenset[str]
    private: tuple[str, ...] = ()

    @classmethod
    def of(cls, texts: Iterable[str], private: Iterable[str] = ()) -> Known:
        """Knows these texts; `private` are the names of the account."""
        return cls(frozenset(_key(text) for text in texts) - {""}, tuple(filter(None, private)))

    def knows(self, name: str) -> bool:
        """Whether a name is a word of the files, whatever number stands with it."""
        return _key(name) in self.words

    def beside(self, nodes: Sequence[Node]) -> Known:
        """Knows too what stands beside the account's name on this page: that is whose account it is."""
        texts = [node.own for node in nodes if node.own] + [
            inner.own for node in nodes for inner in node.every("text", "paragraph", "generic", "listitem") if inner.own
        ]
        private = [
            word
            for text in texts
            if any(name in text for name in self.private)
            for word in re.findall(r"[^\W\d]{2,}", text)
            if not any(word.casefold() in known for known in self.words)
        ]
        return Known(self.words, (*self.private, *private))

    def is_private(self, name: str) -> bool:
        """Whether a name tells whose account it is."""
        return not self.knows(name) and any(word in name for word in self.private)


def plain(name: str) -> str:
    """A name on one line, with # for each number in it."""
    return re.sub(r"\d+", "#", " ".join(name.split()))


def _key(name: str) -> str:
    return re.sub(r"[\s#()（）*＊:：.,，。·]+", "", plain(name)).casefold()


def screen_of(frames: Iterable[FrameText], known: Known) -> tuple[Thing, ...]:
    """All that can be seen on a screen, in order; each frame after the first begins with a thing of the kind frame."""
    trees = [(frame, tree_of(frame.snapshot)) for frame in frames]
    for _, tree in trees:
        known = known.beside(tree)
    things: list[Thing] = []
    for place, (frame, tree) in enumerate(trees):
        if place:
            things.append(Thing("frame", plain(frame.name)))
        required = frozenset(_label(one)[0] for one in frame.required)
        things += (one for one in _Reader(known, required).things(tree) if not known.is_private(one.name))
    return tuple(things)


class _Reader:
    """Reads the things of a frame in order; a text that was met last may be the label of the field after it."""

    def __init__(self, known: Known, required: frozenset[str]) -> None:
        self._known = known
        self._required = required
        self._label = ""
        self._in_form = False
        """Whether the text is in a table of which another label is known."""

    def things(self, nodes: Sequence[Node], *, data: bool = False, menu: bool = False) -> Iterator[Thing]:
        paging = False
        for node in nodes:
            if node.role in _TABLES:
                paging = _holds_data(node)
                yield from self._data_table(node) if paging else self._form_table(node)
            elif paging and node.role in ("link", "text", "img"):
                continue  # what pages through a list comes and goes with its rows
            else:
                yield from self._one(node, data=data, menu=menu)

    def _one(self, node: Node, *, data: bool, menu: bool) -> Iterator[Thing]:
        if node.role in ("text", "paragraph", "generic", "label", "cell") and node.own:
            self._label = node.own
        if node.role in FIELDS:
            yield from self._field(node, data=data)
        elif node.role in KINDS and node.name:
            doubtful = data and not self._known.knows(node.name)
            yield Thing(KINDS[node.role], plain(node.name), doubtful=doubtful)
        menu = menu or node.role in _MENUS
        yield from self.things(node.children, data=data or (node.role in _OF_LISTS and not menu), menu=menu)

    def _field(self, node: Node, *, data: bool) -> Iterator[Thing]:
        label, self._label = node.name or self._label, ""
        if label and (self._known.knows(label) or (not data and (node.name or self._is_label(label)))):
            name, marked = _label(label)
            yield Thing("field", name, marked or name in self._required)

    def _is_label(self, text: str) -> bool:
        """Whether a text before a field looks like its label, not like the data that the field belongs to."""
        marked = re.search(r"^\s*[*＊]|[*＊:：?？]\s*$", text) is not None
        return self._known.knows(text) or self._in_form or (marked and len(text) <= _LONGEST_LABEL)

    def _data_table(self, table: Node) -> Iterator[Thing]:
        """The headers of a list. Its rows come and go, unless the list is a menu: then its links are told."""
        self._label = ""
        cells = [cell for row in _rows(table) for cell in row.children]
        yield from (Thing("column", plain(cell.name)) for cell in cells if cell.role == "columnheader" and cell.name)
        links = [link.name for cell in cells for link in cell.every("link", "button") if link.name]
        known = [name for name in links if self._known.knows(name)]
        if len(known) > 1 and len(set(links)) == len(links):
            for cell in cells:
                yield from self.things(cell.children, data=True)

    def _form_table(self, table: Node) -> Iterator[Thing]:
        """A table that only lays things out: the label of a field is in the cell before it, or in the one above."""
        rows = [row.children for row in _rows(table)]
        is_form = any(self._known.knows(cell.text) for cells in rows for cell in cells if not _fields_in(cell))
        above: tuple[Node, ...] = ()
        for cells in rows:
            label = ""
            for place, cell in enumerate(cells):
                if not _fields_in(cell):
                    label = cell.text or label
                    yield from self._buttons_in(cell)
                    continue
                said = label or (above[place].text if place < len(above) else "")
                self._label, self._in_form = said, is_form
                label = ""
                yield from self.things(cell.children)
                self._in_form = False
            above = () if any(map(_fields_in, cells)) else cells

    def _buttons_in(self, cell: Node) -> Iterator[Thing]:
        """A button in a layout is one; a link may be somebody's name."""
        for thing in self.things(cell.children):
            doubtful = thing.kind != "button" and not self._known.knows(thing.name)
            yield Thing(thing.kind, thing.name, thing.required, doubtful)


def _label(text: str) -> tuple[str, bool]:
    """A label without its star and its colon, and whether it has a star."""
    marked = re.search(r"^\s*[*＊]|[*＊]\s*[:：]?\s*$", text) is not None
    return plain(re.sub(r"^[\s*＊]+|[\s*＊:：]+$", "", text)), marked


def _fields_in(cell: Node) -> bool:
    return any(True for _ in cell.every(*FIELDS))


def _holds_data(table: Node) -> bool:
    """Whether a table is a list of things: it has a row of headers, two at least."""
    return any(
        sum(cell.role == "columnheader" for cell in row.children) > 1
        and not any(_fields_in(cell) for cell in row.children)
        and all(cell.role == "columnheader" or not cell.text for cell in row.children)
        for row in _rows(table)
    )


def _rows(node: Node) -> Iterator[Node]:
    """The rows of a table, without those of tables inside it."""
    for child in node.children:
        if child.role == "row":
            yield child
        elif child.role not in _TABLES:
            yield from _rows(child)
