"""What `--help` says of every command and option, in three languages. A test holds this complete.

Keys: "" is the program, "run" a command, "run.until" its option. The first line of a command is
what the list of all commands says of it.
"""

from __future__ import annotations

from bot.text import Text

_FLOWS = Text(
    es="Carpeta con los flujos del portal, en lugar de los incluidos.",
    en="Folder with the portal's flows, instead of those that come with the program.",
    zh="存放该系统流程文件的文件夹，代替自带的流程。",
)
_URL = Text(
    es="Dirección del portal, en lugar de la que dicen sus flujos.",
    en="Address of the portal, instead of the one that its flows name.",
    zh="系统网址，代替流程文件中写的地址。",
)
_JSON = Text(
    es="Escribir JSON, para otro programa.",
    en="Print JSON, for another program.",
    zh="输出 JSON，供其他程序读取。",
)
_ROSTER = Text(
    es="La hoja de cálculo (xlsx o csv) con los trámites.",
    en="The spreadsheet (xlsx or csv) with the cases.",
    zh="填有业务的表格（xlsx 或 csv）。",
)
_HEADED = Text(es="Mostrar el navegador mientras trabaja.", en="Show the browser at work.", zh="显示浏览器窗口。")

HELP: dict[str, Text] = {
    "": Text(
        es="Tramita en un portal de empresa, a partir de una hoja de cálculo, las altas, reanudaciones "
        "e interrupciones de la Seguridad Social: revisadas antes, sin repetir ninguna y con imágenes "
        "de cada paso.",
        en="Files social-insurance changes on an employer portal from a spreadsheet: checked first, "
        "none twice, and with a picture of every stage.",
        zh="按表格在社保网上申报系统中办理人员新增、续保和中断：先核对，不重复，每一步都留图。",
    ),
    ".lang": Text(
        es="Idioma de los mensajes. Si no se dice, el del sistema (LANG).",
        en="Language of the messages. Without it, that of the system (LANG).",
        zh="提示语言。不指定时跟随系统（LANG）。",
    ),
    ".home": Text(
        es="Carpeta donde el programa guarda lo suyo, en lugar de la del usuario.",
        en="Folder where the program keeps its own files, instead of the user's data folder.",
        zh="程序存放自身文件的文件夹，代替用户数据目录。",
    ),
    ".version": Text(es="Decir la versión y salir.", en="Say the version and exit.", zh="显示版本并退出。"),
    "demo": Text(
        es="Tramitar una hoja de doce personas en el portal de muestra, sin configurar nada.",
        en="File a sample roster of twelve people on the bundled portal, with nothing to set up.",
        zh="在自带的模拟系统上办理十二人的示例名册，无需任何设置。",
    ),
    "demo.out": Text(
        es="Carpeta para la hoja con los resultados y las imágenes.",
        en="Folder for the roster with its results and for the pictures.",
        zh="存放结果表和图片的文件夹。",
    ),
    "demo.portal_lang": Text(
        es="Idioma en que se muestra el portal de muestra.",
        en="Language in which the bundled portal is shown.",
        zh="模拟系统的界面语言。",
    ),
    "demo.headed": _HEADED,
    "template": Text(
        es="Escribir una hoja vacía, con listas desplegables, un ejemplo y una explicación de cada columna.",
        en="Write an empty roster with drop-down lists, an example and an explanation of every column.",
        zh="生成空白名册，带下拉选项、示例行和各列说明。",
    ),
    "template.operations": Text(
        es="Los trámites que tendrá la hoja; sin ninguno, todos los del portal.",
        en="The operations that the roster is for; all of the portal's if none is named.",
        zh="名册包含的业务；不写则包含该系统的全部业务。",
    ),
    "template.output": Text(es="El archivo que se escribe.", en="The file to write.", zh="要生成的文件。"),
    "template.flows": _FLOWS,
    "check": Text(
        es="Revisar una hoja entera sin tocar el portal.",
        en="Check a whole roster without touching the portal.",
        zh="不登录系统，先核对整份名册。",
    ),
    "check.roster": _ROSTER,
    "check.flows": _FLOWS,
    "check.marked": Text(
        es="Escribir también una copia de la hoja con las celdas señaladas.",
        en="Also write a copy of the roster with the cells marked.",
        zh="另存一份标出问题单元格的副本。",
    ),
    "check.json": _JSON,
    "run": Text(
        es="Tramitar una hoja: revisarla, entrar, guardar borradores, releerlos, declararlos y leer "
        "los resultados.\n"
        "La contraseña se toma de PORTAL_PASSWORD_<CUENTA> o PORTAL_PASSWORD, o se pregunta.",
        en="File a roster: check it, log in, save drafts, read them back, declare them and read "
        "the results.\n"
        "The password comes from PORTAL_PASSWORD_<ACCOUNT> or PORTAL_PASSWORD, or is asked for.",
        zh="办理名册：核对、登录、保存草稿、回读核对、申报、查询结果。\n"
        "密码取自 PORTAL_PASSWORD_<账号> 或 PORTAL_PASSWORD，否则现场询问。",
    ),
    "run.roster": _ROSTER,
    "run.account": Text(
        es="Nombre de la cuenta: el que usted le da, o el usuario del portal.",
        en="Name of the account: what you call it, or its user name on the portal.",
        zh="账号名称：自己起的名字，或系统用户名。",
    ),
    "run.user": Text(
        es="Usuario en el portal. Si no se dice: PORTAL_USER_<CUENTA>, o el nombre de la cuenta.",
        en="User name on the portal. Without it: PORTAL_USER_<ACCOUNT>, or the account's name.",
        zh="系统用户名。不指定时取 PORTAL_USER_<账号>，再取账号名称。",
    ),
    "run.until": Text(
        es="Hasta dónde llegar: dejar borradores, dejarlos comprobados, o declararlos.",
        en="How far to go: leave drafts, leave drafts that were read back, or declare them.",
        zh="办到哪一步：只存草稿、存草稿并核对、或申报。",
    ),
    "run.url": _URL,
    "run.flows": _FLOWS,
    "run.headed": _HEADED,
    "run.slow_mo": Text(
        es="Milisegundos de espera tras cada acción del navegador, para poder seguirla.",
        en="Milliseconds to wait after each thing that the browser does, so that one can follow.",
        zh="浏览器每个动作之后停顿的毫秒数，便于观看。",
    ),
    "run.yes": Text(es="Declarar sin preguntar antes.", en="Declare without asking first.", zh="申报前不再询问。"),
    "run.output": Text(
        es="Dónde escribir la copia de la hoja con los resultados; si no, junto a la hoja.",
        en="Where to write the copy of the roster with the results; beside the roster if not said.",
        zh="结果表的保存位置；默认与名册同目录。",
    ),
    "run.evidence": Text(
        es="Carpeta para las imágenes; si no, en la carpeta del programa.",
        en="Folder for the pictures; under the program's own folder if not said.",
        zh="存放图片的文件夹；默认在程序目录下。",
    ),
    "run.json": _JSON,
    "lint": Text(
        es="Revisar los archivos de flujos y mostrar cada error en su sitio.",
        en="Check flow files and show every mistake at its place.",
        zh="检查流程文件，逐处指出错误。",
    ),
    "lint.folders": Text(
        es="Carpetas de flujos; sin ninguna, los incluidos.",
        en="Folders of flows; those that come with the program if none is named.",
        zh="流程文件夹；不写则检查自带的流程。",
    ),
    "schema": Text(
        es="Escribir el JSON Schema de los flujos, para que el editor complete y explique cada clave.",
        en="Print the JSON Schema of the flows, which lets an editor complete and explain every key.",
        zh="输出流程文件的 JSON Schema，编辑器可据此补全和提示。",
    ),
    "schema.kind": Text(
        es="El de los flujos o el de portal.yaml.",
        en="That of flows, or that of portal.yaml.",
        zh="流程文件的，或 portal.yaml 的。",
    ),
    "schema.output": Text(
        es="Carpeta donde escribir los dos como archivos.",
        en="Folder to write both into, as files.",
        zh="把两份都写成文件，存入此文件夹。",
    ),
    "doctor": Text(
        es="Ver si todo está listo, y qué hacer si no.",
        en="See whether everything is ready, and what to do if not.",
        zh="检查运行条件是否齐备，并说明如何补齐。",
    ),
    "doctor.url": Text(
        es="Probar también si el portal responde en esta dirección.",
        en="Also try whether the portal answers at this address.",
        zh="同时检查该网址的系统是否可达。",
    ),
    "doctor.flows": _FLOWS,
    "doctor.install": Text(
        es="Instalar un navegador si falta.",
        en="Install a browser if there is none.",
        zh="没有浏览器时自动安装。",
    ),
    "doctor.json": _JSON,
}

EXAMPLES: dict[str, tuple[str, ...]] = {
    "": ("portal demo", "portal template add renew -o roster.xlsx", "portal check roster.xlsx",
         "portal run roster.xlsx --account 170000001"),
    "demo": ("portal demo --lang zh --portal-lang zh",),
    "template": ("portal template add renew interrupt -o roster.xlsx --lang es",),
    "check": ("portal check roster.xlsx --marked roster-marked.xlsx",),
    "run": ("portal run roster.xlsx --account 170000001 --until review",
            "portal run roster.csv --account acme --flows my_portal --url http://127.0.0.1:8000"),
    "lint": ("portal lint my_portal",),
    "schema": ("portal schema -o my_portal",),
    "doctor": ("portal doctor --url https://portal.example",),
}  # fmt: skip
"""Whole commands to copy, for the end of each `--help`."""
