"""Users, their roles, signing in and out, in three languages."""

from __future__ import annotations

from bot.text import Text

ROLES = {
    "clerk": Text(es="tramitación", en="clerk", zh="经办人"),
    "approver": Text(es="aprobación", en="approver", zh="批准人"),
    "auditor": Text(es="auditoría", en="auditor", zh="审计人"),
    "administrator": Text(es="administración", en="administrator", zh="管理员"),
}
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
