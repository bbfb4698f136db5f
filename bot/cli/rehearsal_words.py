"""What `portal run --explain`, `--dry-run` and `--step` say."""

from bot.text import Text

NOTHING_TOUCHED = Text(
    es="Esto es lo que se haría. No se abre ningún navegador ni se llama al portal.",
    en="This is what would be done. No browser is opened, and the portal is not called.",
    zh="以下是将要执行的内容。不会打开浏览器，也不会访问系统。",
)
STAGE = Text(es="{title} [{stage}]{effect}", en="{title} [{stage}]{effect}", zh="{title} [{stage}]{effect}")
EFFECTS = {
    "none": Text.same(""),
    "draft": Text(
        es=" — con efecto: deja un borrador en el portal",
        en=" — has an effect: leaves a draft on the portal",
        zh=" — 有实际影响：会在系统中留下草稿",
    ),
    "filing": Text(
        es=" — con efecto: presenta ante el portal",
        en=" — has an effect: files with the portal",
        zh=" — 有实际影响：会向系统申报",
    ),
}
PROBE = Text(
    es="si se interrumpe, se pregunta al portal con «{probe}» si ya se hizo",
    en="if it is cut short, `{probe}` asks the portal whether it has happened",
    zh="如中断，用 {probe} 向系统查询是否已完成",
)
EFFECT_HERE = Text(es="[EFECTO]", en="[EFFECT]", zh="【影响】")
ONLY_IF = Text(es="solo si {condition}", en="only if {condition}", zh="仅当 {condition}")
BECAUSE = Text(es="porque {condition}", en="because {condition}", zh="因为 {condition}")
SKIPPED = Text(
    es="no se hace: no se cumple {condition}", en="not done: not so, {condition}", zh="不执行：不满足 {condition}"
)
UNTIL = Text(es="se repite hasta que {condition}", en="again until {condition}", zh="重复直到 {condition}")
IF_THERE = Text(es="si está en la página", en="if it is on the page", zh="如页面上有")
AFTERWARDS = Text(es="después: {title}{effect}", en="afterwards: {title}{effect}", zh="之后：{title}{effect}")
IN_SETS = Text(
    es="{said}, de {count} en {count} como máximo",
    en="{said}, at most {count} at a time",
    zh="{said}，每次最多 {count} 条",
)
NEEDS_REHEARSAL = Text(
    es="{option} solo sirve junto con --explain, --dry-run o --step.",
    en="{option} goes only with --explain, --dry-run or --step.",
    zh="{option} 只能与 --explain、--dry-run 或 --step 一起使用。",
)
NEEDS_REHEARSAL_CURE = Text(
    es="Lo que se presenta de verdad se hace entero y queda en el registro: «portal run» sin esa opción.",
    en="What is filed in earnest is done whole and kept in the journal: `portal run` without it.",
    zh="正式办理须完整执行并记入日志：请去掉该选项运行 portal run。",
)
