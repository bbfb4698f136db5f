"""What `--help` says of `portal console`, in three languages."""

from __future__ import annotations

from bot.text import Text

CONSOLE_HELP: dict[str, Text] = {
    "console": Text(
        es="Abrir la consola en el navegador: comprobar hojas, tramitar, revisar, declarar, pruebas.\n\n"
        "Solo se ve en este ordenador. La dirección que se muestra sirve una vez; Ctrl-C la cierra en un punto "
        "seguro.",
        en="Open the console in the browser: check spreadsheets, file, review, declare, evidence.\n\n"
        "It can be seen on this computer only. The address that is shown is good once; Ctrl-C closes it at a safe "
        "point.",
        zh="在浏览器中打开控制台：检查表格、办理、审阅、申报、凭证。\n\n"
        "只有本机可以访问。所示网址只能使用一次；按 Ctrl-C 会在安全点关闭。",
    ),
    "console.port": Text(
        es="Puerto en este ordenador; 0 es cualquiera libre.",
        en="Port on this computer; 0 is any that is free.",
        zh="本机端口；0 表示任选空闲端口。",
    ),
    "console.no_open": Text(
        es="No abrir el navegador: solo mostrar la dirección.",
        en="Do not open the browser: only show the address.",
        zh="不打开浏览器，只显示网址。",
    ),
    "console.by": Text(
        es="Quién decide: queda registrado con cada aprobación.",
        en="Who decides: it is recorded with every approval.",
        zh="决定人：每次批准都会记录。",
    ),
    "console.url": Text(
        es="Dirección del portal, en lugar de la que dicen sus flujos.",
        en="Address of the portal, instead of the one that its flows name.",
        zh="系统网址，代替流程文件中写的地址。",
    ),
    "console.flows": Text(
        es="Carpeta con los flujos del portal, en lugar de los incluidos.",
        en="Folder with the portal's flows, instead of those that come with the program.",
        zh="存放该系统流程文件的文件夹，代替自带的流程。",
    ),
    "demo.console": Text(
        es="Abrir la consola con el portal de prueba y la hoja de ejemplo, en lugar de tramitarla sola.",
        en="Open the console with the bundled portal and the sample spreadsheet, instead of filing it at once.",
        zh="用自带的模拟系统和示例表格打开控制台，而不是直接办理。",
    ),
}
CONSOLE_EXAMPLES: dict[str, tuple[str, ...]] = {"console": ("portal console", "portal console --no-open --port 0")}

OPEN_AT = Text(
    es="Consola abierta. Ábrala en este ordenador (la dirección sirve una sola vez):\n  {address}\nCtrl-C la cierra.",
    en="The console is open. Open it on this computer (the address is good once):\n  {address}\nCtrl-C closes it.",
    zh="控制台已打开。请在本机打开（网址只能使用一次）：\n  {address}\n按 Ctrl-C 关闭。",
)
DEMO_SAMPLE = Text(
    es="La hoja de ejemplo: {roster}\nCuenta: {account}",
    en="The sample spreadsheet: {roster}\nAccount: {account}",
    zh="示例表格：{roster}\n账户：{account}",
)
CLOSED = Text(
    es="Consola cerrada; no se ha perdido nada.",
    en="The console is closed; nothing is lost.",
    zh="控制台已关闭，没有丢失任何内容。",
)
