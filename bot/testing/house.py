"""What the scenarios of a test run share. Nothing is imported, nor started, before it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.testing.backstage import Backstage
    from bot.testing.cast import Manner
    from bot.testing.portal import MockPortal


class House:
    """Each kind of portal is started once, and so is the browser."""

    def __init__(self) -> None:
        self._running: dict[tuple[str, str, str], MockPortal] = {}
        self._backstage: Backstage | None = None

    def backstage(self, manner: Manner) -> Backstage:
        """The browser. It is run as the first scenario wants it, which all do alike."""
        from bot.testing.backstage import Backstage

        if self._backstage is None:
            self._backstage = Backstage(manner)
        return self._backstage

    def portal(self, language: str = "en", captcha: str = "off", module: str = "mock_portal") -> MockPortal:
        """The portal of this kind, whatever state it is in."""
        from bot.testing.portal import MockPortal

        kind = (language, captcha, module)
        if kind not in self._running:
            self._running[kind] = MockPortal(*kind)
        return self._running[kind]

    def stop(self) -> None:
        """End it all."""
        if self._backstage is not None:
            self._backstage.close()
            self._backstage = None
        for portal in self._running.values():
            portal.stop()
        self._running.clear()
