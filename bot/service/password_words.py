"""What a person reads about passwords and the system's keyring."""

from __future__ import annotations

from bot.text import Text

NO_KEYRING = Text(
    es="Este ordenador no tiene un llavero donde guardar contraseñas.",
    en="This machine has no keyring to keep passwords in.",
    zh="本机没有可保存密码的密钥环。",
)
NO_KEYRING_CURE = Text(
    es="Sin él, la contraseña se pregunta en cada ejecución, o va en PORTAL_PASSWORD_<CUENTA>. En un Linux con "
    "escritorio lo pone GNOME Keyring o KWallet.",
    en="Without one the password is asked for at each run, or goes into PORTAL_PASSWORD_<ACCOUNT>. On a Linux desktop "
    "GNOME Keyring or KWallet provides one.",
    zh="没有密钥环时，每次运行都会询问密码，或放在 PORTAL_PASSWORD_<账号> 中。"
    "Linux 桌面可使用 GNOME Keyring 或 KWallet。",
)
KEYRING_FAILED = Text(
    es="El llavero no lo ha hecho: {why}.", en="The keyring did not do it: {why}.", zh="密钥环操作失败：{why}。"
)
KEYRING_FAILED_CURE = Text(
    es="Desbloquéelo, inicie sesión en el escritorio si hace falta, y repita.",
    en="Unlock it, if need be by logging in to the desktop, and do it again.",
    zh="请先解锁密钥环（必要时登录桌面），然后重试。",
)
