"""A captcha drawn as strokes, so that its digits are nowhere in the picture as text."""

from __future__ import annotations

import random

STROKES = {
    "0": "0,0 10,0 10,20 0,20 0,0",
    "1": "3,4 7,0 7,20",
    "2": "0,2 5,0 10,4 0,20 10,20",
    "3": "0,0 10,0 4,8 10,13 6,20 0,18",
    "4": "8,20 8,0 0,13 10,13",
    "5": "10,0 1,0 0,9 8,9 9,17 0,20",
    "6": "9,0 2,6 0,15 5,20 10,15 6,11 1,13",
    "7": "0,0 10,0 3,20",
    "8": "5,0 10,4 0,15 5,20 10,15 0,4 5,0",
    "9": "9,7 4,9 0,5 5,0 10,5 8,14 1,20",
}


def new_answer() -> str:
    """Four digits."""
    return "".join(random.choices("0123456789", k=4))


def drawing(code: str) -> str:
    """An SVG picture of the digits, slanted and crossed by lines."""
    shake = random.randint
    digits = [
        f'<polyline points="{STROKES[digit]}"'
        f' transform="translate({9 + 17 * place} {5 + shake(-2, 2)}) rotate({shake(-14, 14)} 5 10)"/>'
        for place, digit in enumerate(code)
    ]
    width = 16 + 17 * len(code)
    noise = [
        f'<path class="noise" d="M0 {shake(2, 28)} Q {width // 2} {shake(0, 30)} {width} {shake(2, 28)}"/>'
        for _ in range(3)
    ]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="'
        f'{width}" height="30">'
        "<style>polyline,path{fill:none;stroke:#1a4d8f;stroke-width:2}.noise{stroke:#9ab;stroke-width:1}</style>"
        f'<rect width="{width}" height="30" fill="#eef4fb"/>{"".join(noise + digits)}</svg>'
    )
