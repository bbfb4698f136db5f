"""Questions, in three languages."""

from __future__ import annotations

from bot.text import Text

NO_QUESTIONS = Text(es="Nadie pregunta nada ahora.", en="Nobody asks anything now.", zh="目前没有待答问题。")
SEND = Text(es="Enviar", en="Send", zh="提交")
PICTURE_OF_QUESTION = Text(
    es="Imagen con los caracteres que hay que escribir", en="Picture of the characters to type",
    zh="需要输入的字符图片",
)
