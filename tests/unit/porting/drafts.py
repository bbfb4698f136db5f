"""Drafts as files of a folder, loaded as the program loads them."""

from __future__ import annotations

from pathlib import Path

from bot.flow.lint import lint
from bot.flow.loader import load_library
from bot.flow.models import Library
from bot.porting.flow_files import Draft, flow_name, flow_of
from bot.porting.recording import Recording

RECORDINGS = Path(__file__).parents[3] / "fixtures" / "recordings"
PASSWORD = "Clave-2026!x"
"""The password in every sample."""


def drafted(recording: Recording, *, name: str = "") -> Draft:
    """The recording as a flow of a portal that is not there yet."""
    return flow_of(recording, name=name or flow_name(recording.title))


def loaded(draft: Draft, folder: Path) -> Library:
    """The draft's files in a folder, which must be free of errors."""
    assert draft.elements is not None
    (folder / "portal.yaml").write_text(draft.elements, encoding="utf-8")
    (folder / f"{draft.name}.yaml").write_text(draft.flow, encoding="utf-8")
    if draft.login is not None:
        (folder / "login.yaml").write_text(draft.login, encoding="utf-8")
    errors = [str(one) for one in lint(folder) if one.severity == "error"]
    assert not errors, "\n".join([*errors, draft.flow, draft.elements])
    return load_library(folder)


def everything(draft: Draft) -> str:
    """All that anybody gets to read."""
    return "\n".join([draft.flow, draft.elements or "", draft.login or "", *map(str, draft.remarks)])
