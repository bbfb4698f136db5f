"""Words about ID numbers and names (rules ID01–ID09, NA01)."""

from __future__ import annotations

from bot.fields.problems import Notice
from bot.text import Text

ID_MISSING = Notice(
    Text(es="Falta el número de identidad.", en="The ID number is missing.", zh="缺少身份证号。"),
    Text(
        es="Escriba los 18 caracteres del documento.",
        en="Type the 18 characters on the card.",
        zh="请按证件填写18位号码。",
    ),
)
ID_STORED_AS_NUMBER = Notice(
    Text(
        es="La celda guarda un número, no un texto: la hoja de cálculo solo conserva 15 cifras.",
        en="The cell holds a number, not text: a spreadsheet keeps only 15 digits of it.",
        zh="单元格为数值而非文本：电子表格只保留15位数字。",
    ),
    Text(
        es="Dé formato de texto a la celda y copie de nuevo el número del documento.",
        en="Format the cell as text and copy the number from the card again.",
        zh="请将单元格设为文本格式，再按证件重新填写。",
    ),
)
ID_ENDS_IN_ZEROS = Notice(
    Text(
        es="El número termina en 000: así lo deja una hoja de cálculo que lo ha tratado como número.",
        en="The number ends in 000, which is what a spreadsheet leaves when it has treated it as a number.",
        zh="号码以000结尾：电子表格按数值处理后常会如此。",
    ),
    Text(
        es="Compare las tres últimas cifras con el documento.",
        en="Compare the last three digits with the card.",
        zh="请按证件核对最后三位。",
    ),
)
ID_LENGTH = Notice(
    Text(
        es="El número de identidad tiene {count} caracteres en lugar de 18.",
        en="The ID number has {count} characters instead of 18.",
        zh="身份证号有{count}位，应为18位。",
    ),
    Text(
        es="Copie los 18 caracteres del documento; si el último es una X, también cuenta.",
        en="Copy all 18 characters from the card; a final X counts too.",
        zh="请按证件填写全部18位；末位如为X也须填写。",
    ),
)
ID_OLD_FORM = Notice(
    Text(
        es="Es un número antiguo de 15 cifras; en su forma de 18 sería {number}.",
        en="This is an old number of 15 digits; its 18-character form would be {number}.",
        zh="这是15位旧号码；换算为18位应为{number}。",
    ),
    Text(
        es="Se usará la forma de 18. Compruébela con el documento actual.",
        en="The 18-character form will be used. Check it against the current card.",
        zh="将使用18位号码，请与现行证件核对。",
    ),
)
ID_CHARACTERS = Notice(
    Text(
        es="El número de identidad contiene {characters}; solo caben cifras y, al final, la letra X.",
        en="The ID number contains {characters}; only digits fit, and the letter X in the last place.",
        zh="身份证号含有{characters}；只能为数字，末位可为字母X。",
    ),
    Text(
        es="Copie el número del documento; la X es la letra latina.",
        en="Copy the number from the card; the X is the Latin letter.",
        zh="请按证件填写；X为拉丁字母。",
    ),
)
ID_GAPS = Notice(
    Text(
        es="Hay espacios o guiones entre las cifras del número de identidad.",
        en="There are spaces or hyphens between the digits of the ID number.",
        zh="身份证号的数字之间有空格或连字符。",
    ),
    Text(
        es="Escriba los 18 caracteres seguidos.",
        en="Type the 18 characters without gaps.",
        zh="请连续填写18位号码。",
    ),
)
ID_NOT_TEXT = Notice(
    Text(
        es="La celda no contiene un número de identidad, sino una fecha u otra cosa.",
        en="The cell holds a date or something else, not an ID number.",
        zh="单元格中不是身份证号，而是日期或其他内容。",
    ),
    Text(
        es="Dé formato de texto a la celda y escriba los 18 caracteres del documento.",
        en="Format the cell as text and type the 18 characters on the card.",
        zh="请将单元格设为文本格式，再按证件填写18位号码。",
    ),
)
ID_CHECK = Notice(
    Text(
        es="El último carácter no concuerda con los demás: debería ser {expected}.",
        en="The last character does not agree with the others: it should be {expected}.",
        zh="末位校验码与前17位不符：应为{expected}。",
    ),
    Text(
        es="Hay al menos un carácter mal copiado: compare los 18 con el documento.",
        en="At least one character was copied wrong: compare all 18 with the card.",
        zh="至少有一位填写有误，请按证件逐位核对18位号码。",
    ),
)
ID_NO_SUCH_DATE = Notice(
    Text(
        es="Las cifras 7 a 14, la fecha de nacimiento, no son un día que exista.",
        en="Digits 7 to 14, the date of birth, are not a day that exists.",
        zh="第7至14位的出生日期不存在。",
    ),
    Text(
        es="Deben ser año, mes y día; compárelas con el documento.",
        en="They must be year, month and day; compare them with the card.",
        zh="应依次为年、月、日，请按证件核对。",
    ),
)
ID_BIRTH_OUT_OF_RANGE = Notice(
    Text(
        es="La fecha de nacimiento, cifras 7 a 14, es futura o anterior a 1900.",
        en="The date of birth, digits 7 to 14, is in the future or before 1900.",
        zh="第7至14位的出生日期晚于今天或早于1900年。",
    ),
    Text(
        es="Debe ser un día entre 1900 y hoy; compárela con el documento.",
        en="It must be a day between 1900 and today; compare it with the card.",
        zh="应在1900年至今天之间，请按证件核对。",
    ),
)
ID_TOO_YOUNG = Notice(
    Text(
        es="Según su número, la persona tiene {age} años; la edad mínima para trabajar es {least}.",
        en="By the number, this person is {age} years old; the least working age is {least}.",
        zh="按号码计算，此人{age}周岁；最低就业年龄为{least}周岁。",
    ),
    Text(
        es="Compruebe la fecha de nacimiento (cifras 7 a 14) con el documento.",
        en="Check the date of birth (digits 7 to 14) against the card.",
        zh="请按证件核对出生日期（第7至14位）。",
    ),
)
ID_RETIRED = Notice(
    Text(
        es="La persona tiene {age} años y ha alcanzado la edad de jubilación ({limit}).",
        en="This person is {age} years old and has reached the retirement age ({limit}).",
        zh="此人{age}周岁，已达退休年龄（{limit}周岁）。",
    ),
    Text(
        es="Confirme que debe seguir de alta en la Seguridad Social.",
        en="Confirm that social insurance is still due.",
        zh="请确认仍须参加社会保险。",
    ),
)
ID_NO_SUCH_PROVINCE = Notice(
    Text(
        es="El número empieza por {prefix}, que no es ninguna provincia.",
        en="The number begins with {prefix}, which is no province.",
        zh="号码以{prefix}开头，没有这样的省份代码。",
    ),
    Text(
        es="Compare las seis primeras cifras con el documento.",
        en="Compare the first six digits with the card.",
        zh="请按证件核对前六位。",
    ),
)
ID_NO_SUCH_COUNTY = Notice(
    Text(
        es="Las seis primeras cifras no son ningún distrito o condado actual de {province}.",
        en="The first six digits are no county or district of {province} today.",
        zh="前六位不是{province}现有的县（区）代码。",
    ),
    Text(
        es="Puede ser un código suprimido, el de la primera expedición. Compárelo con el documento.",
        en="It may be an abolished code, the one of the first issue. Compare it with the card.",
        zh="可能是首次编制时的代码，现已撤销。请按证件核对。",
    ),
)
ID_RESIDENCE_PERMIT = Notice(
    Text(
        es="Es el número de un permiso de residencia para personas de {origin}.",
        en="This is the number of a residence permit for people from {origin}.",
        zh="这是{origin}居民居住证号码。",
    ),
    Text(
        es="Compruebe que el portal lo admite.",
        en="Check that the portal takes it.",
        zh="请确认该系统受理此类证件。",
    ),
)
ID_FOREIGNER = Notice(
    Text(
        es="Es el número de un permiso de residencia permanente de extranjeros.",
        en="This is the number of a foreigner's permanent residence card.",
        zh="这是外国人永久居留身份证号码。",
    ),
    Text(
        es="Compruebe que el portal lo admite.",
        en="Check that the portal takes it.",
        zh="请确认该系统受理此类证件。",
    ),
)
ID_NO_SUCH_PERMIT = Notice(
    Text(
        es="Un número que empieza por {prefix} es un permiso de residencia y debe empezar por {prefix}0000.",
        en="A number that begins with {prefix} is a residence permit and must begin with {prefix}0000.",
        zh="以{prefix}开头的号码为居住证号码，前六位应为{prefix}0000。",
    ),
    Text(
        es="Compare las seis primeras cifras con el documento.",
        en="Compare the first six digits with the card.",
        zh="请按证件核对前六位。",
    ),
)
ORIGINS = {
    "810000": Text(es="Hong Kong", en="Hong Kong", zh="香港"),
    "820000": Text(es="Macao", en="Macau", zh="澳门"),
    "830000": Text(es="Taiwán", en="Taiwan", zh="台湾"),
}

NAME_MISSING = Notice(
    Text(es="Falta el nombre.", en="The name is missing.", zh="缺少姓名。"),
    Text(
        es="Escriba el nombre tal como figura en el documento.",
        en="Type the name as it is on the card.",
        zh="请按证件填写姓名。",
    ),
)
NAME_LENGTH = Notice(
    Text(
        es="El nombre tiene {count} caracteres; debe tener entre {least} y {most}.",
        en="The name has {count} characters; it must have between {least} and {most}.",
        zh="姓名有{count}个字符，应为{least}至{most}个。",
    ),
    Text(
        es="Escriba el nombre completo, tal como figura en el documento.",
        en="Type the full name as it is on the card.",
        zh="请按证件填写完整姓名。",
    ),
)
NAME_CHARACTERS = Notice(
    Text(
        es="El nombre contiene {characters}, que no cabe en un nombre.",
        en="The name contains {characters}, which does not belong in a name.",
        zh="姓名含有不允许的字符{characters}。",
    ),
    Text(
        es="Use solo caracteres chinos o letras latinas, espacios, el punto medio · y el guion.",
        en="Use only Chinese characters or Latin letters, spaces, the middle dot · and the hyphen.",
        zh="只能使用汉字或拉丁字母、空格、间隔号“·”和连字符。",
    ),
)
NAME_ENDS = Notice(
    Text(
        es="El nombre empieza o termina con un signo que no es una letra.",
        en="The name begins or ends with a sign that is not a letter.",
        zh="姓名的首尾不是文字。",
    ),
    Text(
        es="Quite el punto o el guion que sobra.",
        en="Remove the dot or hyphen that is too much.",
        zh="请删去多余的间隔号或连字符。",
    ),
)
NAME_PADDED = Notice(
    Text(
        es="Hay espacios entre los caracteres chinos del nombre.",
        en="There are spaces between the Chinese characters of the name.",
        zh="姓名的汉字之间有空格。",
    ),
    Text(
        es="Se usará sin ellos: {name}.",
        en="It will be used without them: {name}.",
        zh="将去掉空格使用：{name}。",
    ),
)
NAME_NOT_TEXT = Notice(
    Text(
        es="La celda no contiene un nombre, sino un número o una fecha.",
        en="The cell holds a number or a date, not a name.",
        zh="单元格中不是姓名，而是数字或日期。",
    ),
    Text(
        es="Escriba el nombre tal como figura en el documento.",
        en="Type the name as it is on the card.",
        zh="请按证件填写姓名。",
    ),
)
