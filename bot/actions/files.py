"""Files to the portal, and files from it."""

from __future__ import annotations

from pathlib import Path

from bot.actions import words
from bot.actions.act import Act
from bot.actions.patience import NotYet
from bot.actions.point import click_on
from bot.browser.errors import playwright_errors
from bot.browser.look import look_at_one
from bot.errors import FlowError, PortalMismatch, StepTimedOut, TargetNotFound
from bot.flow.actions import Download, Upload


async def upload(act: Act, action: Upload) -> None:
    """Put files into fields. A target that is no file field is clicked, and the file chooser that opens is answered."""
    for name, template in action.values.items():
        value = act.scope.evaluate(template)
        paths = [Path(str(one)) for one in (value if isinstance(value, list | tuple) else [value])]
        for path in paths:
            if not path.is_file():
                raise FlowError(words.NO_FILE.format(path=path))
        await _upload_one(act, name, paths)
    act.memory.cursor = None


async def _upload_one(act: Act, name: str, paths: list[Path]) -> None:
    seen, unseen = (act.finder.seek(act.element(name), unseen=one) for one in (False, True))

    async def put(slice_ms: float) -> bool:
        """Whether the target took the files; file fields are often hidden behind a button."""
        found = await look_at_one(seen) or await look_at_one(unseen)
        if found is None:
            raise NotYet(TargetNotFound(words.NOT_THERE.format(target=seen.words), cure=words.NOT_THERE_CURE))
        if found[1].type != "file":
            return False
        await found[0].locator.set_input_files(paths, timeout=slice_ms)
        return True

    if not await act.patience.until(put, sought=seen):
        with playwright_errors():
            async with act.session.page.expect_file_chooser(timeout=act.patience.rest_ms) as chooser:
                await click_on(act, seen)
            await (await chooser.value).set_files(paths)


async def download(act: Act, action: Download) -> None:
    """Click on something and keep the file that the portal sends."""
    sought = act.seek(action.click)
    try:
        with playwright_errors():
            async with act.session.page.expect_download(timeout=act.patience.rest_ms) as coming:
                await click_on(act, sought)
            file = await coming.value
            failure = await file.failure()
            path = None if failure else await file.path()
    except StepTimedOut as error:
        act.patience.listen()
        late = StepTimedOut(words.NO_DOWNLOAD.format(target=sought.words))
        raise await act.patience.explained(late, sought) from error
    if path is None:
        raise PortalMismatch(words.NO_DOWNLOAD.format(target=sought.words), cure=failure or "")
    suffix = Path(file.suggested_filename).suffix
    act.keep.keep(action.name, path.read_bytes(), cases=act.memory.cases, kind="download", suffix=suffix)
