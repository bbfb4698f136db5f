"""What `portal import` and `portal export` say."""

from __future__ import annotations

from bot.text import Text

IMPORTED = Text(
    es="{source} · {title} → flujo «{name}»",
    en="{source} · {title} → flow `{name}`",
    zh="{source} · {title} → 流程 {name}",
)
EMPTY = Text(
    es="{source} · {title}: no hay nada que se pueda traer",
    en="{source} · {title}: nothing in it can be carried over",
    zh="{source} · {title}：没有可以导入的内容",
)
ADOPT = Text(
    es="portal.yaml no se ha tocado. Los elementos nuevos están en portal.proposed.yaml: léalo y póngalo en su lugar.",
    en="portal.yaml was left as it is. The new elements are in portal.proposed.yaml: read it and put it in its place.",
    zh="portal.yaml 未改动。新元素写在 portal.proposed.yaml 中：查看后用它替换。",
)
NEXT = Text(
    es="Ahora: lea los archivos, ponga en una etapa propia lo que presenta algo, y «portal lint {folder}».",
    en="Now: read the files, put what files something into a stage of its own, and `portal lint {folder}`.",
    zh="接下来：通读文件，把提交业务的步骤放入单独的阶段，然后运行 portal lint {folder}。",
)
OTHER_FILE = Text(
    es="Dé otro nombre con -o.", en="Give another name with -o.", zh="请用 -o 指定其他文件名。"
)
NOT_IN_SCRIPT = Text(
    es="Lo que el guion no hace:", en="What the script does not do:", zh="脚本不包含以下内容："
)
