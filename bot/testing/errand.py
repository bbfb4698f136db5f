"""An errand: one flow by its own, at a portal, for one account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bot.errors import AssistantError
from bot.evidence.masking import Masking
from bot.filing.desk import Desk
from bot.filing.seat import BrowserSeat
from bot.flow.models import Library
from bot.run import Listener
from bot.service.tracing import BatchTraces
from bot.testing.cast import SOON, Cast, Manner

if TYPE_CHECKING:
    from bot.browser import PortalBrowser


@dataclass(frozen=True)
class Errand:
    """What is to be done, and where."""

    library: Library
    flow: str
    url: str
    cast: Cast
    home: Path
    """Pictures and traces are kept in it."""
    inputs: Mapping[str, Any] = field(default_factory=dict)
    log_in: bool = True
    """Whether the account logs in first; otherwise the flow begins where nobody is."""


@dataclass
class Done:
    """What became of it."""

    pictures: Path
    outputs: dict[str, Any] = field(default_factory=dict)
    stopped: AssistantError | None = None
    traces: tuple[Path, ...] = ()


async def run_errand(
    errand: Errand, manner: Manner, listeners: Sequence[Listener], lent: PortalBrowser | None = None
) -> Done:
    """Log in, do the flow, and log out, in the browser that is lent or in one of its own. What stopped it is in the
    answer."""
    from bot.actions import Hands
    from bot.browser import open_browser
    from bot.evidence import Pictures

    library = errand.library if errand.log_in else _as_login(errand.library, errand.flow)
    done = Done(errand.home / "pictures")
    pictures, traces = Pictures(done.pictures), BatchTraces(errand.home, errand.home, errand.flow, Masking(()))
    opening = nullcontext(lent) if lent else open_browser(headed=manner.headed, slow_mo=manner.slow_mo)
    async with opening as browser:

        async def take_seat() -> BrowserSeat:
            session = await browser.session(library.portal, errand.url)
            trace = traces.of(session) if manner.trace else None
            return BrowserSeat(session, Hands(session, pictures), await session.language(), trace)

        now, window = errand.cast.now, library.portal.window
        desk = Desk(
            library,
            errand.cast.account,
            take_seat,
            errand.cast.person,
            today=now.astimezone(ZoneInfo(window.zone if window else "UTC")).date(),
            clock=lambda: now,
            listeners=listeners,
            pauses=SOON,
        )
        try:
            await desk.log_in()
            if errand.flow != library.portal.login:
                done.outputs, _ = await desk.do(library.flows[errand.flow], errand.inputs)
        except AssistantError as error:
            done.stopped = error
        finally:
            try:
                await desk.log_out()
            except AssistantError as error:
                done.stopped = done.stopped or error
    done.traces = tuple(traces.kept)
    return done


def _as_login(library: Library, flow: str) -> Library:
    """With this flow in place of the log-in, and without a log-out: it need not have let anybody in."""
    portal = library.portal.model_copy(update={"login": flow, "logout": None})
    return library.model_copy(update={"portal": portal})
