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
