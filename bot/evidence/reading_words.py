"""What is said of a dossier that cannot be read."""

from bot.text import Text

NOTHING_THERE = Text(
    es="{path} no existe: se espera la carpeta de un expediente, o su zip.",
    en="{path} does not exist: the folder of a dossier is expected, or its zip.",
    zh="{path} 不存在：应为证据的文件夹或其 zip 文件。",
)
NO_DOSSIER = Text(
    es="{path} no es un expediente: no es una carpeta, ni un zip que se pueda abrir.",
    en="{path} is no dossier: neither a folder nor a zip that can be opened.",
    zh="{path} 不是证据：既不是文件夹，也不是可打开的 zip 文件。",
)
GIVE_FOLDER = Text(
    es="Indique la carpeta que contiene «seals», o el zip que se exportó.",
    en="Name the folder that holds `seals`, or the zip that was exported.",
    zh="请指定包含 seals 的文件夹，或导出的 zip 文件。",
)
WRONG = Text(es="{path}: {what}", en="{path}: {what}", zh="{path}：{what}")
VERIFY = Text(
    es="Compruebe qué ha cambiado con «portal evidence verify {path}».",
    en="See what was changed with `portal evidence verify {path}`.",
    zh="请用 portal evidence verify {path} 查看哪些内容被改动。",
)
NO_SEALS = Text(
    es="aún no se ha sellado nada: no hay ningún sello en «seals».",
    en="nothing was sealed yet: there is no seal in `seals`.",
    zh="尚未封存：seals 中没有任何封存记录。",
)
SEVERAL = Text(
    es="contiene más de un expediente; tiene que contener uno solo.",
    en="it holds more than one dossier; it has to hold just one.",
    zh="其中有多份证据；只能包含一份。",
)
ODD_ZIP = Text(
    es="el zip tiene el mismo nombre dos veces, o demasiados archivos.",
    en="the zip holds the same name twice, or too many files.",
    zh="zip 中有重复的文件名，或文件过多。",
)
BOMB = Text(
    es="el zip se hincha al abrirlo: eso no lo escribió el asistente.",
    en="the zip swells when it is opened: the assistant did not write that.",
    zh="该 zip 解压后异常膨胀：不是本程序写入的。",
)
MISSING = Text(es="falta «{name}».", en="`{name}` is missing.", zh="缺少 {name}。")
UNREADABLE = Text(es="no se puede leer «{name}».", en="`{name}` cannot be read.", zh="无法读取 {name}。")
TOO_BIG = Text(
    es="«{name}» ocupa más de {most} MB: eso no lo escribió el asistente.",
    en="`{name}` has more than {most} MB: the assistant did not write that.",
    zh="{name} 超过 {most} MB：不是本程序写入的。",
)
NOT_UNDERSTOOD = Text(
    es="«{name}» no es lo que el asistente escribe ahí: {why}",
    en="`{name}` is not what the assistant writes there: {why}",
    zh="{name} 不是本程序写入的内容：{why}",
)
