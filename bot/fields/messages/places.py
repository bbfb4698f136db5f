"""Words about provinces, cities and counties (rules MI03, MI04)."""

from __future__ import annotations

from bot.fields.problems import Notice
from bot.text import Text

LEVELS = {
    "province": Text(es="Provincia", en="Province", zh="省"),
    "city": Text(es="Ciudad", en="City", zh="市"),
    "county": Text(es="Distrito o condado", en="County or district", zh="县"),
}

PLACE_MISSING = Notice(
    Text(
        es="Falta «{label}»: provincia, ciudad y distrito o condado.",
        en="“{label}” is missing: province, city, and county or district.",
        zh="缺少“{label}”：省、市、县（区）。",
    ),
    Text(
        es="Escriba los tres, o el código de seis cifras.",
        en="Fill in all three, or the six-digit code.",
        zh="请填写省、市、县（区），或六位代码。",
    ),
)
LEVEL_MISSING = Notice(
    Text(es="Falta «{level}».", en="“{level}” is missing.", zh="缺少“{level}”。"),
    Text(
        es="Escriba el nombre o el código, p. ej. {example}.",
        en="Fill in the name or the code, e.g. {example}.",
        zh="请填写名称或代码，例如{example}。",
    ),
)
NO_SUCH_PROVINCE = Notice(
    Text(
        es="«{typed}» no es ninguna provincia.",
        en="“{typed}” is no province.",
        zh="没有名为“{typed}”的省级行政区。",
    ),
    Text(
        es="Escriba el nombre chino o el código, p. ej. {example}.",
        en="Fill in the Chinese name or the code, e.g. {example}.",
        zh="请填写名称或代码，例如{example}。",
    ),
)
NOT_IN_PARENT = Notice(
    Text(
        es="«{typed}» no pertenece a {parent}.",
        en="“{typed}” does not belong to {parent}.",
        zh="“{typed}”不属于{parent}。",
    ),
    Text(
        es="Escriba el nombre chino o el código, p. ej. {example}.",
        en="Fill in the Chinese name or the code, e.g. {example}.",
        zh="请填写名称或代码，例如{example}。",
    ),
)
BELONGS_ELSEWHERE = Notice(
    Text(
        es="«{typed}» no pertenece a {parent}.",
        en="“{typed}” does not belong to {parent}.",
        zh="“{typed}”不属于{parent}。",
    ),
    Text(
        es="Está en {homes}: corrija uno de los dos.",
        en="It is in {homes}: correct one of the two.",
        zh="它属于{homes}，请更正其中一项。",
    ),
)
HAS_NONE = Notice(
    Text(
        es="{parent} no tiene divisiones de este nivel.",
        en="{parent} has no divisions of this level.",
        zh="{parent}没有这一级区划。",
    ),
    Text(
        es="Deje la celda vacía.",
        en="Leave the cell empty.",
        zh="请将此单元格留空。",
    ),
)
NO_SUCH_CODE = Notice(
    Text(
        es="Ninguna división actual tiene el código {typed}.",
        en="No division of today has the code {typed}.",
        zh="现行区划中没有代码{typed}。",
    ),
    Text(
        es="Escriba un código vigente de seis cifras, o provincia, ciudad y distrito o condado.",
        en="Fill in a six-digit code in force, or province, city, and county or district.",
        zh="请填写现行六位代码，或省、市、县（区）名称。",
    ),
)
PLACE_UNREADABLE = Notice(
    Text(
        es="La celda no contiene el nombre ni el código de un lugar.",
        en="The cell holds neither the name nor the code of a place.",
        zh="单元格中既不是地名也不是区划代码。",
    ),
    Text(
        es="Escriba el nombre chino o el código, p. ej. {example}.",
        en="Fill in the Chinese name or the code, e.g. {example}.",
        zh="请填写名称或代码，例如{example}。",
    ),
)
