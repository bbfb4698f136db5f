"""What would be done, and a trial of it, in three languages."""

from __future__ import annotations

from bot.text import Counted, Text

EXPLAIN = Text(es="Ver qué se haría, paso a paso", en="See what would be done, step by step", zh="逐步查看将执行的操作")
EXPLAINED = Text(es="Qué se haría", en="What would be done", zh="将执行的操作")
EXPLAINED_LEAD = Text(
    es="Sale solo de los archivos: no se abre ningún navegador ni se llama al portal.",
    en="Told from the files alone: no browser is opened, and the portal is not called.",
    zh="仅根据文件说明：不会打开浏览器，也不会访问系统。",
)
CASE_TO_SEE = Text(es="Trámite", en="Case", zh="业务")
SHOW_CASE = Text(es="Ver", en="Show", zh="查看")
STEP_SKIPPED = Text(
    es="no se hace, pues no se cumple: {condition}",
    en="not done, for it is not so: {condition}",
    zh="不执行，因不满足：{condition}",
)
STEP_ONLY_IF = Text(es="solo si {condition}", en="only if {condition}", zh="仅当 {condition}")
LEAVES_DRAFT = Text(es="deja un borrador en el portal", en="leaves a draft on the portal", zh="会在系统中留下草稿")
FILES_IT = Text(es="presenta ante el portal", en="files with the portal", zh="会向系统申报")
AFTER_ALL = Text(es="Después, para todos juntos", en="Afterwards, for all together", zh="之后，统一办理")
LOG_IN_FIRST = Text(es="Primero, una vez: entrar", en="First, once: log in", zh="首先（一次）：登录")
REHEARSE = Text(es="Ensayar este trámite en el portal", en="Try this case on the portal", zh="在系统中演练这项业务")
REHEARSE_LEAD = Text(
    es="Se entra en el portal y se rellena todo, hasta justo antes de guardar. No se guarda ni se presenta nada.",
    en="It logs in and fills everything in, up to just before saving. Nothing is saved or filed.",
    zh="登录系统并填写全部内容，在保存之前停下。不保存，也不申报。",
)
REHEARSAL_OF = Text(es="Ensayo de {case}", en="Dry run of {case}", zh="演练 {case}")
NOTHING_SAVED = Text(
    es="Ensayo: no se ha guardado ni presentado nada.",
    en="A dry run: nothing was saved or filed.",
    zh="演练：没有保存或申报任何内容。",
)
TRY_ALL = Counted(
    one=Text(es="Ensayar el único trámite", en="Try the only case", zh="演练唯一一项业务"),
    several=Text(es="Ensayar los {count} trámites", en="Try all {count} cases", zh="演练全部 {count} 项业务"),
)
NOT_COME_TO = Counted(
    one=Text(es="A {count} trámite no se llegó.", en="{count} case was not come to.", zh="{count} 项业务未执行到。"),
    several=Text(
        es="A {count} trámites no se llegó.", en="{count} cases were not come to.", zh="{count} 项业务未执行到。"
    ),
)
LAST_SEEN = Text(
    es="Lo que mostraba el portal al final", en="What the portal showed at the end", zh="系统最后显示的页面"
)
PICTURES_IN = Text(es="Imágenes: {folder}", en="Pictures: {folder}", zh="图片：{folder}")
BACK_TO_CHECK = Text(es="Volver a la hoja", en="Back to the spreadsheet", zh="返回表格")
