"""What a person reads of a recording that could not be begun."""

from __future__ import annotations

from bot.text import Text

NO_ADDRESS = Text(es="{url} no es una dirección.", en="{url} is no address.", zh="{url} 不是网址。")
NO_ADDRESS_CURE = Text(
    es="Escríbala entera, como https://portal.example/.",
    en="Write it in full, such as https://portal.example/.",
    zh="请写完整，如 https://portal.example/。",
)
NOT_COME_TO = Text(
    es="Antes de «{before}» habría que hacer «{step}», que guarda o presenta: eso no se hace solo.",
    en="Before “{before}” there is “{step}”, which saves or files: that is not done by itself.",
    zh="在“{before}”之前有“{step}”，它会保存或提交，程序不会自行执行。",
)
NO_SUCH_STEP = Text(
    es="El flujo terminó sin llegar a «{before}».",
    en="The flow came to its end without coming to “{before}”.",
    zh="流程已结束，没有遇到“{before}”。",
)
NOT_COME_TO_CURE = Text(
    es="«portal run … --explain» muestra los pasos y las etapas con sus palabras.",
    en="`portal run … --explain` shows the steps and stages in their words.",
    zh="portal run … --explain 会列出各步骤和阶段的名称。",
)
