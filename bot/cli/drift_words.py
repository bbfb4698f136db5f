"""What `portal drift` says."""

from __future__ import annotations

from bot.text import Text

LOOKED_AT = Text(
    es="{portal} ({url}), en {language}: {screens} pantallas vistas, {elements} de {all} elementos encontrados.",
    en="{portal} ({url}), in {language}: {screens} screens seen, {elements} of {all} elements found.",
    zh="{portal}（{url}），{language}：已查看 {screens} 个页面，找到 {all} 个元素中的 {elements} 个。",
)
LANGUAGES = {
    "es": Text(es="español", en="Spanish", zh="西班牙语"),
    "en": Text(es="inglés", en="English", zh="英语"),
    "zh": Text(es="chino", en="Chinese", zh="中文"),
}
NOTHING_CHANGED = Text(
    es="No ha cambiado nada desde el estado guardado.",
    en="Nothing has changed since the baseline.",
    zh="与基准相比没有变化。",
)
CHANGED = Text(es="Ha cambiado", en="Changed", zh="有变化")
SCREENS = Text(es="pantallas: {screens}", en="screens: {screens}", zh="页面：{screens}")
ELEMENTS = Text(es="portal.yaml: {elements}", en="portal.yaml: {elements}", zh="portal.yaml：{elements}")
NOT_REACHED = Text(es="No se pudo llegar a", en="Could not be come to", zh="未能到达")
AT = Text(es="paso: {place}", en="step: {place}", zh="步骤：{place}")
NEAREST = Text(es="lo más parecido: {nearest}", en="most like it: {nearest}", zh="最接近的：{nearest}")
NO_BASELINE = Text(
    es="Sin estado guardado con el que comparar: {screens}. Lo escribe «portal drift --accept».",
    en="No baseline to compare with: {screens}. `portal drift --accept` writes it.",
    zh="没有可比较的基准：{screens}。用 portal drift --accept 写入。",
)
NOT_LOOKED_AT = Text(es="Elementos no mirados", en="Elements not looked at", zh="未查看的元素")
ACCEPTED = Text(
    es="Guardado como el estado con el que se comparará: {count} archivos en {folder}. Léalos antes de darlos a otros.",
    en="Written as the baseline from now on: {count} files in {folder}. Read them before you hand them to others.",
    zh="已写入为今后的基准：{folder} 中的 {count} 个文件。交给他人之前请先查看。",
)
PROPOSED = Text(
    es="Propuesta escrita en {path}; portal.yaml no se ha tocado.",
    en="Proposal written to {path}; portal.yaml was left as it is.",
    zh="建议已写入 {path}；portal.yaml 未改动。",
)
NOTHING_TO_PROPOSE = Text(
    es="No hay ningún cambio de nombre que proponer para portal.yaml.",
    en="There is no new name to propose for portal.yaml.",
    zh="没有需要在 portal.yaml 中改名的内容。",
)
ELSEWHERE = Text(
    es="Estos flujos dicen también el nombre antiguo: {places}",
    en="These flows say the old name, too: {places}",
    zh="以下流程中也写有旧名称：{places}",
)
