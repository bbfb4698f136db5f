"""What is said of a row, and of the day."""

from dataclasses import replace

from bot.fields.problems import Notice
from bot.text import Text

UNKNOWN_OPERATION = Notice(
    Text(
        es="No hay ningún trámite «{found}».",
        en="There is no operation “{found}”.",
        zh="没有“{found}”这项业务。",
    ),
    Text(es="Escriba uno de: {operations}.", en="Write one of: {operations}.", zh="请填写：{operations}。"),
)
UNKNOWN_OPERATION_NEAR = replace(
    UNKNOWN_OPERATION,
    cure=Text(
        es="¿Quiso decir «{nearest}»? Los trámites son: {operations}.",
        en="Did you mean “{nearest}”? The operations are: {operations}.",
        zh="您是否指“{nearest}”？可用业务：{operations}。",
    ),
)
NO_OPERATION = replace(
    UNKNOWN_OPERATION,
    message=Text(es="Falta el trámite.", en="The operation is missing.", zh="缺少业务类别。"),
)
MERGED = Notice(
    Text(
        es="La celda está combinada con otras ({cells}) y comparte con ellas un solo valor.",
        en="The cell is merged with others ({cells}) and shares one value with them.",
        zh="该单元格与其他单元格合并（{cells}），共用一个值。",
    ),
    Text(
        es="Separe las celdas y escriba el valor en cada una.",
        en="Unmerge the cells and write the value in each.",
        zh="请取消合并，并逐格填写。",
    ),
)
FORMULA_EMPTY = Notice(
    Text(
        es="La celda tiene una fórmula sin resultado guardado.",
        en="The cell has a formula without a stored result.",
        zh="该单元格是公式，但没有保存计算结果。",
    ),
    Text(
        es="Abra el archivo en Excel, deje que calcule y guárdelo; o escriba el valor.",
        en="Open the file in Excel, let it calculate and save it; or write the value.",
        zh="请用 Excel 打开、计算并保存；或直接填写数值。",
    ),
)
FORMULA = Notice(
    Text(
        es="El valor viene de una fórmula; se toma el resultado guardado en el archivo.",
        en="The value comes from a formula; the result stored in the file is taken.",
        zh="该值来自公式，采用文件中保存的计算结果。",
    ),
    Text(
        es="Si no es el que espera, escriba el valor.",
        en="If it is not what you expect, write the value.",
        zh="如果与预期不符，请直接填写数值。",
    ),
)
CELL_ERROR = Notice(
    Text(
        es="La celda tiene un error de cálculo ({error}).",
        en="The cell holds a calculation error ({error}).",
        zh="该单元格是计算错误（{error}）。",
    ),
    Text(es="Escriba el valor.", en="Write the value.", zh="请填写数值。"),
)
NOT_FOR_OPERATION = Notice(
    Text(
        es="El trámite «{operation}» no tiene esta columna; el valor no se usa.",
        en="The operation “{operation}” has no such column; the value is not used.",
        zh="“{operation}”没有此列，该值不会使用。",
    ),
    Text(
        es="Compruebe que el trámite de la fila es el correcto.",
        en="Check that the row's operation is the right one.",
        zh="请确认该行的业务类别正确。",
    ),
)
ONLY_WHEN = Notice(
    Text(
        es="«{label}» no se aplica a esta fila, según sus otras columnas; se dejará fuera.",
        en="“{label}” does not apply to this row, by its other columns; it will be left out.",
        zh="根据其他列的内容，“{label}”不适用于该行，将不填报。",
    ),
    Text(
        es="Deje la celda vacía, o corrija las otras columnas.",
        en="Leave the cell empty, or correct the other columns.",
        zh="请留空，或更正其他列。",
    ),
)
TWICE = Notice(
    Text(
        es="La misma persona ({person}) está dos veces para «{operation}»: {here} y {there}.",
        en="The same person ({person}) is there twice for “{operation}”: {here} and {there}.",
        zh="同一人员（{person}）的“{operation}”重复：{here}和{there}。",
    ),
    Text(es="Deje una de las dos filas.", en="Keep one of the two rows.", zh="请只保留其中一行。"),
)
TWO_OPERATIONS = Notice(
    Text(
        es="La misma persona ({person}) está en dos trámites: «{operation}» ({here}) y «{other}» ({there}).",
        en="The same person ({person}) is in two operations: “{operation}” ({here}) and “{other}” ({there}).",
        zh="同一人员（{person}）出现在两项业务中：“{operation}”（{here}）和“{other}”（{there}）。",
    ),
    Text(
        es="Deje una, y presente la otra cuando la primera esté aprobada.",
        en="Keep one, and file the other when the first is approved.",
        zh="请保留一项，待其审核通过后再申报另一项。",
    ),
)
ROW_OF_SHEET = Text(es="hoja «{sheet}», fila {row}", en="sheet “{sheet}”, row {row}", zh="“{sheet}”第 {row} 行")
WINDOW_CLOSED = Notice(
    Text(
        es="El portal solo admite trámites del día {first} al {last} de cada mes; hoy es {today} ({zone}).",
        en="The portal takes filings on days {first} to {last} of each month; today is {today} ({zone}).",
        zh="系统仅在每月 {first} 日至 {last} 日受理；今天是 {today}（{zone}）。",
    ),
    Text(es="Preséntelo a partir del {opens}.", en="File from {opens} on.", zh="请在 {opens} 起申报。"),
)
WINDOW_CLOSING = Notice(
    Text(
        es="El plazo de este mes termina el {last_date} ({zone}): {left}.",
        en="This month's window ends on {last_date} ({zone}): {left}.",
        zh="本月受理截止 {last_date}（{zone}）：{left}。",
    ),
    Text(
        es="Preséntelo hoy: la revisión puede tardar.",
        en="File today: the review may take time.",
        zh="请今天申报：审核可能需要时间。",
    ),
)
LAST_DAY = Text(es="hoy es el último día", en="today is the last day", zh="今天是最后一天")
ONE_DAY_LEFT = Text(es="queda 1 día más", en="1 more day is left", zh="还剩 1 天")
DAYS_LEFT = Text(es="quedan {count} días más", en="{count} more days are left", zh="还剩 {count} 天")
