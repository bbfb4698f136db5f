"""What the command line says to whoever has to find out why something failed, in three languages."""

from __future__ import annotations

from bot.text import Text

# --debug, --trace
LOG_AT = Text(es="Registro", en="Log", zh="日志")
TRACE_AT = Text(es="Traza", en="Trace", zh="跟踪记录")
TRACE_WARNING = Text(
    es="--trace: se grabará lo que el navegador haga y el portal muestre después de entrar. Antes de guardarlo se "
    "borran contraseñas, números de identidad y lo que la hoja tiene por reservado; los nombres y las demás "
    "palabras del portal se quedan. Es solo para quien da soporte: bórrelo después.",
    en="--trace: what the browser does and the portal shows after the log-in will be recorded. Passwords, ID numbers "
    "and what the roster holds as sensitive are taken out before it is kept; names and the portal's other words "
    "stay in. It is for support only: delete it afterwards.",
    zh="--trace：将记录登录之后浏览器的操作和系统显示的内容。保存前会清除密码、身份证号和名册中的敏感内容；"
    "姓名和系统的其他文字仍会保留。仅供技术支持使用，用后请删除。",
)

# show
SINCE = Text(es="Desde", en="Since", zh="时间")
SINCE_ATTEMPT = Text(
    es="{time} (intento {attempt})", en="{time} (attempt {attempt})", zh="{time}（第 {attempt} 次办理）"
)
BATCH = Text(es="Lote", en="Batch", zh="批次")
HAPPENED = Text(es="Qué pasó", en="What happened", zh="经过")
EARLIER = Text(
    es="… antes, {count} más: con --full",
    en="… {count} more before: with --full",
    zh="……此前还有 {count} 项，见 --full",
)
SEEN = Text(
    es="Lo que se veía al fallar, {time}", en="What there was to see when it failed, {time}", zh="出错时的情况，{time}"
)
TITLE = Text(es="Título", en="Title", zh="标题")
FRAMES = Text(es="Marcos", en="Frames", zh="框架")
CONSOLE = Text(es="Consola", en="Console", zh="控制台")
PAGE_TEXT = Text(es="La página", en="The page", zh="页面内容")
MORE = Text(
    es="… y {count} líneas más: con --full",
    en="… and {count} more lines: with --full",
    zh="……还有 {count} 行，见 --full",
)
PICTURES = Text(es="Imágenes y archivos", en="Pictures and files", zh="图片和文件")
NOT_TAKEN = Text(es="no se pudo tomar: {why}", en="could not be taken: {why}", zh="未能保存：{why}")
TRACES = Text(es="Trazas del lote", en="Traces of the batch", zh="批次的跟踪记录")
NOTHING_SEEN = Text(
    es="De lo que se veía al fallar no queda nada en el disco.",
    en="Of what there was to see when it failed, nothing is on the disk.",
    zh="磁盘上没有保存出错时的情况。",
)
