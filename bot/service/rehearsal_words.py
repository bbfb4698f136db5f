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
