"""Files that travel with the program: the flows of the sample portal and the roster of the demo."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def bundled(*parts: str) -> Path:
    """A file that was shipped with the program: inside the package of an installed one, in the root of a checkout."""
    installed = PACKAGE / "bundled_files"
    return (installed if installed.is_dir() else PACKAGE.parent).joinpath(*parts)


def bundled_flows() -> Path:
    """The folder of flows that is used where none is named."""
    return bundled("flows", "social_insurance")
