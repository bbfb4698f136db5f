"""The record of access, in three languages."""

from __future__ import annotations

from bot.text import Text

ACCESS = {
    "entered": Text(
        es="abrió la consola con la dirección", en="opened the console by its address", zh="通过网址打开控制台"
    ),
    "entry refused": Text(
        es="dirección equivocada o ya usada", en="wrong address, or one used before", zh="网址有误或已用过"
    ),
    "signed in": Text(es="entró", en="signed in", zh="登录"),
    "sign-in refused": Text(es="intento de entrar rechazado", en="sign-in refused", zh="登录被拒"),
    "signed out": Text(es="salió", en="signed out", zh="退出"),
    "user added": Text(es="usuario añadido", en="user added", zh="添加用户"),
    "user removed": Text(es="usuario quitado", en="user removed", zh="删除用户"),
    "roles given": Text(es="funciones cambiadas", en="roles changed", zh="更改角色"),
    "password set": Text(es="contraseña de la consola cambiada", en="console password changed", zh="重设控制台密码"),
    "portal password kept": Text(
        es="contraseña del portal guardada", en="portal password kept", zh="保存系统密码"
    ),
    "portal password forgotten": Text(
        es="contraseña del portal olvidada", en="portal password forgotten", zh="删除已存的系统密码"
    ),
    "exported": Text(es="pruebas exportadas, completas", en="evidence exported, complete", zh="导出凭证（完整）"),
    "exported masked": Text(
        es="pruebas exportadas, enmascaradas", en="evidence exported, masked", zh="导出凭证（脱敏）"
    ),
    "purged": Text(es="eliminado lo antiguo", en="what is old removed", zh="清除旧资料"),
}
"""What may happen, by `bot.service.access_log.Access`."""
ACCESS_RECORD = Text(es="Registro de accesos", en="Record of access", zh="访问记录")
ACCESS_RECORD_LEAD = Text(
    es="Quién entró, quién cambió permisos o contraseñas y qué se exportó o eliminó; lo último, arriba.",
    en="Who came in, who changed roles or passwords, and what was exported or removed; the latest first.",
    zh="谁登录过，谁更改了角色或密码，导出或清除了什么；最新的在前。",
)
ACCESS_RECORD_EMPTY = Text(es="Todavía no hay nada.", en="There is nothing yet.", zh="暂无记录。")
ACCESS_WHO = Text(es="Quién", en="Who", zh="操作人")
ACCESS_WHAT = Text(es="Qué", en="What", zh="事项")
ACCESS_ABOUT = Text(es="De quién o de qué", en="Of whom or what", zh="对象")
ACCESS_FROM = Text(es="Desde", en="From", zh="来源地址")
UNKNOWN_PERSON = Text(es="nombre desconocido", en="unknown name", zh="未知用户")
