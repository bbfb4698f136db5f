"""What `--help` says of every command and option, in three languages. A test holds this complete.

Keys: "" is the program, "run" a command, "run.until" its option. The first line of a command is
what the list of all commands says of it.
"""

from __future__ import annotations

from bot.cli.console_help import CONSOLE_EXAMPLES, CONSOLE_HELP
from bot.cli.drift_help import DRIFT_EXAMPLES, DRIFT_HELP
from bot.cli.evidence_help import EVIDENCE_EXAMPLES, EVIDENCE_HELP
from bot.cli.lint_help import LINT_EXAMPLES, LINT_HELP
from bot.cli.porting_help import PORTING_EXAMPLES, PORTING_HELP
from bot.cli.record_help import RECORD_EXAMPLES, RECORD_HELP
from bot.cli.rehearsal_help import REHEARSAL_HELP
from bot.cli.why_help import WHY_EXAMPLES, WHY_HELP
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
_BATCH = Text(
    es="Número del lote, como 202611-01: lo dicen «run» y «status».",
    en="Number of the batch, such as 202611-01: `run` and `status` say it.",
    zh="批次号，如 202611-01，见 run 和 status 的输出。",
)
_PERSON = Text(
    es="Quién lo decide, para el registro. Si no se dice: PORTAL_PERSON, o el usuario de este ordenador.",
    en="Who decides this, for the record. Without it: PORTAL_PERSON, or the user of this computer.",
    zh="由谁决定，记录在案。不指定时取 PORTAL_PERSON，再取本机用户名。",
)
_SLOW_MO = Text(
    es="Milisegundos de espera tras cada acción del navegador, para poder seguirla.",
    en="Milliseconds to wait after each thing that the browser does, so that one can follow.",
    zh="浏览器每个动作之后停顿的毫秒数，便于观看。",
)
_USER = Text(
    es="Usuario en el portal. Si no se dice: PORTAL_USER_<CUENTA>, o el nombre de la cuenta.",
    en="User name on the portal. Without it: PORTAL_USER_<ACCOUNT>, or the account's name.",
    zh="系统用户名。不指定时取 PORTAL_USER_<账号>，再取账号名称。",
)
_UNASKED = Text(es="Declarar sin preguntar antes.", en="Declare without asking first.", zh="申报前不再询问。")
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
    ".store": Text(
        es="Base de datos de los lotes, en lugar de la de esa carpeta; PostgreSQL, para varios ordenadores.",
        en="Database of the batches, instead of the one in that folder; PostgreSQL, for several machines.",
        zh="批次数据库，代替该文件夹中的数据库；多台电脑共用时用 PostgreSQL。",
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
        "La misma hoja, dada otra vez, se reconoce y se sigue donde estaba: nada se presenta dos veces. Con una "
        "columna «cuenta» se tramita para varias cuentas a la vez.\n"
        "La contraseña se toma de PORTAL_PASSWORD_<CUENTA>, de PORTAL_PASSWORD o del llavero («portal login»), o se "
        "pregunta. Ctrl-C lo detiene en el próximo punto seguro.",
        en="File a roster: check it, log in, save drafts, read them back, declare them and read "
        "the results.\n"
        "The same roster, given again, is recognised and gone on with where it was: nothing is filed twice. With an "
        "“account” column it is filed for several accounts side by side.\n"
        "The password comes from PORTAL_PASSWORD_<ACCOUNT>, PORTAL_PASSWORD or the keyring (`portal login`), or is "
        "asked for. Ctrl-C stops at the next safe point.",
        zh="办理名册：核对、登录、保存草稿、回读核对、申报、查询结果。\n"
        "同一份名册再次运行时会被识别，从原处继续，不会重复提交。含“账号”列的名册可同时为多个账号办理。\n"
        "密码取自 PORTAL_PASSWORD_<账号>、PORTAL_PASSWORD 或密钥环（portal login），否则现场询问。"
        "按 Ctrl-C 会在下一个安全点停止。",
    ),
    "run.roster": _ROSTER,
    "run.account": Text(
        es="Nombre de la cuenta: el que usted le da, o el usuario del portal. Sobra si la hoja tiene una columna "
        "«cuenta».",
        en="Name of the account: what you call it, or its user name on the portal. Not needed if the roster has an "
        "“account” column.",
        zh="账号名称：自己起的名字，或系统用户名。名册有“账号”列时不需要。",
    ),
    "run.accounts": Text(
        es="CSV con las cuentas y sus usuarios: una línea «account,user» y una por cuenta. Nunca contraseñas.",
        en="CSV of accounts and their user names: a line “account,user”, then one for each. Never passwords.",
        zh="账号及用户名的 CSV：首行“account,user”，之后每个账号一行。不写密码。",
    ),
    "run.user": _USER,
    "run.until": Text(
        es="Hasta dónde llegar: dejar borradores, dejarlos comprobados, o declararlos.",
        en="How far to go: leave drafts, leave drafts that were read back, or declare them.",
        zh="办到哪一步：只存草稿、存草稿并核对、或申报。",
    ),
    "run.four_eyes": Text(
        es="Solo se declara lo que apruebe otra persona, con «portal approve».",
        en="Only what another person approves, with `portal approve`, is declared.",
        zh="须由另一人用 portal approve 批准后才申报。",
    ),
    "run.url": _URL,
    "run.flows": _FLOWS,
    "run.headed": _HEADED,
    "run.slow_mo": _SLOW_MO,
    "run.yes": _UNASKED,
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
    "resume": Text(
        es="Seguir con un lote desde donde esté, después de Ctrl-C, de una avería o de una pausa.\n"
        "Lo que quedó a medias se busca antes en el portal: nada se presenta dos veces.",
        en="Go on with a batch from wherever it is: after Ctrl-C, a breakdown or a pause.\n"
        "What was cut short is looked up on the portal first: nothing is filed twice.",
        zh="从中断处继续办理批次：无论是 Ctrl-C、故障还是暂停。\n"
        "中断的业务会先到系统中查询，不会重复提交。",
    ),
    "resume.batch": Text(
        es="Número del lote; sobra si solo hay uno a medias.",
        en="Number of the batch; not needed if only one is unfinished.",
        zh="批次号；只有一个未完成的批次时可省略。",
    ),
    "resume.until": Text(
        es="Hasta dónde llegar; si no se dice, hasta donde se dijo al empezarlo.",
        en="How far to go; as far as was said when it was begun, if nothing is.",
        zh="办到哪一步；不指定时按开始时的设定。",
    ),
    "resume.url": Text(
        es="Dirección del portal, si ha cambiado.",
        en="Address of the portal, if it has changed.",
        zh="系统网址（如有变更）。",
    ),
    "resume.headed": _HEADED,
    "resume.slow_mo": _SLOW_MO,
    "resume.yes": _UNASKED,
    "resume.json": _JSON,
    "status": Text(
        es="Ver los lotes y cómo está cada caso, y qué hacer con lo que espera a una persona.\n"
        "No pide contraseña, y se puede mirar mientras otro proceso tramita.",
        en="See the batches and where each case stands, and what to do about those that need a person.\n"
        "Needs no password, and can be looked at while another process files.",
        zh="查看批次和各项业务的状态，以及需人工处理时该怎么做。\n"
        "不需要密码，其他进程正在办理时也可查看。",
    ),
    "status.batch": Text(
        es="Número del lote; sin él, se listan todos.",
        en="Number of the batch; without it, all are listed.",
        zh="批次号；不写则列出全部。",
    ),
    "status.refresh": Text(
        es="Entrar en el portal, leer los resultados y ponerlos en el registro y en la hoja.",
        en="Log in, read the results, and bring journal and spreadsheet up to date.",
        zh="登录系统查询结果，并更新记录和结果表。",
    ),
    "status.events": Text(
        es="Mostrar también todo lo ocurrido, con quién y cuándo.",
        en="Also show all that happened, with who and when.",
        zh="同时显示全部经过：何时、何人。",
    ),
    "status.json": _JSON,
    "approve": Text(
        es="Mirar los borradores comprobados, aprobar todos o algunos, y declarar exactamente esos.",
        en="Look over the drafts that were read back, approve all or some, and have exactly those declared.",
        zh="查看已核对的草稿，批准全部或部分，并只申报批准的部分。",
    ),
    "approve.batch": _BATCH,
    "approve.cases": Text(
        es="Los casos que se aprueban, como add-004 o su fila; sin ninguno, se pregunta.",
        en="The cases to approve, such as add-004 or their row; asked for if none is named.",
        zh="要批准的业务，写业务号（如 add-004）或行号；不写则询问。",
    ),
    "approve.none": Text(
        es="No aprobarlos: se retiran y no se declaran.",
        en="Approve none of them: they are withdrawn and not declared.",
        zh="不批准：撤回，不再申报。",
    ),
    "approve.by": _PERSON,
    "approve.headed": _HEADED,
    "approve.yes": Text(
        es="No preguntar: todos, o los nombrados.",
        en="Do not ask: all of them, or those that are named.",
        zh="不再询问：全部或所列业务。",
    ),
    "resolve": Text(
        es="Decir qué pasó con un caso que el portal no permitió aclarar.\n"
        "Mire antes en el portal. Con --not-filed se vuelve a tramitar; también algo que el portal no admitió, "
        "cuando el motivo ya no existe.",
        en="Say what became of a case that the portal left unclear.\n"
        "Look on the portal first. With --not-filed it is done again; that also goes for what the portal refused, once "
        "the reason is gone.",
        zh="说明系统中无法确认的业务的实际情况。\n"
        "请先到系统中查看。用 --not-filed 表示重新办理；被系统拒绝的业务在原因消除后也可这样重办。",
    ),
    "resolve.batch": _BATCH,
    "resolve.case": Text(
        es="El caso, como add-004, o su fila.",
        en="The case, such as add-004, or its row.",
        zh="业务号（如 add-004）或行号。",
    ),
    "resolve.filed": Text(
        es="Está presentado, con este número del portal.",
        en="It is filed, under this number of the portal.",
        zh="已提交，系统编号如此。",
    ),
    "resolve.not_filed": Text(
        es="No está presentado: se puede repetir.",
        en="It is not filed: it may be done again.",
        zh="没有提交，可以重办。",
    ),
    "resolve.by": _PERSON,
    "resolve.yes": Text(es="No preguntar.", en="Do not ask.", zh="不再询问。"),
    "results": Text(
        es="Escribir la hoja con lo que se sabe ahora, o la del mes que viene con lo que no salió.",
        en="Write the roster with what is known now, or next month's with what did not go through.",
        zh="生成当前结果表，或把未办成的业务生成下期名册。",
    ),
    "results.batch": _BATCH,
    "results.output": Text(
        es="Dónde escribir la copia de la hoja con los resultados.",
        en="Where to write the copy of the roster with the results.",
        zh="结果表的保存位置。",
    ),
    "results.carry_over": Text(
        es="Dónde escribir una hoja con lo rechazado, no admitido, fallido o retirado.",
        en="Where to write a roster of what was rejected, refused, failed or withdrawn.",
        zh="下期名册的保存位置：审核未通过、被拒绝、失败或撤回的业务。",
    ),
    "schema": Text(
        es="Escribir el JSON Schema de flujos y escenarios: el editor completa y explica cada clave.",
        en="Print the JSON Schema of flows and scenarios, which lets an editor complete and explain every key.",
        zh="输出流程和场景文件的 JSON Schema，编辑器可据此补全和提示。",
    ),
    "schema.kind": Text(
        es="El de los flujos, el de portal.yaml o el de los escenarios de prueba.",
        en="That of flows, of portal.yaml, or of scenarios.",
        zh="流程文件的、portal.yaml 的，或测试场景的。",
    ),
    "schema.output": Text(
        es="Carpeta donde escribirlos todos como archivos.",
        en="Folder to write all of them into, as files.",
        zh="全部写成文件，存入此文件夹。",
    ),
    "login": Text(
        es="Guardar la contraseña de una cuenta en el llavero del sistema, para que no se pregunte.\n"
        "Vale solo para ese usuario y ese portal: a otro no se le ofrece nunca.",
        en="Keep an account's password in the system's keyring, so that it is not asked for.\n"
        "It is for that user of that portal alone, and never offered to another.",
        zh="把账号密码存入系统密钥环，运行时不再询问。\n只用于该系统的该用户，不会提供给其他系统。",
    ),
    "login.account": Text(
        es="Nombre de la cuenta, como en «portal run».",
        en="Name of the account, as for `portal run`.",
        zh="账号名称，与 portal run 相同。",
    ),
    "login.user": _USER,
    "login.url": _URL,
    "login.forget": Text(es="Borrarla del llavero.", en="Remove it from the keyring.", zh="从密钥环中删除。"),
    "login.test": Text(
        es="No guardar nada: entrar en el portal y salir, para ver si responde y si la contraseña es buena.",
        en="Keep nothing: log in at the portal and out again, to see whether it answers and the password is good.",
        zh="不保存：登录系统后退出，检查系统能否访问、密码是否正确。",
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
    **WHY_HELP,
    **EVIDENCE_HELP,
    **DRIFT_HELP,
    **LINT_HELP,
    **PORTING_HELP,
    **REHEARSAL_HELP,
    **CONSOLE_HELP,
    **RECORD_HELP,
}

EXAMPLES: dict[str, tuple[str, ...]] = {
    "": ("portal demo", "portal template add renew -o roster.xlsx", "portal check roster.xlsx",
         "portal run roster.xlsx --account 170000001"),
    "demo": ("portal demo --lang zh --portal-lang zh",),
    "template": ("portal template add renew interrupt -o roster.xlsx --lang es",),
    "check": ("portal check roster.xlsx --marked roster-marked.xlsx",),
    "run": ("portal run roster.xlsx --account 170000001 --until review",
            "portal run roster.xlsx --accounts accounts.csv",
            "portal run roster.xlsx --account 170000001 --dry-run",
            "portal run roster.xlsx --case add-004 --explain",
            "portal run roster.csv --account acme --flows my_portal --url http://127.0.0.1:8000"),
    "resume": ("portal resume", "portal resume 202611-01"),
    "status": ("portal status", "portal status 202611-01 --events", "portal status --refresh"),
    "approve": ("portal approve 202611-01", "portal approve 202611-01 add-004 add-007 --as Ana",
                "portal approve 202611-01 --none"),
    "resolve": ("portal resolve 202611-01 add-004 --filed 20261100000021",
                "portal resolve 202611-01 add-004 --not-filed"),
    "results": ("portal results 202611-01 -o results.xlsx",
                "portal results 202611-01 --carry-over december.xlsx"),
    "schema": ("portal schema -o my_portal", "portal schema scenario"),
    "login": ("portal login 170000001", "portal login 170000001 --test",
              "portal login acme --url https://portal.example --forget"),
    "doctor": ("portal doctor --url https://portal.example",),
    **WHY_EXAMPLES,
    **EVIDENCE_EXAMPLES,
    **CONSOLE_EXAMPLES,
    **RECORD_EXAMPLES,
    **DRIFT_EXAMPLES,
    **PORTING_EXAMPLES,
    **LINT_EXAMPLES,
}  # fmt: skip
"""Whole commands to copy, for the end of each `--help`."""
