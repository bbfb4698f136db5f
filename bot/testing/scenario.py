"""What a scenario file says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    WithJsonSchema,
    model_validator,
)

from bot.errors import UsageError
from bot.filing.progress import Until
from bot.filing.states import CaseState
from bot.flow.base import Place
from bot.flow.marks import Loc, Source, read_yaml
from bot.text import Language

SUFFIX = ".scenario.yaml"
DEEDS = ("roster", "roster_file", "flow", "steps")
"""What is done in a scenario: one of these."""

Said = Annotated[
    str,
    BeforeValidator(lambda value: str(value) if isinstance(value, int) else value),
    WithJsonSchema({"type": ["string", "integer", "boolean"]}),
]
"""A text; a number is taken as it is written."""


class ScenarioError(UsageError):
    """A scenario file is wrong. The message names each place."""


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class PortalAsItIs(_Model):
    """The portal before anything is done at it."""

    module: str = Field(default="mock_portal", pattern=r"^\w[\w.]*$")
    """What `python -m` starts: a portal that takes the same options and has the same `/_mock/` as the bundled one."""
    language: Language = "en"
    """Of its pages: `es`, `en` or `zh`."""
    clock: str = "2026-11-10T09:00+08:00"
    """The time at the portal."""
    review: str = "instant"
    """`instant`, `manual`, or `delay:SECONDS`."""
    captcha: str = "off"
    """`off`, `fixed`, `fixed:DIGITS` or `image`."""
    state: dict[str, Any] = {}
    """What is other than in the portal's initial state, key by key."""
    drafts: tuple[dict[str, Any], ...] = ()
    """What somebody else of the account has left there, in addition."""
    faults: tuple[dict[str, Any], ...] = ()
    """What goes wrong with it: see the mock portal's own page."""

    @property
    def now(self) -> datetime:
        """The time at the portal."""
        return datetime.fromisoformat(self.clock)


class ProblemExpected(_Model):
    """Something that the check of the roster must say. `row` is the spreadsheet's: the first person is in row 2."""

    row: int | None = None
    """The row in the spreadsheet; left out for what is of no row."""
    rule: str
    """The id of the rule, such as ID05."""
    severity: Literal["error", "warning", "info"] = "error"
    """`error`, `warning` or `info`."""


class CaseExpected(_Model):
    """Where a case must stand. What is left out is not looked at."""

    state: CaseState
    """`drafted`, `reviewed`, `under_review`, `approved`, `rejected`, `refused`, `needs_attention`, `failed` …"""
    says: str = ""
    """Part of the reason."""
    number: bool | None = None
    """Whether the portal's number is known."""
    pictures: tuple[str, ...] = ()
    """Names of pictures that must be there, in this order."""


class PortalExpected(_Model):
    """What the portal must have recorded since the beginning."""

    drafts: tuple[dict[str, Any], ...] | None = None
    """Exactly these are new, by the keys that are named; their order does not matter."""
    filings: tuple[dict[str, Any], ...] | None = None
    """The same of what was declared."""
    events: dict[str, int] = {}
    """How often something of a kind has happened: `{declared: 1}`."""


class Expected(_Model):
    """What must have become of it."""

    problems: tuple[ProblemExpected, ...] = ()
    """All errors of the check, and those warnings and hints that matter. With an error the portal is not touched."""
    cases: tuple[CaseExpected, ...] | None = None
    """Each case, in the order of the roster."""
    stopped: str = ""
    """Part of what ended the batch or the flow before its time."""
    outputs: dict[str, Any] = {}
    """Of a flow."""
    asked: int | None = None
    """How often a person was asked a question."""
    portal: PortalExpected = PortalExpected()
    """What is in the portal's own books."""


class Scenario(_Model):
    """One scenario: a test that needs no Python."""

    scenario: str = Field(min_length=1)
    """What it shows, in a sentence."""
    about: str = ""
    """Where the behaviour is described."""
    tags: tuple[str, ...] = ()
    """For `pytest -m`."""
    portal: PortalAsItIs = PortalAsItIs()
    """How the portal is to begin with."""
    account: Said = "170000001"
    """Who logs in."""
    password: str = ""
    """`demo-ACCOUNT` if not said."""
    answers: tuple[Said, ...] = ("2468",)
    """What the person answers when asked; the last one again and again."""
    approve: bool = True
    """What the person says to the drafts."""
    until: Until | Literal["check"] = "declare"
    """`drafts`, `review` or `declare`; `check` checks the roster, and the portal is not touched whatever it says."""
    roster: tuple[dict[str, Said], ...] = ()
    """Rows: `flow` names the operation, the other keys its inputs, as a clerk would type them."""
    roster_file: str = ""
    """A spreadsheet instead of rows, relative to the scenario."""
    flow: str = ""
    """One flow instead of a roster, done after logging in."""
    inputs: dict[str, Any] = {}
    """The flow's."""
    steps: tuple[Any, ...] = ()
    """Steps instead of a roster, as in a flow and with the elements of its portal, done after logging in."""
    log_in: bool = True
    """`false`: the steps begin where nobody is logged in, with `${account.user}` and `${account.password}`."""
    times: int = Field(default=1, ge=1)
    """How often the roster is filed, each time in full."""
    timeout: float | None = Field(default=None, gt=0)
    """Seconds after which it is given up, if pytest-timeout is installed and its limit would not do."""
    expect: Expected = Expected()
    """What must have become of it."""

    @model_validator(mode="after")
    def _one_thing_to_do(self) -> Self:
        if sum(bool(getattr(self, deed)) for deed in DEEDS) != 1:
            raise ValueError("a scenario has exactly one of roster, roster_file, flow and steps")
        if not self.log_in and not self.steps:
            raise ValueError("log_in: false is for steps")
        return self

    @property
    def secret(self) -> str:
        """The password to log in with."""
        return self.password or f"demo-{self.account}"


@dataclass(frozen=True)
class ReadScenario:
    """A scenario, and where each part of it stands in its file."""

    scenario: Scenario
    source: Source

    def place(self, loc: Loc) -> Place:
        """Where a value is; of one that the file does not spell out, where it would be."""
        return self.source.problem("FL013", "", loc).place


def load_scenario(path: Path) -> ReadScenario:
    """Read a scenario. Raises ScenarioError with the line of everything that is wrong."""
    try:
        source = read_yaml(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise ScenarioError(f"{path}: {error}", cure="save it as UTF-8, where it can be read") from error
    wrong = [f"{problem.place}: {problem.message}" for problem in source.problems]
    try:
        if not wrong:
            return ReadScenario(Scenario.model_validate(source.value), source)
    except ValidationError as error:
        found = [(source.problem("FL013", one["msg"], one["loc"]).place, one) for one in error.errors()]
        for place, one in sorted(found, key=lambda at: (at[0].line, at[0].column)):
            wrong.append(f"{place}: {'.'.join(map(str, one['loc'])) or 'the scenario'}: {one['msg']}")
    raise ScenarioError("\n".join(wrong), cure="every key is explained in fixtures/scenarios/README.md")
