"""What the mock portal is started with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from mock_portal.words import Language

Captcha = Literal["off", "fixed", "image"]
FIXED_CAPTCHA = "2468"
PAGE_SIZE = 15
MAX_TABS = 5


@dataclass(frozen=True)
class Review:
    """When a declared item is decided: at once, some seconds later, or only by /_mock/review."""

    mode: Literal["instant", "delay", "manual"] = "instant"
    seconds: float = 0.0

    @classmethod
    def parse(cls, text: str) -> Review:
        """`instant`, `manual` or `delay:SECONDS`. ValueError for anything else."""
        kind, _, seconds = text.partition(":")
        match kind:
            case "instant" if not seconds:
                return cls("instant")
            case "manual" if not seconds:
                return cls("manual")
            case "delay":
                return cls("delay", float(seconds))
        raise ValueError(f"review is instant, delay:SECONDS or manual, not {text!r}")


@dataclass(frozen=True)
class Settings:
    """The options of `python -m mock_portal`. `clock` None means the real time; `db` "" means in memory."""

    language: Language = "zh"
    state: Path | None = None
    clock: datetime | None = None
    review: Review = Review()
    captcha: Captcha = "off"
    faults: Path | None = None
    db: str = ""
    control: bool = False
