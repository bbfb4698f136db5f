"""What a program's makers read, in three languages."""

from __future__ import annotations

from bot.text import Text

OTHER_JSON = Text(
    es="El JSON no tiene la forma esperada.",
    en="The JSON is not of the form that is meant.",
    zh="JSON 的结构不符合要求。",
)
NO_JOB = Text(es="Ese trabajo no existe.", en="There is no such job.", zh="没有这项工作。")
NO_JOB_CURE = Text(
    es="Los trabajos se conocen hasta que la consola se cierra; mire los lotes.",
    en="Jobs are known until the console is closed; look at the batches.",
    zh="控制台关闭后不再保留工作记录，请查看批次。",
)
NO_NUMBER = Text(
    es="«{name}» debe ser un número desde 1.",
    en="“{name}” has to be a number from 1 on.",
    zh="“{name}”必须是从 1 开始的数字。",
)
NO_NUMBER_CURE = Text(
    es="Pida por ejemplo page=1&size=100.", en="Ask for page=1&size=100, say.", zh="例如：page=1&size=100。"
)
NO_STATE = Text(es="No hay ningún estado «{state}».", en="There is no state “{state}”.", zh="没有“{state}”这个状态。")
STATES_ARE = Text(es="Los estados son: {states}.", en="The states are: {states}.", zh="可用状态：{states}。")
NO_CASE_CURE = Text(es="Pida los casos del lote.", en="Ask for the cases of the batch.", zh="请查询该批次的业务。")
WRONG_CASES = Text(
    es="Hay casos que no se pueden entender.", en="Some cases can't be understood.", zh="有些业务无法识别。"
)
WRONG_CASES_CURE = Text(
    es="Compárelos con lo que dice /api/operations.",
    en="Compare them with what /api/operations says.",
    zh="请对照 /api/operations 的说明。",
)
NO_SUCH_OPERATION = Text(
    es="No hay tal trámite. Los trámites son: {known}.",
    en="There is no such operation. The operations are: {known}.",
    zh="没有这项业务。可用业务：{known}。",
)
NO_SUCH_INPUT = Text(
    es="No hay tal dato. Los datos son: {known}.",
    en="There is no such input. The inputs are: {known}.",
    zh="没有这个字段。可用字段：{known}。",
)
NO_VALUES = Text(es="El caso no tiene ningún valor.", en="The case has no value at all.", zh="该业务没有任何值。")
NO_BODY_CURE = Text(
    es="Envíe la hoja como cuerpo de la petición.",
    en="Send the spreadsheet as the body of the request.",
    zh="请把表格作为请求正文发送。",
)
STILL_WRONG_API_CURE = Text(
    es="Corríjalos y entréguela otra vez, o pida only_good_rows.",
    en="Put them right and hand it over again, or ask for only_good_rows.",
    zh="请改正后重新提交，或使用 only_good_rows。",
)
BATCH_PURGED = Text(
    es="Los datos personales del lote {batch} se eliminaron.",
    en="The personal data of batch {batch} were removed.",
    zh="批次 {batch} 的个人数据已清除。",
)
BATCH_PURGED_CURE = Text(
    es="Queda su estado y la nota firmada.", en="Its states and the signed note are left.", zh="仅保留状态和签名记录。"
)
NO_SUCH_PART = Text(
    es="El dato no tiene esas partes.", en="The input has no such parts.", zh="该字段没有这些组成部分。"
)
