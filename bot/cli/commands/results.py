"""`portal results`: what is known of a batch as a spreadsheet, and the next roster of what did not go through."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli import batch_words, words
from bot.cli.setting import Setting
from bot.text import Text

if TYPE_CHECKING:
    from bot.service import Assistant


def results(
    context: typer.Context,
    batch: Annotated[str, typer.Argument(metavar="BATCH")],
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE")] = None,
    carry_over: Annotated[Path | None, typer.Option(metavar="FILE")] = None,
) -> int:
    from bot.errors import UsageError

    setting: Setting = context.obj
    if output is None and carry_over is None:
        raise UsageError(batch_words.WHICH_FILE, cure=batch_words.WHICH_FILE_CURE)
    assistant = setting.assistant()
    if output is not None:
        written = assistant.write_results(batch, output)
        setting.out.print(str(words.WRITTEN.format(path=written)), soft_wrap=True)
    if carry_over is not None:
        setting.out.print(str(_carry_over(assistant, batch, carry_over)), soft_wrap=True)
    return 0


def _carry_over(assistant: Assistant, batch: str, path: Path) -> Text:
    """Write the next roster, if anything belongs into it; what to say of it."""
    from bot.cli.next_steps import CARRIED_OVER

    if not any(outcome.state in CARRIED_OVER for outcome in assistant.view(batch).outcomes):
        return batch_words.NOTHING_TO_CARRY_OVER
    written, count = assistant.carry_over(batch, path)
    return batch_words.CARRIED_OVER.format(path=written, count=count)
