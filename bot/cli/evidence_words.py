"""What the command line says of evidence, in three languages."""

from __future__ import annotations

from bot.text import Text

INTACT = Text(
    es="Intacto, tal como se selló. Archivos: {files} · sellos: {seals}",
    en="Intact, just as it was sealed. Files: {files} · seals: {seals}",
    zh="完好，与封存时一致。文件：{files} · 封存：{seals}",
)
NOT_INTACT = Text(
    es="NO intacto. Hallazgos: {count}", en="NOT intact. Findings: {count}", zh="不完好。发现问题：{count}"
)
HEAD = Text(es="Último sello", en="Last seal", zh="最近封存")
SIGNED_BY = Text(es="Clave", en="Key", zh="密钥")
SEALED_AT = Text(es="Sellado", en="Sealed", zh="封存时间")
STAMPED = Text(es="Sello de tiempo", en="Time stamp", zh="时间戳")
BELIEVED = Text(
    es="de una autoridad en la que usted confía", en="by an authority that you trust", zh="由您信任的机构签发"
)
NOT_FOLLOWED_UP = Text(
    es="sin comprobar quién lo puso: dé --authority",
    en="not followed up to who made it: give --authority",
    zh="未核验签发机构，请使用 --authority",
)
TRUSTED = Text(es="la esperada", en="the one expected", zh="与预期一致")
UNKNOWN_KEY = Text(
    es="compárela con la que le dieron, o dé --key",
    en="compare it with the one that you were given, or give --key",
    zh="请与对方提供的密钥核对，或使用 --key",
)
SEALED = Text(es="Sello {number}: {digest}", en="Seal {number}: {digest}", zh="第 {number} 次封存：{digest}")
NOTHING_TO_SEAL = Text(
    es="El lote {batch} no tiene todavía pruebas que sellar.",
    en="Batch {batch} has no evidence to seal yet.",
    zh="批次 {batch} 尚无可封存的证据。",
)
NOT_SEALED = Text(
    es="Las pruebas no se han podido sellar: {why}",
    en="The evidence could not be sealed: {why}",
    zh="证据未能封存：{why}",
)
NOT_SEALED_CURE = Text(
    es="Lo tramitado no cambia. Séllelas después con: {command}",
    en="What was filed is not affected. Seal it later with: {command}",
    zh="已办理的业务不受影响。之后可运行：{command}",
)
WHICH_COPY = Text(
    es="¿Qué copia: la completa o la que se puede compartir?",
    en="Which copy: the complete one, or the one that can be shared?",
    zh="要导出哪一种：完整副本，还是可分享的副本？",
)
WHICH_COPY_CURE = Text(
    es="Dé --sealed (completa, para quien deba verlo todo) o --shareable (con los datos ocultos).",
    en="Give --sealed (complete, for those who may see it all) or --shareable (with the data masked).",
    zh="请使用 --sealed（完整，仅供有权查看者）或 --shareable（已遮盖敏感数据）。",
)
WITHHELD = Text(es="No se incluye {name}: {why}", en="Withheld: {name}: {why}", zh="未包含 {name}：{why}")
NO_AGE = Text(es="«{said}» no es una antigüedad.", en="“{said}” is no age.", zh="“{said}”不是有效的期限。")
AGE_CURE = Text(es="Dé los días: 90d.", en="Give the days: 90d.", zh="请填写天数，如 90d。")
PURGE_THESE = Text(
    es="¿Eliminar para siempre las pruebas y los datos personales de {count} lotes?",
    en="Remove the evidence and the personal data of {count} batches for good?",
    zh="永久清除 {count} 个批次的证据和个人数据？",
)
PURGE_ALL_THESE = Text(
    es="¿Eliminar todo eso para siempre? Lotes: {count} · ensayos: {rehearsals} · hojas entregadas: {uploads}",
    en="Remove all that for good? Batches: {count} · rehearsals: {rehearsals} · spreadsheets: {uploads}",
    zh="永久清除以上全部内容？批次：{count} · 演练：{rehearsals} · 上传的表格：{uploads}",
)
NOTHING_TO_PURGE = Text(
    es="No hay lotes terminados, ensayos ni hojas entregadas tan antiguos.",
    en="No batch has been over for that long, and there is no rehearsal and no spreadsheet so old.",
    zh="没有结束已满该期限的批次，也没有那么早的演练或上传的表格。",
)
UPLOAD = Text(es="la hoja entregada {name}", en="spreadsheet {name}", zh="上传的表格 {name}")
REHEARSAL = Text(es="el ensayo {name}", en="rehearsal {name}", zh="演练 {name}")
TO_BE_PURGED = Text(es="Se eliminaría", en="Would be purged", zh="将清除")
PURGED = Text(es="Eliminado", en="Purged", zh="已清除")
KEPT = Text(es="Se conserva", en="Kept", zh="保留")
OF_FILES = Text(es="archivos: {files} · {size}", en="files: {files} · {size}", zh="文件：{files} 个 · {size}")
NOTE_AT = Text(es="Nota firmada", en="Signed note", zh="签名记录")
YOURS = Text(
    es="La copia de la hoja con los resultados es suya y se queda: {path}",
    en="The copy of the roster with the results is yours, and stays: {path}",
    zh="带结果的名册副本属于您，予以保留：{path}",
)
NOT_FOUND = Text(
    es="Archivos anotados que no están aquí: {count}. Si están en otro ordenador, elimínelos allí con la misma orden.",
    en="Files on record that are not here: {count}. If they are on another computer, give this command there, too.",
    zh="有记录但此处没有的文件：{count} 个。如在另一台电脑上，请在那里执行同一命令。",
)
NOT_OURS = Text(
    es="Archivos ajenos que siguen ahí: {paths}",
    en="Files that are not ours, left where they are: {paths}",
    zh="保留的非本程序文件：{paths}",
)
