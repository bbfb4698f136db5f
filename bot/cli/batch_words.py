"""What the command line says of accounts and batches, in three languages."""

from __future__ import annotations

from bot.text import Text

# accounts
ACCOUNT_OR_ACCOUNTS = Text(
    es="Se han dado --account y --accounts a la vez.",
    en="Both --account and --accounts were given.",
    zh="--account 与 --accounts 不能同时使用。",
)
WHICH_ACCOUNT = Text(
    es="Ni la hoja ni la orden dicen para qué cuenta es.",
    en="Neither the roster nor the command says which account it is for.",
    zh="名册和命令都没有说明属于哪个账号。",
)
WHOSE_ROWS = Text(
    es="En {path} hay varias cuentas, y la hoja no dice qué fila es de cuál.",
    en="{path} lists several accounts, and the roster does not say which row is whose.",
    zh="{path} 列有多个账号，但名册没有说明各行属于哪个账号。",
)
SOME_ROWS_LACK_ONE = Text(
    es="Estas filas no dicen de qué cuenta son, y otras sí: {rows}.",
    en="These rows do not say which account they are for, while others do: {rows}.",
    zh="以下各行没有注明账号，而其他行已注明：{rows}。",
)
ACCOUNT_CURE = Text(
    es="Dé --account NOMBRE, o ponga en la hoja una columna «cuenta» con la cuenta de cada fila.",
    en="Give --account NAME, or have an “account” column in the roster that says it for each row.",
    zh="请用 --account 指定账号，或在名册中增加“账号”列并逐行填写。",
)
OTHER_ACCOUNTS = Text(
    es="En la hoja hay filas de otras cuentas que {account}: {others}.",
    en="The roster has rows for other accounts than {account}: {others}.",
    zh="名册中有不属于 {account} 的行：{others}。",
)
OTHER_ACCOUNTS_CURE = Text(
    es="Sin --account se tramita cada fila con su cuenta; o separe la hoja.",
    en="Without --account each row is filed for its own account; or split the roster.",
    zh="不加 --account 时，各行按自己的账号办理；也可拆分名册。",
)
USER_OF_SEVERAL = Text(
    es="--user vale para una sola cuenta, y la hoja es de varias: {names}.",
    en="--user is for one account only, and the roster is for several: {names}.",
    zh="--user 只能用于一个账号，而名册涉及多个账号：{names}。",
)
USER_OF_SEVERAL_CURE = Text(
    es="Ponga sus usuarios en un archivo y dé --accounts ARCHIVO.",
    en="Put their user names in a file, and give --accounts FILE.",
    zh="请把各账号的用户名写入文件，并使用 --accounts。",
)
NOT_LISTED = Text(
    es="En {path} faltan cuentas que están en la hoja: {missing}.",
    en="{path} lacks accounts that are in the roster: {missing}.",
    zh="{path} 中缺少名册里的账号：{missing}。",
)
NOT_LISTED_CURE = Text(
    es="Añada una línea por cada una, o corrija su nombre en la hoja.",
    en="Add a line for each, or correct its name in the roster.",
    zh="请为每个账号添加一行，或更正名册中的账号名称。",
)
ACCOUNTS_UNREADABLE = Text(
    es="No se puede leer {path}: {why}.", en="{path} cannot be read: {why}.", zh="无法读取 {path}：{why}。"
)
ACCOUNTS_HEADER = Text(
    es="La primera línea de {path} tiene que ser «account,user».",
    en="The first line of {path} has to be “account,user”.",
    zh="{path} 的第一行必须是“account,user”。",
)
ACCOUNTS_LINE = Text(
    es="Línea {line} de {path}: se espera una cuenta, que no se repita, y su usuario.",
    en="Line {line} of {path}: an account, only once, and its user name are expected.",
    zh="{path} 第 {line} 行：应为一个账号（不得重复）及其用户名。",
)
ACCOUNTS_CURE = Text(
    es="Es un CSV en UTF-8: la línea «account,user» y una por cuenta. Nunca contraseñas: "
    "van en PORTAL_PASSWORD_<CUENTA>, o se guardan con «portal login», o se preguntan.",
    en="It is a CSV in UTF-8: the line “account,user”, then one for each account. Never passwords: "
    "they go into PORTAL_PASSWORD_<ACCOUNT>, or are kept with `portal login`, or asked for.",
    zh="应为 UTF-8 编码的 CSV：首行“account,user”，之后每个账号一行。不要写密码："
    "密码放在 PORTAL_PASSWORD_<账号> 中，或用 portal login 保存，或现场输入。",
)
OF_ACCOUNT = Text(es="{account}: {said}", en="{account}: {said}", zh="{account}：{said}")
ALL_ACCOUNTS = Text(es="Todas las cuentas ({count})", en="All accounts ({count})", zh="全部账号（{count} 个）")

# a batch
BATCH_OF = Text(
    es="Lote {batch} · cuenta {account}", en="Batch {batch} · account {account}", zh="批次 {batch} · 账号 {account}"
)
ACCEPTED = Text(
    es="Lote {batch} · cuenta {account}: admitido.",
    en="Batch {batch} · account {account}: accepted.",
    zh="批次 {batch} · 账号 {account}：已受理。",
)
RECOGNISED = Text(
    es="Reconocido: es el lote {batch} del {day}, cuenta {account}; se sigue con él.",
    en="Recognised: batch {batch} of {day}, account {account}, gone on with.",
    zh="已识别：这是 {day} 的批次 {batch}（账号 {account}），继续办理。",
)
ROSTER = Text(es="Hoja", en="Roster", zh="名册")
BEGUN = Text(es="Empezado", en="Begun", zh="开始")
BEGUN_BY = Text(es="{time}, por {person}", en="{time}, by {person}", zh="{time}，{person}")
AIM = Text(es="Llega hasta", en="Goes as far as", zh="办理到")
AIM_DRAFTS = Text(es="los borradores", en="the drafts", zh="保存草稿")
AIM_REVIEW = Text(es="los borradores comprobados", en="drafts that were read back", zh="核对草稿")
AIM_DECLARE = Text(es="la declaración", en="the declaration", zh="申报")
FOUR_EYES = Text(es="Cuatro ojos", en="Four eyes", zh="双人复核")
FOUR_EYES_MEANS = Text(
    es="aprueba otra persona que quien lo empezó",
    en="approved by another person than began it",
    zh="须由发起人以外的人批准",
)
STOPPED_BECAUSE = Text(
    es="La última vez se detuvo antes de acabar: {why}",
    en="The last run stopped before its end: {why}",
    zh="上次运行提前停止：{why}",
)
PURGED_ON = Text(
    es="Las pruebas y los datos personales se eliminaron el {day}. Queda dónde terminó cada caso.",
    en="The evidence and the personal data were removed on {day}. Where each case ended is what is left.",
    zh="证据和个人数据已于 {day} 清除，仅保留每项业务的最终状态。",
)
STOPPING = Text(
    es="Se detendrá en el próximo punto seguro; pulse Ctrl-C otra vez para detenerlo ya.",
    en="Stopping at the next safe point; press Ctrl-C again to stop at once.",
    zh="将在下一个安全点停止；再按一次 Ctrl-C 立即停止。",
)

# what is next
NEXT = Text(es="{why}:", en="{why}:", zh="{why}：")
NEXT_RESUME = Text(es="Para seguir", en="To go on", zh="继续办理")
NEXT_AGAIN = Text(es="Para repetir lo que falló", en="To try again what failed", zh="重做失败的业务")
NEXT_REVIEW = Text(es="Para comprobar los borradores", en="To have the drafts read back", zh="核对草稿")
NEXT_APPROVE = Text(
    es="Borradores que esperan aprobación ({count})",
    en="Drafts that wait for approval ({count})",
    zh="待批准的草稿（{count} 份）",
)
NEXT_ATTENTION = Text(
    es="Algo tiene que decidirlo una persona; qué y cómo",
    en="Something is for a person to decide; what, and how",
    zh="有业务需要人工决定，详情",
)
NEXT_REFRESH = Text(
    es="El portal aún revisa; más tarde, para leer los resultados",
    en="The portal is still reviewing; later, to read the results",
    zh="系统仍在审核，稍后查询结果",
)
NEXT_CARRY_OVER = Text(
    es="Lo que no salió, como hoja para el mes que viene",
    en="What did not go through, as next month's roster",
    zh="未办成的业务，生成下期名册",
)

# resume, status
NOTHING_TO_RESUME = Text(
    es="No hay ningún lote a medias.", en="There is no unfinished batch.", zh="没有未完成的批次。"
)
SEVERAL_BATCHES = Text(
    es="Hay varios lotes a medias:", en="There are several unfinished batches:", zh="未完成的批次不止一个："
)
SEVERAL_BATCHES_CURE = Text(es="Diga cuál.", en="Say which one.", zh="请指明是哪一个。")
NO_BATCHES = Text(
    es="Todavía no hay ningún lote. Se empieza con: portal run HOJA",
    en="There is no batch yet. One begins with: portal run ROSTER",
    zh="还没有任何批次。运行 portal run 名册 即可开始。",
)
NOTHING_UNDER_REVIEW = Text(
    es="El portal no está revisando nada.", en="The portal is not reviewing anything.", zh="系统没有正在审核的业务。"
)
SETTLE_IT = Text(
    es="Búsquelo en el portal y escriba una de las dos órdenes, según lo que haya allí:",
    en="Look for it on the portal, then type one of the two, whichever is true:",
    zh="请到系统中查找，再按实际情况输入其中一条命令：",
)
NUMBER_TO_FILL_IN = Text(es="NÚMERO", en="NUMBER", zh="编号")
CASE = Text(es="Caso", en="Case", zh="业务号")
WHEN = Text(es="Cuándo", en="When", zh="时间")
EVENT = Text(es="Qué", en="What", zh="事项")
BY = Text(es="Quién", en="Who", zh="操作者")
EVENT_ACCEPTED = Text(es="admitido", en="accepted", zh="受理")
EVENT_INTENT = Text(es="a punto de hacerlo", en="about to do it", zh="即将执行")
EVENT_OUTCOME = Text(es="resultado", en="outcome", zh="结果")
EVENT_ADOPTED = Text(es="ya estaba en el portal", en="found on the portal", zh="系统中已有")
EVENT_DECISION = Text(es="decisión", en="decision", zh="人工决定")
EVENT_BATCH = Text(es="lote", en="batch", zh="批次")
EVENT_SEALED = Text(es="sello", en="seal", zh="封存")
EVENT_PURGED = Text(es="eliminación de datos", en="purge", zh="数据清除")
EVENT_NOTE = Text(es="nota", en="note", zh="备注")
EVENT_MOVED = Text(es="cambio", en="change", zh="变化")
EVENT_LEASE = Text(es="turno en la cuenta", en="hold of the account", zh="账号占用")

# approve, resolve, results
NO_SUCH_CASE = Text(
    es="En el lote {batch} no hay ningún caso «{said}» que elegir aquí.",
    en="Batch {batch} has no case “{said}” to be chosen here.",
    zh="批次 {batch} 中没有可选的业务“{said}”。",
)
SEVERAL_CASES = Text(
    es="En el lote {batch}, «{said}» puede ser más de un caso.",
    en="In batch {batch}, “{said}” may be more than one case.",
    zh="批次 {batch} 中，“{said}”对应不止一项业务。",
)
CASES_ARE = Text(es="Puede ser: {known}", en="It can be: {known}", zh="可选：{known}")
NOTHING_TO_APPROVE = Text(
    es="En el lote {batch} no hay borradores que aprobar.",
    en="Batch {batch} has no drafts to approve.",
    zh="批次 {batch} 没有待批准的草稿。",
)
APPROVE_WHICH = Text(
    es="¿Cuáles de los {count} se declaran? [todos / ninguno / casos o filas, con comas]",
    en="Which of the {count} are to be declared? [all / none / cases or rows, with commas]",
    zh="这 {count} 份中申报哪些？[全部 / 无 / 业务号或行号，用逗号分隔]",
)
APPROVE_THESE = Text(
    es="¿Declarar estos {count}?", en="Declare these {count}?", zh="申报这 {count} 份吗？"
)
APPROVED_NOW = Text(
    es="Aprobados por {person}: {count}.", en="Approved by {person}: {count}.", zh="{person} 已批准 {count} 份。"
)
WITHDRAW_THESE = Text(
    es="¿Retirar estos {count}? No se declararán; los borradores se quedan en el portal.",
    en="Withdraw these {count}? They will not be declared; the drafts stay on the portal.",
    zh="撤回这 {count} 份吗？将不再申报，草稿仍留在系统中。",
)
WITHDRAWN_NOW = Text(
    es="Retirados por {person}: {count}.", en="Withdrawn by {person}: {count}.", zh="{person} 已撤回 {count} 份。"
)
FILED_OR_NOT = Text(
    es="Hay que decir si se presentó o no.",
    en="Whether it was filed or not has to be said.",
    zh="需要说明是否已提交。",
)
FILED_OR_NOT_CURE = Text(
    es="Dé --filed NÚMERO, con el número del portal, o --not-filed.",
    en="Give --filed NUMBER, with the portal's number, or --not-filed.",
    zh="请使用 --filed 编号（系统中的编号）或 --not-filed。",
)
RESOLVE_FILED = Text(
    es="¿Ha visto en el portal que está presentado con el n.º {number}?",
    en="Have you seen on the portal that it is filed under No. {number}?",
    zh="您已在系统中看到该业务已提交（编号 {number}）吗？",
)
RESOLVE_NOT_FILED = Text(
    es="¿Ha visto en el portal que no está presentado? Se volverá a tramitar.",
    en="Have you seen on the portal that it is not filed? It will be done again.",
    zh="您已在系统中确认该业务没有提交吗？程序将重新办理。",
)
RESOLVED = Text(
    es="{case}: {state}, según {person}.",
    en="{case}: {state}, as {person} says.",
    zh="{case}：{state}（{person} 确认）。",
)
WHICH_FILE = Text(
    es="No se ha dicho qué escribir.", en="Nothing was said to be written.", zh="没有说明要生成什么文件。"
)
WHICH_FILE_CURE = Text(
    es="Dé -o ARCHIVO para los resultados, --carry-over ARCHIVO para la hoja del mes que viene, o los dos.",
    en="Give -o FILE for the results, --carry-over FILE for next month's roster, or both.",
    zh="用 -o 文件 生成结果表，用 --carry-over 文件 生成下期名册，也可同时使用。",
)
CARRIED_OVER = Text(
    es="Escrito: {path} (trámites: {count})", en="Written: {path} (cases: {count})", zh="已生成：{path}（{count} 项）"
)
NOTHING_TO_CARRY_OVER = Text(
    es="Nada que llevar al mes que viene: todo salió o sigue en curso.",
    en="Nothing to carry over: everything went through or is still under way.",
    zh="没有需要结转的业务：均已办成或仍在办理。",
)
WHO_ARE_YOU = Text(
    es="No se sabe quién lo decide.", en="Who decides this is not known.", zh="不知道由谁作此决定。"
)
WHO_ARE_YOU_CURE = Text(
    es="Dígalo con --as NOMBRE o en PORTAL_PERSON.",
    en="Say it with --as NAME or in PORTAL_PERSON.",
    zh="请用 --as 姓名 或 PORTAL_PERSON 说明。",
)
