"""What the report says, but for what happened and what the portal says."""

from __future__ import annotations

from bot.text import Text

# the report
REPORT = Text(es="Informe de pruebas", en="Evidence report", zh="证据报告")
REPORT_MASKED = Text(
    es="Copia para compartir: números de identidad y datos sensibles ocultos.",
    en="Copy for sharing: ID numbers and sensitive data are hidden.",
    zh="分享副本：身份证号和敏感信息已遮盖。",
)
BATCH = Text(es="Lote {batch}", en="Batch {batch}", zh="批次 {batch}")
OF_PORTAL = Text(es="{portal} · {period}", en="{portal} · {period}", zh="{portal} · {period}")
MASKED_COPY = Text(
    es="El expediente al que se refieren el sello y las huellas no es esta copia: lo guarda el empleador.",
    en="The dossier that the seal and the digests are about is not this copy: the employer keeps it.",
    zh="封存记录和摘要所指的是用人单位保存的原件，而不是本副本。",
)
CASES_TOTAL = Text(es="casos", en="cases", zh="项业务")
CASE_TOTAL = Text(es="caso", en="case", zh="项业务")
TIMES_ARE = Text(
    es="Todas las horas son de la zona del portal, {zone}.",
    en="All times are in the portal's time zone, {zone}.",
    zh="所有时间均为申报系统所在时区（{zone}）。",
)
PAGE_BEFORE = Text(es="Página ", en="Page ", zh="第 ")
PAGE_BETWEEN = Text(es=" de ", en=" of ", zh=" 页，共 ")
PAGE_AFTER = Text(es="", en="", zh=" 页")
SEAL_SHORT = Text(es="Sello {number} · {digest}…", en="Seal {number} · {digest}…", zh="第 {number} 次封存 · {digest}…")

# the seal
INTACT = Text(
    es="Intacto: los {files} archivos están tal como se sellaron.",
    en="Intact: all {files} files are just as they were sealed.",
    zh="完好：{files} 个文件均与封存时一致。",
)
INTACT_UNKNOWN_KEY = Text(
    es="Intacto, si la clave de abajo es la del empleador: los {files} archivos están tal como se firmaron con ella.",
    en="Intact, if the key below is the employer's: all {files} files are just as they were signed with it.",
    zh="若下方密钥确属用人单位，则完好：{files} 个文件均与用该密钥签名时一致。",
)
NOT_INTACT = Text(
    es="NO está intacto: algo ha cambiado desde que se selló.",
    en="NOT intact: something has changed since it was sealed.",
    zh="不完好：封存之后有内容被改动。",
)
NOT_CHECKED = Text(
    es="Sin comprobar: al escribir este informe no se comparó el expediente con sus sellos.",
    en="Not checked: the dossier was not held against its seals when this report was written.",
    zh="未核验：生成本报告时没有将证据与封存记录比对。",
)
HEAD = Text(es="Huella del último sello", en="Digest of the last seal", zh="最近一次封存的摘要")
KEY = Text(es="Clave que firma", en="Signing key", zh="签名密钥")
KEY_UNKNOWN = Text(
    es="no se conocía aquí: compárela con la que dio el empleador",
    en="not known here: compare it with the one that the employer gave",
    zh="此处未知：请与用人单位提供的密钥核对",
)
SEALED_AT = Text(es="Sellado", en="Sealed", zh="封存时间")
SEALED_TIMES = Text(
    es="{time} · sello n.º {seals}, que encadena los anteriores",
    en="{time} · seal No. {seals}, which chains those before it",
    zh="{time} · 第 {seals} 次封存，与之前各次相连",
)
SEALED_ONCE = Text(es="{time} · sello n.º 1", en="{time} · seal No. 1", zh="{time} · 第 1 次封存")
STAMPED = Text(es="Sello de tiempo", en="Time stamp", zh="时间戳")
STAMPED_AT = Text(
    es="{time} · sello n.º {number}, autoridad comprobada",
    en="{time} · seal No. {number}, by an authority that is believed",
    zh="{time} · 第 {number} 次封存，时间戳机构可信",
)
STAMPED_UNKNOWN = Text(
    es="{time} · sello n.º {number}, autoridad sin comprobar",
    en="{time} · seal No. {number}, by an authority that was not checked",
    zh="{time} · 第 {number} 次封存，时间戳机构未核验",
)
HOW_TO_VERIFY = Text(es="Cómo comprobarlo", en="How to verify this", zh="如何核验")
VERIFY_1 = Text(
    es="Con el expediente y este informe en la mano, en cualquier ordenador y sin red:",
    en="With the dossier and this report in hand, on any computer and without a network:",
    zh="持有证据和本报告，即可在任意电脑上离线核验：",
)
VERIFY_2 = Text(
    es="Dice «intacto», o exactamente qué cambió. Sin el programa: la huella de arriba es la SHA-256 del archivo "
    "{seal}, que contiene, en base64, las huellas de los archivos y la del sello anterior:",
    en="It says “intact”, or exactly what was changed. Without the program: the digest above is the SHA-256 of "
    "{seal}, in which stand, in base64, the digests of the files and of the seal before it:",
    zh="结果为“完好”，或逐项指出改动之处。没有本程序时：上方摘要即文件 {seal} 的 SHA-256，"
    "其中以 base64 写有各文件及上一次封存的摘要：",
)
VERIFY_3 = Text(
    es="Guarde esta página, o solo la huella, aparte del expediente: quien la tenga puede probar más tarde que no se "
    "ha quitado ni sustituido nada.",
    en="Keep this page, or just the digest, apart from the dossier: whoever has it can prove later that nothing was "
    "cut off or replaced.",
    zh="请将本页或摘要与证据分开保存：持有者日后可据此证明没有内容被截去或替换。",
)
FINDINGS = Text(es="Qué ha cambiado", en="What was changed", zh="改动之处")
MORE_FINDINGS = Text(es="… y {count} más", en="… and {count} more", zh="……另有 {count} 处")

# the batch
ABOUT = Text(es="Datos del lote", en="About the batch", zh="批次信息")
ACCOUNT = Text(es="Cuenta del empleador", en="Employer's account", zh="用人单位账号")
USER = Text(es="usuario {user}", en="user {user}", zh="用户名 {user}")
PORTAL = Text(es="Portal", en="Portal", zh="申报系统")
ROSTER = Text(es="Hoja de partida", en="Roster", zh="名册")
STARTED = Text(es="Iniciado", en="Begun", zh="发起")
BY_AT = Text(es="{person}, {time}", en="{person}, {time}", zh="{person}，{time}")
APPROVED = Text(es="Aprobado", en="Approved", zh="批准")
APPROVED_BY = Text(
    es="{person} ({count} casos), {time}", en="{person} ({count} cases), {time}", zh="{person}（{count} 项），{time}"
)
APPROVED_ONE = Text(es="{person} (1 caso), {time}", en="{person} (1 case), {time}", zh="{person}（1 项），{time}")
NOBODY_APPROVED = Text(es="nadie todavía", en="nobody yet", zh="尚无人批准")
FOUR_EYES = Text(es="Cuatro ojos", en="Four eyes", zh="双人复核")
FOUR_EYES_MEANS = Text(
    es="debía aprobar otra persona que quien lo inició",
    en="another person than began it had to approve",
    zh="须由发起人以外的人批准",
)
AIM = Text(es="Debía llegar hasta", en="Was to go as far as", zh="办理到")
AIMS: dict[str, Text] = {
    "drafts": Text(es="los borradores", en="the drafts", zh="保存草稿"),
    "review": Text(es="los borradores comprobados", en="drafts that were read back", zh="核对草稿"),
    "declare": Text(es="la declaración", en="the declaration", zh="申报"),
}
STOPPED = Text(es="Se detuvo antes de acabar", en="Stopped before its end", zh="提前停止")
VERSIONS = Text(es="Programas", en="Programs", zh="程序版本")
VERSION_NAMES: dict[str, Text] = {
    "assistant": Text(es="asistente", en="assistant", zh="助手"),
    "python": Text.same("Python"),
    "playwright": Text.same("Playwright"),
    "browser": Text(es="navegador", en="browser", zh="浏览器"),
    "system": Text(es="sistema", en="system", zh="操作系统"),
}
DIGESTS = Text(
    es="Huellas (SHA-256) de la hoja y de los flujos",
    en="Digests (SHA-256) of the roster and the flows",
    zh="名册与流程的摘要（SHA-256）",
)

# the cases
CASES = Text(es="Los casos", en="The cases", zh="业务清单")
NO = Text(es="N.º", en="No.", zh="序号")
PERSON = Text(es="Persona", en="Person", zh="人员")
OPERATION = Text(es="Trámite", en="Operation", zh="业务")
STATE = Text(es="Estado", en="State", zh="状态")
PORTAL_NUMBER = Text(es="N.º del portal", en="Portal's No.", zh="系统编号")
FILED = Text(es="Presentado", en="Filed", zh="申报时间")
DECIDED = Text(es="Resuelto", en="Decided", zh="审核时间")
REASON = Text(es="Motivo", en="Reason", zh="原因")
CASE_OF = Text(es="Caso {number} de {count}", en="Case {number} of {count}", zh="第 {number} 项，共 {count} 项")
BACK = Text(es="Volver a la lista", en="Back to the list", zh="返回清单")

# a case
ENTERED = Text(es="Lo que se pidió", en="What was asked for", zh="申报内容")
NOT_KEPT = Text(
    es="No consta: al sellar ya no se podía leer con sus flujos.",
    en="Not on record: when it was sealed, it could no longer be read with its flows.",
    zh="无记录：封存时已无法用原流程读取。",
)
ROW_IN = Text(es="De «{sheet}», fila {row}", en="From “{sheet}”, row {row}", zh="来自“{sheet}”第 {row} 行")
OUTCOME = Text(es="Qué resultó", en="What came of it", zh="办理结果")
SHOWS = Text(es="Borrador leído", en="Draft as read back", zh="核对到的草稿")
SHOWED = Text(es="Borrador al aprobarlo", en="Draft when approved", zh="批准时的草稿")
DRAFTED = Text(es="Borrador guardado", en="Draft saved", zh="草稿保存")
SINCE = Text(es="Así desde", en="So since", zh="此状态始于")
RULE = Text(es="Regla", en="Rule", zh="规则")
ATTEMPT = Text(es="Intento", en="Attempt", zh="第几次")
NOTHING_YET = Text(es="Todavía no ha pasado nada.", en="Nothing has happened yet.", zh="尚未办理。")
TIMELINE = Text(es="Qué pasó y cuándo", en="What happened, and when", zh="办理经过")
WHEN = Text(es="Cuándo", en="When", zh="时间")
WHAT = Text(es="Qué", en="What", zh="经过")
WHO = Text(es="Quién", en="Who", zh="操作人")
NUMBERED = Text(es="n.º {number}", en="No. {number}", zh="编号 {number}")
IN_ATTEMPT = Text(es="intento {attempt}", en="attempt {attempt}", zh="第 {attempt} 次")

# what went wrong
TROUBLE = Text(es="Qué falló", en="What went wrong", zh="出错情况")
MESSAGE = Text(es="Mensaje", en="Message", zh="信息")
CURE = Text(es="Qué hacer", en="What to do", zh="处理办法")
PORTAL_SAYS = Text(es="El portal dijo", en="The portal said", zh="系统提示")
WHERE = Text(es="Paso", en="Step", zh="步骤")
LOOKED_FOR = Text(es="Se buscaba", en="Looked for", zh="查找对象")
SHOWN = Text(es="Había en su lugar", en="There was instead", zh="实际显示")
NEAREST = Text(es="Lo más parecido", en="Most like it", zh="最接近的对象")
ADDRESS = Text(es="Dirección", en="Address", zh="网址")
DIAGNOSIS = Text(es="Qué había en la página", en="What was on the page", zh="页面情况")
DIAGNOSIS_OF = Text(
    es="Qué había en la página en la imagen {number}",
    en="What was on the page in picture {number}",
    zh="图 {number} 的页面情况",
)
PAGE_TITLE = Text(es="Título", en="Title", zh="页面标题")
FRAMES = Text(es="Marcos", en="Frames", zh="框架")
CONSOLE = Text(es="Errores del navegador", en="Browser's errors", zh="浏览器错误")
MORE_LINES = Text(es="… y {count} más", en="… and {count} more", zh="……另有 {count} 条")
COUNT_HIDDEN = Text(
    es="{count}, ocultos en esta copia", en="{count}, hidden in this copy", zh="{count} 条，本副本中已隐藏"
)
WHOLE_DIAGNOSIS = Text(es="Completo en {name}", en="In full in {name}", zh="完整内容见 {name}")
DIAGNOSIS_UNREADABLE = Text(
    es="El diagnóstico {name} no se puede leer.",
    en="The diagnosis {name} cannot be read.",
    zh="无法读取诊断 {name}。",
)

# pictures and files
PICTURE = Text(es="Imagen {number}", en="Picture {number}", zh="图 {number}")
PICTURE_ALT = Text(
    es="Imagen {number} del portal: {step}", en="Picture {number} of the portal: {step}", zh="系统截图 {number}：{step}"
)
PICTURE_TAKEN = Text(es="Imagen {number}: {step}", en="Picture {number}: {step}", zh="图 {number}：{step}")
SHARED = Text(es="Con otros casos, en:", en="Together with other cases, in:", zh="与其他业务同在：")
STEPS: dict[str, Text] = {
    "filled": Text(es="formulario relleno", en="form filled in", zh="表单已填写"),
    "saved": Text(es="guardado", en="saved", zh="已保存"),
    "read-back": Text(es="borrador leído", en="draft read back", zh="核对草稿"),
    "declared": Text(es="declarado", en="declared", zh="已申报"),
    "final-row": Text(es="fila final en la lista", en="final row in the list", zh="列表中的最终记录"),
    "failure": Text(es="al fallar", en="at the failure", zh="出错时"),
}
"""The names that evidence steps usually have in flows; another one is shown as it is."""
GONE = Text(
    es="Este archivo ya no está en el expediente.",
    en="This file is no longer in the dossier.",
    zh="该文件已不在证据中。",
)
CHANGED = Text(
    es="Este archivo ya no es el que se selló; por eso no se muestra.",
    en="This file is no longer as it was sealed, and so is not shown.",
    zh="该文件与封存时不一致，因此不予显示。",
)
NO_PICTURE = Text(
    es="Este archivo no es una imagen que se pueda mostrar.",
    en="This file is no picture that can be shown.",
    zh="该文件不是可显示的图片。",
)
WITHHELD = Text(
    es="No se incluye: muestra datos personales que no se pueden ocultar con certeza.",
    en="Withheld: it shows personal data that cannot be hidden with certainty.",
    zh="未提供：图中的个人信息无法确保完全遮盖。",
)
NOT_TAKEN = Text(
    es="No se pudo capturar «{step}»: {reason}",
    en="“{step}” could not be captured: {reason}",
    zh="未能截取“{step}”：{reason}",
)
DOWNLOADS = Text(es="Archivos del portal", en="Files from the portal", zh="从系统下载的文件")
FILE = Text(es="Archivo", en="File", zh="文件")
TAKEN = Text(es="Recibido", en="Received", zh="接收时间")
SIZE = Text(es="Tamaño", en="Size", zh="大小")
DIGEST = Text(es="SHA-256", en="SHA-256", zh="SHA-256")
DIGEST_SHORT = Text(es="SHA-256 {digest}…", en="SHA-256 {digest}…", zh="SHA-256 {digest}…")
ORIGINAL = Text(es="original: SHA-256 {digest}…", en="original: SHA-256 {digest}…", zh="原件 SHA-256 {digest}…")

# the whole
WHOLE = Text(es="Del lote en conjunto", en="Of the batch as a whole", zh="批次整体")
CUT = Text(es="… [{count} caracteres más]", en="… [{count} more characters]", zh="……[另有 {count} 个字符]")
