"""What is said to whoever is not let in, in three languages."""

from __future__ import annotations

from bot.text import Text

WRONG_HOST = Text(
    es="Esta consola no atiende con ese nombre. Ábrala en {address}",
    en="This console does not answer to that name. Open it at {address}",
    zh="本控制台不接受此名称。请通过 {address} 打开",
)
WRONG_ORIGIN = Text(
    es="La petición viene de otra página y no se atendió.",
    en="The request comes from another page and was not served.",
    zh="请求来自其他网页，未予处理。",
)
WRONG_FORM = Text(es="El formulario ha caducado.", en="The form is out of date.", zh="表单已过期。")
WRONG_FORM_CURE = Text(
    es="Vuelva atrás, recargue la página y repita.", en="Go back, reload the page and do it again.",
    zh="请返回并刷新页面后重试。",
)
UNSOUND = Text(
    es="La petición no se entiende y no se atendió.", en="The request makes no sense and was not served.",
    zh="请求格式有误，未予处理。",
)
NOT_LET_IN = Text(
    es="Esta consola se abre con la dirección que muestra el programa.",
    en="This console is opened by the address that the program shows.",
    zh="请用程序显示的网址打开控制台。",
)
NOT_LET_IN_CURE = Text(
    es="Sirve una sola vez y en un solo navegador. Para otra, cierre el programa (Ctrl-C) y vuelva a iniciarlo.",
    en="It is good once, in one browser. For another, close the program (Ctrl-C) and start it anew.",
    zh="该网址只能在一个浏览器中用一次。需要新网址，请关闭程序（Ctrl-C）后重新启动。",
)
GO_TO_CONSOLE = Text(es="Ir a la consola", en="Go to the console", zh="进入控制台")
NO_TOKEN = Text(
    es="Falta «Authorization: Bearer …» con lo que está en console.api-token, en la carpeta del programa.",
    en="“Authorization: Bearer …” is missing, with what is in console.api-token in the program's home folder.",
    zh="缺少“Authorization: Bearer …”，令牌在程序数据文件夹的 console.api-token 文件中。",
)
NO_JSON = Text(
    es="El cuerpo no es JSON.", en="The body is no JSON.", zh="请求正文不是 JSON。",
)
NO_JSON_CURE = Text(
    es="Compárelo con lo que dice /api/openapi.json.", en="Compare it with what /api/openapi.json says.",
    zh="请对照 /api/openapi.json 的说明。",
)
TOO_LARGE = Text(
    es="Lo enviado es demasiado grande.", en="What was sent is too large.", zh="发送的内容过大。"
)
TOO_LARGE_CURE = Text(
    es="Una hoja de trámites cabe de sobra en 25 MB: quite imágenes y hojas que no hagan falta.",
    en="A roster is far smaller than 25 MB: leave out pictures, and sheets that are not needed.",
    zh="名册远小于 25 MB：请删去图片和不需要的工作表。",
)
EVIDENCE_TOO_LARGE_CURE = Text(
    es="Hasta 256 MB. Lo que es mayor se comprueba donde está: portal evidence verify ARCHIVO.zip --key CLAVE.pem",
    en="Up to 256 MB. What is larger is verified where it lies: portal evidence verify FILE.zip --key KEY.pem",
    zh="不超过 256 MB。更大的请在文件所在的电脑上运行：portal evidence verify 文件.zip --key 公钥.pem",
)
TOO_SLOW = Text(
    es="Lo enviado no terminó de llegar.", en="What was sent did not arrive in full.", zh="发送的内容未能完整到达。"
)
TOO_SLOW_CURE = Text(
    es="Compruebe la conexión y envíelo otra vez.", en="Look after the connection and send it again.",
    zh="请检查网络连接后重新发送。",
)
PORT_TAKEN = Text(
    es="El puerto {port} está ocupado.", en="Port {port} is in use.", zh="端口 {port} 已被占用。"
)
PORT_TAKEN_CURE = Text(
    es="¿Ya hay una consola abierta? Si no, elija otro con --port.",
    en="Is a console open already? If not, choose another with --port.",
    zh="是否已打开了控制台？如果没有，请用 --port 另选端口。",
)
NO_ADDRESS = Text(
    es="«{said}» no es una dirección de este ordenador.", en="“{said}” is no address of a computer.",
    zh="“{said}”不是可用的地址。",
)
NO_ADDRESS_CURE = Text(
    es="Una dirección IP, con puerto si hace falta: 192.168.1.20, 192.168.1.20:8443, [::]:8443",
    en="An IP address, with a port if need be: 192.168.1.20, 192.168.1.20:8443, [::]:8443",
    zh="请填 IP 地址，需要时加端口：192.168.1.20、192.168.1.20:8443、[::]:8443",
)
ADDRESS_FAILED = Text(
    es="No se puede atender en {address}: {why}", en="It is not possible to listen on {address}: {why}",
    zh="无法在 {address} 上监听：{why}",
)
NEEDS_TLS = Text(
    es="En {address} otros pueden leer lo que pasa por la red.",
    en="On {address} others could read along on the network.",
    zh="在 {address} 上，网络中的其他人可以看到传输内容。",
)
NEEDS_TLS_CURE = Text(
    es="Añada --tls-cert ARCHIVO y --tls-key ARCHIVO, o --behind-proxy https://NOMBRE si un proxy pone el cifrado.",
    en="Add --tls-cert FILE and --tls-key FILE, or --behind-proxy https://NAME if a proxy sees to encryption.",
    zh="请加上 --tls-cert 文件 和 --tls-key 文件；如由反向代理加密，则用 --behind-proxy https://名称。",
)
CERT_AND_KEY = Text(
    es="El certificado y su clave van juntos.", en="A certificate and its key go together.",
    zh="证书和私钥必须同时给出。",
)
CERT_AND_KEY_CURE = Text(
    es="Indique --tls-cert y --tls-key.", en="Give both --tls-cert and --tls-key.",
    zh="请同时指定 --tls-cert 和 --tls-key。",
)
TLS_OR_PROXY = Text(
    es="O cifra la consola, o cifra el proxy.", en="Either the console encrypts, or the proxy does.",
    zh="加密要么由控制台负责，要么由代理负责。",
)
TLS_OR_PROXY_CURE = Text(
    es="Deje --tls-cert y --tls-key, o deje --behind-proxy.",
    en="Leave out --tls-cert and --tls-key, or leave out --behind-proxy.",
    zh="请去掉 --tls-cert 和 --tls-key，或去掉 --behind-proxy。",
)
NEEDS_USERS = Text(
    es="Para ofrecer la consola a otros hacen falta usuarios.", en="To offer the console to others it needs users.",
    zh="向他人提供控制台之前，须先添加用户。",
)
NEEDS_USERS_CURE = Text(
    es="portal console-user add NOMBRE --role administrator", en="portal console-user add NAME --role administrator",
    zh="portal console-user add 名称 --role administrator",
)
NO_ORIGIN = Text(
    es="«{said}» no es una dirección pública.", en="“{said}” is no public address.", zh="“{said}”不是公开网址。"
)
NO_ORIGIN_CURE = Text(
    es="Solo https y el nombre, sin ruta: https://consola.ejemplo.es",
    en="Just https and the name, without a path: https://console.example.com",
    zh="只写 https 和名称，不带路径：https://console.example.com",
)
NO_CERTIFICATE = Text(
    es="El certificado {path} y la clave {key} no sirven: {why}",
    en="The certificate {path} and the key {key} can't be used: {why}",
    zh="证书 {path} 和私钥 {key} 不能使用：{why}",
)
NO_CERTIFICATE_CURE = Text(
    es="Dos archivos PEM que vayan juntos; la clave, sin contraseña y legible solo por usted.",
    en="Two PEM files that go together; the key without a password, and for you alone to read.",
    zh="需要相互匹配的两个 PEM 文件；私钥不带密码，且只有您可读。",
)
KEY_HAS_PASSWORD = Text(es="la clave tiene contraseña", en="the key has a password", zh="私钥带有密码")
NAMELESS_CERTIFICATE = Text(
    es="El certificado {path} no dice para qué nombre es.",
    en="The certificate {path} does not say for which name it is.",
    zh="证书 {path} 没有写明适用的名称。",
)
NAMELESS_CERTIFICATE_CURE = Text(
    es="Pida uno con el nombre de la consola como «Subject Alternative Name»: sin él los navegadores lo rechazan.",
    en="Ask for one with the console's name as “Subject Alternative Name”: without it browsers refuse it.",
    zh="请申请含“Subject Alternative Name”的证书：否则浏览器会拒绝。",
)
