"""How the state of a case is shown: in words, in colour, and by a sign for whom colours say nothing."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text as Styled

from bot.filing.states import CaseState
from bot.text import Text


@dataclass(frozen=True)
class Look:
    """A state as a person sees it."""

    words: Text
    sign: str
    style: str

    def styled(self) -> Styled:
        """Sign and words in their colour."""
        return Styled(f"{self.sign} {self.words}", style=self.style)


LOOKS: dict[CaseState, Look] = {
    CaseState.PENDING: Look(Text(es="pendiente", en="pending", zh="待办"), "·", "faint"),
    CaseState.DRAFTING: Look(Text(es="preparando", en="drafting", zh="填写中"), "·", "faint"),
    CaseState.DRAFTED: Look(Text(es="borrador guardado", en="draft saved", zh="已存草稿"), "✓", "good"),
    CaseState.REVIEWED: Look(
        Text(es="borrador comprobado", en="draft checked", zh="草稿已核对"), "✓", "good"
    ),
    CaseState.DECLARING: Look(Text(es="declarando", en="declaring", zh="申报中"), "·", "warn"),
    CaseState.UNDER_REVIEW: Look(Text(es="en revisión", en="under review", zh="正在审核"), "…", "warn"),
    CaseState.APPROVED: Look(Text(es="aprobado", en="approved", zh="审核通过"), "✓", "good"),
    CaseState.DONE: Look(Text(es="hecho", en="done", zh="完成"), "✓", "good"),
    CaseState.REJECTED: Look(
        Text(es="rechazado en revisión", en="rejected in review", zh="审核未通过"), "✗", "bad"
    ),
    CaseState.REFUSED: Look(Text(es="no admitido", en="refused by the portal", zh="系统拒绝"), "✗", "bad"),
    CaseState.WITHDRAWN: Look(Text(es="retirado", en="withdrawn", zh="已撤回"), "-", "warn"),
    CaseState.FAILED: Look(
        Text(es="falló, repetible", en="failed, can be repeated", zh="失败，可重做"), "✗", "bad"
    ),
    CaseState.NEEDS_ATTENTION: Look(
        Text(es="requiere atención", en="needs attention", zh="需人工处理"), "!", "bad"
    ),
}
