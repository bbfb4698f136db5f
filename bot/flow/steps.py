"""Steps and stages: one verb, its modifiers, and the effect of what is done."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args

from pydantic import Field, ValidationInfo, create_model, field_validator, model_validator
from pydantic_core import PydanticCustomError

from bot.flow.actions import Action, ActionModel, Template
from bot.flow.base import Marked, Model, Place
from bot.flow.targets import Targets
from bot.text import Text

ACTIONS: dict[str, type[ActionModel]] = {model.verb: model for model in get_args(Action)}
"""Every action by its verb, in the order of the union."""

_Verb: type[Model] = create_model(
    "_Verb", __base__=Model, **{verb: (model | None, None) for verb, model in ACTIONS.items()}
)  # type: ignore[call-overload]  # the fields are known only at run time
"""One verb and its value, so that what is wrong with the value is reported under the verb."""

HOLDERS = ("for_each", "repeat_until", "do")
"""Verbs that do the steps in `do`."""

Effect = Literal["none", "draft", "filing"]


class Dialog(Model):
    """A native dialog (alert, confirm, prompt) that the step will raise, and the answer to it."""

    says: Text | str | None = Field(None, description="Text that the dialog contains. Without it: any dialog.")
    answer: Literal["accept", "dismiss"] = Field(description="OK or Cancel.")
    type: str | None = Field(None, description="What to type into a prompt before accepting it.")
    may: bool = Field(False, description="The dialog need not come.")


class Step(Model):
    """One action and its modifiers."""

    action: Action
    when: str | None = Field(None, description="Do the step only if this is true.")
    timeout: float | None = Field(None, gt=0, le=3600, description="Seconds to wait at most, instead of the portal's.")
    optional: bool = Field(False, description="Go on without it if its target is not there.")
    frame: Targets | None = Field(None, description="The frame in which the step's targets are.")
    within: Targets | None = Field(None, description="The part of the page in which the step's targets are.")
    dialogs: tuple[Dialog, ...] = Field(
        (), alias="dialog", description="Native dialogs that this step raises, in order."
    )
    with_: dict[str, Template] = Field(default_factory=dict, alias="with", description="Inputs for `call`.")
    as_: str | None = Field(None, alias="as", description="The variable that keeps what `call` gives back.")
    do: tuple[Step, ...] = Field((), description="The steps of `for_each`, `repeat_until` and of a plain `do`.")
    note: Text | None = Field(None, description="Why the step is there, for people: shown where the flow is shown.")
    commits: bool = Field(
        False, description="The step that does what the stage's `effect` says: a dry run ends before it."
    )
    place: Annotated[Place | None, Field(exclude=True)] = None

    @model_validator(mode="before")
    @classmethod
    def _verb_to_action(cls, raw: Any) -> Any:
        if not isinstance(raw, dict) or ("action" in raw and not isinstance(raw, Marked)):
            return raw
        verbs = [key for key in raw if key in ACTIONS]
        if len(verbs) == 2 and "do" in verbs and set(verbs) & set(HOLDERS[:2]):
            verbs.remove("do")
        if len(verbs) != 1:
            raise PydanticCustomError(
                "step_verbs", "a step has exactly one action", {"verbs": verbs, "keys": list(raw)}
            )
        verb = verbs[0]
        rest: dict[str, Any] = {key: value for key, value in raw.items() if key != verb or verb == "do"}
        if isinstance(rest.get("dialog"), dict):
            rest["dialog"] = [rest["dialog"]]
        rest["action"] = {verb: [] if verb == "do" else raw[verb]}
        if isinstance(raw, Marked):
            rest.setdefault("place", raw.place)
        return rest

    @field_validator("action", mode="before")
    @classmethod
    def _action_of_verb(cls, raw: Any) -> Any:
        if not isinstance(raw, dict):
            return raw
        [verb] = raw
        return getattr(_Verb.model_validate(raw), verb)

    @field_validator("do", mode="after")
    @classmethod
    def _share_where(cls, do: tuple[Step, ...], info: ValidationInfo) -> tuple[Step, ...]:
        """The steps inside look where the step around them looks, unless they say where themselves."""
        where = {key: info.data.get(key) for key in ("frame", "within") if info.data.get(key) is not None}
        return tuple(
            one.model_copy(update={key: value for key, value in where.items() if getattr(one, key) is None})
            for one in do
        )


class Probe(Model):
    """How to ask the portal whether a stage has already happened: a read-only flow and its inputs."""

    probe: str = Field(description="A flow without effect. Its output `found` says whether it happened already.")
    with_: dict[str, Template] = Field(default_factory=dict, alias="with", description="Inputs for the probe.")


class Stage(Model):
    """Steps that belong together, and what they do to the portal's books."""

    stage: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", description="The name of the stage.")]
    title: Text | None = Field(None, description="What the progress shows while it runs.")
    effect: Effect = Field(
        "none", description="What it does to the portal's books: nothing, make a `draft`, or file (`filing`)."
    )
    already_done: Probe | None = Field(
        None, description="How to ask the portal whether this has happened, should the stage be cut short."
    )
    steps: Annotated[tuple[Step, ...], Field(min_length=1, description="What is done, in order.")]
