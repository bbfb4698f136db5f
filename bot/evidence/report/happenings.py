"""What happened, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.evidence.record import EventFacts
from bot.evidence.report.states import look_of
from bot.text import Text

_MOVES: dict[tuple[str, str], Text] = {
    ("intent", "drafting"): Text(
        es="Se empezó a rellenar y guardar el borrador.",
        en="Filling in and saving the draft was begun.",
        zh="开始填写并保存草稿。",
    ),
    ("intent", "declaring"): Text(
        es="Se iba a declarar: quedó anotado antes de pulsar.",
        en="It was about to be declared: noted before the click.",
        zh="即将申报：点击之前已记录在案。",
    ),
    ("outcome", "drafted"): Text(
        es="El portal guardó el borrador.", en="The portal saved the draft.", zh="系统已保存草稿。"
    ),
    ("outcome", "under_review"): Text(
        es="Se declaró; el portal lo tiene en revisión.",
        en="It was declared; the portal has it under review.",
        zh="已申报，系统正在审核。",
    ),
    ("outcome", "approved"): Text(
        es="La revisión del portal lo aprobó.", en="The portal's review approved it.", zh="系统审核通过。"
    ),
    ("outcome", "rejected"): Text(
        es="La revisión del portal lo rechazó.", en="The portal's review rejected it.", zh="系统审核未通过。"
    ),
    ("outcome", "refused"): Text(es="El portal no lo admitió.", en="The portal refused it.", zh="系统拒绝受理。"),
    ("outcome", "reviewed"): Text(
        es="Se comprobó que no llegó a declararse; el borrador sigue en el portal.",
        en="It was proven not to have been declared; the draft is still on the portal.",
        zh="经核实未曾申报；草稿仍在系统中。",
    ),
    ("outcome", "needs_attention"): Text(
        es="No consta qué hizo el portal: tiene que decidirlo una persona.",
        en="What the portal did is not proven: a person has to decide.",
        zh="无法证实系统的处理结果：须由人工决定。",
    ),
    ("adopted", "drafted"): Text(
        es="El borrador ya estaba en el portal, con los mismos datos: se siguió con él.",
        en="The draft was on the portal already, with the same data: it was taken over.",
        zh="系统中已有内容相同的草稿：予以沿用。",
    ),
    ("decision", "withdrawn"): Text(
        es="Una persona decidió que no se presente.",
        en="A person decided that it is not to be filed.",
        zh="人工决定不提交。",
    ),
    ("decision", "pending"): Text(
        es="Una persona comprobó que no se presentó: puede intentarse otra vez.",
        en="A person made sure that it was not filed: it may be done again.",
        zh="人工确认未曾提交：可以重新办理。",
    ),
    ("decision", "under_review"): Text(
        es="Una persona comprobó en el portal que está presentado.",
        en="A person made sure on the portal that it is filed.",
        zh="人工在系统中确认已提交。",
    ),
    ("decision", "done"): Text(
        es="Una persona comprobó en el portal que está hecho.",
        en="A person made sure on the portal that it is done.",
        zh="人工在系统中确认已完成。",
    ),
    ("moved", "reviewed"): Text(
        es="El borrador se leyó del portal y coincide con la hoja.",
        en="The draft was read back from the portal and matches the roster.",
        zh="已从系统读回草稿，与名册一致。",
    ),
    ("moved", "refused"): Text(es="El portal no lo admitió.", en="The portal refused it.", zh="系统拒绝受理。"),
    ("moved", "needs_attention"): Text(
        es="No está claro, o no coincide: tiene que decidirlo una persona.",
        en="It is unclear, or does not match: a person has to decide.",
        zh="情况不明或不一致：须由人工决定。",
    ),
    ("moved", "failed"): Text(
        es="Falló sin que quedara nada hecho en el portal.",
        en="It failed, and nothing was left done on the portal.",
        zh="办理失败，系统中没有留下任何操作。",
    ),
    ("moved", "pending"): Text(
        es="El portal no tiene nada de ello: puede intentarse otra vez.",
        en="The portal holds nothing of it: it may be done again.",
        zh="系统中没有任何记录：可以重新办理。",
    ),
    ("moved", "drafted"): Text(
        es="El borrador tiene que comprobarse otra vez.",
        en="The draft has to be checked again.",
        zh="草稿需重新核对。",
    ),
    ("moved", "withdrawn"): Text(es="No se presentó.", en="It was not filed.", zh="没有提交。"),
    ("moved", "elsewhere"): Text(
        es="Otro lote ya se ocupa de esta persona y este trámite.",
        en="Another batch has this person and operation already.",
        zh="另一批次已在办理该人员的同一业务。",
    ),
}
_ADOPTED = Text(
    es="Ya constaba en el portal como: {state}.",
    en="The portal had it already, as: {state}.",
    zh="系统中已有记录，状态为：{state}。",
)
_MOVED = Text(es="Pasó a: {state}.", en="It became: {state}.", zh="状态变为：{state}。")
_APPROVED = Text(
    es="Una persona aprobó declararlo tal como se leyó.",
    en="A person approved it for filing as it was read back.",
    zh="人工批准按核对内容申报。",
)
_ACCEPTED = Text(
    es="Se admitió la hoja {roster}, con casos: {cases}.",
    en="The roster {roster} was accepted, with cases: {cases}.",
    zh="受理名册 {roster}，共 {cases} 项业务。",
)
_BEGUN = Text(es="Empezó una ejecución.", en="A run began.", zh="开始运行。")
_STOPPED = Text(es="La ejecución se detuvo antes de acabar.", en="The run stopped before its end.", zh="运行提前停止。")
_AGAIN = Text(
    es="Se siguió con el lote (intento {attempt}).",
    en="The batch was gone on with (attempt {attempt}).",
    zh="继续办理该批次（第 {attempt} 次）。",
)
_MOVED_TO = Text(es="El portal está ahora en {url}.", en="The portal is at {url} now.", zh="系统网址现为 {url}。")
_NOTHING_BEFORE = Text(
    es="Se miró el portal antes de empezar: no tenía nada de esta persona y este trámite.",
    en="The portal was looked at before anything was done: it held nothing of this person and operation.",
    zh="办理之前查看系统：没有该人员的同类业务。",
)
_BEFORE = Text(
    es="Se miró el portal antes de empezar: ya tenía {numbers}.",
    en="The portal was looked at before anything was done: it held {numbers}.",
    zh="办理之前查看系统：已有 {numbers}。",
)
_WENT_WRONG = Text(es="Algo falló.", en="Something went wrong.", zh="出现故障。")
_NOTED = Text(es="Se tomó nota.", en="A note was made.", zh="作了记录。")
_DECIDED = Text(es="Una persona decidió: {what}.", en="A person decided: {what}.", zh="人工决定：{what}。")


def told(event: EventFacts) -> Text:
    """An event as one sentence. Its reason and number are not in it."""
    if event.case is None:
        return _of_batch(event)
    if event.to is not None:
        move = _MOVES.get((event.kind, event.to))
        return move or (_ADOPTED if event.kind == "adopted" else _MOVED).format(state=look_of(event.to).words)
    if event.facts.get("approved_by"):
        return _APPROVED
    if event.facts.get("trouble"):
        return _WENT_WRONG
    return _noted(event.facts)


def _of_batch(event: EventFacts) -> Text:
    facts = event.facts
    match event.kind:
        case "accepted":
            return _ACCEPTED.format(roster=facts.get("roster", ""), cases=facts.get("cases", ""))
        case "batch" if facts.get("stopped"):
            return _STOPPED
        case "batch" if "attempt" in facts:
            return _AGAIN.format(attempt=facts["attempt"])
        case "batch" if facts.get("url"):
            return _MOVED_TO.format(url=facts["url"])
        case "batch" if facts.get("stopped") == "":
            return _BEGUN
    return _noted(facts)


def _noted(facts: Mapping[str, Any]) -> Text:
    if "what" in facts:
        return _DECIDED.format(what=facts["what"])
    if (held := facts.get("baseline")) is not None:
        numbers = ", ".join(map(str, held)) if isinstance(held, list) else held
        return _BEFORE.format(numbers=numbers) if numbers else _NOTHING_BEFORE
    return _NOTED


def why(event: EventFacts) -> str:
    """The reason that an event gives, in the words in which it was kept; "" for none."""
    trouble = event.facts.get("trouble")
    from_trouble = trouble.get("message") if isinstance(trouble, Mapping) else ""
    return str(event.facts.get("reason") or event.facts.get("stopped") or from_trouble or "")


def number(event: EventFacts) -> str:
    """The portal's number that an event tells, "" for none."""
    return str(event.facts.get("number") or "")
