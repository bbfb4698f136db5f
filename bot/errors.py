"""Every error of the assistant, in one tree.

AssistantError
├── UsageError              the command, its options or the environment are wrong       exit 2
│   ├── FlowError           a flow or portal file is wrong: every problem, with its place
│   ├── RosterError         the spreadsheet cannot be taken as it is
│   ├── JournalError        the journal's database cannot be read or written
│   ├── AccountBusy         another run is at work in this account
│   └── StoreBusy           another process is at work on this journal
├── Refusal                 the portal said no for a business reason; final, never retried   exit 1
│   ├── LoginRefused        the portal did not let the account in
│   └── PortalClosed        the portal takes no filings now (window, month-end settlement)
├── Fault                   something technical went wrong                               exit 1
│   ├── SessionLost         the portal ended the session; log in again
│   ├── PortalUnreachable   no answer from the portal's address
│   ├── PortalFault         the portal itself reports a technical trouble
│   ├── StepTimedOut        what a step waited for did not come
│   ├── PortalMismatch      the portal is not as the flow says: retrying cannot help
│   │   ├── TargetNotFound      no candidate of a target is on the page
│   │   ├── TargetAmbiguous     a target matches several things: never "the first"
│   │   ├── UndeclaredDialog    a native dialog that no step declared
│   │   └── ExpectationFailed   the portal shows something else than the step expects
│   └── BrowserFault        the browser itself could not be used
├── OutcomeUnknown          an effect was cut short: look it up, never repeat it          exit 1
├── LeaseLost               another run has taken the account over: nothing more is done   exit 1
├── Overtaken               somebody else changed the case meanwhile: see how it stands   exit 1
├── Stopped                 a person said no                                            exit 1
│   └── Interrupted         a person asked for a stop: the batch can be gone on with    exit 130
└── (anything else is our bug)                                                            exit 3

`retryable`: doing the same again may help, if what was being done is safe to repeat.
Messages are `Text` where a clerk reads them, and plain English where only an engineer does.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from bot.text import Text


@dataclass
class Circumstances:
    """Where and how a step failed. Empty where it is not known."""

    flow: str = ""
    stage: str = ""
    step: str = ""
    """The step as a person would say it: its verb and its target."""
    place: str = ""
    """file:line:column of the step."""
    looked_for: str = ""
    frame: str = ""
    portal_says: str = ""
    """The portal's own message, where it showed one."""
    shown: str = ""
    """What was there instead of what was looked for."""
    nearest: list[str] = field(default_factory=list)
    """Things on the page most like what was looked for."""
    url: str = ""
    picture: str = ""
    """The picture that was taken of the failure, relative to the batch's folder."""
    diagnosis: str = ""
    """What else there was to see at the failure: a file, relative to the batch's folder."""


class AssistantError(Exception):
    """The assistant could not do what was asked. `cure` says what the reader can do about it."""

    retryable: ClassVar[bool] = False
    exit_code: ClassVar[int] = 1

    def __init__(self, message: Text | str, *, cure: Text | str = "") -> None:
        super().__init__(message)
        self.message = message
        self.cure = cure
        self.circumstances = Circumstances()

    def __str__(self) -> str:
        return str(self.message)


class UsageError(AssistantError):
    """The command, one of its options or the environment is wrong."""

    exit_code = 2


class FlowError(UsageError):
    """A flow or portal file is wrong. The message lists every problem with its place."""


class RosterError(UsageError):
    """The spreadsheet cannot be taken as it is."""


class JournalError(UsageError):
    """The journal's database cannot be read or written: full, locked, out of reach, damaged, too new."""


class AccountBusy(UsageError):
    """Another run is at work in this account. `owner` holds its lease until `until`, unless it renews it."""

    def __init__(self, message: Text | str, *, cure: Text | str = "", owner: str, until: datetime) -> None:
        super().__init__(message, cure=cure)
        self.owner = owner
        self.until = until


class StoreBusy(UsageError):
    """Another process is at work on this journal, which only one at a time may be."""


class Refusal(AssistantError):
    """The portal said no for a business reason. Final until a person changes the case.

    `words` are the portal's own; `rule` is the rule of the portal profile that recognised them, or "". `held`: they
    say that the portal holds this already.
    """

    def __init__(
        self, message: Text | str, *, cure: Text | str = "", words: str = "", rule: str = "", held: bool = False
    ) -> None:
        super().__init__(message, cure=cure)
        self.words = words
        self.rule = rule
        self.held = held


class LoginRefused(Refusal):
    """The portal did not let the account in."""

    exit_code = 2


class PortalClosed(Refusal):
    """The portal takes no filings at this moment."""


class Fault(AssistantError):
    """Something technical went wrong."""


class SessionLost(Fault):
    """The portal ended the session."""

    retryable = True


class PortalUnreachable(Fault):
    """No answer came from the portal's address."""

    retryable = True


class PortalFault(Fault):
    """The portal itself reports a technical trouble."""

    retryable = True


class StepTimedOut(Fault):
    """What a step waited for did not come in time."""

    retryable = True


class PortalMismatch(Fault):
    """The portal is not as the flow says; doing the same again cannot help."""


class TargetNotFound(PortalMismatch):
    """No candidate of a target is on the page."""

    retryable = True


class TargetAmbiguous(PortalMismatch):
    """A target matches several things on the page."""


class UndeclaredDialog(PortalMismatch):
    """The portal raised a native dialog that the step did not declare; it was dismissed."""


class ExpectationFailed(PortalMismatch):
    """The portal shows something else than the step expects."""


class BrowserFault(Fault):
    """The browser could not be started, or died."""

    retryable = True


class OutcomeUnknown(AssistantError):
    """A step with an effect was cut short, and nothing yet proves whether the portal took it."""


class LeaseLost(AssistantError):
    """Another run has taken the account over, or the lease ran out: this one must not touch the portal any more."""


class Overtaken(AssistantError):
    """Somebody else changed a case meanwhile; nothing was done on what is no longer true."""


class Stopped(AssistantError):
    """A person ended the run."""


class Interrupted(Stopped):
    """A person asked for a stop, and a safe point was reached: the batch can be gone on with."""

    exit_code = 130
