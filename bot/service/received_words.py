"""What is said of a dossier that came from elsewhere."""

from bot.text import Text

THE_KEY = Text(es="la clave", en="the key", zh="所给公钥")
TOO_LARGE = Text(
    es="{path} contiene demasiados archivos, o demasiado grandes, para comprobarlo en la consola.",
    en="{path} holds too many files, or too large ones, to be verified in the console.",
    zh="{path} 中的文件过多或过大，无法在控制台中核验。",
)
TOO_LARGE_CURE = Text(
    es="Compruébelo donde está: portal evidence verify ARCHIVO.zip --key CLAVE.pem",
    en="Verify it where it lies: portal evidence verify FILE.zip --key KEY.pem",
    zh="请在文件所在的电脑上运行：portal evidence verify 文件.zip --key 公钥.pem",
)
