"""A new batch, in three languages."""

from __future__ import annotations

from bot.text import Text

NEW_LEAD = Text(
    es="Descargue la plantilla, rellénela y suba la hoja. Nada llega al portal hasta que usted lo inicie.",
    en="Download the template, fill it in and hand in the spreadsheet. Nothing reaches the portal before you start.",
    zh="下载模板，填好后上传表格。在您开始之前，不会向系统提交任何内容。",
)
STEP_TEMPLATE = Text(es="1. Plantilla", en="1. Template", zh="1. 模板")
DOWNLOAD_TEMPLATE = Text(es="Descargar plantilla", en="Download the template", zh="下载模板")
STEP_UPLOAD = Text(es="2. Su hoja de cálculo", en="2. Your spreadsheet", zh="2. 您的表格")
CHOOSE_FILE = Text(
    es="Archivo xlsx, xls, ods o csv", en="File: xlsx, xls, ods or csv", zh="文件：xlsx、xls、ods 或 csv"
)
CHECK = Text(es="Comprobar", en="Check", zh="检查")
NO_FILE = Text(es="No se eligió ningún archivo.", en="No file was chosen.", zh="没有选择文件。")
NO_FILE_CURE = Text(
    es="Elija la hoja de cálculo y pulse «Comprobar».", en="Choose the spreadsheet and press “Check”.",
    zh="请选择表格，再点“检查”。",
)
NO_UPLOAD = Text(es="Esa hoja ya no está aquí.", en="That spreadsheet is no longer here.", zh="该表格已不在这里。")
NO_UPLOAD_CURE = Text(es="Súbala otra vez.", en="Hand it in again.", zh="请重新上传。")
CHECK_OF = Text(es="Comprobación de {roster}", en="Check of {roster}", zh="检查 {roster}")
ALL_GOOD = Text(
    es="Todo correcto: {count} trámites listos.", en="All is well: {count} cases are ready.",
    zh="全部正确：{count} 项业务可以办理。",
)
CHECKED = Text(
    es="{errors} errores y {warnings} avisos en {rows} filas; {cases} trámites listos.",
    en="{errors} errors and {warnings} warnings in {rows} rows; {cases} cases are ready.",
    zh="{rows} 行中有 {errors} 处错误、{warnings} 处提醒；{cases} 项业务可以办理。",
)
PROBLEMS = Text(es="Qué corregir", en="What to put right", zh="需要改正")
PLACE = Text(es="Lugar", en="Place", zh="位置")
PROBLEM = Text(es="Problema y remedio", en="Problem and cure", zh="问题与办法")
CORRECTION = Text(es="Corregir aquí", en="Correct it here", zh="在此改正")
SAVE = Text(es="Guardar", en="Save", zh="保存")
NEW_VALUE = Text(
    es="Valor nuevo de {place}", en="New value of {place}", zh="{place} 的新值"
)
MORE_PROBLEMS = Text(es="… y {count} más.", en="… and {count} more.", zh="……还有 {count} 处。")
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
    es="Otra persona debe aprobar (cuatro ojos)", en="Another person has to approve (four eyes)",
    zh="须由另一人批准（双人复核）",
)
ANYWAY = Text(
    es="Tramitar solo las filas sin error", en="File only the rows without an error", zh="只办理没有错误的行"
)
NO_ACCOUNT = Text(es="Falta la cuenta.", en="The account is missing.", zh="缺少账户。")
NO_ACCOUNT_CURE = Text(
    es="Escriba el nombre de la cuenta en el portal.", en="Type the name of the account at the portal.",
    zh="请填写系统中的账户名。",
)
STILL_WRONG = Text(es="La hoja aún tiene errores.", en="The spreadsheet still has errors.", zh="表格仍有错误。")
STILL_WRONG_CURE = Text(
    es="Corríjalos, o marque «Tramitar solo las filas sin error».",
    en="Put them right, or tick “File only the rows without an error”.",
    zh="请改正，或勾选“只办理没有错误的行”。",
)
