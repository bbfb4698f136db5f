"""Hands that only look: where a flow would take a picture, they tell what the screen is like."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.actions.keep import Beside
from bot.actions.perform import Hands
from bot.browser import Session
from bot.browser.locate import Finder
from bot.browser.look import look
from bot.browser.snapshot import Snapshot, snapshot_of, snapshots
from bot.errors import FlowError, TargetAmbiguous
from bot.flow.actions import Evidence, PageAction
from bot.flow.scope import Scope
from bot.flow.steps import Step
from bot.flow.targets import Target, Targets


@dataclass(frozen=True)
class Surveyed:
    """What a screen is like: its frames, and how many things each element of the portal finds.

    `fallbacks` are the elements of which a later candidate had to be used, with that candidate in words.
    """

    screen: str
    frames: tuple[Snapshot, ...]
    counts: Mapping[str, int]
    fallbacks: Mapping[str, str]


class _Nothing:
    """Keeps nothing: a walk shows what is other people's."""

    async def picture(
        self, name: str, png: bytes | None, beside: Beside, *, cases: Sequence[str], kind: str = "picture"
    ) -> tuple[Path | None, Path | None]:
        return None, None

    def keep(self, name: str, data: bytes, *, cases: Sequence[str], kind: str = "download", suffix: str) -> Path:
        return Path(name).with_suffix(suffix)

    def failed(self, name: str, reason: str, *, cases: Sequence[str], kind: str = "picture") -> None:
        pass


class SurveyingHands(Hands):
    """Does the actions of a walk; at each `evidence` it looks at the screen and tells, and takes no picture."""

    def __init__(self, session: Session, tell: Callable[[Surveyed], None]) -> None:
        super().__init__(session, _Nothing())
        self._tell = tell

    async def perform(self, step: Step, action: PageAction, scope: Scope) -> dict[str, object]:
        """Do one action. Raises Refusal, Fault and what is below them."""
        if isinstance(action, Evidence):
            await self.survey(action.name, step, scope)
            return {}
        return await super().perform(step, action, scope)

    async def survey(self, screen: str, step: Step, scope: Scope) -> None:
        """Look at the screen as it is, or at the part of it that the step looks `within`, once it is at rest."""
        act = self._act(step, scope)
        await act.patience.calm()
        if step.within is None:
            frames = await snapshots(self._session.page)
        else:
            sought = Finder(self._session.page, scope, frame=step.frame).seek(step.within)
            part, _ = await act.patience.until(lambda _: act.patience.one(sought, enabled=False), sought=sought)
            frames = (await snapshot_of(part.locator),)
        self._tell(await self._looked(screen, frames, scope))

    async def _looked(self, screen: str, frames: tuple[Snapshot, ...], scope: Scope) -> Surveyed:
        finder = Finder(self._session.page, scope)
        counts: dict[str, int] = {}
        fallbacks: dict[str, str] = {}
        for name in self._session.portal.elements:
            try:
                sought = finder.seek(Targets(candidates=(Target(element=name),)))
                found = await look(sought)
            except TargetAmbiguous:  # there are several frames to look in
                counts[name] = 2
            except FlowError:  # it depends on values that only a flow knows
                continue
            else:
                counts[name] = found.count
                if found.count and found.candidate is not sought.first:
                    fallbacks[name] = found.candidate.words
        return Surveyed(screen, frames, counts, fallbacks)
