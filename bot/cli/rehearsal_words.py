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

HEADING = Text(
    es="ENSAYO de la cuenta {account}: no se ha guardado ni presentado nada, y nada queda en el registro.",
    en="DRY RUN of account {account}: nothing was saved or filed, and nothing is in the journal.",
    zh="账号 {account} 的演练：没有保存或申报任何内容，日志中也没有记录。",
)
OPENING = Text(
    es="ENSAYO en {portal} ({url}), cuenta {account}: se entra y se rellena, pero no se guarda nada.",
    en="DRY RUN on {portal} ({url}), account {account}: logs in and fills in, but saves nothing.",
    zh="在 {portal}（{url}）演练，账号 {account}：会登录并填写，但不保存。",
)
NOT_COME_TO = Text(
    es="{count} casos sin empezar: {reason}",
    en="{count} cases were not come to: {reason}",
    zh="{count} 条未处理：{reason}",
)
PICTURES = Text(es="Imágenes: {folder}", en="Pictures: {folder}", zh="图片：{folder}")
TOGETHER = Text(
    es="Estas opciones no van juntas: {given}.",
    en="These options do not go together: {given}.",
    zh="这些选项不能同时使用：{given}。",
)
NO_TERMINAL = Text(
    es="«--step» pregunta antes de cada paso, y aquí no hay ninguna terminal.",
    en="`--step` asks before each step, and there is no terminal here.",
    zh="--step 会在每一步之前询问，而此处没有终端。",
)
NO_TERMINAL_CURE = Text(
    es="Ejecútelo en una terminal, o use --dry-run.",
    en="Run it in a terminal, or use --dry-run.",
    zh="请在终端中运行，或使用 --dry-run。",
)
ONE_ACCOUNT = Text(
    es="«--step» sigue una sola cuenta, y estas son: {names}.",
    en="`--step` follows one account only, and these are: {names}.",
    zh="--step 只能跟随一个账号，而此处有：{names}。",
)
FOUND = Text(es="encontrado: {count}", en="found: {count}", zh="找到：{count}")
USED = Text(es="← se usa este", en="← this one is used", zh="← 使用此项")
NOT_THERE_YET = Text(es="todavía no está en la página", en="not on the page yet", zh="页面上尚未出现")
ASK_STEP = Text(
    es="[g] hacer · [s] saltar · [q] detener · [r] seguir hasta el final:",
    en="[g] go · [s] skip · [q] stop · [r] run on to the end:",
    zh="[g] 执行 · [s] 跳过 · [q] 停止 · [r] 一直执行到最后：",
)
