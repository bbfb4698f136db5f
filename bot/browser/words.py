"""What a person reads when the browser cannot be used, or shows something unforeseen."""

from __future__ import annotations

from bot.text import Text

NO_BROWSER = Text(
    es="No se encontró ningún navegador: hace falta Chromium, Google Chrome o Microsoft Edge.",
    en="No browser was found: Chromium, Google Chrome or Microsoft Edge is needed.",
    zh="没有找到浏览器：需要 Chromium、Google Chrome 或 Microsoft Edge。",
)
NO_SUCH_BROWSER = Text(
    es="PORTAL_BROWSER indica {path}: ahí no hay ningún programa, ni se conoce un navegador por ese nombre.",
    en="PORTAL_BROWSER names {path}: there is no program there, and no browser is known by that name.",
    zh="PORTAL_BROWSER 指向 {path}：那里没有程序，也没有叫这个名称的浏览器。",
)
CORRECT_PORTAL_BROWSER = Text(
    es="Corríjala: la ruta de un navegador, chromium, chrome o msedge; o bórrela, y se buscará uno instalado.",
    en="Correct it: the path of a browser, chromium, chrome or msedge; or unset it to have one looked for.",
    zh="请改正：浏览器的路径、chromium、chrome 或 msedge；或取消该变量，程序会自行查找已安装的浏览器。",
)
INSTALL: dict[str, Text] = {
    "linux": Text(
        es="Instale Chromium («apt install chromium») o ejecute «playwright install chromium».",
        en="Install Chromium (`apt install chromium`), or run `playwright install chromium`.",
        zh="请安装 Chromium（apt install chromium），或运行 playwright install chromium。",
    ),
    "darwin": Text(
        es="Instale Google Chrome o Microsoft Edge, o ejecute «playwright install chromium».",
        en="Install Google Chrome or Microsoft Edge, or run `playwright install chromium`.",
        zh="请安装 Google Chrome 或 Microsoft Edge，或运行 playwright install chromium。",
    ),
    "win32": Text(
        es="Instale de nuevo Microsoft Edge, que viene con Windows, o instale Google Chrome.",
        en="Install Microsoft Edge again, which comes with Windows, or install Google Chrome.",
        zh="请重新安装 Windows 自带的 Microsoft Edge，或安装 Google Chrome。",
    ),
}
NEEDS_WINDOW = Text(
    es="Con ventana («--headed») hace falta un navegador completo: {found} solo trabaja sin ventana.",
    en="A window (`--headed`) needs a whole browser: {found} only works without one.",
    zh="显示窗口（--headed）需要完整的浏览器：{found} 只能在无窗口时使用。",
)
NOT_STARTED = Text(
    es="El navegador {name} no arrancó: {reason}",
    en="The browser {name} did not start: {reason}",
    zh="浏览器 {name} 未能启动：{reason}",
)
NO_DISPLAY = Text(
    es="No hay pantalla en la que abrir la ventana: quite «--headed».",
    en="There is no screen to open the window on: leave out `--headed`.",
    zh="没有可显示窗口的屏幕：请去掉 --headed。",
)
TRY_ANOTHER_BROWSER = Text(
    es="Compruebe que se abre a mano, o indique otro con PORTAL_BROWSER.",
    en="Check that it opens by hand, or name another one in PORTAL_BROWSER.",
    zh="请检查它能否手动打开，或用 PORTAL_BROWSER 指定另一个浏览器。",
)
BROWSER_DIED = Text(
    es="El navegador se cerró o dejó de responder.",
    en="The browser was closed, or stopped answering.",
    zh="浏览器已关闭或不再响应。",
)
UNREACHABLE = Text(
    es="El portal no responde en {address} ({reason}).",
    en="The portal does not answer at {address} ({reason}).",
    zh="门户在 {address} 没有响应（{reason}）。",
)
CHECK_ADDRESS = Text(
    es="Compruebe la dirección del portal y la conexión, y vuelva a intentarlo.",
    en="Check the portal's address and the connection, then try again.",
    zh="请检查门户地址和网络连接，然后重试。",
)
TIMED_OUT = Text(
    es="El portal no respondió a tiempo.",
    en="The portal did not respond in time.",
    zh="门户没有及时响应。",
)
PAGE_CHANGED = Text(
    es="La página cambió mientras se trabajaba en ella.",
    en="The page changed while it was being worked on.",
    zh="操作过程中页面发生了变化。",
)
AMBIGUOUS = Text(
    es="Hay varias cosas que son {target}; el flujo tiene que decir cuál.",
    en="Several things are {target}; the flow must say which.",
    zh="有多个对象符合 {target}；流程必须说明是哪一个。",
)
BAD_SELECTOR = Text(
    es="El navegador no entiende un selector del flujo: {reason}",
    en="The browser does not understand a selector of the flow: {reason}",
    zh="浏览器无法理解流程中的选择器：{reason}",
)
UNKNOWN_KEY = Text(
    es="No hay ninguna tecla que se llame así: {reason}",
    en="There is no key of that name: {reason}",
    zh="没有这个名称的按键：{reason}",
)
WRONG_KIND = Text(
    es="Lo que hay en la página no admite esta acción: {reason}",
    en="What is on the page does not take this action: {reason}",
    zh="页面上的对象不支持该操作：{reason}",
)
STAYED_THE_SAME = Text(
    es="La casilla no cambió al pulsarla.",
    en="The box did not change when it was clicked.",
    zh="点击后复选框没有变化。",
)
NOT_KNOWN = Text(
    es="El navegador informó de un error: {reason}",
    en="The browser reported an error: {reason}",
    zh="浏览器报告错误：{reason}",
)
LEAVES_PORTAL = Text(
    es="La página quiso salir del portal hacia {address}; se impidió.",
    en="The page was about to leave the portal for {address}; that was stopped.",
    zh="页面要离开门户前往 {address}，已被阻止。",
)
STAY_ON_PORTAL = Text(
    es="Un flujo no sale del portal. Corrija el flujo o la dirección del portal.",
    en="A flow stays on the portal. Correct the flow, or the portal's address.",
    zh="流程不能离开门户。请改正流程或门户地址。",
)
SAY_WHICH = Text(
    es="Precise el objetivo con «within», «has_text» o «nth».",
    en="Narrow the target with `within`, `has_text` or `nth`.",
    zh="请用 within、has_text 或 nth 限定目标。",
)
NO_LANGUAGE = Text(
    es="La página del portal no dice en qué idioma está (lang: {lang}).",
    en="The portal's page does not say which language it is in (lang: {lang}).",
    zh="门户页面没有说明所用语言（lang：{lang}）。",
)
SAY_LANGUAGE = Text(
    es="Ponga «language: es», «en» o «zh» en portal.yaml.",
    en="Put `language: es`, `en` or `zh` in portal.yaml.",
    zh="请在 portal.yaml 中写明 language: es、en 或 zh。",
)

# traces
TRACE_UNKNOWN = Text(
    es="La traza no se entiende y por eso no se ha conservado ({what}).",
    en="The trace could not be made sense of, so it was not kept ({what}).",
    zh="无法解析跟踪记录，因此没有保留（{what}）。",
)
TRACE_BETRAYS = Text(
    es="La traza no se ha conservado: aún contenía un dato reservado que no se pudo borrar sin estropearla.",
    en="The trace was not kept: it still held something confidential that could not be taken out of it.",
    zh="跟踪记录没有保留：其中仍有无法清除的保密内容。",
)
TRACE_BROKEN = Text(
    es="La traza no se ha conservado: sin los datos reservados ya no se podría abrir.",
    en="The trace was not kept: without what is confidential it could not be opened any more.",
    zh="跟踪记录没有保留：清除保密内容后将无法打开。",
)
TRACE_LOST = Text(
    es="La traza se ha perdido: el navegador ya no la entregó ({reason}).",
    en="The trace is lost: the browser did not hand it over any more ({reason}).",
    zh="跟踪记录已丢失：浏览器没有交出（{reason}）。",
)
TRACE_NOT_WRITTEN = Text(
    es="La traza no se pudo escribir ({reason}).",
    en="The trace could not be written ({reason}).",
    zh="无法写入跟踪记录（{reason}）。",
)
TOO_LARGE_TO_PRINT = Text(
    es="El informe ocupa {size} MB: son demasiadas imágenes para un solo PDF.",
    en="The report has {size} MB: too many pictures for one PDF.",
    zh="报告有 {size} MB：图片过多，无法放入一个 PDF。",
)
KEEP_AS_HTML = Text(
    es="Guárdelo como HTML: se abre con cualquier navegador, sin red, y desde allí se imprimen las páginas que hagan "
    "falta.",
    en="Write it as HTML: any browser opens it without a network, and prints the pages that are needed.",
    zh="请保存为 HTML：任何浏览器都可离线打开，并打印所需的页面。",
)
PDF_NOT_WRITTEN = Text(
    es="No se pudo escribir {path}: {why}.", en="{path} could not be written: {why}.", zh="无法写入 {path}：{why}。"
)
PDF_TOOK_TOO_LONG = Text(
    es="El navegador no acabó de imprimir el PDF a tiempo.",
    en="The browser did not finish printing the PDF in time.",
    zh="浏览器未能及时完成 PDF 打印。",
)
