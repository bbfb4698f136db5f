"""What `portal console-user …` says, in three languages; its help is in `console_help`."""

from __future__ import annotations

from bot.text import Text

NAME = Text(es="Nombre", en="Name", zh="用户名")
ROLES = Text(es="Funciones", en="Roles", zh="角色")
WHEN = Text(es="Cuándo (UTC)", en="When (UTC)", zh="时间（UTC）")
WHO = Text(es="Quién", en="Who", zh="操作人")
WHAT = Text(es="Qué", en="What", zh="事项")
ABOUT = Text(es="De quién o de qué", en="Of whom or what", zh="对象")
FROM = Text(es="Desde", en="From", zh="来源地址")
NOBODY = Text(
    es="Todavía no hay usuarios: la consola solo se abre en este ordenador, para una persona.",
    en="There are no users yet: the console opens on this computer only, for one person.",
    zh="还没有用户：控制台只能在本机由一人打开。",
)
NO_SUCH_ROLE = Text(es="No hay ninguna función {role}.", en="There is no role {role}.", zh="没有角色 {role}。")
NEW_PASSWORD_OF = Text(
    es="Contraseña de {name} para la consola:", en="Password of {name} for the console:", zh="{name} 的控制台密码："
)
ONCE_MORE = Text(es="Otra vez:", en="Once more:", zh="再输入一次：")
ADDED = Text(es="{name} ya puede entrar.", en="{name} can sign in now.", zh="{name} 现在可以登录。")
GIVEN = Text(es="Funciones de {name}: {roles}", en="Roles of {name}: {roles}", zh="{name} 的角色：{roles}")
CHANGED = Text(
    es="Contraseña cambiada. Donde {name} había entrado, tiene que entrar otra vez.",
    en="The password is changed. Wherever {name} was signed in, that is over.",
    zh="密码已更改。{name} 此前的登录全部失效。",
)
REMOVED = Text(es="{name} ya no puede entrar.", en="{name} can sign in no longer.", zh="{name} 已不能登录。")
REMOVED_LAST = Text(
    es="{name} ya no puede entrar. No quedan usuarios: la consola vuelve a abrirse solo en este ordenador, para una "
    "persona.",
    en="{name} can sign in no longer. No user is left: the console opens on this computer only again, for one person.",
    zh="{name} 已不能登录。已没有用户：控制台恢复为只能在本机由一人打开。",
)
