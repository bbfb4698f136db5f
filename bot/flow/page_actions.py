"""The actions on the page."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator

from bot.flow.action_base import ActionModel, Template
from bot.flow.base import Model
from bot.flow.targets import Targets
from bot.text import Text


class Open(ActionModel):
    """Go to an address on the portal: a path, or a full address on the portal's own origin."""

    verb: ClassVar[str] = "open"
    example: ClassVar[str] = "- open: /employer/login"
    value_key: ClassVar[str] = "address"
    address: str


class Click(ActionModel):
    """Click on something, once it can be clicked."""

    verb: ClassVar[str] = "click"
    example: ClassVar[str] = """\
- click: save_to_drafts
- click: {button: {es: Aceptar, en: OK, zh: 确定}}"""
    target: Targets


class DoubleClick(ActionModel):
    """Click on something twice, quickly."""

    verb: ClassVar[str] = "double_click"
    example: ClassVar[str] = '- double_click: {row: {has: ["${id_number}"]}}'
    target: Targets


class Hover(ActionModel):
    """Put the pointer over something."""

    verb: ClassVar[str] = "hover"
    example: ClassVar[str] = "- hover: user_menu"
    target: Targets


class Press(ActionModel):
    """Press a key (`Enter`, `Tab`, `Control+A` …) where the cursor is, or `in` a field."""

    verb: ClassVar[str] = "press"
    example: ClassVar[str] = """\
- press: Enter
- press: {key: Tab, in: id_number}"""
    value_key: ClassVar[str] = "key"
    inner_key: ClassVar[str | None] = "key"
    key: str = Field(description="The key, as Playwright names it.")
    in_: Targets | None = Field(None, alias="in", description="The field to press it in.")


class Fill(ActionModel):
    """Type values into fields, in this order: `{element: value}`. What was there before is replaced.

    A field that does not hold the value afterwards is an error. A secret goes only to the portal's own
    origin.
    """

    verb: ClassVar[str] = "fill"
    example: ClassVar[str] = '- fill: {id_number: "${id_number}", wage: "${wage}"}'
    value_key: ClassVar[str] = "values"
    values: Annotated[dict[str, Template], Field(min_length=1)]


class Choose(ActionModel):
    """Choose in lists, in this order: `{element: the text of the choice}`.

    true and false are the portal's own yes and no (see `words` in portal.yaml). Works on `<select>`, on radio
    buttons, and on the portal's own lists (see `lists` in portal.yaml).
    """

    verb: ClassVar[str] = "choose"
    example: ClassVar[str] = '- choose: {household: "${household}", migrant: "${migrant}"}'
    value_key: ClassVar[str] = "values"
    values: Annotated[dict[str, Template], Field(min_length=1)]


class Tick(ActionModel):
    """Tick a check box. Fails if it does not stay ticked."""

    verb: ClassVar[str] = "tick"
    example: ClassVar[str] = '- tick: {css: "input[type=checkbox]", within: {row: {has: ["${number}"]}}}'
    target: Targets


class Untick(ActionModel):
    """Take the tick out of a check box."""

    verb: ClassVar[str] = "untick"
    example: ClassVar[str] = "- untick: remember_me"
    target: Targets


class Upload(ActionModel):
    """Put files into file fields: `{element: path}`, or a list of paths."""

    verb: ClassVar[str] = "upload"
    example: ClassVar[str] = '- upload: {contract: "${contract}"}'
    value_key: ClassVar[str] = "values"
    values: Annotated[dict[str, Template], Field(min_length=1)]


class Download(ActionModel):
    """Click on something that makes the portal send a file, and keep the file with the evidence as `name`."""

    verb: ClassVar[str] = "download"
    example: ClassVar[str] = "- download: {click: receipt_link, name: receipt}"
    inner_key: ClassVar[str | None] = "click"
    value_key: ClassVar[str] = "click"
    click: Targets
    name: str = Field("download", description="The name of the file in the evidence.")


class WaitFor(ActionModel):
    """Wait until an element is `visible` (the default), `hidden` or `enabled`."""

    verb: ClassVar[str] = "wait_for"
    example: ClassVar[str] = """\
- wait_for: main_menu
- wait_for: {element: progress, state: hidden}"""
    value_key: ClassVar[str] = "element"
    inner_key: ClassVar[str | None] = "element"
    element: Targets = Field(description="What to wait for.")
    state: Literal["visible", "hidden", "enabled"] = Field("visible", description="What it has to be.")


class Expect(ActionModel):
    """Look again and again until all of it is true. When the time is up, the step fails and says what was seen.

    `text` and `value` compare whole (spaces folded); `contains` looks inside. `url` and `title` are of the page
    and may be given without an element.
    """

    verb: ClassVar[str] = "expect"
    example: ClassVar[str] = """\
- expect: {element: message, contains: {es: guardado, en: saved, zh: 保存成功}}
- expect: {element: rows, count: 3}
- expect: {url: /drafts}"""
    value_key: ClassVar[str] = "element"
    inner_key: ClassVar[str | None] = "element"
    element: Targets | None = None
    state: Literal["visible", "hidden", "enabled", "disabled", "ticked", "unticked"] | None = Field(
        None, description="What it has to be; `visible` where nothing else is expected of it."
    )
    text: Text | str | None = Field(None, description="Its whole text.")
    contains: Text | str | None = Field(None, description="A part of its text.")
    value: Template = Field(None, description="What stands in the field.")
    count: int | str | None = Field(None, description="How many of it are visible.")
    url: str | None = Field(None, description="A part of the page's address.")
    title: Text | str | None = Field(None, description="The page's title.")

    @model_validator(mode="before")
    @classmethod
    def _from_value(cls, raw: Any) -> Any:
        return {"element": raw} if isinstance(raw, str | list) else raw

    @model_validator(mode="after")
    def _something(self) -> Expect:
        of_element = (self.state, self.text, self.contains, self.value, self.count)
        if self.element is None and any(one is not None for one in of_element):
            raise ValueError("`state`, `text`, `contains`, `value` and `count` need an `element`")
        if self.element is None and self.url is None and self.title is None:
            raise ValueError("expect needs an `element`, a `url` or a `title`")
        return self


class Read(ActionModel):
    """Read from the page into variables: `{variable: element}`. Of a field its value, else the text.

    `{variable: {element: …, attribute: …}}` reads an attribute. What is not there reads as null if the step is
    `optional`.
    """

    verb: ClassVar[str] = "read"
    example: ClassVar[str] = """\
- read: {said: message}
- read: {receipt: {element: receipt_link, attribute: href}}"""
    value_key: ClassVar[str] = "values"
    values: Annotated[dict[str, ReadFrom], Field(min_length=1)]


class ReadFrom(Model):
    """What to read."""

    element: Targets
    attribute: str | None = Field(None, description="Read this attribute of it, such as href.")

    @model_validator(mode="before")
    @classmethod
    def _from_value(cls, raw: Any) -> Any:
        if isinstance(raw, dict) and "element" in raw and set(raw) <= {"element", "attribute"}:
            return raw
        return {"element": raw}


class ReadTable(ActionModel):
    """Read the rows of a table into a list: `{table: element, columns: {key: header}, as: variable}`.

    Each row is a mapping with the keys of `columns`. A column is named by its header, or by its number from 1
    where it has none. Every row also has `row` (its number, from 1) and `text` (all of it).
    """

    verb: ClassVar[str] = "read_table"
    example: ClassVar[str] = "- read_table: {table: drafts, columns: {number: No., name: Name}, as: rows}"
    inner_key: ClassVar[str | None] = "table"
    value_key: ClassVar[str] = "table"
    table: Targets
    columns: Annotated[
        dict[str, Text | int],
        Field(min_length=1, description="`key: header` of the columns to read, or their numbers."),
    ]
    as_: str = Field(alias="as", description="The variable that holds the rows.")
    rows: str = Field("tr:has(> td)", description="CSS of a row inside the table.")


class Evidence(ActionModel):
    """Take a picture of the whole page for the dossier: its name. `of` marks an element in the picture."""

    verb: ClassVar[str] = "evidence"
    example: ClassVar[str] = """\
- evidence: form-filled
- evidence: {name: final-row, of: {row: {has: ["${case.number}"]}}, cases: "${case}"}"""
    value_key: ClassVar[str] = "name"
    inner_key: ClassVar[str | None] = "name"
    name: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$", description="The name of the picture: form-filled.")
    of: Targets | None = Field(None, description="An element to mark in the picture.")
    cases: Template = Field(None, description="In a flow over a set: the case or cases that the picture belongs to.")


Read.model_rebuild()
