"""What a person reads when nothing can be recorded."""

from __future__ import annotations

from bot.text import Text

NO_RECORDER = Text(
    es="Esta versión de Playwright ({version}) no tiene la grabadora como la conoce el programa.",
    en="This version of Playwright ({version}) does not have its recorder where the program knows it.",
    zh="此版本的 Playwright（{version}）中没有本程序所知的录制功能。",
)
NO_RECORDER_CURE = Text(
    es="Grabe con «playwright codegen --target jsonl -o clics.jsonl DIRECCIÓN» y tráigalo con "
    "«portal import clics.jsonl». Ese archivo contiene las contraseñas: bórrelo después.",
    en="Record with `playwright codegen --target jsonl -o clicks.jsonl ADDRESS`, and bring it in with "
    "`portal import clicks.jsonl`. That file has the passwords in it: delete it afterwards.",
    zh="请用 playwright codegen --target jsonl -o clicks.jsonl 网址 录制，再用 portal import clicks.jsonl 导入。"
    "该文件含有密码，用后请删除。",
)
