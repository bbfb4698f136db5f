"""What `--help` says of `portal evidence …`, in three languages."""

from __future__ import annotations

from bot.text import Text

_DOSSIER = Text(
    es="Número del lote, o la carpeta o el zip de un expediente, venga de donde venga.",
    en="Number of the batch, or the folder or zip of a dossier, wherever it comes from.",
    zh="批次号，或任意来源的证据文件夹或 zip 文件。",
)
_BATCH = Text(es="Número del lote.", en="Number of the batch.", zh="批次号。")
_PERSON = Text(
    es="Quién lo hace, para el registro. Si no se dice: PORTAL_PERSON, o el usuario de este ordenador.",
    en="Who does this, for the record. Without it: PORTAL_PERSON, or the user of this computer.",
    zh="由谁操作，记录在案。不指定时取 PORTAL_PERSON，再取本机用户名。",
)

EVIDENCE_HELP: dict[str, Text] = {
    "evidence": Text(
        es="Comprobar, exportar y eliminar las pruebas de los lotes.",
        en="Verify, export and purge the evidence of batches.",
        zh="核验、导出和清除各批次的证据。",
    ),
    "evidence verify": Text(
        es="Decir si un expediente está intacto o, exactamente, qué se alteró, añadió, quitó o volvió a firmar.\n\n"
        "No necesita la base de datos ni la red. Termina con 0 si está intacto y con 1 si no.",
        en="Say whether a dossier is intact, or exactly what was altered, added, removed or signed anew.\n\n"
        "Needs neither the database nor a network. Ends with 0 if it is intact, with 1 if not.",
        zh="核验证据是否完好；若不完好，指出哪些被改动、增加、删除或重新签名。\n\n"
        "不需要数据库和网络。完好时退出码为 0，否则为 1。",
    ),
    "evidence verify.dossier": _DOSSIER,
    "evidence verify.key": Text(
        es="Clave pública que debe haberlo firmado; se puede repetir. Si no se dice, se comprueba con la de este "
        "ordenador, si es suya.",
        en="Public key that must have signed it; may be repeated. Without it, this computer's own, if it is its work.",
        zh="应当用于签名的公钥，可重复指定。不指定时，若由本机封存则用本机公钥。",
    ),
    "evidence verify.head": Text(
        es="Huella del último sello, de un informe o de otra persona: descubre que falte el final.",
        en="Digest of the last seal, from a report or a second person: it shows that the end was cut off.",
        zh="最近一次封存的摘要（取自报告或他人），用于发现末尾被截去。",
    ),
    "evidence verify.authority": Text(
        es="Certificado raíz de una autoridad de sellado de tiempo en la que se confía; se puede repetir.",
        en="Root certificate of a time-stamping authority that is believed; may be repeated.",
        zh="所信任的时间戳机构的根证书，可重复指定。",
    ),
    "evidence verify.json": Text(
        es="Escribir JSON, para otro programa.", en="Print JSON, for another program.", zh="输出 JSON，供其他程序读取。"
    ),
    "evidence report": Text(
        es="Escribir el informe de un expediente: una sola página HTML o, si el nombre acaba en .pdf, un PDF.",
        en="Write the report on a dossier: one HTML page or, if the name ends in .pdf, a PDF.",
        zh="生成证据报告：单个 HTML 页面；文件名以 .pdf 结尾时为 PDF。",
    ),
    "evidence report.dossier": _DOSSIER,
    "evidence report.output": Text(es="Dónde escribirlo.", en="Where to write it.", zh="报告写入的文件。"),
    "evidence report.shareable": Text(
        es="Con los números de identidad y los salarios ocultos, también en las imágenes.",
        en="With ID numbers and wages masked, in the pictures too.",
        zh="遮盖身份证号和工资，图片中也遮盖。",
    ),
    "evidence export": Text(
        es="Guardar un expediente y su informe en un zip: completo, o con los datos sensibles ocultos.",
        en="Put a dossier and its report into a zip: complete, or with the sensitive data masked.",
        zh="把证据和报告导出为 zip：完整副本，或遮盖敏感数据的副本。",
    ),
    "evidence export.batch": _BATCH,
    "evidence export.output": Text(es="El zip que se escribe.", en="The zip to write.", zh="要写入的 zip 文件。"),
    "evidence export.sealed": Text(
        es="Completo, con sus sellos: contiene datos personales.",
        en="Complete, with its seals: it holds personal data.",
        zh="完整副本，含封存签名，包含个人数据。",
    ),
    "evidence export.shareable": Text(
        es="Con los números de identidad y los salarios ocultos, también en las imágenes.",
        en="With ID numbers and wages masked, in the pictures too.",
        zh="遮盖身份证号和工资，图片中也遮盖。",
    ),
    "evidence export.by": _PERSON,
    "evidence seal": Text(
        es="Sellar lo nuevo de un lote; los lotes se sellan solos al terminar cada ejecución.",
        en="Seal what is new in a batch; batches are sealed by themselves at the end of each run.",
        zh="封存批次中的新内容；每次运行结束时会自动封存。",
    ),
    "evidence seal.batch": _BATCH,
    "evidence seal.stamp": Text(
        es="Dirección de una autoridad de sellado de tiempo (RFC 3161) que selle el último sello.",
        en="Address of a time-stamping authority (RFC 3161) that is to stamp the last seal.",
        zh="为最近一次封存加盖时间戳的机构网址（RFC 3161）。",
    ),
    "evidence seal.by": _PERSON,
    "evidence key": Text(
        es="Mostrar la clave pública con la que sella este ordenador, para quien vaya a comprobar.",
        en="Show the public key that this computer seals with, for whoever is to verify.",
        zh="显示本机封存所用的公钥，供核验者使用。",
    ),
    "evidence key.output": Text(es="Archivo donde escribirla.", en="File to write it to.", zh="写入的文件。"),
    "evidence purge": Text(
        es="Eliminar las pruebas y los datos personales de los lotes terminados hace tiempo.\n\n"
        "Queda el esqueleto del registro, sin datos personales, y una nota firmada de lo eliminado. Las imágenes de "
        "ensayos tan antiguos (--dry-run, --step) y las hojas entregadas que nadie tocó desde entonces se eliminan "
        "también.",
        en="Remove the evidence and the personal data of batches that have long been over.\n\n"
        "The journal's skeleton stays, without personal data, and a signed note of what was removed. The pictures of "
        "rehearsals that old (--dry-run, --step) and spreadsheets that were handed in and not touched since go, too.",
        zh="清除早已结束的批次的证据和个人数据。\n\n保留不含个人数据的记录骨架，以及清除内容的签名记录。同样早的演练（--dry-run、--step）截图和此后无人改动的上传表格也一并清除。",
    ),
    "evidence purge.older_than": Text(
        es="Cuánto hace que deben haber terminado, en días: 90d.",
        en="How long they must have been over, in days: 90d.",
        zh="已结束的天数，如 90d。",
    ),
    "evidence purge.dry_run": Text(
        es="Solo decir qué se eliminaría.", en="Only say what would be removed.", zh="只列出将清除的内容。"
    ),
    "evidence purge.by": _PERSON,
    "evidence purge.yes": Text(
        es="Eliminar sin preguntar antes.", en="Remove without asking first.", zh="清除前不再询问。"
    ),
}

EVIDENCE_EXAMPLES: dict[str, tuple[str, ...]] = {
    "evidence": ("portal evidence verify 202611-01", "portal evidence export 202611-01 --sealed -o 202611-01.zip"),
    "evidence verify": (
        "portal evidence verify 202611-01",
        "portal evidence verify 202611-01.zip --key employer.pem",
    ),
    "evidence report": ("portal evidence report 202611-01 -o report.pdf --lang es",),
    "evidence export": (
        "portal evidence export 202611-01 --sealed -o 202611-01.zip",
        "portal evidence export 202611-01 --shareable -o 202611-01-shareable.zip",
    ),
    "evidence seal": ("portal evidence seal 202611-01 --stamp https://timestamps.example",),
    "evidence key": ("portal evidence key -o employer.pem",),
    "evidence purge": ("portal evidence purge --older-than 90d --dry-run",),
}
