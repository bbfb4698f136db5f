"""What the mock portal is started with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from mock_portal.words import Language

PAGE_SIZE = 15
MAX_TABS = 5


@dataclass(frozen=True)
class Captcha:
    """Whether the login asks for the digits in a picture: never, always the same ones, or others each time."""

    mode: Literal["off", "fixed", "image"] = "off"
    answer: str = "2468"
    """What the fixed ones are."""

    @classmethod
    def parse(cls, text: str) -> Captcha:
        """`off`, `image`, `fixed` or `fixed:DIGITS`. ValueError for anything else."""
        kind, _, digits = text.partition(":")
        match kind:
            case "off" if not digits:
                return cls("off")
            case "image" if not digits:
                return cls("image")
            case "fixed" if not digits:
                return cls("fixed")
            case "fixed" if digits.isascii() and digits.isdigit():
                return cls("fixed", digits)
        raise ValueError(f"captcha is off, image, fixed or fixed:DIGITS, not {text!r}")


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
    captcha: Captcha = Captcha()
    faults: Path | None = None
    db: str = ""
    control: bool = False
