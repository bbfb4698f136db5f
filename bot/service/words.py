"""What the service says to clerks, in their languages."""

from bot.text import Text

PURGED = Text(
    es="Las pruebas del lote {batch} se eliminaron el {day}, con los datos personales.",
    en="The evidence of batch {batch} was purged on {day}, with its personal data.",
    zh="批次 {batch} 的证据和个人数据已于 {day} 清除。",
)
NO_UPLOAD = Text(
    es="Esa hoja ya no está aquí: se tramitó o llevaba días sin usarse.",
    en="That spreadsheet is no longer here: it was filed, or had not been touched for days.",
    zh="该表格已不在这里：已经办理，或多日未使用。",
)
NO_UPLOAD_CURE = Text(
    es="Búsquela entre los lotes del inicio, o súbala otra vez.",
    en="Look for it among the batches on the home page, or hand it in again.",
    zh="请在首页的批次中查找，或重新上传。",
)
OTHER_CONTENT = Text(
    es="Con esa Idempotency-Key ya se entregó otra cosa.",
    en="Something else was handed over with that Idempotency-Key.",
    zh="该 Idempotency-Key 已用于其他内容。",
)
OTHER_CONTENT_CURE = Text(
    es="Use otra clave para cada entrega.",
    en="Use another key for each thing handed over.",
    zh="每次提交请使用不同的键。",
)
NOTHING_TO_FILE = Text(
    es="En la hoja no hay ningún caso que se pueda presentar.",
    en="There is no case in the roster that could be filed.",
    zh="名册中没有可以办理的业务。",
)
NOTHING_TO_FILE_CURE = Text(
    es="Compruébela con «portal check» y corrija lo que señala.",
    en="Check it with `portal check` and correct what it names.",
    zh="请用 portal check 检查并更正。",
)
TEMPLATE_IS_XLSX = Text(
    es="Una hoja vacía es un libro de Excel, y «{path}» no termina en .xlsx.",
    en="An empty roster is an Excel workbook, and “{path}” does not end in .xlsx.",
    zh="空白名册是 Excel 工作簿，而“{path}”不以 .xlsx 结尾。",
)
TEMPLATE_IS_XLSX_CURE = Text(
    es="Dele un nombre como roster.xlsx.",
    en="Give it a name such as roster.xlsx.",
    zh="请使用类似 roster.xlsx 的文件名。",
)
NO_OPERATION = Text(
    es="No hay ningún trámite «{name}».", en="There is no operation “{name}”.", zh="没有“{name}”这项业务。"
)
OPERATIONS_ARE = Text(es="Los trámites son: {known}.", en="The operations are: {known}.", zh="可用业务：{known}。")
OTHER_ACCOUNT = Text(
    es="{place} es de la cuenta «{account}», que no se ha indicado.",
    en="{place} is for the account “{account}”, which was not given.",
    zh="{place} 属于账号“{account}”，但没有给出该账号。",
)
OTHER_ACCOUNT_CURE = Text(
    es="Cuentas indicadas: {known}. Añada esa cuenta o separe la hoja.",
    en="Accounts given: {known}. Add that account, or split the roster.",
    zh="已给出的账号：{known}。请补充该账号，或拆分名册。",
)
FLOW_CHANGED = Text(
    es="El lote {batch} no se puede seguir: con los flujos de ahora, su hoja ya no da los mismos casos ({case}).",
    en="Batch {batch} cannot be gone on with: with the flows of now its roster yields other cases ({case}).",
    zh="批次 {batch} 无法继续：按现在的流程，名册得出的业务已不同（{case}）。",
)
FLOW_CHANGED_CURE = Text(
    es="Devuelva los flujos a como estaban, o presente la hoja de nuevo: lo ya presentado se reconocerá.",
    en="Put the flows back as they were, or run the roster again: what was filed already will be recognised.",
    zh="请恢复原来的流程，或重新运行名册：已办理的会被识别。",
)
FOUR_EYES = Text(
    es="El lote {batch} lo empezó {by}; lo tiene que aprobar otra persona.",
    en="Batch {batch} was begun by {by}; another person has to approve it.",
    zh="批次 {batch} 由 {by} 发起，须由另一人批准。",
)
FOUR_EYES_CURE = Text(
    es="Pida a un compañero que ejecute: portal approve {batch} --as SU_NOMBRE",
    en="Ask a colleague to run: portal approve {batch} --as THEIR_NAME",
    zh="请同事运行：portal approve {batch} --as 姓名",
)
NOT_WAITING = Text(
    es="{case} no espera aprobación: está «{state}».",
    en="{case} does not wait for approval: it is “{state}”.",
    zh="{case} 不在等待批准：当前为“{state}”。",
)
NO_CASE = Text(
    es="El lote {batch} no tiene ningún caso «{case}».",
    en="Batch {batch} has no case “{case}”.",
    zh="批次 {batch} 中没有“{case}”。",
)
CASES_ARE = Text(es="Sus casos son: {known}.", en="Its cases are: {known}.", zh="其中的业务有：{known}。")
NOTHING_TO_RESOLVE = Text(
    es="En {case} no hay nada que resolver: está «{state}».",
    en="There is nothing to resolve about {case}: it is “{state}”.",
    zh="{case} 无需处理：当前为“{state}”。",
)
CUT_SHORT = Text(
    es="Se interrumpió: siga primero con «portal resume {batch}», que pregunta al portal.",
    en="It was cut short: first go on with `portal resume {batch}`, which asks the portal.",
    zh="业务被中断：请先运行 portal resume {batch}，由程序向系统查询。",
)
RESOLVED_FILED = Text(
    es="{by} confirmó que se presentó.", en="{by} confirmed that it was filed.", zh="{by} 确认已提交。"
)
RESOLVED_NOT_FILED = Text(
    es="{by} confirmó que no se presentó.", en="{by} confirmed that it was not filed.", zh="{by} 确认未提交。"
)
PERSON_WITHDREW = Text(es="Retirado por {by}.", en="Withdrawn by {by}.", zh="由 {by} 撤回。")
