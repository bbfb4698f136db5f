"""What the console says, in three languages."""

from __future__ import annotations

from bot.text import Text

TITLE = Text(es="Asistente del portal", en="Portal assistant", zh="申报助手")
SKIP = Text(es="Ir al contenido", en="Skip to the content", zh="跳到正文")
HOME = Text(es="Inicio", en="Home", zh="首页")
NEW = Text(es="Nuevo lote", en="New batch", zh="新批次")
QUESTIONS = Text(es="Preguntas", en="Questions", zh="待答")
EVIDENCE = Text(es="Pruebas", en="Evidence", zh="凭证")
PORTAL = Text(es="Portal", en="Portal", zh="系统")
FLOWS = Text(es="Flujos", en="Flows", zh="流程")
LANGUAGE = Text(es="Idioma", en="Language", zh="语言")
CHANGE = Text(es="Cambiar", en="Change", zh="切换")

# Security
WRONG_HOST = Text(
    es="Esta consola solo atiende en este ordenador.",
    en="This console answers on this computer only.",
    zh="本控制台只在本机提供服务。",
)
WRONG_ORIGIN = Text(
    es="La petición viene de otra página y no se atendió.",
    en="The request comes from another page and was not served.",
    zh="请求来自其他网页，未予处理。",
)
WRONG_FORM = Text(
    es="El formulario ha caducado. Vuelva atrás, recargue la página y repita.",
    en="The form is out of date. Go back, reload the page and do it again.",
    zh="表单已过期。请返回并刷新页面后重试。",
)
NOT_LET_IN = Text(
    es="Abra la consola con la dirección que muestra el programa: sirve una sola vez. Para otra, vuelva a iniciarlo.",
    en="Open the console by the address that the program shows: it is good once. For another, start it anew.",
    zh="请用程序显示的网址打开控制台，该网址只能用一次。需要新网址请重新启动程序。",
)
NO_TOKEN = Text(
    es="Falta «Authorization: Bearer …» con lo que está en console.api-token, en la carpeta del programa.",
    en="“Authorization: Bearer …” is missing, with what is in console.api-token in the program's home folder.",
    zh="缺少“Authorization: Bearer …”，令牌在程序数据文件夹的 console.api-token 文件中。",
)
NO_JSON = Text(
    es="El cuerpo no es un objeto JSON de textos.", en="The body is no JSON object of texts.",
    zh="请求正文不是由文本组成的 JSON 对象。",
)
NO_JSON_CURE = Text(
    es='Por ejemplo: {"account": "170000001"}', en='For example: {"account": "170000001"}',
    zh='例如：{"account": "170000001"}',
)
TOO_LARGE = Text(
    es="El archivo es demasiado grande (más de 25 MB). Una hoja de trámites es mucho menor.",
    en="The file is too large (more than 25 MB). A roster is far smaller.",
    zh="文件过大（超过 25 MB）。名册远没有这么大。",
)
PORT_TAKEN = Text(
    es="El puerto {port} está ocupado.", en="Port {port} is in use.", zh="端口 {port} 已被占用。"
)
PORT_TAKEN_CURE = Text(
    es="¿Ya hay una consola abierta? Si no, elija otro con --port.",
    en="Is a console open already? If not, choose another with --port.",
    zh="是否已打开了控制台？如果没有，请用 --port 另选端口。",
)

# Work
STOPPED = Text(es="Se detuvo a petición suya.", en="Stopped at your request.", zh="已按您的要求停止。")
STOPPED_CURE = Text(
    es="No se ha perdido nada: «Continuar» sigue donde se quedó.",
    en="Nothing is lost: “Go on” continues from there.",
    zh="没有丢失任何内容：点“继续”即可接着办理。",
)
FILING_OF = Text(es="Tramitar {roster}", en="Filing {roster}", zh="办理 {roster}")
GOING_ON_WITH = Text(es="Seguir con el lote {batch}", en="Going on with batch {batch}", zh="继续批次 {batch}")
LOOKING_FOR_DRIFT = Text(
    es="Buscando cambios en el portal", en="Looking for changes on the portal", zh="正在检查系统有无变化"
)
PASSWORD_OF = Text(
    es="Contraseña de {user} en el portal", en="Password of {user} at the portal", zh="{user} 的系统密码"
)
NO_PASSWORD = Text(es="No se indicó ninguna contraseña.", en="No password was given.", zh="没有输入密码。")
WAITS_TURN = Text(
    es="Espera a que termine el trabajo anterior.",
    en="Waits for the work before it to end.",
    zh="等待前一项工作结束。",
)
STARTING = Text(es="Abriendo el portal…", en="Opening the portal…", zh="正在打开系统……")
RUNNING = Text(es="en marcha", en="running", zh="进行中")
LEFT = Text(es="quedan unos {span}", en="about {span} left", zh="大约还需 {span}")
SECONDS = Text(es="{count} s", en="{count} s", zh="{count} 秒")
MINUTES = Text(es="{count} min", en="{count} min", zh="{count} 分钟")
STOP = Text(es="Detener en el próximo punto seguro", en="Stop at the next safe point", zh="在下一个安全点停止")
STOPPING = Text(es="Deteniéndose…", en="Stopping…", zh="正在停止……")
GO_ON = Text(es="Continuar", en="Go on", zh="继续")
ASK_PORTAL = Text(es="Consultar resultados en el portal", en="Ask the portal for results", zh="查询系统审核结果")
ANSWER_NEEDED = Text(
    es="El trabajo espera su respuesta.", en="The work waits for your answer.", zh="工作正等待您的回答。"
)
LATEST_PICTURE = Text(es="Última imagen", en="Latest picture", zh="最新画面")

# Home
WAITS_FOR_YOU = Text(es="Le espera a usted", en="Waiting for you", zh="等待您处理")
NOTHING_WAITS = Text(
    es="Nada pendiente de usted.", en="Nothing waits for you.", zh="没有需要您处理的事项。"
)
WAITS_DECISION = Text(
    es="{count} trámites del lote {batch} requieren su decisión",
    en="{count} cases of batch {batch} need your decision",
    zh="批次 {batch} 有 {count} 项业务需要您决定",
)
WAITS_REVIEW = Text(
    es="{count} borradores del lote {batch} esperan su revisión",
    en="{count} drafts of batch {batch} wait for your review",
    zh="批次 {batch} 有 {count} 份草稿待您审阅",
)
WAITS_RESUME = Text(
    es="El lote {batch} se interrumpió y puede continuar",
    en="Batch {batch} was interrupted and can go on",
    zh="批次 {batch} 已中断，可以继续",
)
OPENS = Text(
    es="El portal está cerrado: vuelve a admitir trámites el {day}",
    en="The portal is closed: it takes filings again on {day}",
    zh="系统现已关闭：{day} 起重新受理",
)
LAST_DAY = Text(
    es="Hoy es el último día ({day})", en="Today is the last day ({day})", zh="今天是最后一天（{day}）"
)
DAYS_LEFT = Text(
    es="Quedan {count} días: hasta el {day}", en="{count} days left: until {day}", zh="还剩 {count} 天：截至 {day}"
)
BATCHES = Text(es="Lotes", en="Batches", zh="批次")
NO_BATCHES = Text(
    es="Todavía no hay lotes. Empiece con una hoja de cálculo.",
    en="There are no batches yet. Begin with a spreadsheet.",
    zh="还没有批次。请从一张表格开始。",
)
BATCH = Text(es="Lote", en="Batch", zh="批次")
PERIOD = Text(es="Período", en="Period", zh="所属期")
ACCOUNT = Text(es="Cuenta", en="Account", zh="账户")
USER = Text(es="Usuario", en="User", zh="用户名")
USER_HINT = Text(
    es="si no es el nombre de la cuenta", en="if it is not the account's name", zh="如与账户名不同"
)
ROSTER = Text(es="Hoja", en="Spreadsheet", zh="表格")
STARTED = Text(es="Inicio", en="Started", zh="开始")
STATES = Text(es="Estado", en="State", zh="状态")
PURGED = Text(es="eliminado", en="purged", zh="已清除")
FOUR_EYES = Text(es="cuatro ojos", en="four eyes", zh="双人复核")

# New
NEW_LEAD = Text(
    es="Descargue la plantilla, rellénela y suba la hoja. Nada llega al portal hasta que usted lo inicie.",
    en="Download the template, fill it in and hand in the spreadsheet. Nothing reaches the portal before you start.",
    zh="下载模板，填好后上传表格。在您开始之前，不会向系统提交任何内容。",
)
STEP_TEMPLATE = Text(es="1. Plantilla", en="1. Template", zh="1. 模板")
DOWNLOAD_TEMPLATE = Text(es="Descargar plantilla", en="Download the template", zh="下载模板")
STEP_UPLOAD = Text(es="2. Su hoja de cálculo", en="2. Your spreadsheet", zh="2. 您的表格")
CHOOSE_FILE = Text(
    es="Archivo xlsx, xls, ods o csv", en="File: xlsx, xls, ods or csv", zh="文件：xlsx、xls、ods 或 csv"
)
CHECK = Text(es="Comprobar", en="Check", zh="检查")
NO_FILE = Text(es="No se eligió ningún archivo.", en="No file was chosen.", zh="没有选择文件。")
NO_FILE_CURE = Text(
    es="Elija la hoja de cálculo y pulse «Comprobar».", en="Choose the spreadsheet and press “Check”.",
    zh="请选择表格，再点“检查”。",
)
NO_UPLOAD = Text(es="Esa hoja ya no está aquí.", en="That spreadsheet is no longer here.", zh="该表格已不在这里。")
NO_UPLOAD_CURE = Text(es="Súbala otra vez.", en="Hand it in again.", zh="请重新上传。")
CHECK_OF = Text(es="Comprobación de {roster}", en="Check of {roster}", zh="检查 {roster}")
ALL_GOOD = Text(
    es="Todo correcto: {count} trámites listos.", en="All is well: {count} cases are ready.",
    zh="全部正确：{count} 项业务可以办理。",
)
CHECKED = Text(
    es="{errors} errores y {warnings} avisos en {rows} filas; {cases} trámites listos.",
    en="{errors} errors and {warnings} warnings in {rows} rows; {cases} cases are ready.",
    zh="{rows} 行中有 {errors} 处错误、{warnings} 处提醒；{cases} 项业务可以办理。",
)
PROBLEMS = Text(es="Qué corregir", en="What to put right", zh="需要改正")
PLACE = Text(es="Lugar", en="Place", zh="位置")
PROBLEM = Text(es="Problema y remedio", en="Problem and cure", zh="问题与办法")
CORRECTION = Text(es="Corregir aquí", en="Correct it here", zh="在此改正")
SAVE = Text(es="Guardar", en="Save", zh="保存")
NEW_VALUE = Text(
    es="Valor nuevo de {place}", en="New value of {place}", zh="{place} 的新值"
)
MORE_PROBLEMS = Text(es="… y {count} más.", en="… and {count} more.", zh="……还有 {count} 处。")
ERROR = Text(es="error", en="error", zh="错误")
WARNING = Text(es="aviso", en="warning", zh="提醒")
NOTE = Text(es="nota", en="note", zh="提示")
UPLOAD_AGAIN = Text(es="Subir otra versión", en="Hand in another version", zh="上传另一版本")
START = Text(es="Iniciar", en="Start", zh="开始")
START_LEAD = Text(
    es="Se preparan los borradores y se comprueban. Usted los revisa antes de declarar.",
    en="The drafts are made and read back. You look them over before anything is declared.",
    zh="先填写草稿并核对；申报之前由您审阅。",
)
IN_ROSTER = Text(es="Según la hoja", en="As the spreadsheet says", zh="按表格所写")
ASK_FOUR_EYES = Text(
    es="Otra persona debe aprobar (cuatro ojos)", en="Another person has to approve (four eyes)",
    zh="须由另一人批准（双人复核）",
)
ANYWAY = Text(
    es="Tramitar solo las filas sin error", en="File only the rows without an error", zh="只办理没有错误的行"
)
NO_ACCOUNT = Text(es="Falta la cuenta.", en="The account is missing.", zh="缺少账户。")
NO_ACCOUNT_CURE = Text(
    es="Escriba el nombre de la cuenta en el portal.", en="Type the name of the account at the portal.",
    zh="请填写系统中的账户名。",
)
STILL_WRONG = Text(es="La hoja aún tiene errores.", en="The spreadsheet still has errors.", zh="表格仍有错误。")
STILL_WRONG_CURE = Text(
    es="Corríjalos, o marque «Tramitar solo las filas sin error».",
    en="Put them right, or tick “File only the rows without an error”.",
    zh="请改正，或勾选“只办理没有错误的行”。",
)

# Batch, review, case
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
REVIEW = Text(es="Revisar borradores", en="Review the drafts", zh="审阅草稿")
REVIEW_COUNT = Text(
    es="Revisar {count} borradores", en="Review {count} drafts", zh="审阅 {count} 份草稿"
)
RESULTS_FILE = Text(es="Hoja con resultados", en="Spreadsheet with results", zh="结果表格")
REPORT = Text(es="Informe", en="Report", zh="报告")
REVIEW_LEAD = Text(
    es="Lo que muestra el portal, junto a lo que dice la hoja. Se declara solo lo que usted marque.",
    en="What the portal shows, beside what the spreadsheet says. Only what you tick is declared.",
    zh="左为系统所示，右为表格所写。只申报您勾选的草稿。",
)
NOTHING_TO_REVIEW = Text(
    es="No hay borradores por revisar.", en="There are no drafts to review.", zh="没有待审阅的草稿。"
)
TICK_ALL = Text(es="Marcar todos", en="Tick all", zh="全选")
TICK = Text(es="Marcar {person}", en="Tick {person}", zh="勾选 {person}")
PORTAL_SHOWS = Text(es="El portal muestra", en="The portal shows", zh="系统显示")
ROSTER_SAYS = Text(es="La hoja dice", en="The spreadsheet says", zh="表格所写")
IN_SUMMARY = Text(es="aparece en el portal", en="shown by the portal", zh="系统已显示")
NOT_IN_SUMMARY = Text(
    es="el resumen del portal no lo muestra", en="not in the portal's summary", zh="系统摘要未显示"
)
DECLARE = Text(es="Aprobar y declarar lo marcado", en="Approve and declare what is ticked", zh="批准并申报所选")
WITHDRAW = Text(es="No declarar lo marcado", en="Do not declare what is ticked", zh="不申报所选")
YES = Text(es="sí", en="yes", zh="是")
NO = Text(es="no", en="no", zh="否")
TIMELINE = Text(es="Qué pasó", en="What happened", zh="经过")
PICTURE = Text(es="Imagen {number}", en="Picture {number}", zh="画面 {number}")
PICTURES = Text(es="Imágenes", en="Pictures", zh="画面")
NO_PICTURES = Text(es="No hay imágenes.", en="There are no pictures.", zh="没有画面。")
CURE = Text(es="Qué hacer", en="What to do", zh="处理办法")
PORTAL_SAID = Text(es="El portal dijo", en="The portal said", zh="系统提示")
AT_STEP = Text(es="En el paso", en="At the step", zh="所在步骤")
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
BY = Text(es="por {person}", en="by {person}", zh="{person}")

# Questions
NO_QUESTIONS = Text(es="Nadie pregunta nada ahora.", en="Nobody asks anything now.", zh="目前没有待答问题。")
ANSWER = Text(es="Respuesta", en="Answer", zh="回答")
SEND = Text(es="Enviar", en="Send", zh="提交")
PICTURE_OF_QUESTION = Text(
    es="Imagen con los caracteres que hay que escribir", en="Picture of the characters to type",
    zh="需要输入的字符图片",
)

# Evidence
EVIDENCE_LEAD = Text(
    es="Cada lote guarda imágenes selladas de lo que se hizo. Compruebe que nadie las cambió, o entréguelas.",
    en="Every batch keeps sealed pictures of what was done. Verify that nobody changed them, or hand them out.",
    zh="每个批次都保存了带封印的操作画面。可验证其未被改动，也可导出交付。",
)
VERIFY = Text(es="Verificar", en="Verify", zh="验证")
INTACT = Text(
    es="Lote {batch}: intacto. {files} archivos bajo {seals} sellos.",
    en="Batch {batch}: intact. {files} files under {seals} seals.",
    zh="批次 {batch}：完好。{seals} 道封印下共 {files} 个文件。",
)
NOT_INTACT = Text(
    es="Lote {batch}: NO está como se selló ({count} hallazgos).",
    en="Batch {batch}: NOT as it was sealed ({count} findings).",
    zh="批次 {batch}：与封印时不符（{count} 处）。",
)
EXPORT = Text(es="Exportar completo", en="Export complete", zh="完整导出")
EXPORT_SHAREABLE = Text(es="Exportar enmascarado", en="Export masked", zh="脱敏导出")
NO_EVIDENCE = Text(es="Todavía no hay pruebas.", en="There is no evidence yet.", zh="还没有凭证。")
PURGE = Text(es="Eliminar lo antiguo", en="Remove what is old", zh="清除旧资料")
PURGE_LEAD = Text(
    es="Elimina las pruebas y los datos personales de los lotes terminados hace más de estos días.",
    en="Removes the evidence and personal data of batches that ended more than so many days ago.",
    zh="清除已结束超过以下天数的批次的凭证和个人信息。",
)
DAYS = Text(es="Días", en="Days", zh="天数")
PURGE_TRY = Text(es="Mostrar qué se eliminaría", en="Show what would be removed", zh="显示将清除的内容")
PURGE_NOW = Text(es="Eliminar definitivamente", en="Remove for good", zh="永久清除")
PURGE_WOULD = Text(
    es="{batch}: se eliminarían {files} archivos.", en="{batch}: {files} files would be removed.",
    zh="{batch}：将清除 {files} 个文件。",
)
PURGE_NOTHING = Text(es="No hay nada que eliminar.", en="There is nothing to remove.", zh="没有可清除的内容。")
PURGE_KEPT = Text(es="{batch} se conserva: {why}", en="{batch} is kept: {why}", zh="{batch} 保留：{why}")
PURGE_DAYS = Text(es="Diga cuántos días.", en="Say how many days.", zh="请填写天数。")
PURGE_DAYS_CURE = Text(es="Un número entero, desde 1.", en="A whole number, from 1.", zh="不小于 1 的整数。")
SURE = "sure"

# Portal
PASSWORDS = Text(es="Contraseñas", en="Passwords", zh="密码")
KEYRING_IS = Text(
    es="Se guardan en el llavero del sistema ({keyring}).", en="They are kept in the system's keyring ({keyring}).",
    zh="保存在系统密钥环中（{keyring}）。",
)
NO_KEYRING = Text(
    es="Este ordenador no tiene llavero: la contraseña se pide una vez y se olvida al cerrar la consola.",
    en="This computer has no keyring: the password is asked for once, and forgotten when the console is closed.",
    zh="本机没有密钥环：密码只询问一次，关闭控制台后即忘记。",
)
KEPT = Text(es="guardada", en="kept", zh="已保存")
NOT_KEPT = Text(es="no guardada", en="not kept", zh="未保存")
PASSWORD = Text(es="Contraseña", en="Password", zh="密码")
KEEP = Text(es="Guardar contraseña", en="Keep the password", zh="保存密码")
FORGET = Text(es="Olvidar la de {user}", en="Forget that of {user}", zh="删除 {user} 的密码")
DRIFT = Text(es="¿Ha cambiado el portal?", en="Has the portal changed?", zh="系统有变化吗？")
DRIFT_LEAD = Text(
    es="Entra y recorre las páginas sin cambiar nada; también sirve para probar la conexión y la contraseña.",
    en="Logs in and walks through the pages without changing anything; it tests connection and password as well.",
    zh="登录并浏览各页面，不做任何改动；也可用来测试连接和密码。",
)
LOOK_NOW = Text(es="Mirar ahora", en="Look now", zh="现在检查")
AS_IT_WAS = Text(es="Todo está como estaba.", en="All is as it was.", zh="一切如旧。")
NOT_COMPARED = Text(
    es="Se ha recorrido el portal, pero aún no hay con qué compararlo: {screens}.",
    en="The portal was walked through, but there is nothing to compare it with yet: {screens}.",
    zh="已浏览系统，但还没有可对比的基准：{screens}。",
)
NOT_REACHED = Text(es="No se llegó a {stage}: {why}", en="{stage} was not reached: {why}", zh="未能到达 {stage}：{why}")

# Flows
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
SOMETHING_WRONG = Text(es="No ha sido posible", en="That did not work", zh="未能完成")
BACK = Text(es="Volver", en="Back", zh="返回")

CHANGED_TO = Text(es="{was} → {to}", en="{was} → {to}", zh="{was} → {to}")
HAPPENINGS = {
    "decision": Text(es="decisión de una persona", en="a person's decision", zh="人工决定"),
    "adopted": Text(es="ya estaba en el portal", en="found on the portal", zh="系统中已有"),
    "intent": Text(es="a punto de hacerse", en="about to be done", zh="即将执行"),
    "outcome": Text(es="hecho", en="done", zh="已执行"),
    "moved": Text(es="sigue", en="goes on", zh="继续"),
    "accepted": Text(es="admitido", en="accepted", zh="已受理"),
    "note": Text(es="nota", en="note", zh="备注"),
}
