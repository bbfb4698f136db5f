"""What `--help` says of `portal import` and `portal export`, in three languages."""

from __future__ import annotations

from bot.text import Text

PORTING_HELP: dict[str, Text] = {
    "import": Text(
        es="Convertir en flujos lo que otra herramienta grabó.\n"
        "Lee lo que graban «playwright codegen --target jsonl», el panel Recorder de Chrome y Selenium IDE. "
        "Dice, con su lugar, lo que no se pudo traer. Las contraseñas no se escriben nunca.",
        en="Make flows of what another tool has recorded.\n"
        "Reads what `playwright codegen --target jsonl`, Chrome's Recorder and Selenium IDE record. Says by place what "
        "could not be carried over. Passwords are never written.",
        zh="把其他工具的录制转换为流程。\n"
        "可读取 playwright codegen --target jsonl、Chrome Recorder 和 Selenium IDE 的录制，"
        "并按位置列出未能导入的内容。密码绝不写入文件。",
    ),
    "import.recordings": Text(
        es="Los archivos con las grabaciones.", en="The files with the recordings.", zh="录制文件。"
    ),
    "import.as_": Text(
        es="El formato. Con «auto» se reconoce por el contenido.",
        en="The format. With auto it is known by what is in the file.",
        zh="录制的格式。auto 表示按内容识别。",
    ),
    "import.name": Text(
        es="Nombre del flujo. Si no se dice, el de la grabación.",
        en="Name of the flow. Without it, that of the recording.",
        zh="流程名称。不指定时取录制的名称。",
    ),
    "import.output": Text(
        es="Carpeta de flujos en la que se escribe; si no tiene portal.yaml, se crea uno.",
        en="Folder of flows to write into; if it has no portal.yaml, one is made.",
        zh="写入的流程文件夹；没有 portal.yaml 时会新建。",
    ),
    "export": Text(
        es="Escribir un flujo como guion de Playwright en Python, que funciona por sí solo.\n"
        "Los datos son opciones del guion; la contraseña viene de PORTAL_PASSWORD o se pregunta. "
        "Dice, con su lugar, lo que el guion no hace.",
        en="Write a flow as a Playwright script in Python that runs by itself.\n"
        "Its inputs are options of the script; the password comes from PORTAL_PASSWORD or is asked for. "
        "Says by place what the script does not do.",
        zh="把流程写成可独立运行的 Playwright Python 脚本。\n"
        "输入项成为脚本的选项；密码取自 PORTAL_PASSWORD 或运行时询问。按位置列出脚本不包含的内容。",
    ),
    "export.flow": Text(es="El nombre del flujo.", en="The name of the flow.", zh="流程名称。"),
    "export.output": Text(
        es="El archivo que se escribe. Si no se dice, sale por pantalla.",
        en="The file to write. Without it the script is printed.",
        zh="要写入的文件。不指定时直接输出。",
    ),
    "export.flows": Text(
        es="Carpeta con los flujos del portal, en lugar de los incluidos.",
        en="Folder with the portal's flows, instead of those that come with the program.",
        zh="存放该系统流程文件的文件夹，代替自带的流程。",
    ),
}

PORTING_EXAMPLES: dict[str, tuple[str, ...]] = {
    "import": (
        "portal import recording.json -o my_portal",
        "portal import project.side --as selenium -o my_portal",
        "portal import clicks.jsonl --name register -o my_portal",
    ),
    "export": ("portal export add -o add.py", "portal export register --flows my_portal -o register.py"),
}
