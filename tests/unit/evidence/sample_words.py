"""What the portal and the roster of the sample dossier say, in the languages that a portal may have."""

from __future__ import annotations

from bot.text import Language

TITLES: dict[str, dict[str, str]] = {
    "add": {"es": "Alta de trabajador", "en": "Add employee", "zh": "人员新增"},
    "renew": {"es": "Reanudación de cobertura", "en": "Resume coverage", "zh": "人员续保"},
    "interrupt": {"es": "Interrupción de cobertura", "en": "Interrupt coverage", "zh": "人员中断"},
}
LABELS: dict[str, dict[str, str]] = {
    "id_number": {"es": "N.º de identidad", "en": "ID number", "zh": "身份证号"},
    "name": {"es": "Nombre y apellidos", "en": "Name", "zh": "姓名"},
    "household": {"es": "Tipo de hukou", "en": "Household registration type", "zh": "户粮关系"},
    "wage": {"es": "Salario declarado (base)", "en": "Declared wage (base)", "zh": "申报工资(基数)"},
    "reason": {"es": "Causa de interrupción", "en": "Interruption reason", "zh": "中断原因"},
}
HUKOU: dict[Language, str] = {"es": "urbano local", "en": "local urban", "zh": "本地城镇"}
SAYS: dict[Language, dict[str, str]] = {
    "es": {
        "portal": "Sistema de declaración en línea de la Seguridad Social",
        "account": "Mecánica de Precisión de Prueba",
        "roster": "noviembre 2026.xlsx",
        "url": "https://portal.example/main?page=form",
        "left": "Dimisión",
        "refused": "Esta persona ya está de alta: no se admite el alta.",
        "refused_cure": "Si la persona tuvo cobertura antes, use la hoja de reanudación.",
        "rejected": "No se pudo verificar el registro de hukou. Acuda a ventanilla con el libro de familia.",
        "unclear": "La declaración se interrumpió y el portal no muestra qué pasó. Mírelo en el portal; "
        "no se repetirá solo.",
        "unclear_cure": "Búsquelo en «En revisión» y diga qué encontró con «portal resolve».",
        "broken": "El sistema está ocupado. Inténtelo más tarde.",
        "looked_for": "el aviso del sistema, con «declarados»",
        "shown": "Sistema de declaración: «Ayuda», «Salir», «Mis documentos»",
        "nearest": "botón «Aceptar»",
        "console": "POST https://portal.example/documents/declare: 500",
        "not_taken": "la página dejó de responder",
        "withdrew": "No autorizado por jefa.",
        "stopped": "El portal dejó de responder durante la declaración.",
    },
    "en": {
        "portal": "Online social-insurance filing",
        "account": "Testing Precision Machinery",
        "roster": "November 2026.xlsx",
        "url": "https://portal.example/main?page=form",
        "left": "Resignation",
        "refused": "This person is already insured and cannot be added.",
        "refused_cure": "If the person was insured before, use the sheet for renewals.",
        "rejected": "The household registration could not be verified. Bring the booklet to the counter.",
        "unclear": "The declaration was cut short and the portal does not show what became of it. "
        "Look on the portal; it will not be repeated by itself.",
        "unclear_cure": "Look for it under “Under review”, and say what you found with `portal resolve`.",
        "broken": "The system is busy. Try again later.",
        "looked_for": "the system message, with “declared”",
        "shown": "Online filing: “Help”, “Log out”, “My documents”",
        "nearest": "button “OK”",
        "console": "POST https://portal.example/documents/declare: 500",
        "not_taken": "the page no longer answered",
        "withdrew": "Not approved by jefa.",
        "stopped": "The portal stopped answering during the declaration.",
    },
    "zh": {
        "portal": "社会保险网上申报系统",
        "account": "测试精密机械有限公司",
        "roster": "2026年11月名册.xlsx",
        "url": "https://portal.example/main?page=form",
        "left": "辞职",
        "refused": "该人员已参保，不能新增。",
        "refused_cure": "如该人员曾经参保，请使用续保表。",
        "rejected": "户口信息核验未通过，请携带户口簿到柜台办理。",
        "unclear": "申报被中断，系统也没有显示结果。请到系统中查看；程序不会自行重复申报。",
        "unclear_cure": "请在“正在审核”中查找，并用 portal resolve 告知结果。",
        "broken": "系统繁忙，请稍后再试。",
        "looked_for": "系统提示，内容为“已申报”",
        "shown": "社会保险网上申报系统：“帮助”“退出”“我的文档”",
        "nearest": "按钮“确定”",
        "console": "POST https://portal.example/documents/declare: 500",
        "not_taken": "页面不再响应",
        "withdrew": "jefa 未批准。",
        "stopped": "申报过程中系统停止响应。",
    },
}
