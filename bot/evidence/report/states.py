"""The states of a case as a reader of the report sees them. A dossier may be older or newer than this program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.text import Text

Tone = Literal["good", "bad", "open", "quiet"]


@dataclass(frozen=True)
class Look:
    """A state in words, with a sign and a tone that say the same to whom colours, or words, say nothing."""

    words: Text
    sign: str
    tone: Tone


_LOOKS: dict[str, Look] = {
    "approved": Look(Text(es="aprobado", en="approved", zh="审核通过"), "✓", "good"),
    "done": Look(Text(es="hecho", en="done", zh="完成"), "✓", "good"),
    "under_review": Look(Text(es="en revisión", en="under review", zh="正在审核"), "…", "open"),
    "declaring": Look(Text(es="declarando", en="declaring", zh="申报中"), "…", "open"),
    "reviewed": Look(Text(es="borrador comprobado", en="draft checked", zh="草稿已核对"), "◦", "open"),
    "drafted": Look(Text(es="borrador guardado", en="draft saved", zh="已存草稿"), "◦", "open"),
    "drafting": Look(Text(es="preparando", en="drafting", zh="填写中"), "◦", "open"),
    "pending": Look(Text(es="pendiente", en="pending", zh="待办"), "·", "quiet"),
    "needs_attention": Look(Text(es="requiere atención", en="needs attention", zh="需人工处理"), "!", "bad"),
    "rejected": Look(Text(es="rechazado en revisión", en="rejected in review", zh="审核未通过"), "✗", "bad"),
    "refused": Look(Text(es="no admitido", en="refused by the portal", zh="系统拒绝"), "✗", "bad"),
    "failed": Look(Text(es="falló, repetible", en="failed, can be repeated", zh="失败，可重做"), "✗", "bad"),
    "withdrawn": Look(Text(es="retirado", en="withdrawn", zh="已撤回"), "–", "quiet"),
    "elsewhere": Look(Text(es="ya está en otro lote", en="in another batch", zh="已在另一批次"), "=", "quiet"),
}

ORDER = tuple(_LOOKS)
"""The states in the order in which they are counted."""


def look_of(state: str) -> Look:
    """How a state looks; one that is not known, by its bare name."""
    return _LOOKS.get(state) or Look(Text.same(state), "?", "quiet")
