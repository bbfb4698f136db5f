"""What `--help` says of finding out why something failed, in three languages."""

from __future__ import annotations

from bot.text import Text

_DEBUG = Text(
    es="Escribir en un registro cada paso, lo que tardó y cómo acabó; nunca lo que se teclea.",
    en="Write a log of every step, how long it took and how it ended; never of what is typed.",
    zh="把每一步的结果和用时写入日志，不记录输入的内容。",
)
_TRACE = Text(
    es="Grabar, para quien da soporte, lo que el navegador hace después de entrar. Sin contraseñas ni números de "
    "identidad, pero con lo demás que el portal muestre.",
    en="Record for support what the browser does after the log-in. Without passwords and ID numbers, but with what "
    "else the portal shows.",
    zh="为技术支持记录登录之后浏览器的操作。不含密码和身份证号，但包含系统显示的其他内容。",
)

WHY_HELP: dict[str, Text] = {
    "run.debug": _DEBUG,
    "run.trace": _TRACE,
    "resume.debug": _DEBUG,
    "resume.trace": _TRACE,
    "show": Text(
        es="Ver un caso con todo lo que explica por qué está como está.\n"
        "Qué se intentó, qué dijo el portal, qué se buscaba y qué había, la página tal como era, y dónde están las "
        "imágenes. No pide contraseña.",
        en="See one case with all that tells why it is as it is.\n"
        "What was tried, what the portal said, what was looked for and what was there, the page as it was, and where "
        "the pictures are. Needs no password.",
        zh="查看一项业务的全部情况，弄清其原因。\n"
        "做了什么、系统有何提示、在找什么、当时有什么、页面内容以及图片位置。不需要密码。",
    ),
    "show.batch": Text(
        es="Número del lote, como 202611-01: lo dicen «run» y «status».",
        en="Number of the batch, such as 202611-01: `run` and `status` say it.",
        zh="批次号，如 202611-01，见 run 和 status 的输出。",
    ),
    "show.case": Text(
        es="El caso, como add-004, o su fila.",
        en="The case, such as add-004, or its row.",
        zh="业务号（如 add-004）或行号。",
    ),
    "show.full": Text(
        es="Mostrarlo todo, aunque no quepa en la pantalla.",
        en="Show all of it, even if it does not fit on the screen.",
        zh="全部显示，即使超出屏幕。",
    ),
    "show.json": Text(
        es="Escribir JSON, para otro programa.",
        en="Print JSON, for another program.",
        zh="输出 JSON，供其他程序读取。",
    ),
}

WHY_EXAMPLES: dict[str, tuple[str, ...]] = {
    "show": ("portal show 202611-01 add-004", "portal show 202611-01 4 --full"),
}
