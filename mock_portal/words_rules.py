"""What the portal answers: login, gates, look-ups, saving, arrears, review: zh, es, en."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str, str]] = {
    "wrong_login": (
        "用户名或密码错误！",
        "Usuario o contraseña incorrectos.",
        "Wrong user name or password.",
    ),
    "wrong_captcha": (
        "验证码错误！",
        "Código de verificación incorrecto.",
        "Wrong verification code.",
    ),
    "stale_session": (
        "该用户上次登录未正常退出，是否结束原会话并重新登录？",
        "La última sesión de este usuario no se cerró. ¿Desea terminarla y entrar?",
        "The last session of this user was not closed. End it and log in?",
    ),
    "gate_window": (
        "每月1日至23日为申报时间，现在不能办理业务。",
        "El plazo es del 1 al 23 de cada mes: ahora no se admiten trámites.",
        "The filing window is from the 1st to the 23rd: no operations are taken now.",
    ),
    "gate_month_end": (
        "系统正在月末结算，暂停办理业务。",
        "Cierre mensual en curso: los trámites están suspendidos.",
        "Month-end settlement is running: operations are suspended.",
    ),
    "gate_employer_incomplete": (
        "单位信息不完整，请先到柜台补全。",
        "Los datos de la empresa están incompletos. Complételos antes en ventanilla.",
        "The employer's data is incomplete. Complete it at the counter first.",
    ),
    "no_hit_renew": (
        "没有查到该人员的中断记录。",
        "No consta ninguna cobertura interrumpida de esta persona.",
        "No interrupted record of this person was found.",
    ),
    "no_hit_interrupt": (
        "该人员不在本单位参保。",
        "Esta persona no está de alta en su empresa.",
        "This person is not active in your company.",
    ),
    "missing": (
        "以下必填项未填写：{labels}",
        "Faltan campos obligatorios: {labels}",
        "Required fields are missing: {labels}",
    ),
    "saved": (
        "保存成功，已存入草稿箱。",
        "Guardado en borradores.",
        "Saved to the drafts.",
    ),
    "refused_insured": (
        "该人员已参保，不能新增。",
        "Esta persona ya está de alta: no se admite el alta.",
        "This person is already insured and cannot be added.",
    ),
    "refused_history": (
        "该人员有参保记录，请办理人员续保。",
        "Esta persona tiene historial de cotización: use la reanudación de cobertura.",
        "This person has an insurance history: use renewal.",
    ),
    "refused_renew_active": (
        "该人员正在参保，不能续保。",
        "Esta persona ya está de alta: no procede la reanudación.",
        "This person is already insured: there is nothing to renew.",
    ),
    "refused_no_interrupted": (
        "该人员没有中断记录，请办理人员新增。",
        "Esta persona no tiene cobertura interrumpida: use el alta de trabajador.",
        "This person has no interrupted record: use add.",
    ),
    "refused_not_active": (
        "该人员不在本单位参保，不能中断。",
        "Esta persona no está de alta en su empresa: no se puede interrumpir.",
        "This person is not active in your company and cannot be interrupted.",
    ),
    "refused_pending": (
        "该人员已有同类业务的草稿或待审核记录。",
        "Ya existe un borrador o un trámite en revisión del mismo tipo para esta persona.",
        "A draft or an item under review of the same type already exists for this person.",
    ),
    "refused_migrant_insurance": (
        "只有外来务工人员才能参加外来务工保险。",
        "Solo un trabajador migrante puede cotizar al seguro de migrantes.",
        "Only a migrant worker can be in migrant insurance.",
    ),
    "refused_choice_server": (
        "“{label}”的内容不在列表中。",
        "El valor de «{label}» no está en la lista.",
        "The value of “{label}” is not in the list.",
    ),
    "refused_arrears": (
        "该人员不符合补缴条件。",
        "Esta persona no puede pagar atrasos.",
        "This person is not eligible to pay arrears.",
    ),
    "refused_wage": (
        "申报工资超出范围（{floor} 至 {cap}）。",
        "El salario declarado está fuera de los límites ({floor} a {cap}).",
        "The declared wage is outside the limits ({floor} to {cap}).",
    ),
    "refused_gone": (
        "该草稿已不存在或已申报，不能修改。",
        "El borrador ya no existe o ya se declaró: no se puede modificar.",
        "The draft no longer exists or has been declared: it cannot be changed.",
    ),
    "wage_question": (
        "申报工资 {wage} 将按 {limit} 调整，是否继续？",
        "El salario declarado {wage} se ajustará a {limit}. ¿Continuar?",
        "The declared wage {wage} will be adjusted to {limit}. Continue?",
    ),
    "arrears_intro": (
        "该人员中断 {gap} 个月：",
        "Meses sin cotizar: {gap}.",
        "Months without contributions: {gap}.",
    ),
    "arrears_payable": (
        "{branch}：可补缴",
        "{branch}: se pueden pagar los atrasos",
        "{branch}: arrears can be paid",
    ),
    "arrears_not_payable": (
        "{branch}：不可补缴",
        "{branch}: no se pueden pagar",
        "{branch}: cannot be paid",
    ),
    "review_rejected": (
        "材料不符合要求。",
        "La documentación no cumple los requisitos.",
        "The documents do not meet the requirements.",
    ),
}
