"""Going to an address on the portal."""

from __future__ import annotations

from bot.actions.act import Act
from bot.browser.errors import NavigationStopped
from bot.flow.actions import Open


async def open_address(act: Act, action: Open) -> None:
    """Go to a path, or to a full address on the portal's own origin."""
    address = str(act.scope.evaluate(action.address))
    try:
        await act.session.go_to(address, seconds=act.patience.deadline.left)
    except NavigationStopped:
        act.patience.listen()
        raise
    finally:
        act.memory.cursor = None
