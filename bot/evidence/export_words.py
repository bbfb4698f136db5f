"""What exporting and purging say to people, in three languages."""

from __future__ import annotations

from bot.text import Text

THERE_ALREADY = Text(
    es="Ya hay un archivo {path}.", en="There is a file {path} already.", zh="文件 {path} 已存在。"
)
ANOTHER_NAME = Text(
    es="Dé otro nombre, o retírelo antes.", en="Give another name, or move it away.", zh="请换一个文件名，或先移走它。"
)
NOT_REMOVED = Text(
    es="No se puede eliminar todo en {path}: {why}.",
    en="Not everything in {path} can be removed: {why}.",
    zh="无法全部清除 {path}：{why}。",
)
NOT_PACKED = Text(
    es="No se puede escribir {path}: {why}.", en="{path} cannot be written: {why}.", zh="无法写入 {path}：{why}。"
)
VERIFY = Text(
    es="ESPAÑOL\nLa carpeta {name} es un expediente sellado. Para comprobar que está intacto:\n"
    "    portal evidence verify ARCHIVO.zip --key CLAVE.pem\n"
    "donde CLAVE.pem es la clave pública que le dio quien selló, por otra vía.\n"
    "Sin el programa: docs/evidence-format.md describe el formato y cómo comprobarlo con sha256sum y openssl.",
    en="ENGLISH\nThe folder {name} is a sealed dossier. To verify that it is intact:\n"
    "    portal evidence verify FILE.zip --key KEY.pem\n"
    "where KEY.pem is the public key that whoever sealed it gave you, by another way.\n"
    "Without the program: docs/evidence-format.md describes the format, and how to verify with sha256sum and openssl.",
    zh="中文\n文件夹 {name} 是已封存的证据。核验其是否完好：\n"
    "    portal evidence verify 文件.zip --key 公钥.pem\n"
    "其中公钥由封存方另行提供。\n"
    "没有本程序时：docs/evidence-format.md 说明了格式，以及如何用 sha256sum 和 openssl 核验。",
)
NOT_KNOWN = Text(
    es="De este expediente no se puede hacer una copia para otros: no dice qué se introdujo en {case}.",
    en="No copy for others can be made of this dossier: it does not say what was entered for {case}.",
    zh="无法为他人生成副本：这份证据没有记录 {case} 填写的内容。",
)
NOT_KNOWN_CURE = Text(
    es="Sin eso no se sabe qué hay que ocultar. Entregue la copia completa a quien pueda verlo todo.",
    en="Without that nobody knows what is to be hidden. Give the complete copy to those who may see it all.",
    zh="因此无法确定应遮盖哪些内容。可将完整副本交给有权查看全部内容的人。",
)
MASKS_UNCERTAIN = Text(
    es="no es seguro que se pueda ocultar todo",
    en="it is not certain that all can be masked",
    zh="无法确保全部遮盖",
)
CHANGED = Text(
    es="ya no es lo que se selló", en="it is not what was sealed any more", zh="与封存时不一致"
)
DOWNLOADED = Text(
    es="un archivo del portal no se puede ocultar con seguridad",
    en="a file of the portal's cannot be masked with certainty",
    zh="系统下载的文件无法确保遮盖",
)
STILL_OPEN = Text(
    es="casos sin terminar: {count}", en="cases that are not over: {count}", zh="尚未结束的业务：{count}"
)
TOO_YOUNG = Text(
    es="el último cambio es del {day}", en="it last changed on {day}", zh="最近变动于 {day}"
)
SERVER_KEEPS = Text(
    es="El servidor de la base de datos guarda los bytes de las filas borradas hasta su próximo VACUUM (al momento: "
    "VACUUM FULL), y en sus registros y copias mientras los conserve.",
    en="The database server keeps the bytes of what was removed until it vacuums (at once: VACUUM FULL), "
    "and in its logs and backups for as long as those are kept.",
    zh="数据库服务器在下次 VACUUM 之前仍保留已删除行的字节（可立即执行 VACUUM FULL），"
    "其日志和备份则按各自的保留期限保存。",
)
