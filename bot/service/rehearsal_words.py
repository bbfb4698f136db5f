"""What the service says when flows are explained or rehearsed."""

from bot.text import Text

NO_SUCH_CASE = Text(
    es="La hoja no tiene ningún caso «{case}».",
    en="The roster has no case “{case}”.",
    zh="名册中没有“{case}”。",
)
CASES_ARE = Text(es="Sus casos son: {known}.", en="Its cases are: {known}.", zh="其中的业务有：{known}。")
NO_SUCH_STAGE = Text(
    es="«{flow}» no tiene ninguna etapa «{stage}».",
    en="“{flow}” has no stage “{stage}”.",
    zh="“{flow}”没有名为“{stage}”的阶段。",
)
STAGES_ARE = Text(es="Sus etapas son: {known}.", en="Its stages are: {known}.", zh="其阶段有：{known}。")
REHEARSING = Text(
    es="ENSAYO: no se guarda nada en el portal",
    en="DRY RUN: nothing is saved on the portal",
    zh="演练：不会在系统中保存任何内容",
)
PASSED_OVER = Text(
    es="La etapa «{stage}» va antes, tiene efecto y el portal no muestra que se haya hecho.",
    en="The stage “{stage}” comes before, has an effect, and the portal does not show that it is done.",
    zh="其前的阶段“{stage}”有实际影响，而系统未显示其已完成。",
)
NO_PROBE = Text(
    es="«{stage}» no tiene «already_done»: no hay forma de preguntarlo. Empiece desde ella o antes.",
    en="“{stage}” has no `already_done`: there is no way to ask. Begin there, or before it.",
    zh="“{stage}”没有 already_done，无法查询。请从该阶段或更早的阶段开始。",
)
NOT_FOUND = Text(
    es="«{probe}» no lo encontró en el portal. Empiece antes.",
    en="`{probe}` did not find it on the portal. Begin earlier.",
    zh="{probe} 在系统中没有查到。请从更早的阶段开始。",
)
ONE_CASE = Text(
    es="«--from» es para un solo caso, y la hoja tiene {count}.",
    en="`--from` is for a single case, and the roster has {count}.",
    zh="--from 只能用于一条业务，而名册中有 {count} 条。",
)
CHOOSE_CASE = Text(
    es="Elija uno con --case: {known}.",
    en="Choose one with --case: {known}.",
    zh="请用 --case 选择一条：{known}。",
)
ENDINGS = {
    "would_draft": Text(
        es="se habría guardado en borradores; no se ha hecho: ensayo",
        en="would have been saved to drafts; not done: dry run",
        zh="本应存入草稿；未执行：演练",
    ),
    "would_file": Text(
        es="se habría presentado; no se ha hecho: ensayo",
        en="would have been filed; not done: dry run",
        zh="本应申报；未执行：演练",
    ),
    "not_entered": Text(
        es="etapa con efecto no empezada: ningún paso suyo dice «commits: true»",
        en="a stage with an effect was not begun: none of its steps says `commits: true`",
        zh="有实际影响的阶段未开始：其中没有步骤标明 commits: true",
    ),
    "not_met": Text(
        es="terminó sin llegar al paso con efecto: no se cumplió su condición",
        en="ended without coming to the step with the effect: its condition was not met",
        zh="结束时未执行到有实际影响的步骤：其条件未满足",
    ),
    "done": Text(es="hecho entero: no tiene efecto", en="done whole: it has no effect", zh="已全部执行：没有实际影响"),
    "refused": Text(es="el portal dice que no", en="the portal says no", zh="系统拒绝"),
    "failed": Text(es="no se pudo", en="could not be done", zh="未能完成"),
    "stopped": Text(es="detenido", en="stopped", zh="已停止"),
}
