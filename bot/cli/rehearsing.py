"""`portal run` with the options that file nothing: `--explain`, `--dry-run` and `--step`."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli import rehearsal_words as words
from bot.cli.plan_view import explained_data, show_explained
from bot.cli.setting import Setting
from bot.errors import UsageError
from bot.roster.check import Checked
from bot.service import Assistant

if TYPE_CHECKING:
    from bot.filing.progress import Watching
    from bot.service.rehearsal import RehearsalReport


@dataclass(frozen=True)
class Rehearsal:
    """What was asked for instead of filing."""

    explain: bool = False
    dry_run: bool = False
    step: bool = False
    case: str | None = None
    stage: str | None = None
    headed: bool = False
    slow_mo: float = 0

    @property
    def wanted(self) -> bool:
        """Whether cases are to be rehearsed on the portal."""
        return self.dry_run or self.step

    def heed(self, *, json: bool) -> None:
        """Raises UsageError for options that do not go together, and for `--step` where nobody sits at a terminal."""
        given = [option for option, asked in {"--explain": self.explain, "--dry-run": self.dry_run}.items() if asked]
        if self.step:
            given = [one for one in given if one != "--dry-run"] + ["--step"]  # a step by step run is a dry run
            given += ["--json"] if json else []
        if len(given) > 1:
            raise UsageError(words.TOGETHER.format(given=", ".join(given)))
        for option, value in {"--case": self.case, "--from": self.stage}.items():
            if value is not None and not given:
                raise UsageError(words.NEEDS_REHEARSAL.format(option=option), cure=words.NEEDS_REHEARSAL_CURE)
        if self.step and not sys.stdin.isatty():
            raise UsageError(words.NO_TERMINAL, cure=words.NO_TERMINAL_CURE)

    def told(
        self, setting: Setting, assistant: Assistant, checked: Checked, *, account: str | None, as_json: bool
    ) -> int:
        """Tell what would be done; the exit code."""
        explained = assistant.explain(checked, case=self.case, stage=self.stage, account=account)
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
        from bot.cli.person import has_windows
        from bot.cli.rehearsal_view import rehearsed_data, show_rehearsed
        from bot.cli.stepping import Stepper
        from bot.service.rehearsal import RehearsalOptions

        told = setting.err if as_json else setting.out
        if self.step and len(wanted) > 1:
            raise UsageError(words.ONE_ACCOUNT.format(names=", ".join(wanted)))
        headed = self.headed or (self.step and has_windows())
        options = RehearsalOptions(headed=headed, slow_mo=self.slow_mo, case=self.case, stage=self.stage)

        async def work(watching: Watching) -> list[RehearsalReport]:
            pause = Stepper(watching.person(next(iter(wanted)))) if self.step else None
            return await assistant.rehearse(roster, logins, replace(options, pause=pause), watching)

        with workplace(told, setting.options) as place:
            logins = place.ask(log_ins(wanted, os.environ, place.asking, url=assistant.url))
            portal, names = assistant.library.portal.title, ", ".join(wanted)
            opening = words.OPENING.format(portal=portal, url=assistant.url, account=names)
            told.print(str(opening), style="warn", soft_wrap=True)
            reports = place.work(assistant, tuple(wanted), work)
            code = place.exit_code(max(report.exit_code for report in reports))
        if as_json:
            setting.out.print_json(data=rehearsed_data(reports, code))
        else:
            show_rehearsed(setting.out, reports)
        return code
