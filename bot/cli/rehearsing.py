"""`portal run` with the options that file nothing: `--explain`."""

from __future__ import annotations

from dataclasses import dataclass

from bot.cli import rehearsal_words as words
from bot.cli.plan_view import explained_data, show_explained
from bot.cli.setting import Setting
from bot.errors import UsageError
from bot.roster.check import Checked
from bot.service import Assistant


@dataclass(frozen=True)
class Rehearsal:
    """What was asked for instead of filing."""

    explain: bool = False
    case: str | None = None

    def heed(self) -> None:
        """Raises UsageError for options that do not go together."""
        if self.case is not None and not self.explain:
            raise UsageError(words.NEEDS_REHEARSAL.format(option="--case"), cure=words.NEEDS_REHEARSAL_CURE)

    def told(
        self, setting: Setting, assistant: Assistant, checked: Checked, *, account: str | None, as_json: bool
    ) -> int:
        """Tell what would be done; the exit code."""
        explained = assistant.explain(checked, case=self.case, account=account)
        if as_json:
            setting.out.print_json(data=explained_data(explained))
        else:
            show_explained(setting.out, explained)
        return 0
