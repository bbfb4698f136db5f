"""What `--help` says of `portal drift`, in three languages."""

from __future__ import annotations

from bot.text import Text

DRIFT_HELP: dict[str, Text] = {
    "drift": Text(
        es="Ver qué ha cambiado en el portal desde que se escribieron sus flujos.\n"
        "Recorre las pantallas sin cambiar nada y las compara con las guardadas. Termina con 0 si nada ha cambiado y "
        "con 1 si algo lo ha hecho o no se pudo mirar.",
        en="See what has changed on the portal since its flows were written.\n"
        "Walks through the screens, changes nothing, and compares them with the baseline. Ends with 0 if nothing has "
        "changed, with 1 if something has or could not be looked at.",
        zh="查看流程编写以来系统页面有何变化。\n只浏览各页面并与基准比较，不改动任何内容。"
        "没有变化时退出码为 0；有变化或有页面未能查看时为 1。",
    ),
    "drift.account": Text(
        es="Nombre de la cuenta con la que se entra, como en «portal run».",
        en="Name of the account to log in with, as for `portal run`.",
        zh="用于登录的账号名称，与 portal run 相同。",
    ),
    "drift.url": Text(
        es="Dirección del portal, en lugar de la que dicen sus flujos.",
        en="Address of the portal, instead of the one that its flows name.",
        zh="系统网址，代替流程文件中写的地址。",
    ),
    "drift.flows": Text(
        es="Carpeta con los flujos del portal, en lugar de los incluidos.",
        en="Folder with the portal's flows, instead of those that come with the program.",
        zh="存放该系统流程文件的文件夹，代替自带的流程。",
    ),
    "drift.accept": Text(
        es="Guardar lo que se ve como el estado con el que se comparará en adelante.",
        en="Take what is seen as the baseline from now on.",
        zh="把当前所见写入为今后的基准。",
    ),
    "drift.propose": Text(
        es="Escribir portal.proposed.yaml, una copia de portal.yaml con los nombres nuevos, y mostrar la diferencia.",
        en="Write portal.proposed.yaml, a copy of portal.yaml with the new names, and show the difference.",
        zh="写出 portal.proposed.yaml（采用新名称的 portal.yaml 副本）并显示差异。",
    ),
    "drift.headed": Text(
        es="Mostrar el navegador mientras trabaja.", en="Show the browser at work.", zh="显示浏览器窗口。"
    ),
    "drift.json": Text(
        es="Escribir JSON, para otro programa.", en="Print JSON, for another program.", zh="输出 JSON，供其他程序读取。"
    ),
}

DRIFT_EXAMPLES: dict[str, tuple[str, ...]] = {
    "drift": (
        "portal drift --account 170000001 --flows my_portal",
        "portal drift --account 170000001 --flows my_portal --propose",
        "portal drift --account 170000001 --flows my_portal --accept",
    ),
}
