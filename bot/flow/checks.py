"""What can be known of a folder of flows before it runs: names, references, and rules that span files."""

from __future__ import annotations

from collections.abc import Iterator

from bot.flow.folder import Folder
from bot.flow.lint_calls import check_calls
from bot.flow.lint_elements import check_elements
from bot.flow.lint_names import check_names
from bot.flow.lint_secrets import check_secrets
from bot.flow.lint_stages import check_stages
from bot.flow.lint_steps import check_steps
from bot.flow.lint_walk import check_walk
from bot.flow.problems import FlowProblem


def lint_folder(folder: Folder) -> Iterator[FlowProblem]:
    """Every problem of the files that could be loaded; what only a broken file could tell is not held against them."""
    yield from check_elements(folder)
    yield from check_calls(folder)
    yield from check_walk(folder)
    yield from check_secrets(folder)
    for name, flow in folder.flows.items():
        source = folder.sources[name]
        yield from check_names(flow, source, folder)
        yield from check_steps(flow, source)
        yield from check_stages(flow, source, folder)
