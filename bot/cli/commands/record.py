"""`portal record`: what a person does on the portal, as a flow."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import record_help as words
from bot.cli.setting import Setting
from bot.errors import UsageError

if TYPE_CHECKING:
    from bot.browser import Session
    from bot.browser.recorder import Recorder
    from bot.cli.asking import Asking
    from bot.filing.progress import Watching
    from bot.porting.recording import Recording


def record(
    context: typer.Context,
    url: Annotated[str | None, typer.Option(metavar="URL")] = None,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR")] = Path("."),
    name: Annotated[str, typer.Option(metavar="NAME")] = "",
    account: Annotated[str | None, typer.Option(metavar="NAME")] = None,
    roster: Annotated[Path | None, typer.Option(metavar="FILE")] = None,
    case: Annotated[str | None, typer.Option(metavar="CASE")] = None,
    before: Annotated[str, typer.Option(metavar="STEP")] = "",
) -> int:
    import os

    from bot.cli.account import account_named
    from bot.cli.filing import workplace
    from bot.cli.person import has_windows
    from bot.cli.porting_view import show_import
    from bot.porting.importing import import_recordings, write
    from bot.service.explaining import chosen
    from bot.service.recorder import Beginning
    from bot.service.recorder import record as recorded

    setting: Setting = context.obj
    known = (output / "portal.yaml").exists()
    if not known and url is None:
        raise UsageError(words.WHICH_PORTAL.format(folder=output), cure=words.WHICH_PORTAL_CURE)
    if (roster is None) is not (case is None) or (roster and not account) or (account and not known):
        raise UsageError(words.NEEDS_ACCOUNT)
    if not has_windows():
        raise UsageError(words.NO_WINDOW, cure=words.NO_WINDOW_CURE)
    assistant = setting.assistant(output if known else None, url=url)
    wanted = chosen(assistant.check(roster).cases, case)[0] if roster and case else None
    with workplace(setting.out, setting.options) as place:
        login = place.ask(account_named(account, "", os.environ, place.asking, url=assistant.url)) if account else None

        async def work(watching: Watching) -> Recording:
            beginning = None
            if login is not None:
                person = watching.person(login.name)
                beginning = Beginning(assistant.library, login, person, wanted, before)

            async def finished(session: Session, recorder: Recorder) -> None:
                setting.out.print(str(words.ENDS_WITH), soft_wrap=True)
                await _ended(recorder, place.asking)

            return await recorded(assistant.url, finished, title=name, beginning=beginning)

        made = place.work(assistant, [account or ""], work)
    outcome = import_recordings([(Path(name or "recorded"), made)], output, name=name)
    show_import(setting.out, outcome, write(outcome.files, output))
    return 0


async def _ended(recorder: Recorder, asking: Asking) -> None:
    """Until the window is closed or somebody presses Enter; a Ctrl-C ends it as well, and what was done is kept."""
    import asyncio
    import sys
    from contextlib import suppress

    from bot.errors import Interrupted

    waiting = {asyncio.ensure_future(recorder.gone())}
    if sys.stdin.isatty():
        waiting.add(asyncio.ensure_future(_enter(asking)))
    _, left = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    for task in left:
        task.cancel()
    with suppress(Interrupted, asyncio.CancelledError):
        await asyncio.gather(*waiting)


async def _enter(asking: Asking) -> None:
    await asking.line("")
