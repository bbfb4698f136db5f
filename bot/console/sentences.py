"""A flow's steps as plain sentences, for somebody who will never write one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.flow.actions import Call
from bot.flow.models import Flow
from bot.flow.steps import Step
from bot.run.describe import describe
from bot.text import Text

SENTENCES: dict[str, Text] = {
    "open": Text(es="Abrir la página {what}", en="Open the page {what}", zh="打开页面 {what}"),
    "click": Text(es="Pulsar {what}", en="Click {what}", zh="点击 {what}"),
    "double_click": Text(es="Pulsar dos veces {what}", en="Double-click {what}", zh="双击 {what}"),
    "hover": Text(es="Poner el ratón sobre {what}", en="Point at {what}", zh="将鼠标移到 {what}"),
    "press": Text(es="Pulsar la tecla {what}", en="Press the key {what}", zh="按键 {what}"),
    "fill": Text(es="Escribir {what}", en="Fill in {what}", zh="填写 {what}"),
    "choose": Text(es="Elegir {what} en su lista", en="Choose {what} from its list", zh="在列表中选择 {what}"),
    "tick": Text(es="Marcar {what}", en="Tick {what}", zh="勾选 {what}"),
    "untick": Text(es="Desmarcar {what}", en="Untick {what}", zh="取消勾选 {what}"),
    "upload": Text(es="Adjuntar {what}", en="Attach {what}", zh="上传 {what}"),
    "download": Text(es="Descargar {what}", en="Download {what}", zh="下载 {what}"),
    "wait_for": Text(es="Esperar: {what}", en="Wait for {what}", zh="等待 {what}"),
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
_EXPRESSION = re.compile(r"\$\{(.*?)\}", re.S)


@dataclass(frozen=True)
class Sentence:
    """A step; how many steps it is inside of; the flow that it does, if it does one."""

    said: Text
    depth: int
    flow: str
    commits: bool


def sentences(steps: Iterable[Step], flows: Mapping[str, Flow], depth: int = 0) -> Iterator[Sentence]:
    """The steps, each with those inside it."""
    for step in steps:
        called = step.action.flow if isinstance(step.action, Call) and step.action.flow in flows else ""
        yield Sentence(_said(step, flows[called].title if called else None), depth, called, step.commits)
        yield from sentences(step.do, flows, depth + 1)


def _said(step: Step, title: Text | None) -> Text:
    rest = describe(step).partition(" ")[2]
    said = SENTENCES[step.action.verb].format(what=title or _plain(rest))
    if step.optional:
        said = MAY_LACK.format(said=said)
    return IF.format(when=_plain(step.when), said=said) if step.when else said


def _plain(written: str) -> str:
    """Names as words, and expressions without their brackets."""
    bare = _EXPRESSION.sub(lambda found: found[1], written)
    return re.sub(r"(?<=\w)_(?=\w)", " ", bare)
