"""What is said where something can't be had, in three languages."""

from __future__ import annotations

from bot.text import Text

NOT_THERE = Text(es="Esa página no existe.", en="There is no such page.", zh="没有这个页面。")
NOT_THERE_CURE = Text(
    es="Quizá se cerró lo que mostraba. Siga desde el inicio.",
    en="What it showed may be over. Go on from the home page.",
    zh="它所显示的内容可能已结束。请从首页继续。",
)
NOT_SO = Text(
    es="Esa página no se puede pedir así.", en="That page cannot be asked for in this way.",
    zh="不能以这种方式访问该页面。",
)
NOT_SO_CURE = Text(
    es="Vuelva atrás, recargue la página y use sus botones.", en="Go back, reload the page and use its buttons.",
    zh="请返回并刷新页面，使用页面上的按钮。",
)
BUG = Text(
    es="Esto es un error nuestro, no suyo. Lo que estaba en marcha sigue.",
    en="This is our mistake, not yours. What was under way goes on.",
    zh="这是程序的错误，与您的操作无关。正在办理的工作不受影响。",
)
BUG_CURE = Text(
    es="Vuelva atrás y repita. Si ocurre otra vez, envíenos este archivo de la consola: {log}",
    en="Go back and try again. If it happens once more, please send us this file of the console's: {log}",
    zh="请返回重试。如再次出现，请把控制台的这个文件发给我们：{log}",
)
NOT_KEPT_AT = Text(
    es="Vuelva atrás y repita. Los detalles no se pudieron guardar: ¿queda espacio en el disco?",
    en="Go back and try again. The details could not be kept: is there room left on the disk?",
    zh="请返回重试。详情未能保存：磁盘是否还有空间？",
)
