"""The `field=` selector engine: boxes by the label that a person reads beside, above or in them."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.async_api import Locator, Page, Playwright

_ENGINE = "portal-field"


async def register_field_engine(playwright: Playwright) -> None:
    """Make the engine known. To be done before a page is opened."""
    await playwright.selectors.register(_ENGINE, path=Path(__file__).with_name("field_engine.js"))


def by_label(root: Page | Locator, label: str) -> Locator:
    """The boxes that carry this label; `*`, `:` and spaces in the label do not matter."""
    return root.locator(f"{_ENGINE}={json.dumps(label, ensure_ascii=False)}")
