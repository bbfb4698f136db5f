"""What has changed on the portal, in the reader's language."""

from __future__ import annotations

from bot.text import Text

KINDS: dict[str, Text] = {
    "button": Text(es="botón", en="button", zh="按钮"),
    "link": Text(es="enlace", en="link", zh="链接"),
    "field": Text(es="campo", en="field", zh="输入项"),
    "heading": Text(es="título", en="heading", zh="标题"),
    "image": Text(es="imagen", en="picture", zh="图片"),
    "column": Text(es="columna", en="column", zh="列"),
    "check_box": Text(es="casilla", en="check box", zh="复选框"),
    "radio": Text(es="opción", en="option", zh="单选项"),
    "tab": Text(es="pestaña", en="tab", zh="标签页"),
    "menu_item": Text(es="entrada de menú", en="menu entry", zh="菜单项"),
    "dialog": Text(es="diálogo", en="dialog", zh="对话框"),
    "frame": Text(es="marco", en="frame", zh="内嵌框架"),
}
"""What kinds of things are called."""

THING = Text(es="{kind} «{name}»", en="{kind} ‘{name}’", zh="{kind}“{name}”")

RENAMED = Text(
    es="{thing}: ahora se llama «{name}»", en="{thing} is now ‘{name}’", zh="{thing}现名为“{name}”"
)
GONE = Text(es="{thing}: ya no está", en="{thing} is gone", zh="{thing}已不存在")
NEW = Text(es="aparece: {thing}", en="new {thing}", zh="新增{thing}")
NEW_REQUIRED = Text(
    es="aparece un campo obligatorio: «{name}»", en="new required field ‘{name}’", zh="新增必填项“{name}”"
)
REQUIRED = Text(es="{thing}: ahora es obligatorio", en="{thing} is required now", zh="{thing}现为必填")
OPTIONAL = Text(es="{thing}: ya no es obligatorio", en="{thing} is not required any more", zh="{thing}不再必填")
MOVED = Text(
    es="{thing}: cambia de sitio; estaba {place} y ahora está {now}",
    en="{thing} moved: it was {place}, and is {now} now",
    zh="{thing}位置有变：原在{place}，现移到{now}",
)
AFTER = Text(es="después de «{name}»", en="after ‘{name}’", zh="“{name}”之后")
AT_THE_TOP = Text(es="al principio", en="at the top", zh="最前面")

LOST = Text(
    es="el elemento «{element}» de portal.yaml ya no encuentra nada",
    en="the element ‘{element}’ of portal.yaml finds nothing any more",
    zh="portal.yaml 中的元素“{element}”已找不到对应内容",
)
SEVERAL = Text(
    es="el elemento «{element}» de portal.yaml encuentra {count} cosas; debe encontrar una",
    en="the element ‘{element}’ of portal.yaml finds {count} things; it must find one",
    zh="portal.yaml 中的元素“{element}”找到 {count} 处，只应有一处",
)
LATER_CANDIDATE = Text(
    es="el elemento «{element}» de portal.yaml solo se encuentra con un candidato posterior: {candidate}",
    en="the element ‘{element}’ of portal.yaml is only found by a later candidate: {candidate}",
    zh="portal.yaml 中的元素“{element}”只能用后面的候选找到：{candidate}",
)
SCREEN_GONE = Text(
    es="esta pantalla tiene estado guardado, pero el recorrido ya no pasa por ella",
    en="this screen has a baseline, but the walk does not come to it any more",
    zh="该页面有基准，但浏览流程已不再经过",
)

WHY_TOLD = Text(
    es="solo aparece cuando el portal avisa de algo o está trabajando",
    en="it shows only when the portal has something to say, or is at work",
    zh="只在系统提示信息或处理中时出现",
)
WHY_VALUES = Text(
    es="depende de los datos de un caso",
    en="it depends on the data of a case",
    zh="取决于具体业务的数据",
)
WHY_STOPPED = Text(
    es="no está en las pantallas vistas, y el recorrido no pudo llegar a todas",
    en="it is not on the screens that were seen, and the walk could not come to all of them",
    zh="已看过的页面上没有，且未能走完全部页面",
)
WHY_NOT_MET = Text(
    es="no está en ninguna pantalla del recorrido",
    en="it is on no screen of the walk",
    zh="浏览的页面上都没有",
)
WHY_NOT_NOW = Text(
    es="los flujos cuentan con que a veces falte, y ahora falta",
    en="the flows reckon with its being missing at times, and it is now",
    zh="流程允许其有时不出现，当前未出现",
)

NO_BASELINE_FILE = Text(
    es="{path} no es el estado guardado de una pantalla.",
    en="{path} is no baseline of a screen.",
    zh="{path} 不是页面基准文件。",
)
NO_BASELINE_FILE_CURE = Text(
    es="Bórrelo y guárdelo de nuevo con «portal drift --accept».",
    en="Remove it, and have it written anew by `portal drift --accept`.",
    zh="请删除该文件，再用 portal drift --accept 重新写入。",
)
NOT_WRITTEN = Text(
    es="No se pudo escribir {path}: {why}.", en="{path} could not be written: {why}.", zh="无法写入 {path}：{why}。"
)
NOT_WRITTEN_CURE = Text(
    es="Copie la carpeta de los flujos a otro sitio e indíquela con «--flows».",
    en="Copy the folder of flows to another place, and name it with `--flows`.",
    zh="请把流程文件夹复制到别处，并用 --flows 指定。",
)
