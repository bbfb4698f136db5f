"""A flow and a portal profile, as read from their YAML files."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from bot.fields import AnyField
from bot.flow.actions import Template
from bot.flow.base import Model
from bot.flow.steps import Effect, Stage, Step
from bot.flow.targets import Target, Targets
from bot.text import LANGUAGES, Language, Text

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class Rule(Model):
    """A check over several inputs. It speaks up `when` the expression is true; an invalid input silences it."""

    id: Annotated[
        str, Field(pattern=r"^[A-Z]{2}[0-9]{2}$", description="Names the rule wherever it is reported: MI02.")
    ]
    when: str = Field(description="The condition under which the rule speaks up; it reads inputs.")
    severity: Literal["error", "warning", "info"] = Field(
        "error", description="An error keeps the row from being filed; a warning and an info are shown."
    )
    message: Text = Field(description="What is wrong, for the clerk.")
    cure: Text | None = Field(None, description="What would be right, for the clerk.")
    input: str | None = Field(
        None, description="The input whose cell is marked; the first one that `when` reads if not said."
    )


class AfterDrafting(Model):
    """What happens to this flow's drafts: flows over sets of cases."""

    read_back: str = Field(description="Flow that reads the drafts back and reports what the portal shows of each.")
    declare: str = Field(description="Flow that ticks drafts (`report: ticked`) and files exactly those ticked.")
    at_most: Annotated[int, Field(ge=1)] = Field(100, description="How many cases are declared in one set.")


class Flow(Model):
    """One portal operation in YAML."""

    flow: Name = Field(description="The name by which other files call it.")
    title: Text = Field(description="What people call it.")
    about: Text | None = Field(None, description="One sentence for the clerk: what this does.")
    person: str | None = Field(
        None, description="The input that says who the case is about; no two cases of an account share it."
    )
    inputs: dict[str, AnyField] = Field(
        default_factory=dict, description="What the flow needs to know: `name: {type: …, label: …}`."
    )
    rules: tuple[Rule, ...] = Field((), description="Checks over several inputs, before the portal is touched.")
    shows: dict[str, Template] = Field(
        default_factory=dict,
        description="What the portal must show of a case when it is read back, by input.",
    )
    stages: tuple[Stage, ...] = Field((), description="What is done, in parts that each have one effect.")
    steps: tuple[Step, ...] = Field((), description="Short for one stage without effect.")
    outputs: dict[str, Template] = Field(default_factory=dict, description="What `call` and a probe get back.")
    after: AfterDrafting | None = Field(
        None, description="What happens to its drafts: read back, then declared in sets."
    )
    results: str | None = Field(None, description="Flow that asks the portal what became of filed cases.")
    standing: str | None = Field(
        None,
        description="Flow over cases that reports, before anything is done, what the portal holds already of each.",
    )
    file: str = Field("", exclude=True)
    hash: str = Field("", exclude=True, description="SHA-256 of the file, for the evidence.")

    @model_validator(mode="after")
    def _stages_or_steps(self) -> Flow:
        if bool(self.stages) == bool(self.steps):
            raise ValueError("a flow has either `stages` or `steps`")
        return self

    @property
    def all_stages(self) -> tuple[Stage, ...]:
        """The stages; plain `steps` are one stage named after the flow."""
        return self.stages or (Stage(stage=self.flow, steps=self.steps),)

    @property
    def effects(self) -> frozenset[Effect]:
        """What the flow as a whole does to the portal's books."""
        return frozenset(stage.effect for stage in self.all_stages)


class Element(Targets):
    """A named thing of the portal: candidates in order, in YAML as a target, a list, or `{candidates: […]}`."""


class Window(Model):
    """The days of the month on which the portal takes filings."""

    first_day: int = Field(ge=1, le=31, description="The first day of the month on which it takes filings.")
    last_day: int = Field(ge=1, le=31, description="The last day of the month on which it takes filings.")
    zone: str = Field("Asia/Shanghai", description="The time zone of the portal, by its IANA name.")
    warn_days: int = Field(2, description="Warn when so many days or fewer are left.")


class Sign(Model):
    """One way in which the portal says something on its own: no, or that the session is over."""

    means: Literal["refusal", "closed", "login_refused", "session_lost", "fault"] = Field(
        description="`refusal`: no, for this case. `closed`: it takes nothing now. `login_refused`: no login. "
        "`session_lost`: log in again. `fault`: a technical trouble of the portal."
    )
    element: Targets | None = Field(None, description="Shown on the page.")
    dialog: bool = Field(False, description="Said in a native dialog.")
    says: tuple[Text, ...] = Field((), description="Only if it contains one of these; without it, whatever it says.")
    rule: str = Field("", description="The rule of the check that this is, if any.")
    held: bool = Field(
        False,
        description="Of a refusal: it says that the portal holds this already. After a save that was cut short it is "
        "then left to a person, unless the lists show it.",
    )
    cure: Text | None = Field(None, description="What the clerk can do about it.")
    dismiss: Targets | None = Field(None, description="What to click so that the portal can be used again.")

    @model_validator(mode="after")
    def _said_somewhere(self) -> Sign:
        if self.element is None and not self.dialog:
            raise ValueError("a sign needs an `element`, or `dialog: true`")
        return self


class Lists(Model):
    """How the portal's own drop-down lists work, where they are not <select>."""

    option: Target = Field(description="One entry of an open list; the entry with the wanted text is clicked.")
    open: Literal["click", "type"] = Field(
        "click", description="How a list opens: by clicking its box, or by typing in it."
    )
    take: Literal["entry", "text"] = Field(
        "entry",
        description="What the box takes: the `entry` that is clicked; or, faster, the `text` that is typed, when the"
        " box is left. A text that does not stay is looked for among the entries.",
    )


class Portal(Model):
    """A portal profile: all that is particular to one portal."""

    portal: Name = Field(description="A short name of the portal.")
    title: Text = Field(description="What people call the portal.")
    address: str = Field(description="Where the portal is. `--url` overrides it.")
    language: Language | Literal["auto"] = Field("auto", description="`auto`: from the page's own `lang`.")
    login: str = Field("login", description="Flow that logs in.")
    logout: str | None = Field(None, description="Flow that logs out.")
    operations: tuple[str, ...] = Field((), description="Flows that a roster can hold, in the order of its sheets.")
    walk: str | None = Field(
        None, description="Flow that visits the screens, for `portal drift`: each `evidence` in it is one."
    )
    window: Window | None = Field(None, description="When the portal takes filings; always, if not said.")
    settings: dict[str, Any] = Field(default_factory=dict, description="Free values, read as `${portal.NAME}`.")
    words: dict[str, Text] = Field(
        default_factory=dict, description="`yes` and `no` as the portal says them, and others."
    )
    elements: dict[str, Element] = Field(
        default_factory=dict, description="The things on its pages, each with a name: `name: {button: Save}`."
    )
    labels: dict[str, Text] = Field(
        default_factory=dict,
        description="What a person calls elements that have no words of their own: `message: {es: el aviso, …}`.",
    )
    busy: tuple[Targets, ...] = Field(
        (), description="While any of these is visible, the portal is working: steps wait."
    )
    signs: tuple[Sign, ...] = Field((), description="How the portal says no, in the order in which they are tried.")
    lists: Lists | None = Field(None, description="How its own drop-down lists work, if it has such.")
    timeout: float = Field(15, gt=0, description="Seconds that a step waits at most.")
    viewport: tuple[int, int] = Field((1280, 1000), description="Width and height of the page, in pixels.")
    file: str = Field("", exclude=True)
    hash: str = Field("", exclude=True)

    @property
    def names(self) -> dict[str, Any]:
        """What expressions read as `portal.NAME`: the settings, `words`, `title` and `address`."""
        return {**self.settings, "words": self.words, "title": self.title, "address": self.address}

    def word(self, key: str, language: Language) -> str:
        """A word of the portal, such as `yes`, in the portal's language."""
        return self.words[key].to(language)


class Library(Model):
    """A folder of flows and their portal, loaded and checked."""

    portal: Portal
    flows: dict[str, Flow]

    @property
    def operations(self) -> tuple[Flow, ...]:
        """The flows that a roster can hold."""
        return tuple(self.flows[name] for name in self.portal.operations)


__all__ = ["LANGUAGES", "Element", "Flow", "Library", "Portal", "Rule", "Sign", "Stage", "Step", "Window"]
