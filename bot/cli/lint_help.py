"""What `--help` says of `portal lint`, in three languages."""

from __future__ import annotations

from bot.text import Text

LINT_HELP: dict[str, Text] = {
    "lint": Text(
        es="Revisar los archivos de flujos y mostrar cada error en su sitio.\n"
        "También avisa de lo que se puede ejecutar pero rara vez se quiere. Termina con 0 si no hay errores y con 2 "
        "si los hay.",
        en="Check flow files and show every mistake at its place.\n"
        "Warns, too, of what can be run and is hardly meant. Ends with 0 if there are no errors, with 2 if there are.",
        zh="检查流程文件，逐处指出错误。\n对可以运行但多半并非本意的写法也会提醒。没有错误时退出码为 0，有错误时为 2。",
    ),
    "lint.folders": Text(
        es="Carpetas de flujos; sin ninguna, los incluidos.",
        en="Folders of flows; those that come with the program if none is named.",
        zh="流程文件夹；不写则检查自带的流程。",
    ),
    "lint.strict": Text(
        es="Tomar los avisos por errores.", en="Take warnings for errors.", zh="把提醒也当作错误。"
    ),
    "lint.json": Text(
        es="Escribir JSON, para otro programa.", en="Print JSON, for another program.", zh="输出 JSON，供其他程序读取。"
    ),
    "lint.sarif": Text(
        es="Escribir SARIF 2.1.0, que los editores y la integración continua muestran en su línea.",
        en="Print SARIF 2.1.0, which editors and continuous integration show at the lines.",
        zh="输出 SARIF 2.1.0，供编辑器和持续集成在对应行显示。",
    ),
}

LINT_EXAMPLES: dict[str, tuple[str, ...]] = {
    "lint": ("portal lint my_portal", "portal lint my_portal --strict --sarif > lint.sarif"),
}
