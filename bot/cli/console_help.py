"""What `--help` says of `portal console`, in three languages."""

from __future__ import annotations

from bot.text import Text

_NAME = Text(es="El nombre con el que entra.", en="The name that the user signs in with.", zh="登录所用的名称。")
_ROLE = Text(
    es="clerk (tramita), approver (aprueba), auditor (solo mira) o administrator (usuarios, contraseñas, eliminar); se "
    "puede repetir.",
    en="clerk (files), approver (approves), auditor (looks on) or administrator (users, passwords, purging); may be "
    "repeated.",
    zh="clerk（经办）、approver（批准）、auditor（只读审计）或 administrator（用户、密码、清除）；可重复指定。",
)

CONSOLE_HELP: dict[str, Text] = {
    "console": Text(
        es="Abrir la consola en el navegador: comprobar hojas, tramitar, revisar, declarar, pruebas.\n\n"
        "Solo se ve en este ordenador; la dirección que se muestra sirve una vez. Con usuarios («portal "
        "console-user») se entra con nombre y contraseña, y --listen la ofrece a otros. Ctrl-C la cierra en un punto "
        "seguro.",
        en="Open the console in the browser: check spreadsheets, file, review, declare, evidence.\n\n"
        "It can be seen on this computer only; the address that is shown is good once. With users (`portal "
        "console-user`) people sign in by name and password, and --listen offers it to others. Ctrl-C closes it at a "
        "safe point.",
        zh="在浏览器中打开控制台：检查表格、办理、审阅、申报、凭证。\n\n"
        "只有本机可以访问，所示网址只能使用一次。添加用户后（portal console-user），用户凭用户名和密码登录，"
        "并可用 --listen 供他人使用。按 Ctrl-C 会在安全点关闭。",
    ),
    "console.port": Text(
        es="Puerto en este ordenador; 0 es cualquiera libre.",
        en="Port on this computer; 0 is any that is free.",
        zh="本机端口；0 表示任选空闲端口。",
    ),
    "console.listen": Text(
        es="Dirección IP en la que otros pueden abrirla; exige TLS o un proxy, y al menos un usuario.",
        en="IP address at which others can open it; needs TLS or a proxy, and at least one user.",
        zh="供他人访问的 IP 地址；须有 TLS 或代理，并至少有一个用户。",
    ),
    "console.tls_cert": Text(
        es="Certificado con su cadena, en PEM. La consola atiende con los nombres que dice.",
        en="Certificate with its chain, as PEM. The console answers to the names in it.",
        zh="PEM 格式的证书及证书链。控制台只接受证书中的名称。",
    ),
    "console.tls_key": Text(
        es="Clave del certificado, en PEM y sin contraseña.",
        en="Key of the certificate, as PEM, without a password.",
        zh="证书的私钥，PEM 格式，不带密码。",
    ),
    "console.behind_proxy": Text(
        es="Dirección pública (https) con la que la ofrece un proxy inverso que pone el cifrado.",
        en="Public address (https) under which a reverse proxy that sees to encryption offers it.",
        zh="由负责加密的反向代理对外提供的公开网址（https）。",
    ),
    "console.no_open": Text(
        es="No abrir el navegador: solo mostrar la dirección.",
        en="Do not open the browser: only show the address.",
        zh="不打开浏览器，只显示网址。",
    ),
    "console.by": Text(
        es="Quién decide, si no hay usuarios: queda registrado con cada aprobación.",
        en="Who decides, where there are no users: it is recorded with every approval.",
        zh="没有用户时的决定人：每次批准都会记录。",
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
    "console-user": Text(
        es="Decir quién puede entrar en la consola, y para qué.",
        en="Say who may sign in to the console, and what for.",
        zh="管理可登录控制台的用户及其角色。",
    ),
    "console-user add": Text(
        es="Añadir un usuario. La contraseña se pregunta dos veces; nunca va en la orden.",
        en="Add a user. The password is asked for twice; it never stands on the command line.",
        zh="添加用户。密码会询问两次，绝不写在命令行上。",
    ),
    "console-user add.name": Text(
        es="Con qué nombre entra; queda registrado con lo que decida.",
        en="The name to sign in with; it is recorded with what the user decides.",
        zh="登录所用的名称；其决定均以此名记录。",
    ),
    "console-user add.role": _ROLE,
    "console-user list": Text(
        es="Ver quién puede entrar, y con qué funciones.", en="See who may sign in, and with which roles.",
        zh="列出可登录的用户及其角色。",
    ),
    "console-user roles": Text(
        es="Dar a un usuario otras funciones. Vale desde ese momento, también donde ya ha entrado.",
        en="Give a user other roles. It holds at once, also where the user is signed in.",
        zh="更改用户的角色，立即生效，已登录的也一样。",
    ),
    "console-user roles.name": _NAME,
    "console-user roles.role": _ROLE,
    "console-user password": Text(
        es="Dar a un usuario otra contraseña. Se pregunta dos veces, y acaba con lo que tenga abierto.",
        en="Give a user another password. It is asked for twice, and ends what the user is signed in to.",
        zh="为用户重设密码。密码会询问两次，已有的登录随即失效。",
    ),
    "console-user password.name": _NAME,
    "console-user remove": Text(
        es="Quitar un usuario: deja de estar dentro en ese momento. Lo que decidió sigue registrado.",
        en="Remove a user, who is out at once. What the user decided stays on record.",
        zh="删除用户，立即失效。其以往的决定仍保留在记录中。",
    ),
    "console-user remove.name": _NAME,
    "console-user log": Text(
        es="Ver quién entró, quién cambió permisos o contraseñas y qué se exportó o eliminó; lo último, arriba.",
        en="See who came in, who changed roles or passwords, what was exported or removed; the latest first.",
        zh="查看谁登录过，谁更改了角色或密码，导出或清除了什么；最新的在前。",
    ),
    "console-user log.count": Text(
        es="Cuántas líneas, como mucho.", en="How many lines, at most.", zh="最多显示的行数。"
    ),
    "console-user log.json": Text(
        es="Escribir JSON, para otro programa.", en="Print JSON, for another program.", zh="输出 JSON，供其他程序读取。"
    ),
}
CONSOLE_EXAMPLES: dict[str, tuple[str, ...]] = {
    "console": (
        "portal console",
        "portal console --listen 192.168.1.20:8443 --tls-cert console.pem --tls-key console.key",
        "portal console --behind-proxy https://console.example.com",
    ),
    "console-user": (
        "portal console-user add ana --role clerk",
        "portal console-user add eva --role approver --role administrator",
    ),
    "console-user add": ("portal console-user add eva --role approver --role administrator",),
    "console-user list": ("portal console-user list",),
    "console-user roles": ("portal console-user roles eva --role auditor",),
    "console-user password": ("portal console-user password eva",),
    "console-user remove": ("portal console-user remove eva",),
    "console-user log": ("portal console-user log --count 20",),
}

OPEN_AT = Text(
    es="Consola abierta. Ábrala en este ordenador (la dirección sirve una sola vez):\n  {address}\nCtrl-C la cierra.",
    en="The console is open. Open it on this computer (the address is good once):\n  {address}\nCtrl-C closes it.",
    zh="控制台已打开。请在本机打开（网址只能使用一次）：\n  {address}\n按 Ctrl-C 关闭。",
)
OFFERED_AT = Text(
    es="Consola abierta. Se entra con nombre y contraseña en:\n  {address}\nCtrl-C la cierra.",
    en="The console is open. People sign in at:\n  {address}\nCtrl-C closes it.",
    zh="控制台已打开。请在以下网址登录：\n  {address}\n按 Ctrl-C 关闭。",
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
