"""What the command line says, in three languages."""

from __future__ import annotations

from bot.text import Text

# trouble
PORTAL_SAYS = Text(es="El portal dice", en="The portal says", zh="系统提示")
WHERE = Text(es="En", en="At", zh="位置")
LOOKED_FOR = Text(es="Se buscaba", en="Looked for", zh="查找")
SHOWN = Text(es="Se veía", en="It showed", zh="实际显示")
NEAREST = Text(es="Lo más parecido", en="Nearest", zh="相近")
ADDRESS = Text(es="Página", en="Page", zh="页面")
PICTURE = Text(es="Imagen", en="Picture", zh="图片")
INTERRUPTED = Text(
    es="Interrumpido. Lo que el portal ya tenía lo sigue teniendo.",
    en="Interrupted. What the portal already had, it still has.",
    zh="已中断。系统中已保存的内容不受影响。",
)
BUG = Text(
    es="Esto es un error nuestro, no suyo: {what}.",
    en="This is our mistake, not yours: {what}.",
    zh="这是程序的错误，与您的操作无关：{what}。",
)
BUG_CURE = Text(
    es="Los detalles están en {log}. Envíenos ese archivo.",
    en="The details are in {log}. Please send us that file.",
    zh="详情已写入 {log}，请将该文件发给我们。",
)
NOT_LOGGED = Text(
    es="No se pudo escribir el detalle en {log}.",
    en="The details could not be written to {log}.",
    zh="无法将详情写入 {log}。",
)

# tables
ROW = Text(es="Fila", en="Row", zh="行")
COLUMN = Text(es="Columna", en="Column", zh="列")
RULE = Text(es="Regla", en="Rule", zh="规则")
PROBLEM = Text(es="Problema y remedio", en="Problem and cure", zh="问题与处理办法")
PERSON = Text(es="Persona", en="Person", zh="人员")
OPERATION = Text(es="Trámite", en="Operation", zh="业务")
STATE = Text(es="Estado", en="State", zh="状态")
NUMBER = Text(es="N.º", en="No.", zh="编号")
REASON = Text(es="Motivo", en="Reason", zh="原因")
SUMMARY = Text(es="Resumen", en="Summary", zh="业务信息")

# check
CHECKED_CLEAN = Text(
    es="Todo bien: {cases} trámites listos.",
    en="All well: {cases} cases are ready.",
    zh="核对无误：{cases} 项业务可以办理。",
)
CHECKED_WARNED = Text(
    es="{cases} trámites listos; {warnings} avisos que conviene mirar.",
    en="{cases} cases are ready; {warnings} warnings to look at.",
    zh="{cases} 项业务可以办理；{warnings} 处提醒请留意。",
)
CHECKED_WRONG = Text(
    es="{errors} errores y {warnings} avisos; {cases} trámites listos. Corrija los errores: así no se envía nada.",
    en="{errors} errors and {warnings} warnings; {cases} cases are ready. "
    "Correct the errors: nothing is sent like this.",
    zh="{errors} 处错误，{warnings} 处提醒；{cases} 项业务可以办理。请先改正错误，否则不会提交任何内容。",
)
ERROR = Text(es="error", en="error", zh="错误")
WARNING = Text(es="aviso", en="warning", zh="提醒")
INFO = Text(es="nota", en="note", zh="提示")
MORE_PROBLEMS = Text(
    es="… y {count} más. Con --marked ARCHIVO se escribe una copia con todas las celdas señaladas.",
    en="… and {count} more. --marked FILE writes a copy with every cell marked.",
    zh="……另有 {count} 处。用 --marked 文件名 可另存一份标出全部单元格的副本。",
)
MARKED_COPY = Text(es="Copia señalada: {path}", en="Marked copy: {path}", zh="标注副本：{path}")
WRITTEN = Text(es="Escrito: {path}", en="Written: {path}", zh="已生成：{path}")

# run
OPENING = Text(
    es="{portal} · {url} · cuenta {account}",
    en="{portal} · {url} · account {account}",
    zh="{portal} · {url} · 账号 {account}",
)
FILE_ANYWAY = Text(es="¿Tramitar así?", en="File it like this?", zh="仍按此办理吗？")
CASES = Text(es="Trámites: {count}", en="Cases: {count}", zh="共 {count} 项")
RESULTS_AT = Text(es="Hoja con los resultados", en="Roster with the results", zh="结果表")
PICTURES_AT = Text(es="Imágenes", en="Pictures", zh="图片")
TOOK = Text(es="Duración", en="Time taken", zh="用时")
LEFT = Text(es="faltan {time}", en="{time} left", zh="剩余 {time}")
PASSWORD_OF = Text(
    es="Contraseña de {user} en el portal", en="Password of {user} on the portal", zh="用户 {user} 的系统密码"
)
PICTURE_SAVED = Text(es="La imagen está en {path}", en="The picture is in {path}", zh="图片在 {path}")
YES_OR_NO = Text(es="[s/n]", en="[y/n]", zh="[是/否 y/n]")
NOBODY_TO_ASK = Text(
    es="Hay que preguntar «{question}», y aquí no hay nadie a quien preguntar.",
    en="“{question}” has to be asked, and there is nobody here to ask.",
    zh="需要询问“{question}”，但此处无人可答。",
)
NOBODY_TO_ASK_CURE = Text(
    es="Ejecútelo en una terminal, o con --yes si ya se revisó todo; la contraseña puede ir en {variable}, o "
    "guardarse antes con «portal login».",
    en="Run it in a terminal, or with --yes if all was looked over; the password can be given in {variable}, or kept "
    "beforehand with `portal login`.",
    zh="请在终端中运行；若已核对无误可加 --yes；密码可放在环境变量 {variable} 中，或事先用 portal login 保存。",
)

# login
NO_PASSWORD = Text(es="No se ha escrito ninguna contraseña.", en="No password was typed.", zh="没有输入密码。")
KEPT_FOR = Text(
    es="Solo para el usuario {user} en {origin}.",
    en="For user {user} at {origin} alone.",
    zh="仅用于 {origin} 的用户 {user}。",
)
KEPT = Text(
    es="Guardada en el llavero: {keyring}.", en="Kept in the keyring: {keyring}.", zh="已存入密钥环：{keyring}。"
)
FORGOTTEN = Text(
    es="Olvidada la contraseña de {user} en {origin}.",
    en="The password of {user} at {origin} is forgotten.",
    zh="已删除 {user} 在 {origin} 的密码。",
)
NOTHING_KEPT = Text(
    es="No había ninguna contraseña guardada de {user} en {origin}.",
    en="No password of {user} at {origin} was kept.",
    zh="没有保存过 {user} 在 {origin} 的密码。",
)

# demo
DEMO_STARTS = Text(
    es="Portal de muestra en {url}. Doce personas, tres trámites.",
    en="The bundled portal runs at {url}. Twelve people, three operations.",
    zh="模拟系统已启动：{url}。十二人，三项业务。",
)
DEMO_ENDS = Text(
    es="Como debe ser: el portal no admitió un trámite y la revisión rechazó otro; los demás, aprobados.",
    en="As it should be: the portal refused one case and the review rejected another; the rest are approved.",
    zh="符合预期：一项在保存时被系统拒绝，一项审核未通过，其余均审核通过。",
)
MOCK_DIED = Text(es="El portal de muestra no arrancó.", en="The bundled portal did not start.", zh="模拟系统未能启动。")

# doctor
BROWSER = Text(es="Navegador", en="Browser", zh="浏览器")
FLOWS = Text(es="Flujos", en="Flows", zh="流程文件")
HOME = Text(es="Carpeta del programa", en="Program folder", zh="程序文件夹")
FONT = Text(es="Letra china", en="Chinese font", zh="中文字体")
PORTAL = Text(es="Portal", en="Portal", zh="系统")
KEYRING = Text(es="Llavero", en="Keyring", zh="密钥环")
READY = Text(es="Todo listo.", en="Everything is ready.", zh="一切就绪。")
NOT_READY = Text(es="Falta algo: vea arriba.", en="Something is missing: see above.", zh="尚有缺项，见上。")
HOME_CURE = Text(
    es="Elija otra carpeta con --home o PORTAL_HOME.",
    en="Choose another folder with --home or PORTAL_HOME.",
    zh="请用 --home 或 PORTAL_HOME 指定其他文件夹。",
)
FONT_FOUND = Text(es="hay", en="present", zh="已安装")
FONT_MISSING = Text(
    es="no hay: en las imágenes los caracteres saldrían como cuadros",
    en="none: characters would come out as boxes in the pictures",
    zh="未安装：图片中的汉字会显示为方块",
)
FONT_CURE = Text(
    es="En Debian o Ubuntu: apt-get install fonts-noto-cjk",
    en="On Debian or Ubuntu: apt-get install fonts-noto-cjk",
    zh="Debian 或 Ubuntu：apt-get install fonts-noto-cjk",
)
ANSWERS = Text(es="responde (HTTP {status})", en="answers (HTTP {status})", zh="有响应（HTTP {status}）")
NO_ANSWER = Text(es="no responde: {why}", en="does not answer: {why}", zh="无响应：{why}")
NO_ANSWER_CURE = Text(
    es="Compruebe la dirección, la red y, si la hay, la VPN de la empresa.",
    en="Check the address, the network and, if there is one, the company's VPN.",
    zh="请检查网址、网络以及公司 VPN（如有）。",
)
INSTALLING = Text(es="Instalando: {command}", en="Installing: {command}", zh="正在安装：{command}")
OR_INSTALL = Text(
    es="O deje que lo haga el programa: portal doctor --install",
    en="Or let the program do it: portal doctor --install",
    zh="也可由程序安装：portal doctor --install",
)
INSTALL_FAILED = Text(es="No funcionó: {why}", en="That did not work: {why}", zh="安装未成功：{why}")

# lint
LINT_CLEAN = Text(
    es="{folder}: {flows} flujos, sin errores.",
    en="{folder}: {flows} flows, no mistakes.",
    zh="{folder}：{flows} 个流程，没有错误。",
)
LINT_COUNT = Text(
    es="{folder}: {errors} errores, {warnings} avisos.",
    en="{folder}: {errors} errors, {warnings} warnings.",
    zh="{folder}：{errors} 处错误，{warnings} 处提醒。",
)
LINT_ONE_FORMAT = Text(
    es="--json y --sarif no van juntos.",
    en="--json and --sarif do not go together.",
    zh="--json 与 --sarif 不能同时使用。",
)

# help
USAGE = Text(es="Uso", en="Usage", zh="用法")
COMMANDS = Text(es="Órdenes", en="Commands", zh="命令")
ARGUMENTS = Text(es="Argumentos", en="Arguments", zh="参数")
OPTIONS = Text(es="Opciones", en="Options", zh="选项")
EXAMPLES = Text(es="Ejemplos", en="Examples", zh="示例")
HELP_OPTION = Text(es="Mostrar esta ayuda.", en="Show this help.", zh="显示本帮助。")
REQUIRED = Text(es="Obligatoria.", en="Required.", zh="必填。")
DEFAULT = Text(es="[{value}]", en="[{value}]", zh="[{value}]")
SEE_HELP = Text(es="Vea: {command} --help", en="See: {command} --help", zh="请看：{command} --help")
LOGIN_WORKS = Text(
    es="✓ {url} responde y acepta la contraseña de {user}.",
    en="✓ {url} answers, and takes the password of {user}.",
    zh="✓ {url} 可以访问，{user} 的密码正确。",
)
