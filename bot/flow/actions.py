"""The actions: every verb a step can have. This union is *the* list.

The loader, the dispatch (`bot/actions`, `bot/run`), the JSON Schema, the reference and the lint derive from
it. To add an action: a model here, its name in `Action`, a function in `bot/actions` (or `bot/run` for one that
steers other steps) and one `case` in the dispatch; mypy names what is missing.

In YAML a step is one object: `VERB: VALUE` plus modifiers. Each model says by `value_key` and `inner_key` how it
takes its value. Strings may hold expressions, `${…}`, unless the description says otherwise.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, model_validator

from bot.flow.base import Model
from bot.flow.targets import Targets
from bot.text import Text

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


class Set(ActionModel):
    """Give values to variables: `{variable: value}`."""

    verb: ClassVar[str] = "set"
    example: ClassVar[str] = '- set: {row: "${rows | row_with(id_number)}"}'
    value_key: ClassVar[str] = "values"
    values: Annotated[dict[str, Template], Field(min_length=1)]


class ForEach(ActionModel):
    """Do the steps in `do` once for each thing in a list: `{variable: "${list}"}`."""

    verb: ClassVar[str] = "for_each"
    example: ClassVar[str] = """\
- for_each: {case: "${cases}"}
  do:
    - report: {case: "${case}", state: missing}"""
    value_key: ClassVar[str] = "values"
    values: Annotated[dict[str, Template], Field(min_length=1, max_length=1)]


class RepeatUntil(ActionModel):
    """Do the steps in `do`, then again until the condition holds: at most `at_most` times (100)."""

    verb: ClassVar[str] = "repeat_until"
    example: ClassVar[str] = """\
- repeat_until: "${next is none}"
  do:
    - read: {next: next_page}
      optional: true
    - click: next_page
      when: next is not none"""
    value_key: ClassVar[str] = "condition"
    inner_key: ClassVar[str | None] = "condition"
    condition: str = Field(description="The condition that ends the loop.")
    at_most: int = Field(100, ge=1, le=10_000, description="How many rounds there may be; more are an error.")


class Do(ActionModel):
    """Several steps under one `when`, `frame` or `within`."""

    verb: ClassVar[str] = "do"
    example: ClassVar[str] = """\
- when: "${migrant}"
  do:
    - choose: {province: "${home.province}"}
    - choose: {city: "${home.city}"}"""
    value_key: ClassVar[str] = "steps"
    steps: tuple[()] = ()


class Call(ActionModel):
    """Do another flow of this folder, `with` its inputs. Its outputs can be kept `as` a variable."""

    verb: ClassVar[str] = "call"
    example: ClassVar[str] = """\
- call: open_form
- call: find_draft
  with: {id_number: "${id_number}"}
  as: draft"""
    value_key: ClassVar[str] = "flow"
    inner_key: ClassVar[str | None] = "flow"
    flow: str = Field(description="The name of the flow.")


class Ask(ActionModel):
    """Ask a person: `{variable: question}`, or `{variable: {question: …, picture: ELEMENT, secret: true}}`."""

    verb: ClassVar[str] = "ask"
    example: ClassVar[str] = "- ask: {code: {question: Type the code in the picture, picture: captcha_picture}}"
    value_key: ClassVar[str] = "values"
    values: Annotated[dict[str, Question], Field(min_length=1, max_length=1)]


class Question(Model):
    """What a person is asked."""

    question: Text
    picture: Targets | None = Field(None, description="An element whose picture is shown with the question: a captcha.")
    secret: bool = Field(False, description="The answer is never shown, logged or kept.")

    @model_validator(mode="before")
    @classmethod
    def _from_value(cls, raw: Any) -> Any:
        return raw if isinstance(raw, dict) and "question" in raw else {"question": raw}


class Approve(ActionModel):
    """Stop until a person says to go on. A no ends the flow without a fault."""

    verb: ClassVar[str] = "approve"
    example: ClassVar[str] = "- approve: Everything on the screen is right?"
    value_key: ClassVar[str] = "question"
    question: Text


REPORT_STATES = (
    "missing", "several", "drafted", "has_errors", "ticked", "under_review", "approved", "rejected", "done",
)  # fmt: skip
"""What a flow may report of a case."""


class Report(ActionModel):
    """Tell the engine what the portal shows of a case: `{case: "${case}", state: drafted, number: …}`.

    `state`: `missing`, `several`, `drafted`, `has_errors`, `ticked`, `under_review`, `approved`, `rejected`,
    `done`.
    `shows` is the portal's own text of the case; the engine compares it with what was entered.
    """

    verb: ClassVar[str] = "report"
    example: ClassVar[str] = """\
- report: {case: "${case}", state: drafted, number: "${row.number}", shows: "${row.text}"}
- report: {state: approved, number: "${number}"}"""
    value_key: ClassVar[str] = "state"
    inner_key: ClassVar[str | None] = "state"
    state: str = Field(description="What the portal holds of the case.")
    case: str | None = Field(None, description='Whose: `"${case}"`, in a flow over a set of cases.')
    number: Template = Field(None, description="The portal's own number.")
    reason: Template = Field(None, description="Why it was rejected, in the portal's words.")
    shows: Template = Field(None, description="The portal's own text of the case, to compare with what was entered.")
    entered: Template = Field(None, description="When it was entered, as the portal says it.")
    decided: Template = Field(None, description="When it was decided, as the portal says it.")


class Refuse(ActionModel):
    """End the case as refused, with this reason: the flow itself sees that the portal cannot take it."""

    verb: ClassVar[str] = "refuse"
    example: ClassVar[str] = "- refuse: The portal has no such person."
    value_key: ClassVar[str] = "message"
    inner_key: ClassVar[str | None] = "message"
    message: Text = Field(description="Why, for the clerk.")
    rule: str = Field("", description="The rule of the check that this is, if any.")


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


PageAction = (
    Open | Click | DoubleClick | Hover | Press | Fill | Choose | Tick | Untick | Upload | Download
    | WaitFor | Expect | Read | ReadTable | Evidence
)  # fmt: skip
"""Actions on the page: `bot/actions` performs them."""

SteeringAction = Set | ForEach | RepeatUntil | Do | Call | Ask | Approve | Report | Refuse
"""Actions that steer the run: `bot/run` performs them, without a browser."""

Action = PageAction | SteeringAction

Read.model_rebuild()
Ask.model_rebuild()
