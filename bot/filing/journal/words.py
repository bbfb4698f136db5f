"""What the journal says to clerks when it cannot do its work. `{store}` is the file or the server."""

from bot.text import Text

FULL = Text(
    es="No queda espacio para el diario de tramitación: {store}",
    en="There is no space left for the journal: {store}",
    zh="磁盘已满，无法写入办理日志：{store}",
)
FULL_CURE = Text(
    es="No se ha perdido nada de lo anotado. Libere espacio en ese disco y reanude el lote.",
    en="Nothing that was written is lost. Free some space on that disk and resume the batch.",
    zh="已写入的内容没有丢失。请清理该磁盘的空间，然后继续该批次。",
)
READ_ONLY = Text(
    es="No se puede escribir en el diario de tramitación: {store}",
    en="The journal cannot be written: {store}",
    zh="无法写入办理日志：{store}",
)
READ_ONLY_CURE = Text(
    es="Dé a su usuario permiso de escritura en ese archivo y en su carpeta, o elija otra carpeta con --home.",
    en="Give your user the right to write that file and its folder, or choose another folder with --home.",
    zh="请为当前用户开通该文件及其文件夹的写入权限，或用 --home 另选文件夹。",
)
READ_ONLY_SERVER_CURE = Text(
    es="El servidor solo admite lecturas: es una réplica o está en mantenimiento. Use el servidor principal.",
    en="The server takes reads only: it is a replica or under maintenance. Use the main server.",
    zh="该服务器只读：可能是从库或正在维护。请改用主服务器。",
)
LOCKED = Text(
    es="El diario de tramitación está ocupado desde hace demasiado tiempo: {store}",
    en="The journal has been locked for too long: {store}",
    zh="办理日志被占用时间过长：{store}",
)
LOCKED_CURE = Text(
    es="Otro programa lo tiene abierto: otra ejecución, una copia de seguridad o un visor. Ciérrelo y repita la orden.",
    en="Another program holds it: another run, a backup or a viewer. Close that and give the command again.",
    zh="有其他程序正在占用：另一次运行、备份或查看工具。请将其关闭后重新执行命令。",
)
UNREACHABLE = Text(
    es="No hay conexión con el servidor del diario de tramitación: {store} ({words})",
    en="There is no connection to the journal's server: {store} ({words})",
    zh="无法连接办理日志的服务器：{store}（{words}）",
)
UNREACHABLE_CURE = Text(
    es="Compruebe la red, que el servidor esté en marcha y que la dirección, el usuario, la contraseña y la base de "
    "datos de --store o PORTAL_STORE sean correctos.",
    en="Check the network, that the server is running, and the address, user, password and database "
    "in --store or PORTAL_STORE.",
    zh="请检查网络、服务器是否在运行，以及 --store 或 PORTAL_STORE 中的地址、用户名、密码和数据库名。",
)
DENIED = Text(
    es="Este usuario no puede usar el diario de tramitación: {store} ({words})",
    en="This user may not use the journal: {store} ({words})",
    zh="该用户无权使用办理日志：{store}（{words}）",
)
DENIED_CURE = Text(
    es="Compruebe el usuario, la contraseña y el nombre de la base de datos en --store o PORTAL_STORE, "
    "y que pueda crear el esquema «portal».",
    en="Check the user, the password and the database's name in --store or PORTAL_STORE, "
    'and that the user may create the schema "portal".',
    zh="请检查 --store 或 PORTAL_STORE 中的用户名、密码和数据库名，以及该用户是否有权创建 portal 模式。",
)
DAMAGED = Text(
    es="El archivo del diario de tramitación está dañado o no es un diario: {store}",
    en="The journal's file is damaged, or is no journal: {store}",
    zh="办理日志文件已损坏，或不是日志文件：{store}",
)
DAMAGED_CURE = Text(
    es="No lo borre: es el registro de lo tramitado. Guarde una copia, recupere la última copia de seguridad y "
    "compare con el portal antes de tramitar nada más.",
    en="Do not delete it: it is the record of what was filed. Keep a copy, restore the last backup, and compare it "
    "with the portal before anything more is filed.",
    zh="请勿删除：其中是办理记录。请先另存一份，恢复最近的备份，并与系统核对后再继续办理。",
)
NEWER = Text(
    es="El diario de tramitación es de una versión más nueva del asistente: {store}",
    en="The journal was written by a newer version of the assistant: {store}",
    zh="办理日志由更新版本的助手写入：{store}",
)
NEWER_CURE = Text(
    es="Instale la versión nueva también aquí. No se ha cambiado nada.",
    en="Install the newer version here too. Nothing was changed.",
    zh="请在本机也安装新版本。没有作任何更改。",
)
CANNOT_OPEN = Text(
    es="No se puede abrir el diario de tramitación: {store}",
    en="The journal cannot be opened: {store}",
    zh="无法打开办理日志：{store}",
)
CANNOT_OPEN_CURE = Text(
    es="Compruebe que la carpeta exista y que su usuario pueda leer y escribir en ella, o elija otra con --home.",
    en="Check that the folder exists and that your user may read and write there, or choose another with --home.",
    zh="请检查文件夹是否存在、当前用户能否读写，或用 --home 另选文件夹。",
)
BROKEN = Text(
    es="El diario de tramitación no se puede usar: {store} ({words})",
    en="The journal cannot be used: {store} ({words})",
    zh="无法使用办理日志：{store}（{words}）",
)
BROKEN_CURE = Text(
    es="Compruebe el disco o el servidor y repita la orden: se sigue desde lo último anotado.",
    en="Check the disk or the server and give the command again: it goes on from what was last written.",
    zh="请检查磁盘或服务器后重新执行命令：将从最后写入之处继续。",
)
WRONG_ADDRESS = Text(
    es="La dirección del diario de tramitación no es válida: {store}",
    en="This is no address of a journal: {store}",
    zh="办理日志的地址无效：{store}",
)
WRONG_ADDRESS_CURE = Text(
    es="Escriba postgresql://USUARIO@SERVIDOR/BASE o sqlite:///ARCHIVO en --store o PORTAL_STORE.",
    en="Give postgresql://USER@SERVER/DATABASE or sqlite:///FILE in --store or PORTAL_STORE.",
    zh="请在 --store 或 PORTAL_STORE 中填写 postgresql://用户@服务器/数据库 或 sqlite:///文件。",
)
NO_SUCH_BATCH = Text(
    es="No hay ningún lote {batch} en el diario.",
    en="There is no batch {batch} in the journal.",
    zh="日志中没有批次 {batch}。",
)
NEWEST_BATCHES = Text(
    es="Los más recientes: {batches}.",
    en="The newest are: {batches}.",
    zh="最近的批次：{batches}。",
)
NO_BATCHES = Text(
    es="Todavía no hay ninguno: empiece con portal run.",
    en="There is none yet: start with portal run.",
    zh="目前还没有批次：请先执行 portal run。",
)
ACCOUNT_BUSY = Text(
    es="Otra ejecución está trabajando con la cuenta {account}: {owner}",
    en="Another run is at work in the account {account}: {owner}",
    zh="另一次运行正在使用账号 {account}：{owner}",
)
ACCOUNT_BUSY_CURE = Text(
    es="Espere a que termine o párela. Si aquel equipo se apagó, la cuenta queda libre sola en {seconds} segundos.",
    en="Wait for it to end, or stop it. If that computer went down, the account is free again in {seconds} seconds.",
    zh="请等待其结束或将其停止。如果那台电脑已关机，账号将在 {seconds} 秒后自动释放。",
)
LEASE_LOST = Text(
    es="Otra ejecución se ha hecho cargo de la cuenta {account}, o se agotó el plazo: aquí no se hace nada más.",
    en="Another run has taken over the account {account}, or the time for it ran out: nothing more is done here.",
    zh="账号 {account} 已由另一次运行接管，或占用已过期：此处不再进行任何操作。",
)
LEASE_LOST_CURE = Text(
    es="Compruebe que solo haya una ejecución por cuenta y reanude el lote.",
    en="See that only one run works in the account, and resume the batch.",
    zh="请确保每个账号只有一次运行，然后继续该批次。",
)
