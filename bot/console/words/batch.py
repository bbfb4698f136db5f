"""A batch and its cases, in three languages."""

from __future__ import annotations

from bot.text import Text

CASES = Text(es="Trámites", en="Cases", zh="业务")
FIND = Text(es="Buscar", en="Find", zh="查找")
FIND_HINT = Text(
    es="Nombre, número, motivo…", en="Name, number, reason…", zh="姓名、编号、原因……"
)
ALL_STATES = Text(es="todos", en="all", zh="全部")
FOUND = Text(es="{count} trámites", en="{count} cases", zh="{count} 项业务")
NONE_FOUND = Text(es="Ningún trámite coincide.", en="No case matches.", zh="没有符合的业务。")
PAGE_OF = Text(es="Página {page} de {pages}", en="Page {page} of {pages}", zh="第 {page} 页，共 {pages} 页")
EARLIER = Text(es="Anterior", en="Previous", zh="上一页")
LATER = Text(es="Siguiente", en="Next", zh="下一页")
PERSON = Text(es="Persona", en="Person", zh="人员")
OPERATION = Text(es="Trámite", en="Operation", zh="业务类型")
ROW = Text(es="Fila", en="Row", zh="行")
NUMBER = Text(es="N.º del portal", en="Portal number", zh="系统编号")
SAYS = Text(es="Motivo", en="Reason", zh="原因")
RESULTS_FILE = Text(es="Hoja con resultados", en="Spreadsheet with results", zh="结果表格")
REPORT = Text(es="Informe", en="Report", zh="报告")
