"""One case, in three languages."""

from __future__ import annotations

from bot.text import Text

TIMELINE = Text(es="Qué pasó", en="What happened", zh="经过")
NO_PICTURES = Text(es="No hay imágenes.", en="There are no pictures.", zh="没有画面。")
DECIDE = Text(es="Decidir", en="Decide", zh="决定")
DECIDE_LEAD = Text(
    es="Mire en el portal si este trámite está presentado. Lo que diga queda registrado con su nombre.",
    en="Look on the portal whether this was filed. What you say is recorded under your name.",
    zh="请到系统中查看该业务是否已提交。您的结论将记在您的名下。",
)
IT_IS_FILED = Text(es="Está presentado, con el n.º", en="It is filed, under number", zh="已提交，编号为")
IT_IS_NOT = Text(es="No está presentado", en="It is not filed", zh="没有提交")
RECORD = Text(es="Registrar", en="Record it", zh="登记")
FILED_OR_NOT = Text(
    es="Diga si está presentado, y con qué número.", en="Say whether it is filed, and under which number.",
    zh="请说明是否已提交及其编号。",
)
FILED_OR_NOT_CURE = Text(
    es="El número está en la lista de trámites del portal.", en="The number is in the portal's list of filings.",
    zh="编号见系统的申报记录。",
)
CLEARED = Text(es="aprobado para declarar", en="approved to be declared", zh="已批准申报")
HAPPENINGS = {
    "decision": Text(es="decisión de una persona", en="a person's decision", zh="人工决定"),
    "adopted": Text(es="ya estaba en el portal", en="found on the portal", zh="系统中已有"),
    "intent": Text(es="a punto de hacerse", en="about to be done", zh="即将执行"),
    "outcome": Text(es="hecho", en="done", zh="已执行"),
    "moved": Text(es="sigue", en="goes on", zh="继续"),
    "accepted": Text(es="admitido", en="accepted", zh="已受理"),
    "batch": Text(es="avance del lote", en="progress of the batch", zh="批次进展"),
    "sealed": Text(es="pruebas selladas", en="evidence sealed", zh="凭证已封存"),
    "purged": Text(es="datos eliminados", en="data removed", zh="数据已清除"),
    "note": Text(es="nota", en="note", zh="备注"),
}
FILE_AGAIN = Text(es="Volver a tramitar", en="File it again", zh="重新办理")
FILE_AGAIN_MEANS = Text(
    es="Si ya no hay motivo para el rechazo: el lote lo tramita cuando continúe.",
    en="If the reason is gone: it is filed when the batch goes on.",
    zh="如原因已消除：批次继续时会重新办理。",
)
NOT_TAKEN = Text(
    es="La imagen «{name}» no se pudo tomar: {why}", en="The picture “{name}” could not be taken: {why}",
    zh="画面“{name}”未能保存：{why}",
)
SEEN_AT_FAILURE = Text(
    es="Lo que se veía al fallar", en="What there was to see when it failed", zh="出错时的页面情况"
)
PAGE_TITLE = Text(es="Página", en="Page", zh="页面")
NEAREST = Text(es="Lo más parecido", en="What is most like it", zh="最相近的内容")
