"""What a walk through the portal says when it cannot be done."""

from bot.text import Text

NO_WALK = Text(
    es="El portal «{portal}» no dice cómo recorrer sus pantallas.",
    en="The portal “{portal}” does not say how to walk through its screens.",
    zh="“{portal}”没有说明如何浏览其页面。",
)
NO_WALK_CURE = Text(
    es="Escriba un flujo que solo mire, con un «evidence» por pantalla, y nómbrelo en portal.yaml: «walk: NOMBRE».",
    en="Write a flow that only looks, with an `evidence` for each screen, and name it in portal.yaml: `walk: NAME`.",
    zh="请编写只查看的流程，每个页面一个 evidence，并在 portal.yaml 中写明 walk: 名称。",
)
WALKING = Text(es="Recorriendo las pantallas", en="Walking through the screens", zh="浏览各页面")
