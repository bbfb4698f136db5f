"""What a recorder notes and nobody means: a click into a field that is then filled in, a Tab to the next one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.porting.recording import Recorded

_FIELD_VERBS = frozenset({"fill", "choose", "upload", "tick", "untick"})
_MOVES_ON = frozenset({"fill", "choose", "upload", "tick", "untick", "click", "double_click"})
_NOTHING_ALONE = frozenset({"Shift", "Control", "Alt", "Meta", "CapsLock", "NumLock", "Process", "Unidentified", ""})


def is_noise(actions: Sequence[Recorded], at: int) -> bool:
    """Whether an action does nothing that the actions around it do not do anyway."""
    action = actions[at]
    following = actions[at + 1] if at + 1 < len(actions) else None
    match action.verb:
        case "press" if action.value in _NOTHING_ALONE:
            return True
        case "press" if action.value in ("Tab", "Shift+Tab"):
            return following is not None and following.verb in _MOVES_ON and not _same_thing(action, following)
        case "click" | "double_click" if not action.dialogs:
            return following is not None and following.verb in _FIELD_VERBS and _same_thing(action, following)
        case "fill" | "choose":
            return following is not None and following.verb == action.verb and _same_thing(action, following)
        case _:
            return False


def _same_thing(one: Recorded, other: Recorded) -> bool:
    """Whether both are about one element. A shared way to find it is enough: a label or a selector."""
    return one.frames == other.frames and any(sight in other.target for sight in one.target)
