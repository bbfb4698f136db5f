"""A flow's steps as plain sentences, for somebody who will never write one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from bot.flow.actions import (
    Call,
    Click,
    DoubleClick,
    Evidence,
    Expect,
    Hover,
    Press,
    Read,
    ReadTable,
    Tick,
    Untick,
    WaitFor,
)
from bot.flow.models import Element, Flow, Library
from bot.flow.steps import Step
from bot.flow.targets import Row, Targets
from bot.run.describe import describe, describe_target
from bot.text import LANGUAGES, Language, Text

SENTENCES: dict[str, Text] = {
    "open": Text(es="Abrir la página {what}", en="Open the page {what}", zh="打开页面 {what}"),
    "click": Text(es="Pulsar {what}", en="Click {what}", zh="点击 {what}"),
    "double_click": Text(es="Pulsar dos veces {what}", en="Double-click {what}", zh="双击 {what}"),
    "hover": Text(es="Poner el ratón sobre {what}", en="Point at {what}", zh="将鼠标移到 {what}"),
    "press": Text(es="Pulsar la tecla {what}", en="Press the key {what}", zh="按 {what} 键"),
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
    "read_table": Text(es="Leer {what}, fila por fila", en="Read {what}, row by row", zh="逐行读取 {what}"),
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
WAITS: dict[str, Text] = {
    "hidden": Text(es="Esperar a que desaparezca {what}", en="Wait until {what} is gone", zh="等待 {what} 消失"),
    "enabled": Text(es="Esperar a que se pueda usar {what}", en="Wait until {what} can be used", zh="等待 {what} 可用"),
}
"""Where a wait is for something else than being there."""
PRESS_IN = Text(
    es="Pulsar la tecla {key} en {what}", en="Press the key {key} in {what}", zh="在 {what} 中按 {key} 键"
)
THE_PAGE = Text(es="la página", en="the page", zh="页面")
KINDS: dict[str, Text] = {
    "button": Text(es="el botón {what}", en="the button {what}", zh="按钮 {what}"),
    "link": Text(es="el enlace {what}", en="the link {what}", zh="链接 {what}"),
    "field": Text(es="el campo {what}", en="the field {what}", zh="输入项 {what}"),
    "text": Text(es="el texto {what}", en="the text {what}", zh="文字 {what}"),
    "heading": Text(es="el título {what}", en="the heading {what}", zh="标题 {what}"),
    "image": Text(es="la imagen {what}", en="the picture {what}", zh="图片 {what}"),
    "css": Text(es="el elemento {what}", en="the element {what}", zh="元素 {what}"),
    "row": Text(es="la fila con {what}", en="the row with {what}", zh="含有 {what} 的行"),
}
"""What is pointed at by something other than a name."""
DETAILS: dict[str, Text] = {
    "target": Text(es="dónde", en="where", zh="位置"),
    "message": Text(es="mensaje", en="message", zh="提示"),
    "question": Text(es="pregunta", en="question", zh="问题"),
    "address": Text(es="dirección", en="address", zh="地址"),
    "case": Text(es="trámite", en="case", zh="业务"),
    "number": Text(es="número", en="number", zh="编号"),
    "reason": Text(es="motivo", en="reason", zh="原因"),
    "shows": Text(es="muestra", en="shows", zh="显示"),
    "state": Text(es="estado", en="state", zh="状态"),
    "text": Text(es="texto", en="text", zh="文字"),
    "contains": Text(es="contiene", en="contains", zh="包含"),
    "value": Text(es="valor", en="value", zh="值"),
    "count": Text(es="cuántos", en="how many", zh="数量"),
    "title": Text(es="título", en="title", zh="标题"),
}
"""What a step says beyond its own words, by the keys of the language."""
IF = Text(es="Si {when}: {said}", en="If {when}: {said}", zh="如果 {when}：{said}")
MAY_LACK = Text(es="{said}, si está", en="{said}, if it is there", zh="{said}（如有）")
QUOTED = Text(es="«{said}»", en="“{said}”", zh="“{said}”")
_EXPRESSION = re.compile(r"\$\{(.*?)\}", re.S)


THERE = Text(es="{what} está a la vista", en="{what} is there", zh="{what} 出现")
NOT_THERE = Text(es="{what} no está", en="{what} is not there", zh="{what} 未出现")
SHOWN = Text(es="lo que se ve en {what}", en="what is seen in {what}", zh="{what} 显示的内容")
SIGNS: dict[str, Text] = {
    "not in": Text(es=" no está en ", en=" is not in ", zh=" 不在 "),
    "in": Text(es=" está en ", en=" is in ", zh=" 在 "),
    "not": Text(es="no ", en="not ", zh="非 "),
    "and": Text(es=" y ", en=" and ", zh=" 且 "),
    "or": Text(es=" o ", en=" or ", zh=" 或 "),
    "!=": Text.same(" ≠ "),
    "==": Text.same(" = "),
}
"""What stands between the names of a condition, as a person says it."""
_PART = re.compile(
    r"""
    (?P<literal> '[^']*' | "[^"]*" )
    | (?<![\w.]) (?P<there> [a-z]\w* ) \s+ is \s+ (?P<no> not \s+ )? none \b
    | \s* (?P<sign> (?<!\S) not \s+ in (?!\S) | (?<!\S) (?: in | and | or ) (?!\S) | \b not (?=[\s(]) | != | == ) \s*
    | (?<![\w.]) (?P<name> [a-z][a-z0-9_]* ) (?! [\w.(] )
    """,
    re.X,
)
"""What of an expression is said in other words."""


@dataclass(frozen=True)
class Sentence:
    """A step; why it is there; how many steps it is inside of; the flow that it does, if it does one."""

    said: Text
    note: Text | None
    depth: int
    flow: str
    commits: bool


class Teller:
    """Says the steps of a flow as a person would: things by the words on the portal's buttons, links and fields, or
    by what its profile says people call them.
    """

    def __init__(self, flow: Flow, library: Library) -> None:
        self._flows = library.flows
        portal = library.portal
        on_things = {name: said for name, one in portal.elements.items() if (said := _words_on(one))}
        self._labels = {name: field.label for name, field in flow.inputs.items() if field.label} | on_things
        self._names = {name: _quoted(said) for name, said in self._labels.items()} | portal.labels
        self._read = {name: said for name, said in self._read_into(flow).items() if name not in self._names}

    def _read_into(self, flow: Flow) -> dict[str, Text]:
        """Variables, by what is read into them."""
        steps = [step for stage in flow.all_stages for step in _every(stage.steps)]
        reads = [step.action for step in steps if isinstance(step.action, Read)]
        read = {name: self.target(source.element) for action in reads for name, source in action.values.items()}
        tables = [step.action for step in steps if isinstance(step.action, ReadTable)]
        return read | {one.as_: self.target(one.table) for one in tables}

    def act(self, step: Step) -> Text:
        """What is done."""
        said = self._said(step)
        return _contracted(MAY_LACK.format(said=said) if step.optional else said)

    def _said(self, step: Step) -> Text:
        action = step.action
        sentence, what = SENTENCES[action.verb], Text.same("")
        match action:
            case Press():
                sentence = PRESS_IN if action.in_ else sentence
                what = self.target(action.in_) if action.in_ else Text.same(action.key)
                return sentence.format(key=action.key, what=what)
            case WaitFor():
                sentence, what = WAITS.get(action.state, sentence), self.target(action.element)
            case Expect():
                what = self.target(action.element) if action.element else THE_PAGE
            case Read():
                what = _listed(self.target(source.element) for source in action.values.values())
            case ReadTable():
                what = self.target(action.table)
            case Call() if action.flow in self._flows:
                what = self._flows[action.flow].title
            case Click() | DoubleClick() | Hover() | Tick() | Untick():
                what = self.target(action.target)
            case Evidence():
                what = Text.same(action.name.replace("-", " "))
            case _:
                what = self._plain(describe(step).partition(" ")[2])
        return sentence.format(what=what)

    def condition(self, step: Step) -> Text | None:
        """When it is done; None for always."""
        return _contracted(self._plain(step.when)) if step.when else None

    def thing(self, name: str) -> Text:
        """What a person calls something that a flow names."""
        return self._names.get(name) or Text.same(name.replace("_", " "))

    def detail(self, name: str) -> Text:
        """What a person calls something that a step says beyond its own words."""
        return DETAILS.get(name) or self._labels.get(name) or self.thing(name)

    def target(self, targets: Targets) -> Text:
        """What a person calls what a step acts on."""
        if targets.element:
            return self.thing(targets.element)
        first = targets.candidates[0]
        if first.kind not in KINDS:
            return self.thing(first.element) if first.element else Text.same(describe_target(first))
        value = getattr(first, first.kind)
        texts = value.has if isinstance(value, Row) else [value if isinstance(value, Text) else Text.same(value)]
        return KINDS[first.kind].format(what=_listed(self._words(one) for one in texts))

    def _words(self, said: Text) -> Text:
        """Words as they are, in quotes; what is worked out, as a person would say it."""
        worked_out = all(_EXPRESSION.fullmatch(one) for one in said.values())
        return self._plain(next(iter(said.values()))) if worked_out else _quoted(said)

    def _plain(self, written: str) -> Text:
        """Things by their words, and expressions as a person would say them."""
        bare = _EXPRESSION.sub(lambda found: found[1], written)
        return Text({language: _PART.sub(partial(self._part, language), bare) for language in LANGUAGES})

    def _part(self, language: Language, found: re.Match[str]) -> str:
        if found["literal"]:
            return found["literal"]
        if there := found["there"]:
            said = THERE if found["no"] else NOT_THERE
            return said.format(what=self._read.get(there) or self.thing(there)).to(language)
        if sign := found["sign"]:
            return SIGNS[" ".join(sign.split())].to(language)
        name = found["name"]
        shown = SHOWN.format(what=self._read[name]) if name in self._read else self.thing(name)
        return shown.to(language)


def step_at(library: Library, place: str) -> tuple[Flow, Step] | None:
    """The step that stands at this place (file:line:column), with its flow; None if none does."""
    for flow in library.flows.values():
        for stage in flow.all_stages:
            for step in _every(stage.steps):
                if str(step.place) == place:
                    return flow, step
    return None


def _every(steps: Iterable[Step]) -> Iterator[Step]:
    for step in steps:
        yield step
        yield from _every(step.do)


def _contracted(said: Text) -> Text:
    """Spanish runs its article into the word before it."""
    spanish = re.sub(r"\b([ad])(e?) el\b", r"\1\2l", said.to("es"))
    return Text({**said, "es": spanish})


def _quoted(said: Text) -> Text:
    return QUOTED.format(said=said)


def _listed(things: Iterable[Text]) -> Text:
    every = list(things)
    return Text({language: ", ".join(one.to(language) for one in every) for language in LANGUAGES})


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
