"""What a copy for others says of a batch: the same as its dossier, with everything sensitive hidden in every text."""

from __future__ import annotations

from bot.evidence.masking import Masking
from bot.evidence.page import ConsoleLine, Diagnosis, Frame, Page
from bot.evidence.reading import Dossier
from bot.evidence.record import BatchFacts, CaseFacts, EventFacts
from bot.evidence.statement import FailedCapture
from bot.redaction import HIDDEN, mask_id


def masking_for(dossier: Dossier) -> Masking:
    """What hides all that is sensitive in a dossier."""
    batch = dossier.batch
    numbers = {case.number for case in dossier.cases} | {case.id for case in dossier.cases}
    for event in dossier.events:
        numbers |= {str(event.facts.get("number") or ""), *map(str, event.facts.get("baseline") or ())}
    shown = {batch.id, batch.user, batch.account, *numbers} - {""}
    # A short roster can be guessed from its digest.
    return Masking(dossier.cases, also=[batch.roster.sha256], shown=shown, year=int(batch.period[:4]))


def masked_batch(batch: BatchFacts, masking: Masking) -> BatchFacts:
    """The batch, without the digest of its roster."""
    text = masking.text
    roster = batch.roster.model_copy(update={"name": text(batch.roster.name), "sha256": HIDDEN})
    said = {name: text(getattr(batch, name)) for name in ("account", "user", "started_by")}
    hidden = {"roster": roster, "stopped": masking.told(batch.stopped), "url": masking.address(batch.url)}
    return batch.model_copy(update={**said, **hidden})


def masked_case(case: CaseFacts, masking: Masking) -> CaseFacts:
    """A case."""
    ours = {name: masking.text(getattr(case, name)) for name in ("name", "sheet", "number", "rule", "approved_by")}
    others = {name: masking.told(getattr(case, name)) for name in ("reason", "shows", "approved_shows")}
    entered = tuple(masking.entered(value) for value in case.entered)
    hidden = {"person": mask_id(case.person), "entered": entered, "trouble": masking.data(case.trouble)}
    return case.model_copy(update={**ours, **others, **hidden})


def masked_event(event: EventFacts, masking: Masking) -> EventFacts:
    """Something that happened."""
    return event.model_copy(update={"facts": masking.data(event.facts), "by": masking.text(event.by)})


def masked_failure(failed: FailedCapture, masking: Masking) -> FailedCapture:
    """Something that could not be captured."""
    return failed.model_copy(update={"reason": masking.told(failed.reason)})


def masked_page(page: Page, masking: Masking) -> Page:
    """What a page said."""
    said = {"url": masking.address(page.url), "title": masking.told(page.title)}
    return page.model_copy(update={**said, "frames": _frames(page.frames, masking)})


def masked_diagnosis(found: Diagnosis, masking: Masking) -> Diagnosis:
    """What there was to see when a step failed."""
    told = masking.told
    said = {name: told(getattr(found, name)) for name in ("title", "portal_says", "snapshot")}
    hidden = {
        "url": masking.address(found.url),
        "error": masking.data(found.error),
        "frames": _frames(found.frames, masking),
        "console": tuple(_console(line, masking) for line in found.console),
        "nearest": tuple(map(told, found.nearest)),
    }
    return found.model_copy(update={**said, **hidden})


def _frames(frames: tuple[Frame, ...], masking: Masking) -> tuple[Frame, ...]:
    return tuple(
        Frame(
            name=masking.told(frame.name),
            url=masking.address(frame.url),
            parent=masking.told(frame.parent) if frame.parent is not None else None,
            lines=tuple(map(masking.told, frame.lines)),
        )
        for frame in frames
    )


def _console(line: ConsoleLine, masking: Masking) -> ConsoleLine:
    return line.model_copy(update={"type": masking.told(line.type), "text": masking.told(line.text)})
