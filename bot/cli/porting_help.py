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
}

PORTING_EXAMPLES: dict[str, tuple[str, ...]] = {
    "import": (
        "portal import recording.json -o my_portal",
        "portal import project.side --as selenium -o my_portal",
        "portal import clicks.jsonl --name register -o my_portal",
    ),
}
