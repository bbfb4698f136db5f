"""`portal run` with the options that file nothing: `--explain` and `--dry-run`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

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
    dry_run: bool = False
    case: str | None = None
    headed: bool = False
    slow_mo: float = 0

    @property
    def wanted(self) -> bool:
        """Whether cases are to be rehearsed on the portal."""
        return self.dry_run

    def heed(self) -> None:
        """Raises UsageError for options that do not go together."""
        modes = {"--explain": self.explain, "--dry-run": self.dry_run}
        given = [option for option, asked in modes.items() if asked]
        if len(given) > 1:
            raise UsageError(words.TOGETHER.format(given=", ".join(given)))
        if self.case is not None and not given:
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

    def done(
        self, setting: Setting, assistant: Assistant, roster: Path, wanted: Mapping[str, str], *, as_json: bool
    ) -> int:
        """Rehearse on the portal, and tell how it went; the exit code."""
        from bot.cli.account import log_ins
        from bot.cli.filing import workplace
        from bot.cli.rehearsal_view import rehearsed_data, show_rehearsed
        from bot.service.rehearsal import RehearsalOptions

        told = setting.err if as_json else setting.out
        options = RehearsalOptions(headed=self.headed, slow_mo=self.slow_mo, case=self.case)
        with workplace(told, setting.options) as place:
            logins = place.ask(log_ins(wanted, os.environ, place.asking, url=assistant.url))
            portal, names = assistant.library.portal.title, ", ".join(wanted)
            opening = words.OPENING.format(portal=portal, url=assistant.url, account=names)
            told.print(str(opening), style="warn", soft_wrap=True)
            reports = place.work(
                assistant, tuple(wanted), lambda watching: assistant.rehearse(roster, logins, options, watching)
            )
            code = place.exit_code(max(report.exit_code for report in reports))
        if as_json:
            setting.out.print_json(data=rehearsed_data(reports, code))
        else:
            show_rehearsed(setting.out, reports)
        return code
