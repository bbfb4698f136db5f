"""The actions: every verb a step can have. This union is *the* list.

The loader, the dispatch (`bot/actions`, `bot/run`), the JSON Schema, the reference and the lint derive from it. To
add an action: a model beside the others, its name in the union, a function in `bot/actions` (or `bot/run` for one
that steers other steps) and one `case` in the dispatch; mypy names what is missing.

In YAML a step is one object: `VERB: VALUE` plus modifiers. Each model says by `value_key` and `inner_key` how it
takes its value. Strings may hold expressions, `${…}`, unless the description says otherwise.
"""

from __future__ import annotations

from bot.flow.action_base import ActionModel, Template
from bot.flow.page_actions import (
    Choose,
    Click,
    DoubleClick,
    Download,
    Evidence,
    Expect,
    Fill,
    Hover,
    Open,
    Press,
    Read,
    ReadFrom,
    ReadTable,
    Tick,
    Untick,
    Upload,
    WaitFor,
)
from bot.flow.steering_actions import (
    REPORT_STATES,
    Approve,
    Ask,
    Call,
    Do,
    ForEach,
    Question,
    Refuse,
    RepeatUntil,
    Report,
    Set,
)

PageAction = (
    Open | Click | DoubleClick | Hover | Press | Fill | Choose | Tick | Untick | Upload | Download
    | WaitFor | Expect | Read | ReadTable | Evidence
)  # fmt: skip
"""Actions on the page: `bot/actions` performs them."""

SteeringAction = Set | ForEach | RepeatUntil | Do | Call | Ask | Approve | Report | Refuse
"""Actions that steer the run: `bot/run` performs them, without a browser."""

Action = PageAction | SteeringAction

__all__ = [
    "REPORT_STATES",
    "Action",
    "ActionModel",
    "Approve",
    "Ask",
    "Call",
    "Choose",
    "Click",
    "Do",
    "DoubleClick",
    "Download",
    "Evidence",
    "Expect",
    "Fill",
    "ForEach",
    "Hover",
    "Open",
    "PageAction",
    "Press",
    "Question",
    "Read",
    "ReadFrom",
    "ReadTable",
    "Refuse",
    "RepeatUntil",
    "Report",
    "Set",
    "SteeringAction",
    "Template",
    "Tick",
    "Untick",
    "Upload",
    "WaitFor",
]
