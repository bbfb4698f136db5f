"""What `--help` says of the options with which `portal run` files nothing, in three languages."""

from __future__ import annotations

from bot.text import Text

REHEARSAL_HELP: dict[str, Text] = {
    "run.explain": Text(
        es="Decir paso a paso qué se haría, con los valores de la hoja; sin navegador y sin portal.",
        en="Say step by step what would be done, with the roster's values; without browser and portal.",
        zh="逐步说明将要执行的内容并填入名册的值；不打开浏览器，不访问系统。",
    ),
    "run.dry_run": Text(
        es="Ensayar: entra y rellena los formularios de verdad, pero no guarda ni presenta nada.",
        en="Rehearse: logs in and fills in the real forms, but saves and files nothing.",
        zh="演练：登录并填写真实表单，但不保存也不申报。",
    ),
    "run.step": Text(
        es="Como --dry-run, pero pregunta antes de cada paso: hacerlo, saltarlo, detener o seguir hasta el final.",
        en="As --dry-run, but asks before each step: go, skip, stop, or run on to the end.",
        zh="同 --dry-run，但在每一步之前询问：执行、跳过、停止，或一直执行到最后。",
    ),
    "run.from_stage": Text(
        es="Empezar el flujo de un solo caso en esta etapa; con --explain, --dry-run o --step.",
        en="Begin the flow of a single case at this stage; with --explain, --dry-run or --step.",
        zh="从该阶段开始执行单条业务的流程；与 --explain、--dry-run 或 --step 一起使用。",
    ),
    "run.case": Text(
        es="Solo este caso de la hoja, como add-001; con --explain, --dry-run o --step.",
        en="Only this case of the roster, such as add-001; with --explain, --dry-run or --step.",
        zh="只处理名册中的这一条，如 add-001；与 --explain、--dry-run 或 --step 一起使用。",
    ),
}
