"""What a template says to the person who fills it in."""

from bot.text import Text

REQUIRED = Text(es="Obligatorio.", en="Required.", zh="必填。")
SOMETIMES = Text(
    es="Obligatorio según otras columnas.", en="Required depending on other columns.", zh="视其他列而定，可能必填。"
)
OPTIONAL = Text(es="Opcional.", en="Optional.", zh="选填。")
YES = Text(es="Sí", en="Yes", zh="是")
NO = Text(es="No", en="No", zh="否")
DEPENDS = Text(es="Según otras", en="Depends", zh="视情况")

EXAMPLE_IS_SKIPPED = Text(
    es="Fila de ejemplo: no se presenta. Puede borrarla.",
    en="Example row: it is not filed. You may delete it.",
    zh="示例行，不会申报，可以删除。",
)

HOW = (
    Text(
        es="Una persona por fila, en la hoja de su trámite. Deje vacías las hojas que no use.",
        en="One person per row, on the sheet of the operation. Leave sheets that you don't use empty.",
        zh="每行一人，填写在相应业务的工作表中。不用的工作表留空即可。",
    ),
    Text(
        es="Las columnas oscuras con * son obligatorias; las claras, opcionales o según el caso.",
        en="Dark columns with * are required; lighter ones are optional or depend on others.",
        zh="深色带 * 的列必填；浅色的列选填或视情况而定。",
    ),
    Text(
        es="No cambie el nombre de hojas ni columnas. Una columna suya lleva # delante de su encabezado.",
        en="Don't rename sheets or columns. Put # before the header of a column of your own.",
        zh="请勿更改工作表名和列名。自己添加的列请在表头前加 #。",
    ),
    Text(
        es="Se pasan por alto las filas que empiezan por «Ej.» o por #.",
        en="Rows that begin with “e.g.” or with # are passed over.",
        zh="以“例”或 # 开头的行会被忽略。",
    ),
    Text(
        es="Antes de presentar: portal check ARCHIVO. Señala cada error con su celda y su remedio.",
        en="Before filing: portal check FILE. It names each mistake with its cell and its cure.",
        zh="申报前请运行：portal check 文件名。它会指出每处错误所在的单元格及改正方法。",
    ),
)

OF_OPERATION = Text(es="Trámite", en="Operation", zh="业务")
OF_COLUMN = Text(es="Columna", en="Column", zh="列")
OF_REQUIRED = Text(es="Obligatoria", en="Required", zh="必填")
OF_CONTENT = Text(es="Qué se escribe", en="What goes in", zh="填写内容")
OF_EXAMPLE = Text(es="Ejemplo", en="Example", zh="示例")

RESIDENT_ID = Text(
    es="Los 18 caracteres del documento; el último es una cifra o X.",
    en="The 18 characters of the card; the last one is a digit or X.",
    zh="18 位身份证号，末位为数字或 X。",
)
DIVISION = Text(
    es="Elija de la lista; depende de la columna anterior. También vale el código de seis cifras.",
    en="Choose from the list, which depends on the column before. The six-digit code will do as well.",
    zh="从下拉列表中选择（取决于前一列），也可填写六位代码。",
)
CHOICE = Text(
    es="Elija de la lista: {options}.", en="Choose from the list: {options}.", zh="从下拉列表中选择：{options}。"
)
YES_NO = Text(es="Sí o No.", en="Yes or No.", zh="填“是”或“否”。")
WHOLE_MONEY = Text(
    es="Importe entero, en {currency}, sin separadores.",
    en="A whole amount in {currency}, without separators.",
    zh="整数金额（{currency}），不加分隔符。",
)
MONEY = Text(es="Importe en {currency}.", en="An amount in {currency}.", zh="金额（{currency}）。")
DATE = Text(es="Fecha: año-mes-día.", en="A date: year-month-day.", zh="日期：年-月-日。")
NUMBER = Text(es="Un número.", en="A number.", zh="数字。")
FILE_PATH = Text(es="Ruta de un archivo.", en="The path of a file.", zh="文件路径。")
PERSON_NAME = Text(
    es="Tal como figura en el documento de identidad.", en="As on the identity card.", zh="与身份证一致。"
)
ANY_TEXT = Text(es="Texto.", en="Text.", zh="文字。")
