"""The actions that steer the run, without touching the page."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator

from bot.flow.action_base import ActionModel, Template
from bot.flow.base import Model
from bot.flow.targets import Targets
from bot.text import Text


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
    """Ask a person: `{variable: question}`, or `{variable: {question: …, picture: ELEMENT, secret: true}}`.

    The answer is a secret: it can be filled in by itself, on the portal's own pages, and compared with a text.
    """

    verb: ClassVar[str] = "ask"
    example: ClassVar[str] = "- ask: {code: {question: Type the code in the picture, picture: captcha_picture}}"
    value_key: ClassVar[str] = "values"
    values: Annotated[dict[str, Question], Field(min_length=1, max_length=1)]


class Question(Model):
    """What a person is asked."""

    question: Text
    picture: Targets | None = Field(None, description="An element whose picture is shown with the question: a captcha.")
    secret: bool = Field(False, description="Whether the answer is hidden while it is typed.")

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


Ask.model_rebuild()
