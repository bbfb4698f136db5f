"""Evidence, in three languages."""

from __future__ import annotations

from bot.text import Text

EVIDENCE_LEAD = Text(
    es="Cada lote guarda imágenes selladas de lo que se hizo. Compruebe que nadie las cambió, o entréguelas.",
    en="Every batch keeps sealed pictures of what was done. Verify that nobody changed them, or hand them out.",
    zh="每个批次都保存了带封印的操作画面。可验证其未被改动，也可导出交付。",
)
VERIFY = Text(es="Verificar", en="Verify", zh="验证")
THE_BATCH = Text(es="Lote {batch}", en="Batch {batch}", zh="批次 {batch}")
INTACT = Text(
    es="{which}: intacto. Archivos: {files} · sellos: {seals}",
    en="{which}: intact. Files: {files} · seals: {seals}",
    zh="{which}：完好。文件：{files} · 封印：{seals}",
)
NOT_INTACT = Text(
    es="{which}: NO está como se selló. Hallazgos: {count}",
    en="{which}: NOT as it was sealed. Findings: {count}",
    zh="{which}：与封印时不符。发现问题：{count}",
)
MORE_FINDINGS = Text(es="… y {count} más", en="… and {count} more", zh="……另有 {count} 处")
FROM_ELSEWHERE = Text(es="Un expediente de fuera", en="A dossier from elsewhere", zh="核验外来凭证")
FROM_ELSEWHERE_LEAD = Text(
    es="¿Le han dado una exportación? Compruebe aquí si está como se selló. No se guarda nada de ella.",
    en="Were you given an export? See here whether it is as it was sealed. Nothing of it is kept.",
    zh="收到了导出文件？可在此核验其是否与封存时一致。内容不会被保留。",
)
DOSSIER_FILE = Text(es="El zip, hasta 256 MB", en="The zip, up to 256 MB", zh="zip 文件（不超过 256 MB）")
KEY_FILE = Text(
    es="La clave pública de quien selló (.pem), si se la dieron",
    en="The public key of whoever sealed it (.pem), if you were given it",
    zh="封存方的公钥（.pem），如有",
)
HEAD_GIVEN = Text(
    es="La huella del último sello, si se la dieron", en="The digest of the last seal, if you were given it",
    zh="最近封存的摘要，如有",
)
NO_DOSSIER_GIVEN = Text(es="Falta el zip.", en="The zip is missing.", zh="缺少 zip 文件。")
NO_DOSSIER_GIVEN_CURE = Text(
    es="Elija el archivo que le dieron: el que hizo «Exportar».",
    en="Choose the file that you were given: the one that “Export” made.",
    zh="请选择收到的由“导出”生成的文件。",
)
GIVEN_KEY = Text(es="la que usted dio", en="the one that you gave", zh="与您提供的公钥一致")
EXPORT = Text(es="Exportar completo", en="Export complete", zh="完整导出")
EXPORT_SHAREABLE = Text(es="Exportar enmascarado", en="Export masked", zh="脱敏导出")
MASKED_FOR_YOU = Text(
    es="Los números de identidad y otros datos sensibles se le muestran tapados, también en las imágenes.",
    en="ID numbers and other sensitive data are masked for you, in the pictures too.",
    zh="身份证号和其他敏感信息（包括画面中的）对您遮盖显示。",
)
NO_COMPLETE_FOR_YOU = Text(
    es="Lo mismo en el informe y en lo que exporte. La exportación completa la hace quien tramita o aprueba.",
    en="The report and what you export are masked as well. A complete export is made by whoever files or approves.",
    zh="报告和导出内容也是如此。完整导出由经办人或批准人进行。",
)
NO_RESULTS_FOR_YOU = Text(
    es="La hoja con resultados lleva los números enteros: es de quien tramita o aprueba. El informe dice lo mismo.",
    en="The spreadsheet with results has the numbers in full: it is for whoever files or approves. "
    "The report says the same.",
    zh="结果表格含完整号码，仅供经办人或批准人使用。报告的内容相同。",
)
NOT_SHOWN = Text(es="Esta imagen no se le muestra", en="This picture is not shown to you", zh="此画面不予显示")
NOT_SHOWN_WHY = Text(
    es="No es seguro que se pueda tapar todo lo sensible.", en="It is not certain that all can be masked in it.",
    zh="无法确保遮盖其中的全部敏感信息。",
)
NOT_SHOWN_CURE = Text(
    es="Pida a quien tramita o aprueba que la mire con usted.",
    en="Ask whoever files or approves to look at it with you.",
    zh="如需查看，请与经办人或批准人一起查看。",
)
NO_EVIDENCE = Text(es="Todavía no hay pruebas.", en="There is no evidence yet.", zh="还没有凭证。")
PURGE = Text(es="Eliminar lo antiguo", en="Remove what is old", zh="清除旧资料")
PURGE_LEAD = Text(
    es="Elimina las pruebas y los datos personales de los lotes terminados hace más de estos días, "
    "y las imágenes de ensayos y las hojas entregadas tan antiguas.",
    en="Removes the evidence and personal data of batches that ended more than so many days ago, "
    "and the pictures of rehearsals and the spreadsheets that were handed in, that old.",
    zh="清除已结束超过以下天数的批次的凭证和个人信息，以及同样早的演练截图和上传的表格。",
)
DAYS = Text(es="Días", en="Days", zh="天数")
PURGE_TRY = Text(es="Mostrar qué se eliminaría", en="Show what would be removed", zh="显示将清除的内容")
PURGE_NOW = Text(es="Eliminar definitivamente", en="Remove for good", zh="永久清除")
PURGE_WOULD = Text(
    es="{batch}: se eliminarían {files} archivos.", en="{batch}: {files} files would be removed.",
    zh="{batch}：将清除 {files} 个文件。",
)
PURGE_REHEARSAL = Text(
    es="Ensayo {name}: se eliminarían {files} imágenes.", en="Rehearsal {name}: {files} pictures would be removed.",
    zh="演练 {name}：将清除 {files} 张截图。",
)
PURGE_UPLOAD = Text(
    es="Hoja entregada {name}: se eliminaría.", en="Spreadsheet {name} would be removed.",
    zh="将清除上传的表格 {name}。",
)
PURGE_NOTHING = Text(es="No hay nada que eliminar.", en="There is nothing to remove.", zh="没有可清除的内容。")
PURGE_KEPT = Text(es="{batch} se conserva: {why}", en="{batch} is kept: {why}", zh="{batch} 保留：{why}")
PURGE_DAYS = Text(es="Diga cuántos días.", en="Say how many days.", zh="请填写天数。")
PURGE_DAYS_CURE = Text(es="Un número entero, desde 1.", en="A whole number, from 1.", zh="不小于 1 的整数。")
SURE = "sure"
WHOLE = Text(es="¿Intacto?", en="Intact?", zh="是否完好")
TO_READ = Text(es="Para leer", en="To read", zh="查阅")
TO_HAND_OUT = Text(es="Para entregar", en="To hand out", zh="交付")
SEAL = Text(es="Sellar lo nuevo", en="Seal what is new", zh="封存新增内容")
NOTHING_TO_SEAL = Text(
    es="El lote {batch} no tiene pruebas que sellar.", en="Batch {batch} has no evidence to be sealed.",
    zh="批次 {batch} 没有可封存的凭证。",
)
LAST_SEAL = Text(es="Último sello", en="Last seal", zh="最近封存")
HEAD = Text(es="Huella", en="Digest", zh="摘要")
HEAD_MEANS = Text(
    es="Compárela con la del informe, o con la que guardó otra persona.",
    en="Compare it with the report's, or with the one that a second person kept.",
    zh="请与报告上的或他人保存的摘要核对。",
)
SIGNED_BY = Text(es="Clave", en="Key", zh="密钥")
OUR_KEY = Text(es="la de este ordenador", en="this computer's own", zh="本机密钥")
UNKNOWN_KEY = Text(
    es="no es la de este ordenador: compárela con la que le dieron",
    en="not this computer's own: compare it with the one that you were given",
    zh="不是本机密钥：请与对方提供的密钥核对",
)
STAMPED = Text(es="Sello de tiempo", en="Time stamp", zh="时间戳")
FOR_AUDITORS = Text(es="Para quien audita", en="For the auditor", zh="供审计人员使用")
KEY_LEAD = Text(
    es="Quien recibe una exportación la comprueba con esta clave pública, en cualquier ordenador y sin este programa.",
    en="Whoever is handed an export verifies it with this public key, on any computer and without this program.",
    zh="收到导出文件的人可用此公钥在任意电脑上验证，无需本程序。",
)
PUBLIC_KEY = Text(es="Descargar la clave pública", en="Download the public key", zh="下载公钥")
