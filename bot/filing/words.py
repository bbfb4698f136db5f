"""What a batch says to clerks, in their languages."""

from bot.filing.states import CaseState
from bot.text import Text

LOGGING_IN = Text(es="Entrando en el portal", en="Logging in", zh="登录")
DRAFTING = Text(es="Preparando borradores", en="Preparing drafts", zh="填写草稿")
FILING = Text(es="Tramitando", en="Filing", zh="办理")
READING_BACK = Text(es="Comprobando borradores", en="Reading the drafts back", zh="核对草稿")
DECLARING = Text(es="Declarando", en="Declaring", zh="申报")
RESULTS = Text(es="Leyendo resultados", en="Reading results", zh="查询结果")

APPROVE = Text(
    es="Se leyeron {count} borradores y coinciden con la hoja. ¿Declararlos ahora?",
    en="{count} drafts were read back and match the roster. Declare them now?",
    zh="已核对 {count} 份草稿，与名册一致。现在申报吗？",
)
APPROVE_DIRECT = Text(
    es="Este portal no tiene borradores: {count} trámites se presentarán directamente. ¿Seguir?",
    en="This portal has no drafts: {count} cases will be filed at once. Go on?",
    zh="该系统没有草稿：{count} 项业务将直接提交。继续吗？",
)
PERSON_SAID_NO = Text(es="No se autorizó.", en="Not approved by a person.", zh="未获人工批准。")
DRAFT_MISSING = Text(
    es="El borrador no aparece en el portal. Búsquelo allí antes de repetir.",
    en="The draft is not in the portal's list. Look for it there before doing it again.",
    zh="系统列表中没有该草稿。重做之前请先到系统里查找。",
)
DRAFT_SEVERAL = Text(
    es="El portal muestra varios borradores para esta persona y este trámite. Deje solo el correcto.",
    en="The portal shows several drafts for this person and operation. Leave only the right one.",
    zh="系统中该人员的同类草稿不止一份。请只保留正确的一份。",
)
DRAFT_DIFFERS = Text(
    es="El borrador no muestra lo que dice la hoja: {differences}. Corríjalo o elimínelo en el portal.",
    en="The draft does not show what the roster says: {differences}. Correct or delete it on the portal.",
    zh="草稿与名册不一致：{differences}。请在系统中更正或删除。",
)
DRAFT_HAS_ERRORS = Text(
    es="El portal marca el borrador con errores y no lo declarará.",
    en="The portal marks the draft as having errors and will not declare it.",
    zh="系统将该草稿标为格式有误，不会申报。",
)
NOT_TICKED = Text(
    es="No se encontró el borrador al declarar: no se marcó ni se declaró.",
    en="The draft was not found when declaring: it was neither ticked nor declared.",
    zh="申报时未找到该草稿：没有勾选，也没有申报。",
)
STILL_A_DRAFT = Text(
    es="Tras declarar, sigue entre los borradores. Mírelo en el portal antes de volver a declararlo.",
    en="After declaring it is still among the drafts. Look at it on the portal before declaring it again.",
    zh="申报后仍在草稿箱中。再次申报前请先到系统中查看。",
)
OUTCOME_UNKNOWN = Text(
    es="La declaración se interrumpió y el portal no muestra qué pasó. Mírelo en el portal; no se repetirá solo.",
    en="The declaration was cut short and the portal does not show what became of it. "
    "Look on the portal; it will not be repeated by itself.",
    zh="申报被中断，系统也没有显示结果。请到系统中查看；程序不会自行重复申报。",
)
SAVING_CUT_SHORT = Text(
    es="La ejecución se detuvo mientras se guardaba. Mire en el portal si el borrador está.",
    en="The run was stopped while this was being saved. Look on the portal whether the draft is there.",
    zh="保存过程中运行被中止。请到系统中查看草稿是否已保存。",
)
THERE_ALREADY = Text(
    es="El portal ya tenía este trámite antes de empezar (n.º {number}): no se ha presentado de nuevo. Mírelo allí.",
    en="The portal had this filing before we began (No. {number}): it was not filed again. Look at it on the portal.",
    zh="开始之前系统中已有该业务（编号 {number}），没有再次提交。请到系统中查看。",
)
SAME_TROUBLE = Text(
    es="{count} casos seguidos fallaron en el mismo paso; los demás no se han intentado. {message}",
    en="{count} cases in a row failed at the same step; the others were not tried. {message}",
    zh="连续 {count} 项业务在同一步骤失败，其余未再尝试。{message}",
)
SAME_TROUBLE_CURE = Text(
    es="Probablemente el portal ha cambiado: compare ese paso del flujo con lo que muestra la imagen.",
    en="The portal has probably changed: compare that step of the flow with what the picture shows.",
    zh="系统可能已改版：请将流程的该步骤与截图对照。",
)
OVERTAKEN = Text(
    es="{case} ha cambiado entretanto: ahora está «{state}». No se ha hecho nada con ello.",
    en="{case} was changed meanwhile: it is “{state}” now. Nothing was done with it.",
    zh="{case} 在此期间已被更改，现为“{state}”。未对其做任何操作。",
)
OVERTAKEN_CURE = Text(
    es="Siga con «portal resume {batch}»: parte de lo que vale ahora.",
    en="Go on with `portal resume {batch}`: it starts from what is true now.",
    zh="请运行 portal resume {batch}，将以现在的状态为准继续。",
)
IN_OTHER_BATCH = Text(
    es="Ya está en el lote {batch} ({case}): {state}. Aquí no se hace nada.",
    en="It is in batch {batch} already ({case}): {state}. Nothing is done here.",
    zh="该业务已在批次 {batch}（{case}）中：{state}。此处不再办理。",
)
STOPPED = Text(
    es="Detenido a petición suya, entre dos pasos.",
    en="Stopped at your request, between two steps.",
    zh="已按您的要求在两个步骤之间停下。",
)
STOPPED_CURE = Text(
    es="No se ha perdido nada: siga cuando quiera con «portal resume».",
    en="Nothing is lost: go on when you like with `portal resume`.",
    zh="没有任何丢失：随时可用 portal resume 继续。",
)
WAITING = Text(
    es="{message} Nuevo intento en {seconds} s.",
    en="{message} Trying again in {seconds} s.",
    zh="{message} {seconds} 秒后重试。",
)
LOOKING_AGAIN = Text(
    es="Se vuelve a mirar en el portal dentro de {seconds} s, por si sus listas van con retraso",
    en="Looking on the portal again in {seconds} s, in case its lists lag behind",
    zh="系统列表可能有延迟，{seconds} 秒后再查一次",
)
SETTLING = Text(es="Aclarando lo interrumpido", en="Settling what was cut short", zh="核实中断的业务")
STANDING = Text(es="Mirando lo que ya tiene el portal", en="Looking at what the portal holds", zh="查看系统已有记录")
FOUND_DIFFERENT = Text(
    es="El portal ya tiene este trámite (n.º {number}), pero con otros datos: {differences}. Mírelo allí.",
    en="The portal holds this already (No. {number}), but with other data: {differences}. Look at it on the portal.",
    zh="系统中已有该业务（编号 {number}），但内容不同：{differences}。请到系统中查看。",
)
FOUND_SEVERAL = Text(
    es="El portal ya tiene varios registros de esta persona y este trámite ({numbers}). Mírelos allí.",
    en="The portal holds several items of this person and operation ({numbers}). Look at them on the portal.",
    zh="系统中该人员的同类业务不止一项（{numbers}）。请到系统中查看。",
)
ADOPTED = Text(
    es="Ya estaba en el portal antes de empezar y es igual: se sigue con ello.",
    en="It was on the portal before we began, and is the same: taken over.",
    zh="开始之前系统中已有且内容一致，已接管。",
)
NOT_DECLARED = Text(
    es="La declaración se interrumpió; el borrador sigue en el portal, visto dos veces: no se declaró.",
    en="The declaration was cut short; the draft is still on the portal, seen twice: it was not declared.",
    zh="申报被中断；两次查看草稿仍在系统中，确认没有申报。",
)
NOT_SAVED = Text(
    es="Se interrumpió al guardar; el portal no tiene el borrador.",
    en="It was cut short while being saved; the portal does not hold the draft.",
    zh="保存时中断；系统中没有该草稿。",
)
READS_DIFFERENTLY = Text(
    es="El borrador ya no se lee como cuando se aprobó: se comprueba y se pregunta otra vez.",
    en="The draft no longer reads as it did when it was approved: it is checked and asked about again.",
    zh="草稿与批准时的内容不同：将重新核对并再次请求批准。",
)
OUTSIDE_SOON = Text(
    es="El plazo del portal termina en menos de {minutes} minutos: ya no se declara nada nuevo.",
    en="The portal's filing window ends in less than {minutes} minutes: nothing new is declared.",
    zh="距系统申报截止不足 {minutes} 分钟，不再提交新的申报。",
)
OUTSIDE_SOON_CURE = Text(
    es="Siga con «portal resume» cuando el portal vuelva a admitir trámites.",
    en="Go on with `portal resume` once the portal takes filings again.",
    zh="系统恢复受理后，用 portal resume 继续。",
)
DRAFT_UNKNOWN = Text(
    es="Algo falló al guardar y no hay forma de preguntar al portal si se guardó. Mírelo allí.",
    en="Something failed while saving, and there is no way to ask the portal whether it was saved. Look there.",
    zh="保存时出错，无法向系统查询是否已保存。请到系统中查看。",
)

STATES: dict[CaseState, Text] = {
    CaseState.PENDING: Text(es="pendiente", en="pending", zh="待办"),
    CaseState.DRAFTING: Text(es="preparando", en="drafting", zh="填写中"),
    CaseState.DRAFTED: Text(es="borrador guardado", en="draft saved", zh="已存草稿"),
    CaseState.REVIEWED: Text(es="borrador comprobado", en="draft checked", zh="草稿已核对"),
    CaseState.DECLARING: Text(es="declarando", en="declaring", zh="申报中"),
    CaseState.UNDER_REVIEW: Text(es="en revisión", en="under review", zh="正在审核"),
    CaseState.APPROVED: Text(es="aprobado", en="approved", zh="审核通过"),
    CaseState.DONE: Text(es="hecho", en="done", zh="完成"),
    CaseState.REJECTED: Text(es="rechazado en revisión", en="rejected in review", zh="审核未通过"),
    CaseState.REFUSED: Text(es="no admitido", en="refused by the portal", zh="系统拒绝"),
    CaseState.WITHDRAWN: Text(es="retirado", en="withdrawn", zh="已撤回"),
    CaseState.FAILED: Text(es="falló, repetible", en="failed, can be repeated", zh="失败，可重做"),
    CaseState.NEEDS_ATTENTION: Text(es="requiere atención", en="needs attention", zh="需人工处理"),
    CaseState.ELSEWHERE: Text(es="ya está en otro lote", en="in another batch", zh="已在另一批次"),
}
"""Every state as a clerk reads it."""
