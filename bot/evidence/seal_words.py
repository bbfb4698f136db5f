"""What sealing says to people, in three languages."""

from __future__ import annotations

from bot.text import Text

KEY_NOT_KEPT = Text(
    es="La clave que sella las pruebas no se puede guardar en {folder}: {why}.",
    en="The key that seals the evidence cannot be kept in {folder}: {why}.",
    zh="用于封存证据的密钥无法存入 {folder}：{why}。",
)
KEY_UNREADABLE = Text(
    es="La clave {path} no se puede leer: {why}.",
    en="The key {path} cannot be read: {why}.",
    zh="无法读取密钥 {path}：{why}。",
)
NO_KEY = Text(
    es="{path} no es una clave pública Ed25519 en PEM.",
    en="{path} is no Ed25519 public key in PEM.",
    zh="{path} 不是 PEM 格式的 Ed25519 公钥。",
)
NO_KEY_CURE = Text(
    es="Pídala a quien selló: la escribe «portal evidence key -o FILE».",
    en="Ask whoever sealed it: `portal evidence key -o FILE` writes it.",
    zh="请向封存方索取：portal evidence key -o FILE 可导出公钥。",
)
KEY_BROKEN = Text(
    es="La clave que sella las pruebas está dañada: {path}.",
    en="The key that seals the evidence is damaged: {path}.",
    zh="用于封存证据的密钥已损坏：{path}。",
)
KEY_BROKEN_CURE = Text(
    es="Restáurela de una copia; o retírela, y se hará otra: los sellos de antes siguen valiendo con la suya.",
    en="Restore it from a copy; or move it away, and another is made: earlier seals stay valid with theirs.",
    zh="请用备份恢复；或移走它，程序会生成新密钥，原有封存仍以原密钥核验。",
)
SEAL_UNREADABLE = Text(
    es="El último sello no se puede leer: {path}.",
    en="The last seal cannot be read: {path}.",
    zh="无法读取最近一次封存：{path}。",
)
SEAL_UNREADABLE_CURE = Text(
    es="Compruebe el expediente con «portal evidence verify», y restaure el archivo de una copia.",
    en="Check the dossier with `portal evidence verify`, and restore the file from a copy.",
    zh="请用 portal evidence verify 核验，并用备份恢复该文件。",
)
SEALED_MEANWHILE = Text(
    es="Otro proceso acaba de sellar {folder}.",
    en="Another process has just sealed {folder}.",
    zh="另一个进程刚刚封存了 {folder}。",
)
SEAL_AGAIN = Text(es="Vuelva a sellarlo.", en="Seal it once more.", zh="请重新封存。")
NOT_WRITTEN = Text(
    es="No se puede escribir en {folder}: {why}.",
    en="{folder} cannot be written to: {why}.",
    zh="无法写入 {folder}：{why}。",
)

# time stamps
NO_AUTHORITY_ADDRESS = Text(
    es="«{url}» no es la dirección de una autoridad de sellado de tiempo.",
    en="“{url}” is no address of a time-stamping authority.",
    zh="“{url}”不是时间戳机构的网址。",
)
AUTHORITY_CURE = Text(es="Empieza por https://.", en="It begins with https://.", zh="应以 https:// 开头。")
NO_ANSWER = Text(
    es="La autoridad de sellado de tiempo {url} no responde: {why}.",
    en="The time-stamping authority {url} does not answer: {why}.",
    zh="时间戳机构 {url} 无响应：{why}。",
)
BAD_ANSWER = Text(
    es="Lo que responde {url} no es el sello de tiempo pedido: {why}.",
    en="What {url} answers is not the time stamp that was asked for: {why}.",
    zh="{url} 返回的不是所请求的时间戳：{why}。",
)
NOT_TO_BE_STAMPED = Text(
    es="{folder}: {name} no se puede sellar en el tiempo: o no es el último sello, o ya lo está.",
    en="{folder}: {name} cannot be time-stamped: it is not the last seal, or it has a stamp already.",
    zh="{folder}：{name} 无法加盖时间戳：它不是最近一次封存，或已有时间戳。",
)
OTHER_QUESTION = Text(
    es="responde a otra petición", en="it is an answer to another question", zh="它回答的是另一个请求"
)
STAMPS_OTHER = Text(es="sella otra cosa", en="it stamps something else", zh="它所盖的是其他内容")
NO_STAMP = Text(es="no es un sello de tiempo", en="it is no time stamp", zh="它不是时间戳")
NO_SUCH_SEAL = Text(es="no hay tal sello", en="there is no such seal", zh="没有这次封存")
NOT_GRANTED = Text(
    es="la autoridad no lo concedió ({why})", en="the authority did not grant it ({why})", zh="机构未予签发（{why}）"
)
NOT_BELIEVED = Text(
    es="no lo respalda ninguno de los certificados dados ({why})",
    en="none of the certificates given stands behind it ({why})",
    zh="所提供的证书均不能为其证明（{why}）",
)
STAMP_LATER = Text(
    es="El sello vale también sin él. Pídalo después con «portal evidence seal BATCH --stamp URL».",
    en="The seal is valid without it. Ask for it later with `portal evidence seal BATCH --stamp URL`.",
    zh="没有时间戳，封存依然有效。之后可运行 portal evidence seal BATCH --stamp URL。",
)
NO_CERTIFICATE = Text(
    es="{path} no es un certificado en PEM.", en="{path} is no certificate in PEM.", zh="{path} 不是 PEM 格式的证书。"
)

# findings
ALTERED = Text(
    es="{name}: alterado. Se selló {recorded}, y ahora es {found}.",
    en="{name}: altered. Sealed as {recorded}, it is now {found}.",
    zh="{name}：已被改动。封存时为 {recorded}，现为 {found}。",
)
ALTERED_OR_SEAL = Text(
    es="{name}: no es lo que dice {seal}, que tampoco está como se selló: allí {recorded}, y ahora es {found}.",
    en="{name}: not what {seal} says, which is itself not as it was sealed: there {recorded}, it is now {found}.",
    zh="{name}：与 {seal} 所记不符，而该封存本身也不是原样：其中为 {recorded}，现为 {found}。",
)
HOLDS_OTHER = Text(
    es="{name}: alterado. Contiene lo que se selló como {other}.",
    en="{name}: altered. It holds what was sealed as {other}.",
    zh="{name}：已被改动，内容是封存时的 {other}。",
)
ADDED = Text(
    es="{name}: añadido. No está en ningún sello.",
    en="{name}: added. No seal has it.",
    zh="{name}：封存之外新增的文件。",
)
ADDED_OR_LOST = Text(
    es="{name}: añadido, o de un sello que falta o no se puede leer. Ninguno de los demás lo tiene.",
    en="{name}: added, or of a seal that is missing or cannot be read. None of the others has it.",
    zh="{name}：属于新增文件，或属于缺失、无法读取的封存；其余封存中没有它。",
)
REMOVED = Text(
    es="{name}: falta. Está en el sello {seal}.",
    en="{name}: removed. Seal {seal} has it.",
    zh="{name}：缺失，第 {seal} 次封存中有它。",
)
SEAL_REMOVED = Text(
    es="{name}: falta. Hay un sello posterior.",
    en="{name}: removed. There is a later seal.",
    zh="{name}：缺失，但存在更晚的封存。",
)
KEY_REMOVED = Text(
    es="{name}: falta, y con ella la clave pública.",
    en="{name}: removed, and with it the public key.",
    zh="{name}：缺失，公钥随之缺失。",
)
EXCHANGED = Text(
    es="{name} y {other}: intercambiados. Cada uno contiene lo que se selló como el otro.",
    en="{name} and {other}: exchanged. Each holds what was sealed as the other.",
    zh="{name} 与 {other}：已互换，各自是封存时对方的内容。",
)
REORDERED = Text(
    es="{name}: fuera de su sitio. Es el sello {number}.",
    en="{name}: out of its place. It is seal {number}.",
    zh="{name}：位置不对，它是第 {number} 次封存。",
)
RESIGNED = Text(
    es="{name}: firmado con otra clave, {keyid}; tenía que ser {expected}.",
    en="{name}: signed with another key, {keyid}; it had to be {expected}.",
    zh="{name}：由另一密钥 {keyid} 签名，应为 {expected}。",
)
RESIGNED_BADLY = Text(
    es="{name}: dice estar firmado con otra clave, {keyid}, en vez de {expected}, y la firma no corresponde.",
    en="{name}: says it is signed with another key, {keyid}, not {expected}, and the signature does not fit.",
    zh="{name}：自称由另一密钥 {keyid}（应为 {expected}）签名，且签名与内容不符。",
)
BAD_SEAL = Text(
    es="{name}: alterado. No se puede leer como sello.",
    en="{name}: altered. It cannot be read as a seal.",
    zh="{name}：已被改动，无法作为封存读取。",
)
BAD_SIGNATURE = Text(
    es="{name}: alterado. Su firma no corresponde a lo que dice.",
    en="{name}: altered. Its signature does not fit what it says.",
    zh="{name}：已被改动，签名与内容不符。",
)
UNKNOWN_KEY = Text(
    es="{name}: su clave, {keyid}, no está en {keys}; dela con --key.",
    en="{name}: its key, {keyid}, is not in {keys}; give it with --key.",
    zh="{name}：其密钥 {keyid} 不在 {keys} 中，请用 --key 提供。",
)
BROKEN_LINK = Text(
    es="{name}: no sigue al sello anterior. Nombra {recorded}, y el anterior es {found}.",
    en="{name}: does not follow the seal before. It names {recorded}, and the one before is {found}.",
    zh="{name}：与上一次封存不衔接。它记为 {recorded}，而上一次为 {found}。",
)
OTHER_BATCH = Text(
    es="{name}: es de otro lote, {batch}.",
    en="{name}: is of another batch, {batch}.",
    zh="{name}：属于另一批次 {batch}。",
)
OTHER_KEYS = Text(
    es="{name}: alterado. No contiene las claves que sellaron, o contiene otras.",
    en="{name}: altered. It lacks keys that sealed, or has others.",
    zh="{name}：已被改动，缺少封存所用公钥，或含有其他公钥。",
)
NO_DIGEST = Text(
    es="«{said}» no es la huella de un sello.", en="“{said}” is no digest of a seal.", zh="“{said}”不是封存的摘要。"
)
NO_DIGEST_CURE = Text(
    es="Tiene 64 cifras hexadecimales; está en la portada del informe.",
    en="It has 64 hexadecimal digits; the cover of the report shows it.",
    zh="应为 64 位十六进制数字，见报告封面。",
)
CUT = Text(
    es="Falta el sello de huella {digest}: se cortó el final, o es otro expediente.",
    en="The seal of digest {digest} is not there: the end was cut off, or it is another dossier.",
    zh="找不到摘要为 {digest} 的封存：末尾被截去，或这是另一份证据。",
)
UNSEALED = Text(
    es="No hay ningún sello: nada prueba que esté intacto.",
    en="There is no seal: nothing shows whether it is intact.",
    zh="没有任何封存，无法证明其完好。",
)
BAD_STAMP = Text(
    es="{name}: no es un sello de tiempo de {seal} que se pueda creer: {why}.",
    en="{name}: no time stamp of {seal} that can be believed: {why}.",
    zh="{name}：不是 {seal} 的可信时间戳：{why}。",
)
NO_PLAIN_FILE = Text(
    es="no es un archivo corriente de este expediente",
    en="it is no plain file of this dossier",
    zh="它不是本证据中的普通文件",
)
UNREADABLE = Text(
    es="{name}: no se puede leer: {why}.", en="{name}: cannot be read: {why}.", zh="{name}：无法读取：{why}。"
)
