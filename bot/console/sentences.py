"""A flow's steps as plain sentences, for somebody who will never write one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.flow.actions import Call
from bot.flow.models import Element, Flow, Library
from bot.flow.steps import Step
from bot.run.describe import describe
from bot.text import LANGUAGES, Language, Text

SENTENCES: dict[str, Text] = {
    "open": Text(es="Abrir la página {what}", en="Open the page {what}", zh="打开页面 {what}"),
    "click": Text(es="Pulsar {what}", en="Click {what}", zh="点击 {what}"),
    "double_click": Text(es="Pulsar dos veces {what}", en="Double-click {what}", zh="双击 {what}"),
    "hover": Text(es="Poner el ratón sobre {what}", en="Point at {what}", zh="将鼠标移到 {what}"),
    "press": Text(es="Pulsar la tecla {what}", en="Press the key {what}", zh="按键 {what}"),
    "fill": Text(es="Escribir {what}", en="Fill in {what}", zh="填写 {what}"),
    "choose": Text(es="Elegir {what} de la lista", en="Choose {what} from the list", zh="在列表中选择 {what}"),
    "tick": Text(es="Marcar {what}", en="Tick {what}", zh="勾选 {what}"),
    "untick": Text(es="Desmarcar {what}", en="Untick {what}", zh="取消勾选 {what}"),
    "upload": Text(es="Adjuntar {what}", en="Attach {what}", zh="上传 {what}"),
    "download": Text(es="Descargar {what}", en="Download {what}", zh="下载 {what}"),
    "wait_for": Text(es="Esperar a {what}", en="Wait for {what}", zh="等待 {what}"),
    "expect": Text(
        es="Comprobar lo que muestra {what}", en="Check what {what} shows", zh="检查 {what} 显示的内容"
    ),
    "read": Text(es="Leer {what}", en="Read {what}", zh="读取 {what}"),
    "read_table": Text(es="Leer la tabla {what}", en="Read the table {what}", zh="读取表格 {what}"),
    "evidence": Text(es="Guardar una imagen: {what}", en="Take a picture: {what}", zh="截图：{what}"),
    "set": Text(es="Anotar {what}", en="Note down {what}", zh="记下 {what}"),
    "for_each": Text(es="Para cada {what}:", en="For each {what}:", zh="对每个 {what}："),
    "repeat_until": Text(es="Repetir hasta que {what}:", en="Repeat until {what}:", zh="重复，直到 {what}："),
    "do": Text(es="Hacer:", en="Do:", zh="执行："),
    "call": Text(es="Hacer «{what}»", en="Do “{what}”", zh="执行“{what}”"),
    "ask": Text(es="Preguntar a una persona: {what}", en="Ask a person: {what}", zh="询问人员：{what}"),
    "approve": Text(es="Pedir permiso a una persona", en="Ask a person whether to go on", zh="请人员确认是否继续"),
    "report": Text(
        es="Registrar el caso como {what}", en="Record the case as {what}", zh="将业务记为 {what}"
    ),
    "refuse": Text(es="Rechazar el caso: {what}", en="Refuse the case: {what}", zh="拒绝该业务：{what}"),
}
IF = Text(es="Si {when}: {said}", en="If {when}: {said}", zh="如果 {when}：{said}")
MAY_LACK = Text(es="{said}, si está", en="{said}, if it is there", zh="{said}（如有）")
QUOTED = Text(es="«{said}»", en="“{said}”", zh="“{said}”")
_EXPRESSION = re.compile(r"\$\{(.*?)\}", re.S)
_NAME = re.compile(r"(?<![\w.'\"])[a-z][a-z0-9_]*(?![\w.'\"(])")


SIGNS: dict[str, Text] = {
    r"\s+is not none\b": Text(es=" está a la vista", en=" is there", zh=" 出现"),
    r"\s+is none\b": Text(es=" no está", en=" is not there", zh=" 未出现"),
    r"\bnot\s+": Text(es="no ", en="not ", zh="非 "),
    r"\s+and\s+": Text(es=" y ", en=" and ", zh=" 且 "),
    r"\s+or\s+": Text(es=" o ", en=" or ", zh=" 或 "),
    r"\s*!=\s*": Text.same(" ≠ "),
    r"\s*==\s*": Text.same(" = "),
}
"""What stands between the names of a condition, as a person says it."""


@dataclass(frozen=True)
class Sentence:
    """A step; why it is there; how many steps it is inside of; the flow that it does, if it does one."""

    said: Text
    note: Text | None
    depth: int
    flow: str
    commits: bool


class Teller:
    """Says the steps of a flow as a person would: things by the words on the portal's buttons, links and fields."""

    def __init__(self, flow: Flow, library: Library) -> None:
        self._flows = library.flows
        things = {name: said for name, element in library.portal.elements.items() if (said := _words_on(element))}
        self._labels = {name: field.label for name, field in flow.inputs.items() if field.label} | things

    def act(self, step: Step) -> Text:
        """What is done."""
        called = self._flows.get(step.action.flow) if isinstance(step.action, Call) else None
        what = called.title if called else self._plain(describe(step).partition(" ")[2])
        said = SENTENCES[step.action.verb].format(what=what)
        return MAY_LACK.format(said=said) if step.optional else said

    def condition(self, step: Step) -> Text | None:
        """When it is done; None for always."""
        return self._plain(step.when) if step.when else None

    def thing(self, name: str) -> Text:
        """What a person calls something that a flow names."""
        return self._labels.get(name) or Text.same(name.replace("_", " "))

    def _plain(self, written: str) -> Text:
        """Things by their words, and expressions as a person would say them."""
        bare = _EXPRESSION.sub(lambda found: found[1], written)

        def spoken(language: Language) -> str:
            said = bare
            for sign, words in SIGNS.items():
                said = re.sub(sign, words.to(language), said)
            return _NAME.sub(lambda found: self._named(found[0], language), said)

        return Text({language: spoken(language) for language in LANGUAGES})

    def _named(self, name: str, language: Language) -> str:
        label = self._labels.get(name)
        return QUOTED.to(language).format(said=label.to(language)) if label else name.replace("_", " ")


def _words_on(element: Element) -> Text | None:
    first = element.candidates[0]
    return first.button or first.link or first.field or first.text


def sentences(
    flow: Flow, steps: Iterable[Step], library: Library, *, depth: int = 0, within: frozenset[str] = frozenset()
) -> Iterator[Sentence]:
    """The steps of a flow, each with those inside it, and those of the flow that it does.

    A flow that does itself, or one that it is `within`, is not told over and over again.
    """
    within |= {flow.flow}
    teller = Teller(flow, library)
    for step in steps:
        act, when = teller.act(step), teller.condition(step)
        called = library.flows.get(step.action.flow) if isinstance(step.action, Call) else None
        said = IF.format(when=when, said=act) if when else act
        yield Sentence(said, step.note, depth, called.flow if called else "", step.commits)
        yield from sentences(flow, step.do, library, depth=depth + 1, within=within)
        if called and called.flow not in within:
            inner = [one for stage in called.all_stages for one in stage.steps]
            yield from sentences(called, inner, library, depth=depth + 1, within=within)
