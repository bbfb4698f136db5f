"""A new batch, in three languages."""

from __future__ import annotations

from bot.text import Counted, Text

NEW_LEAD = Text(
    es="Descargue la plantilla, rellénela y suba la hoja. Nada llega al portal hasta que usted lo inicie.",
    en="Download the template, fill it in and hand in the spreadsheet. Nothing reaches the portal before you start.",
    zh="下载模板，填好后上传表格。在您开始之前，不会向系统提交任何内容。",
)
STEP_TEMPLATE = Text(es="¿Aún no la tiene?", en="No spreadsheet yet?", zh="还没有表格？")
DOWNLOAD_TEMPLATE = Text(es="Descargar plantilla", en="Download the template", zh="下载模板")
STEP_UPLOAD = Text(es="Su hoja de cálculo", en="Your spreadsheet", zh="您的表格")
DROP_HERE = Text(es="Suelte aquí su hoja de cálculo", en="Drop your spreadsheet here", zh="把表格拖到这里")
CHOOSE_FILE = Text(
    es="o elija un archivo: xlsx, xlsm, xls, ods o csv. Se comprueba enseguida.",
    en="or choose a file: xlsx, xlsm, xls, ods or csv. It is checked at once.",
    zh="或选择文件：xlsx、xlsm、xls、ods 或 csv。选好后立即检查。",
)
CHECKING = Text(es="Comprobando…", en="Checking…", zh="正在检查……")
CHECK = Text(es="Comprobar", en="Check", zh="检查")
NO_FILE = Text(es="No se eligió ningún archivo.", en="No file was chosen.", zh="没有选择文件。")
NO_FILE_CURE = Text(
    es="Elija la hoja de cálculo y pulse «Comprobar».",
    en="Choose the spreadsheet and press “Check”.",
    zh="请选择表格，再点“检查”。",
)
CHECK_OF = Text(es="Comprobación de {roster}", en="Check of {roster}", zh="检查 {roster}")
ALL_GOOD = Counted(
    one=Text(
        es="Todo correcto: {count} trámite listo.",
        en="All is well: {count} case is ready.",
        zh="全部正确：{count} 项业务可以办理。",
    ),
    several=Text(
        es="Todo correcto: {count} trámites listos.",
        en="All is well: {count} cases are ready.",
        zh="全部正确：{count} 项业务可以办理。",
    ),
)
ROWS_CHECKED = Counted(
    one=Text(es="{count} fila comprobada", en="{count} row checked", zh="已检查 {count} 行"),
    several=Text(es="{count} filas comprobadas", en="{count} rows checked", zh="已检查 {count} 行"),
)
CASES_READY = Counted(
    one=Text(es="{count} trámite listo", en="{count} case ready", zh="{count} 项业务就绪"),
    several=Text(es="{count} trámites listos", en="{count} cases ready", zh="{count} 项业务就绪"),
)
ERRORS = Counted(
    one=Text(es="{count} error", en="{count} error", zh="{count} 处错误"),
    several=Text(es="{count} errores", en="{count} errors", zh="{count} 处错误"),
)
WARNINGS = Counted(
    one=Text(es="{count} aviso", en="{count} warning", zh="{count} 处提醒"),
    several=Text(es="{count} avisos", en="{count} warnings", zh="{count} 处提醒"),
)
NOTES = Counted(
    one=Text(es="{count} nota", en="{count} note", zh="{count} 条提示"),
    several=Text(es="{count} notas", en="{count} notes", zh="{count} 条提示"),
)
CASES_OF = Counted(
    one=Text(es="{count} trámite", en="{count} case", zh="{count} 项"),
    several=Text(es="{count} trámites", en="{count} cases", zh="{count} 项"),
)
ROWS_WITH = Counted(
    one=Text(es="{count} fila", en="{count} row", zh="{count} 行"),
    several=Text(es="{count} filas", en="{count} rows", zh="{count} 行"),
)
TO_PUT_RIGHT = Text(es="Qué corregir", en="What to put right", zh="需要改正")
TO_LOOK_AT = Text(es="Qué revisar", en="What to look at", zh="需要确认")
NOTHING_TO_DO = Text(es="Para su información", en="Good to know", zh="供您参考")
NOTHING_TO_DO_LEAD = Text(
    es="Aquí no hay que hacer nada.", en="Nothing needs to be done about these.", zh="以下内容无需处理。"
)
ALL_OPEN = Text(es="Por resolver", en="Open", zh="待处理")
SEVERITY_OF = Text(es="Mostrar", en="Show", zh="显示")
SHEET_OF = Text(es="Hoja", en="Sheet", zh="工作表")
ALL_SHEETS = Text(es="Todas", en="All", zh="全部")
SEARCH_ROWS = Text(es="Buscar", en="Find", zh="查找")
SEARCH_HINT = Text(es="nombre, fila, columna, palabra", en="name, row, column, word", zh="姓名、行、列、文字")
NOTHING_FOUND = Text(es="Nada coincide con la búsqueda.", en="Nothing matches.", zh="没有符合条件的内容。")
NONE_LEFT = Text(es="Nada pendiente.", en="Nothing is left to put right.", zh="没有待处理的问题。")
ROW_N = Text(es="Fila {row}", en="Row {row}", zh="第 {row} 行")
WHOLE_ROSTER = Text(es="Toda la hoja", en="The whole spreadsheet", zh="整个表格")
TAKE = Text(es="Usar {value}", en="Use {value}", zh="采用 {value}")
EMPTY = Text(es="(vacío)", en="(empty)", zh="（空）")
SAVED_NOW = Text(es="Guardado: {place}.", en="Saved: {place}.", zh="已保存：{place}。")
WHAT_WILL_BE = Text(es="Qué se tramitará", en="What will be filed", zh="将办理")
NOTHING_READY = Text(
    es="Ninguna fila se puede tramitar todavía.", en="No row can be filed yet.", zh="还没有可以办理的行。"
)
SAME_AGAIN = Text(
    es="Esta hoja ya se entregó este mes: lote {batch}. «Iniciar» sigue con él; nada se tramita dos veces.",
    en="This spreadsheet was handed in this month: batch {batch}. Start goes on with it, nothing is filed twice.",
    zh="本月已交过这份表格：批次 {batch}。开始将接着办理该批次，不会重复申报。",
)
HELD_ELSEWHERE = Counted(
    one=Text(
        es="{count} trámite ya está en el lote {batch}; no se tramita otra vez.",
        en="{count} case is in batch {batch} already; it is not filed again.",
        zh="{count} 项业务已在批次 {batch} 中，不会重复办理。",
    ),
    several=Text(
        es="{count} trámites ya están en el lote {batch}; no se tramitan otra vez.",
        en="{count} cases are in batch {batch} already; they are not filed again.",
        zh="{count} 项业务已在批次 {batch} 中，不会重复办理。",
    ),
)
HOW_FAR = Text(es="Hasta dónde", en="How far", zh="办理到哪一步")
UNTIL_REVIEW = Text(
    es="Borradores, comprobados en el portal y listos para revisar",
    en="Drafts, read back from the portal and ready for review",
    zh="填写草稿，从系统读回核对，等待审阅",
)
UNTIL_DRAFTS = Text(es="Solo borradores", en="Drafts only", zh="只填写草稿")
CONFIRM_WARNINGS = Counted(
    one=Text(es="He mirado el aviso", en="I have looked at the warning", zh="我已看过这处提醒"),
    several=Text(
        es="He mirado los {count} avisos", en="I have looked at the {count} warnings", zh="我已看过这 {count} 处提醒"
    ),
)
DOWNLOADS = Text(es="Su hoja", en="Your spreadsheet", zh="您的表格")
DOWNLOAD_CORRECTED = Text(
    es="Descargar con sus correcciones", en="Download with your corrections", zh="下载（含您的改正）"
)
DOWNLOAD_MARKED = Text(
    es="Descargar con los problemas marcados", en="Download with the problems marked", zh="下载（标出问题）"
)
ERROR = Text(es="error", en="error", zh="错误")
WARNING = Text(es="aviso", en="warning", zh="提醒")
NOTE = Text(es="nota", en="note", zh="提示")
UPLOAD_AGAIN = Text(es="Subir otra versión", en="Hand in another version", zh="上传另一版本")
START = Text(es="Iniciar", en="Start", zh="开始")
START_LEAD = Text(
    es="Se preparan los borradores y se comprueban. Usted los revisa antes de declarar.",
    en="The drafts are made and read back. You look them over before anything is declared.",
    zh="先填写草稿并核对；申报之前由您审阅。",
)
IN_ROSTER = Text(es="Según la hoja", en="As the spreadsheet says", zh="按表格所写")
ASK_FOUR_EYES = Text(
    es="Otra persona debe aprobar (cuatro ojos)",
    en="Another person has to approve (four eyes)",
    zh="须由另一人批准（双人复核）",
)
ANYWAY = Text(es="Tramitar solo las filas sin error", en="File only the rows without an error", zh="只办理没有错误的行")
STILL_WARNED = Text(es="Falta mirar los avisos.", en="The warnings have not been looked at.", zh="还有提醒未确认。")
STILL_WARNED_CURE = Text(
    es="Mírelos y marque la casilla de los avisos.",
    en="Look at them and tick the box about the warnings.",
    zh="请查看后勾选提醒的确认框。",
)
NO_ACCOUNT = Text(es="Falta la cuenta.", en="The account is missing.", zh="缺少账户。")
NO_ACCOUNT_CURE = Text(
    es="Escriba el nombre de la cuenta en el portal.",
    en="Type the name of the account at the portal.",
    zh="请填写系统中的账户名。",
)
STILL_WRONG = Text(es="La hoja aún tiene errores.", en="The spreadsheet still has errors.", zh="表格仍有错误。")
STILL_WRONG_CURE = Text(
    es="Corríjalos, o marque «Tramitar solo las filas sin error».",
    en="Put them right, or tick “File only the rows without an error”.",
    zh="请改正，或勾选“只办理没有错误的行”。",
)
ERROR_ONES = Text(es="Errores", en="Errors", zh="错误")
WARNING_ONES = Text(es="Avisos", en="Warnings", zh="提醒")
NOTE_ONES = Text(es="Notas", en="Notes", zh="提示")
MARKED = Text(es="marcada", en="marked", zh="已标记")
NO_CELL = Text(es="No se dijo qué celda.", en="Which cell was not said.", zh="没有指明单元格。")
NO_CELL_CURE = Text(es="Abra la comprobación otra vez.", en="Open the check again.", zh="请重新打开检查页面。")
SAVE = Text(es="Guardar", en="Save", zh="保存")
NEW_VALUE = Text(es="Valor nuevo de {place}", en="New value of {place}", zh="{place} 的新值")
