"""The flows, in three languages."""

from __future__ import annotations

from bot.text import Text

FLOWS_LEAD = Text(
    es="Lo que el asistente hace en el portal, paso a paso. Se cambia en los archivos, no aquí.",
    en="What the assistant does on the portal, step by step. It is changed in the files, not here.",
    zh="助手在系统中的每一步操作。修改请编辑文件，此处只读。",
)
OPERATIONS = Text(es="Trámites del portal", en="Operations of the portal", zh="系统业务")
OTHER_FLOWS = Text(es="Otros flujos", en="Other flows", zh="其他流程")
SOURCE = Text(es="Archivo", en="Source", zh="源文件")
INPUTS = Text(es="Datos que necesita", en="What it needs to know", zh="所需信息")
COMMITS = Text(es="(aquí se guarda o presenta)", en="(this saves or files)", zh="（此处保存或提交）")
EFFECTS = {
    "none": Text(es="solo lee", en="only reads", zh="只读取"),
    "draft": Text(es="guarda un borrador", en="saves a draft", zh="保存草稿"),
    "filing": Text(es="presenta el trámite", en="files", zh="提交申报"),
}
