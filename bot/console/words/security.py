"""What is said to whoever is not let in, in three languages."""

from __future__ import annotations

from bot.text import Text

WRONG_HOST = Text(
    es="Esta consola solo atiende en este ordenador.",
    en="This console answers on this computer only.",
    zh="本控制台只在本机提供服务。",
)
WRONG_ORIGIN = Text(
    es="La petición viene de otra página y no se atendió.",
    en="The request comes from another page and was not served.",
    zh="请求来自其他网页，未予处理。",
)
WRONG_FORM = Text(
    es="El formulario ha caducado. Vuelva atrás, recargue la página y repita.",
    en="The form is out of date. Go back, reload the page and do it again.",
    zh="表单已过期。请返回并刷新页面后重试。",
)
NOT_LET_IN = Text(
    es="Abra la consola con la dirección que muestra el programa: sirve una sola vez. Para otra, vuelva a iniciarlo.",
    en="Open the console by the address that the program shows: it is good once. For another, start it anew.",
    zh="请用程序显示的网址打开控制台，该网址只能用一次。需要新网址请重新启动程序。",
)
NO_TOKEN = Text(
    es="Falta «Authorization: Bearer …» con lo que está en console.api-token, en la carpeta del programa.",
    en="“Authorization: Bearer …” is missing, with what is in console.api-token in the program's home folder.",
    zh="缺少“Authorization: Bearer …”，令牌在程序数据文件夹的 console.api-token 文件中。",
)
NO_JSON = Text(
    es="El cuerpo no es un objeto JSON de textos.", en="The body is no JSON object of texts.",
    zh="请求正文不是由文本组成的 JSON 对象。",
)
NO_JSON_CURE = Text(
    es='Por ejemplo: {"account": "170000001"}', en='For example: {"account": "170000001"}',
    zh='例如：{"account": "170000001"}',
)
TOO_LARGE = Text(
    es="El archivo es demasiado grande (más de 25 MB). Una hoja de trámites es mucho menor.",
    en="The file is too large (more than 25 MB). A roster is far smaller.",
    zh="文件过大（超过 25 MB）。名册远没有这么大。",
)
PORT_TAKEN = Text(
    es="El puerto {port} está ocupado.", en="Port {port} is in use.", zh="端口 {port} 已被占用。"
)
PORT_TAKEN_CURE = Text(
    es="¿Ya hay una consola abierta? Si no, elija otro con --port.",
    en="Is a console open already? If not, choose another with --port.",
    zh="是否已打开了控制台？如果没有，请用 --port 另选端口。",
)
