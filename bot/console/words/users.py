"""Users, their roles, signing in and out, in three languages."""

from __future__ import annotations

from bot.text import Text

ROLES = {
    "clerk": Text(es="tramitación", en="clerk", zh="经办人"),
    "approver": Text(es="aprobación", en="approver", zh="批准人"),
    "auditor": Text(es="auditoría", en="auditor", zh="审计人"),
    "administrator": Text(es="administración", en="administrator", zh="管理员"),
}
ROLES_MAY = {
    "clerk": Text(
        es="entrega hojas, inicia, detiene, responde, decide", en="hands in, starts, stops, answers, decides",
        zh="交表、开始、停止、回答、决定",
    ),
    "approver": Text(
        es="revisa y aprueba borradores", en="looks drafts over and approves them", zh="审阅并批准草稿"
    ),
    "auditor": Text(
        es="lo mira todo, con lo sensible tapado; verifica y exporta; no cambia nada",
        en="looks on, with sensitive data masked; verifies, exports; changes nothing",
        zh="查看一切（敏感信息已遮盖），验证并导出，不作更改",
    ),
    "administrator": Text(
        es="usuarios, contraseñas del portal, eliminar lo antiguo", en="users, portal passwords, removing what is old",
        zh="用户、系统密码、清除旧资料",
    ),
}
USERS = Text(es="Usuarios", en="Users", zh="用户")
USERS_LEAD = Text(
    es="Quién puede entrar y qué hace. Lo que cambie vale desde ese momento, también para quien ya está dentro.",
    en="Who may sign in, and what for. What you change holds at once, also for those who are signed in.",
    zh="谁可以登录、可以做什么。更改立即生效，对已登录者也一样。",
)
NO_USERS_YET = Text(
    es="Todavía no hay usuarios: la consola se abre solo en este ordenador. En cuanto añada el primero, todos entran "
    "con nombre y contraseña; usted también.",
    en="There are no users yet: the console opens on this computer only. As soon as you add the first, everybody signs "
    "in by name and password; you too.",
    zh="还没有用户：控制台只能在本机打开。添加第一个用户后，所有人（包括您）都须用用户名和密码登录。",
)
USER_ROLES = Text(es="Funciones", en="Roles", zh="角色")
USER_NAME = Text(es="Nombre de usuario", en="User name", zh="用户名")
ADD_USER = Text(es="Añadir usuario", en="Add a user", zh="添加用户")
SAVE_ROLES = Text(es="Guardar funciones", en="Save the roles", zh="保存角色")
REMOVE_USER = Text(es="Quitar a {name}", en="Remove {name}", zh="删除 {name}")
OTHER_PASSWORD = Text(es="Otra contraseña", en="Another password", zh="重设密码")
NEW_PASSWORD = Text(
    es="Contraseña nueva (12 caracteres o más)", en="New password (12 characters or more)",
    zh="新密码（至少 12 个字符）",
)
ONCE_MORE = Text(es="Otra vez", en="Once more", zh="再输入一次")
SAVE_PASSWORD = Text(es="Cambiar contraseña", en="Change the password", zh="更改密码")
FIRST_ADMINISTRATOR = Text(
    es="El primer usuario tiene que poder administrar.", en="The first user has to be an administrator.",
    zh="第一个用户必须是管理员。",
)
FIRST_ADMINISTRATOR_CURE = Text(
    es="Marque «administración»: si no, nadie podría añadir a los demás.",
    en="Tick “administrator”: otherwise nobody could add the others.",
    zh="请勾选“管理员”，否则无人能添加其他用户。",
)
NOT_ONESELF = Text(
    es="Usted no puede quitarse la administración.", en="You cannot take the administrator's role from yourself.",
    zh="不能取消自己的管理员角色。",
)
NOT_ONESELF_CURE = Text(
    es="Pídaselo a otra persona que administre.", en="Ask another administrator to do it.", zh="请由另一位管理员操作。"
)
SIGN_IN = Text(es="Entrar", en="Sign in", zh="登录")
SIGN_OUT = Text(es="Salir", en="Sign out", zh="退出")
YOUR_NAME = Text(es="Su nombre de usuario", en="Your user name", zh="您的用户名")
YOUR_PASSWORD = Text(es="Su contraseña de la consola", en="Your password for the console", zh="您的控制台密码")
FORGOT_PASSWORD = Text(
    es="¿La ha olvidado? Quien administra la consola puede darle otra. No es la contraseña del portal.",
    en="Forgotten? Whoever administers the console can give you another. It is not the portal's password.",
    zh="忘记密码？请控制台管理员为您重设。这不是申报系统的密码。",
)
SIGN_IN_WRONG = Text(
    es="El nombre o la contraseña no son correctos.", en="The name or the password is not right.",
    zh="用户名或密码不正确。",
)
SIGN_IN_WAIT = Text(
    es="Demasiados intentos. Espere {seconds} s y repita.", en="Too many attempts. Wait {seconds} s and try again.",
    zh="尝试次数过多。请等待 {seconds} 秒后重试。",
)
ANSWER_NEEDED_OF_CLERK = Text(
    es="El trabajo espera la respuesta de quien tramita.", en="The work waits for a clerk's answer.",
    zh="工作正等待经办人回答。",
)
SIGNED_OUT = Text(es="Su sesión ha terminado.", en="You are signed out.", zh="您已退出登录。")
SIGNED_OUT_CURE = Text(
    es="Entre otra vez y repita lo último que hizo.", en="Sign in again, and repeat what you did last.",
    zh="请重新登录，并重做刚才的操作。",
)
NOT_YOUR_ROLE = Text(
    es="Esto corresponde a otra función: {roles}.", en="This is for another role: {roles}.",
    zh="此项由其他角色办理：{roles}。",
)
NOT_YOUR_ROLE_CURE = Text(
    es="Pídaselo a quien la tenga, o pida a quien administra la consola que se la dé a usted.",
    en="Ask somebody who has it, or ask whoever administers the console to give it to you.",
    zh="请找有该角色的同事，或请管理员授予您该角色。",
)
NO_USER_NAME = Text(es="Ese nombre no sirve.", en="That is no name for a user.", zh="该用户名不可用。")
NO_USER_NAME_CURE = Text(
    es="De 1 a {most} caracteres visibles: queda registrado con cada decisión.",
    en="From 1 to {most} characters that can be seen: it is recorded with every decision.",
    zh="1 至 {most} 个可见字符：每次决定都会记录此名。",
)
USER_IS_THERE = Text(es="Ya existe {name}.", en="There is a user {name} already.", zh="已有用户 {name}。")
USER_IS_THERE_CURE = Text(
    es="Cambie sus funciones o su contraseña, o elija otro nombre.",
    en="Change the user's roles or password, or choose another name.",
    zh="请修改该用户的角色或密码，或另选名称。",
)
NO_SUCH_USER = Text(es="No hay ningún usuario {name}.", en="There is no user {name}.", zh="没有用户 {name}。")
NO_SUCH_USER_CURE = Text(es="Usuarios: {names}", en="Users: {names}", zh="现有用户：{names}")
NO_ROLE = Text(es="Falta la función.", en="The role is missing.", zh="缺少角色。")
NO_ROLE_CURE = Text(es="Al menos una de: {roles}", en="At least one of: {roles}", zh="至少选一个：{roles}")
PASSWORD_SHORT = Text(
    es="La contraseña tiene menos de {fewest} caracteres.", en="The password has fewer than {fewest} characters.",
    zh="密码少于 {fewest} 个字符。",
)
PASSWORD_LONG = Text(
    es="La contraseña tiene más de {most} caracteres.", en="The password has more than {most} characters.",
    zh="密码超过 {most} 个字符。",
)
PASSWORD_PLAIN = Text(
    es="Esa contraseña se adivina fácilmente.", en="That password is easily guessed.", zh="该密码太容易被猜到。"
)
PASSWORD_CURE = Text(
    es="{fewest} caracteres o más; lo mejor, varias palabras que solo usted junte.",
    en="{fewest} characters or more; best of all several words that nobody else would put together.",
    zh="至少 {fewest} 个字符；最好用几个别人想不到的词组合。",
)
PASSWORDS_DIFFER = Text(
    es="Las dos contraseñas no son iguales.", en="The two passwords are not the same.", zh="两次输入的密码不一致。"
)
PASSWORDS_DIFFER_CURE = Text(es="Escríbala otra vez.", en="Type it again.", zh="请重新输入。")
USERS_UNREADABLE = Text(
    es="No se puede leer {path}: {why}", en="{path} cannot be read: {why}", zh="无法读取 {path}：{why}"
)
USERS_UNREADABLE_CURE = Text(
    es="Hasta que se repare nadie entra. Recupérelo de una copia o bórrelo y cree los usuarios otra vez.",
    en="Nobody is let in before that is mended. Restore it from a copy, or delete it and add the users anew.",
    zh="修复之前任何人都不能登录。请从备份恢复，或删除后重新添加用户。",
)
