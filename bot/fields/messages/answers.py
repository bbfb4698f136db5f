"""Words about choices, amounts, dates and plain texts (HU01, WA01–WA03, MI01 and others)."""

from __future__ import annotations

from bot.fields.problems import Notice
from bot.text import Text

MISSING = Notice(
    Text(es="Falta «{label}».", en="“{label}” is missing.", zh="缺少“{label}”。"),
    Text(es="Rellene la celda.", en="Fill in the cell.", zh="请填写此单元格。"),
)

CHOICE_MISSING = Notice(
    Text(es="Falta «{label}».", en="“{label}” is missing.", zh="缺少“{label}”。"),
    Text(es="Elija una opción: {options}.", en="Choose one of: {options}.", zh="请选择：{options}。"),
)
CHOICE_UNKNOWN = Notice(
    Text(
        es="«{typed}» no es una opción de «{label}».",
        en="“{typed}” is no option of “{label}”.",
        zh="“{typed}”不是“{label}”的选项。",
    ),
    Text(es="Elija una opción: {options}.", en="Choose one of: {options}.", zh="请选择：{options}。"),
)
CHOICE_NEARLY = Notice(
    Text(
        es="«{typed}» no es una opción de «{label}».",
        en="“{typed}” is no option of “{label}”.",
        zh="“{typed}”不是“{label}”的选项。",
    ),
    Text(
        es="¿Quería decir «{nearest}»? Las opciones son: {options}.",
        en="Did you mean “{nearest}”? The options are: {options}.",
        zh="是否为“{nearest}”？选项有：{options}。",
    ),
)
YES_NO_MISSING = Notice(
    Text(es="«{label}» está sin contestar.", en="“{label}” is not answered.", zh="未回答“{label}”。"),
    Text(es="Escriba Sí o No.", en="Answer Yes or No.", zh="请填写“是”或“否”。"),
)
YES_NO_UNKNOWN = Notice(
    Text(
        es="«{typed}» no responde a «{label}».",
        en="“{typed}” does not answer “{label}”.",
        zh="“{typed}”不是“{label}”的有效回答。",
    ),
    Text(es="Escriba Sí o No.", en="Answer Yes or No.", zh="请填写“是”或“否”。"),
)

AMOUNT_UNREADABLE = Notice(
    Text(
        es="«{typed}» no es una cantidad.",
        en="“{typed}” is not an amount.",
        zh="“{typed}”不是数值。",
    ),
    Text(
        es="Escriba solo el número, p. ej. 6000.",
        en="Type the number alone, e.g. 6000.",
        zh="请只填写数字，例如6000。",
    ),
)
AMOUNT_AMBIGUOUS = Notice(
    Text(
        es="«{typed}» puede leerse de dos maneras, con decimales o con separador de miles.",
        en="“{typed}” can be read in two ways, with decimals or with a thousands separator.",
        zh="“{typed}”有两种读法：小数或千位分隔。",
    ),
    Text(
        es="Escriba el número sin separadores, p. ej. 6000.",
        en="Type the number without separators, e.g. 6000.",
        zh="请不用分隔符填写，例如6000。",
    ),
)
AMOUNT_NOT_WHOLE = Notice(
    Text(
        es="{amount} no es un número entero.",
        en="{amount} is not a whole number.",
        zh="{amount}不是整数。",
    ),
    Text(
        es="Escriba el número sin decimales.",
        en="Type the number without decimals.",
        zh="请填写整数，不带小数。",
    ),
)
AMOUNT_NOT_POSITIVE = Notice(
    Text(
        es="«{label}» debe ser mayor que cero.",
        en="“{label}” must be above zero.",
        zh="“{label}”必须大于零。",
    ),
    Text(
        es="Escriba la cantidad, p. ej. 6000.",
        en="Type the amount, e.g. 6000.",
        zh="请填写金额，例如6000。",
    ),
)
BELOW_FLOOR = Notice(
    Text(
        es="{amount} {currency} está por debajo del mínimo de {limit}.",
        en="{amount} {currency} is below the floor of {limit}.",
        zh="{amount} {currency}低于下限{limit}。",
    ),
    Text(
        es="El portal aplicará {limit}. Confírmelo o corrija la cantidad.",
        en="The portal will apply {limit}. Confirm it, or correct the amount.",
        zh="系统将按{limit}执行。请确认或更正金额。",
    ),
)
ABOVE_CAP = Notice(
    Text(
        es="{amount} {currency} está por encima del máximo de {limit}.",
        en="{amount} {currency} is above the cap of {limit}.",
        zh="{amount} {currency}高于上限{limit}。",
    ),
    Text(
        es="El portal aplicará {limit}. Confírmelo o corrija la cantidad.",
        en="The portal will apply {limit}. Confirm it, or correct the amount.",
        zh="系统将按{limit}执行。请确认或更正金额。",
    ),
)
NUMBER_TOO_SMALL = Notice(
    Text(es="{amount} es menor que {limit}.", en="{amount} is less than {limit}.", zh="{amount}小于{limit}。"),
    Text(es="Debe ser al menos {limit}.", en="It must be at least {limit}.", zh="不得小于{limit}。"),
)
NUMBER_TOO_LARGE = Notice(
    Text(es="{amount} es mayor que {limit}.", en="{amount} is more than {limit}.", zh="{amount}大于{limit}。"),
    Text(es="Debe ser como mucho {limit}.", en="It must be at most {limit}.", zh="不得大于{limit}。"),
)

DATE_UNREADABLE = Notice(
    Text(es="«{typed}» no es una fecha.", en="“{typed}” is not a date.", zh="“{typed}”不是日期。"),
    Text(
        es="Escriba año, mes y día, p. ej. {example}.",
        en="Type year, month and day, e.g. {example}.",
        zh="请按年、月、日填写，例如{example}。",
    ),
)
DATE_AMBIGUOUS = Notice(
    Text(
        es="«{typed}» puede leerse de dos maneras: no se sabe qué es el día y qué el mes.",
        en="“{typed}” can be read in two ways: which is the day, and which the month?",
        zh="“{typed}”有两种读法：无法分清日和月。",
    ),
    Text(
        es="Escriba año, mes y día, p. ej. {example}.",
        en="Type year, month and day, e.g. {example}.",
        zh="请按年、月、日填写，例如{example}。",
    ),
)

TEXT_TOO_SHORT = Notice(
    Text(
        es="«{label}» tiene {count} caracteres; debe tener al menos {limit}.",
        en="“{label}” has {count} characters; it must have at least {limit}.",
        zh="“{label}”有{count}个字符，至少应有{limit}个。",
    ),
    Text(es="Complete el texto.", en="Complete the text.", zh="请补全内容。"),
)
TEXT_TOO_LONG = Notice(
    Text(
        es="«{label}» tiene {count} caracteres; caben {limit}.",
        en="“{label}” has {count} characters; {limit} fit.",
        zh="“{label}”有{count}个字符，最多{limit}个。",
    ),
    Text(es="Acorte el texto.", en="Shorten the text.", zh="请缩短内容。"),
)
TEXT_WRONG_FORM = Notice(
    Text(
        es="«{typed}» no tiene la forma de «{label}».",
        en="“{typed}” does not have the form of “{label}”.",
        zh="“{typed}”不符合“{label}”的格式。",
    ),
    Text(es="Escríbalo así: {form}.", en="Write it like this: {form}.", zh="格式如下：{form}。"),
)
TEXT_UNREADABLE = Notice(
    Text(
        es="La celda de «{label}» no contiene texto.",
        en="The cell of “{label}” does not hold text.",
        zh="“{label}”的单元格不是文本。",
    ),
    Text(
        es="Dé formato de texto a la celda y escríbalo de nuevo.",
        en="Format the cell as text and type it again.",
        zh="请将单元格设为文本格式后重新填写。",
    ),
)
NOT_A_LIST = Notice(
    Text(es="«{label}» no es una lista.", en="“{label}” is not a list.", zh="“{label}”不是列表。"),
    Text(
        es="El flujo que llama debe entregar una lista.",
        en="The flow that calls must hand over a list.",
        zh="调用方流程须提供列表。",
    ),
)
