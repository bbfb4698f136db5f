"""What is said of a file that can't be taken as a roster."""

from dataclasses import replace

from bot.fields.problems import Notice
from bot.text import Text

PROBLEM_IN_FILE = Text(es="{file}: {problem}", en="{file}: {problem}", zh="{file}：{problem}")
SEVERAL_IN_FILE = Text(
    es="{file}: {count} problemas\n{problems}",
    en="{file}: {count} problems\n{problems}",
    zh="{file}：{count} 个问题\n{problems}",
)
NO_SUCH_FILE = Notice(
    Text(es="no existe el archivo.", en="there is no such file.", zh="文件不存在。"),
    Text(
        es="Compruebe el nombre y la carpeta.",
        en="Check the name and the folder.",
        zh="请检查文件名和文件夹。",
    ),
)
NO_SUCH_FILE_NEAR = replace(
    NO_SUCH_FILE,
    cure=Text(es="¿Quiso decir «{nearest}»?", en="Did you mean “{nearest}”?", zh="您是否指“{nearest}”？"),
)
NOT_A_FILE = Notice(
    Text(es="es una carpeta, no un archivo.", en="it is a folder, not a file.", zh="这是文件夹，不是文件。"),
    Text(
        es="Indique la hoja de cálculo que hay dentro.",
        en="Name the spreadsheet inside it.",
        zh="请指定其中的表格文件。",
    ),
)
UNREADABLE = Notice(
    Text(
        es="no se puede leer el archivo ({reason}).",
        en="the file can't be read ({reason}).",
        zh="无法读取文件（{reason}）。",
    ),
    Text(
        es="Ciérrelo en otros programas y compruebe que tiene permiso para leerlo.",
        en="Close it in other programs and check that you may read it.",
        zh="请在其他程序中关闭它，并确认您有读取权限。",
    ),
)
EMPTY_FILE = Notice(
    Text(es="el archivo está vacío.", en="the file is empty.", zh="文件是空的。"),
    Text(
        es="Escriba una plantilla con «portal template» y rellénela.",
        en="Write a template with “portal template” and fill it in.",
        zh="请用“portal template”生成模板并填写。",
    ),
)
PASSWORD = Notice(
    Text(es="está protegido con contraseña.", en="it is protected with a password.", zh="文件有密码保护。"),
    Text(
        es="Ábralo, quite la contraseña (Archivo > Información > Proteger libro) y guárdelo de nuevo.",
        en="Open it, take the password off (File > Info > Protect Workbook) and save it again.",
        zh="请打开文件，取消密码（文件 > 信息 > 保护工作簿），再保存。",
    ),
)
NOT_A_SPREADSHEET = Notice(
    Text(
        es="no es una hoja de cálculo, o está dañada.",
        en="it is not a spreadsheet, or it is damaged.",
        zh="这不是表格文件，或文件已损坏。",
    ),
    Text(
        es="Ábralo en Excel o LibreOffice y guárdelo como .xlsx (o .csv).",
        en="Open it in Excel or LibreOffice and save it as .xlsx (or .csv).",
        zh="请用 Excel 或 LibreOffice 打开，另存为 .xlsx（或 .csv）。",
    ),
)
TOO_LARGE = Notice(
    Text(
        es="es demasiado grande ({found}; como máximo {limit}).",
        en="it is too large ({found}; at most {limit}).",
        zh="文件太大（{found}；上限 {limit}）。",
    ),
    Text(
        es="Repártalo en varios archivos y quite hojas e imágenes que no hagan falta.",
        en="Split it into several files and take out sheets and pictures that aren't needed.",
        zh="请拆成几个文件，并删除不需要的工作表和图片。",
    ),
)
MEGABYTES = Text(es="{count} MB", en="{count} MB", zh="{count} MB")
ROWS = Text(es="{count} filas", en="{count} rows", zh="{count} 行")
FAR_CELL = Notice(
    Text(
        es="hay algo escrito muy lejos de los datos, en la celda {cell}.",
        en="something is written far away from the data, in cell {cell}.",
        zh="在离数据很远的单元格 {cell} 中有内容。",
    ),
    Text(
        es="Borre esa celda, o copie las filas a una hoja nueva.",
        en="Clear that cell, or copy the rows to a new sheet.",
        zh="请清除该单元格，或把数据行复制到新工作表。",
    ),
)
CSV_ENCODING = Notice(
    Text(
        es="no se entiende su codificación de texto.",
        en="its text encoding is not understood.",
        zh="无法识别文件的文字编码。",
    ),
    Text(
        es="Guárdelo como «CSV UTF-8», o como .xlsx.",
        en="Save it as “CSV UTF-8”, or as .xlsx.",
        zh="请另存为“CSV UTF-8”或 .xlsx。",
    ),
)
NO_SHEET = Notice(
    Text(
        es="ninguna hoja lleva el nombre de un trámite. Hojas: {sheets}.",
        en="no sheet has the name of an operation. Sheets: {sheets}.",
        zh="没有以业务命名的工作表。现有工作表：{sheets}。",
    ),
    Text(
        es="Llame a las hojas como el trámite: {operations}.",
        en="Name the sheets after the operation: {operations}.",
        zh="请用业务名称命名工作表：{operations}。",
    ),
)
SHEET_UNNAMED = Notice(
    Text(
        es="la hoja «{sheet}» parece una lista de personas, pero no se llama como ningún trámite.",
        en="sheet “{sheet}” looks like a list of people, but it is not named after an operation.",
        zh="工作表“{sheet}”看起来是人员名单，但名称不是业务名称。",
    ),
    Text(
        es="Llámela como su trámite ({operations}), o añádale una columna «Trámite».",
        en="Name it after its operation ({operations}), or add a column “Operation”.",
        zh="请以业务名称命名（{operations}），或增加“业务类别”列。",
    ),
)
SHEET_UNNAMED_NEAR = replace(
    SHEET_UNNAMED,
    cure=Text(
        es="¿Quiso decir «{nearest}»? Los trámites son: {operations}.",
        en="Did you mean “{nearest}”? The operations are: {operations}.",
        zh="您是否指“{nearest}”？可用业务：{operations}。",
    ),
)
SHEETS_SAME = Notice(
    Text(
        es="las hojas «{first}» y «{second}» son del mismo trámite: {operation}.",
        en="sheets “{first}” and “{second}” are for the same operation: {operation}.",
        zh="工作表“{first}”和“{second}”是同一业务：{operation}。",
    ),
    Text(es="Júntelas en una sola.", en="Put them together in one.", zh="请合并成一个工作表。"),
)
CSV_NO_OPERATION = Notice(
    Text(
        es="no dice de qué trámite es cada fila.",
        en="it doesn't say which operation each row is for.",
        zh="没有说明每行属于哪项业务。",
    ),
    Text(
        es="Añada una columna «Trámite» con uno de: {operations}; o llame al archivo como el trámite.",
        en="Add a column “Operation” with one of: {operations}; or name the file after the operation.",
        zh="请增加“业务类别”列，填写：{operations}；或用业务名称命名文件。",
    ),
)
NO_HEADER = Notice(
    Text(
        es="la hoja «{sheet}» no tiene fila de encabezados entre las primeras {count}.",
        en="sheet “{sheet}” has no header row among its first {count}.",
        zh="工作表“{sheet}”的前 {count} 行中没有表头。",
    ),
    Text(
        es="Ponga encima de los datos los nombres de las columnas: {columns}.",
        en="Put the names of the columns above the data: {columns}.",
        zh="请在数据上方写上列名：{columns}。",
    ),
)
NO_ROWS = Notice(
    Text(
        es="no hay ninguna persona debajo de los encabezados.",
        en="there is nobody below the headers.",
        zh="表头下面没有任何人员。",
    ),
    Text(
        es="Escriba una persona por fila. Las filas de ejemplo no cuentan.",
        en="Write one person per row. Example rows don't count.",
        zh="请每行填写一人。示例行不计。",
    ),
)
UNKNOWN_COLUMN = Notice(
    Text(
        es="hoja «{sheet}», columna {letter}: no se conoce «{header}».",
        en="sheet “{sheet}”, column {letter}: “{header}” is not known.",
        zh="工作表“{sheet}”{letter} 列：不认识“{header}”。",
    ),
    Text(
        es="Quítela o ponga # delante. Columnas: {columns}.",
        en="Take it out or put # before it. Columns: {columns}.",
        zh="请删除该列，或在表头前加 #。可用的列：{columns}。",
    ),
)
UNKNOWN_COLUMN_NEAR = replace(
    UNKNOWN_COLUMN,
    cure=Text(
        es="¿Quiso decir «{nearest}»? Una columna cuyo encabezado empieza por # se pasa por alto.",
        en="Did you mean “{nearest}”? A column whose header begins with # is passed over.",
        zh="您是否指“{nearest}”？表头以 # 开头的列会被忽略。",
    ),
)
UNNAMED_COLUMN = Notice(
    Text(
        es="hoja «{sheet}», columna {letter}: hay datos sin encabezado (fila {row}).",
        en="sheet “{sheet}”, column {letter}: there are data without a header (row {row}).",
        zh="工作表“{sheet}”{letter} 列：第 {row} 行有数据但没有表头。",
    ),
    Text(
        es="Póngale encabezado, o # para que se pase por alto.",
        en="Give it a header, or # to have it passed over.",
        zh="请写上表头，或写 # 以忽略该列。",
    ),
)
MISSING_COLUMN = Notice(
    Text(
        es="hoja «{sheet}»: falta la columna «{label}».",
        en="sheet “{sheet}”: the column “{label}” is missing.",
        zh="工作表“{sheet}”：缺少“{label}”列。",
    ),
    Text(es="Añada la columna «{label}».", en="Add the column “{label}”.", zh="请增加“{label}”列。"),
)
DOUBLED_COLUMN = Notice(
    Text(
        es="hoja «{sheet}»: las columnas {first} y {second} son la misma, «{label}».",
        en="sheet “{sheet}”: columns {first} and {second} are the same, “{label}”.",
        zh="工作表“{sheet}”：{first} 列和 {second} 列重复，都是“{label}”。",
    ),
    Text(
        es="Deje una sola, o ponga # delante del encabezado que sobra.",
        en="Keep one, or put # before the header of the other.",
        zh="请保留一列，或在多余的表头前加 #。",
    ),
)
UNWRITABLE = Notice(
    Text(
        es="no se puede escribir el archivo ({reason}).",
        en="the file can't be written ({reason}).",
        zh="无法写入文件（{reason}）。",
    ),
    Text(
        es="Ciérrelo si lo tiene abierto, o elija otra carpeta.",
        en="Close it if it is open, or choose another folder.",
        zh="如已打开请先关闭，或选择其他文件夹。",
    ),
)
EXISTS = Notice(
    Text(es="ya existe y no se sobrescribe.", en="it exists and is not overwritten.", zh="文件已存在，不会覆盖。"),
    Text(
        es="Dé otro nombre al archivo, o borre el que hay.",
        en="Give the file another name, or delete the one that is there.",
        zh="请换一个文件名，或删除已有的文件。",
    ),
)
NO_SUCH_CELL = Text(
    es="La hoja «{sheet}» no tiene la celda {cell}.",
    en="Sheet “{sheet}” has no cell {cell}.",
    zh="工作表“{sheet}”中没有单元格 {cell}。",
)
NO_SUCH_CELL_CURE = Text(
    es="Abra la comprobación otra vez y corrija allí la celda.",
    en="Open the check again and correct the cell there.",
    zh="请重新打开检查页面，在那里改正。",
)
TAKES_TOO_MUCH = Notice(
    Text(
        es="leerla exige más tiempo o memoria de lo que una hoja de trámites puede pedir.",
        en="reading it takes more time or memory than a roster may ask for.",
        zh="读取该文件所需的时间或内存超出名册应有的范围。",
    ),
    Text(
        es="Copie las filas en un libro nuevo (pegar valores), guárdelo como .xlsx y use ese.",
        en="Copy the rows to a new workbook (paste values), save it as .xlsx and use that one.",
        zh="请把数据行复制到新工作簿（仅粘贴值），另存为 .xlsx 后使用。",
    ),
)
STRANGELY_MADE = Notice(
    Text(
        es="está hecha como no la hace ningún programa de hojas de cálculo: {what}.",
        en="it is made as no spreadsheet program makes one: {what}.",
        zh="该文件的构造方式与任何表格软件都不同：{what}。",
    ),
    TAKES_TOO_MUCH.cure,
)
TOO_MANY_PARTS = Text(es="tiene miles de partes", en="it has thousands of parts", zh="包含数千个部件")
HAS_ENTITIES = Text(
    es="sus partes definen abreviaturas de XML o usan otra codificación",
    en="its parts define XML entities, or are in another encoding",
    zh="其部件定义了 XML 实体，或使用了其他编码",
)
WIDE_RANGES = Text(
    es="sus celdas combinadas o sus enlaces abarcan demasiadas celdas",
    en="its merged cells or links cover too many cells",
    zh="其合并单元格或链接覆盖的单元格过多",
)
