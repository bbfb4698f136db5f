"""What `portal record` says, and what `--help` says of it, in three languages."""

from __future__ import annotations

from bot.text import Text

RECORD_HELP: dict[str, Text] = {
    "record": Text(
        es="Grabar lo que usted hace en el portal y convertirlo en un flujo.\n"
        "Se abre un navegador; termine con Intro aquí o cerrando la ventana. Con --account entra antes por usted, y "
        "con --roster y --case rellena un caso hasta donde diga --before. Las contraseñas no se escriben nunca.",
        en="Record what you do on the portal, and make a flow of it.\n"
        "A browser opens; end with Enter here, or by closing its window. With --account it logs in for you first, and "
        "with --roster and --case it fills in a case, as far as --before says. Passwords are never written.",
        zh="录制您在系统中的操作并生成流程。\n"
        "会打开浏览器；在此按回车键或关闭窗口即结束。加 --account 会先替您登录，"
        "加 --roster 和 --case 会先填写一条业务，直到 --before 所指之处。密码绝不写入文件。",
    ),
    "record.url": Text(
        es="Dirección del portal; si la carpeta ya tiene portal.yaml, la que dice él.",
        en="Address of the portal; that of portal.yaml, if the folder has one.",
        zh="系统网址；文件夹中已有 portal.yaml 时取其中的网址。",
    ),
    "record.output": Text(
        es="Carpeta de flujos en la que se escribe; si no tiene portal.yaml, se crea uno.",
        en="Folder of flows to write into; if it has no portal.yaml, one is made.",
        zh="写入的流程文件夹；没有 portal.yaml 时会新建。",
    ),
    "record.name": Text(es="Nombre del flujo.", en="Name of the flow.", zh="流程名称。"),
    "record.account": Text(
        es="Entrar primero con esta cuenta, por el flujo de la carpeta.",
        en="Log in with this account first, by the folder's own flow.",
        zh="先用该账户登录（按文件夹中的流程）。",
    ),
    "record.roster": Text(
        es="Hoja con el caso que se rellena antes.",
        en="Spreadsheet with the case that is filled in first.",
        zh="含有需先填写的业务的表格。",
    ),
    "record.case": Text(es="El caso, como add-001.", en="The case, such as add-001.", zh="业务编号，如 add-001。"),
    "record.before": Text(
        es="Etapa o paso antes del cual usted toma el relevo; si no se dice, antes de guardar o presentar.",
        en="Stage or step before which you take over; before anything is saved or filed, if not said.",
        zh="您在哪个阶段或步骤之前接手；不指定时为保存或提交之前。",
    ),
}
RECORD_EXAMPLES: dict[str, tuple[str, ...]] = {
    "record": (
        "portal record --url https://portal.example/ -o my_portal",
        "portal record -o my_portal --account 170000001 --roster roster.xlsx --case add-002",
    ),
}

WHICH_PORTAL = Text(
    es="La carpeta {folder} no tiene portal.yaml: falta la dirección del portal.",
    en="The folder {folder} has no portal.yaml: the portal's address is missing.",
    zh="文件夹 {folder} 中没有 portal.yaml：缺少系统网址。",
)
WHICH_PORTAL_CURE = Text(es="Dígala con --url.", en="Say it with --url.", zh="请用 --url 指定。")
NO_WINDOW = Text(
    es="Aquí no se puede abrir una ventana, y sin ella nadie puede hacer clic.",
    en="No window can be opened here, and without one nobody can click.",
    zh="此处无法打开窗口，也就无法操作。",
)
NO_WINDOW_CURE = Text(
    es="Hágalo en un ordenador con pantalla, o importe lo grabado allí: «portal import».",
    en="Do it on a computer with a screen, or bring in what was recorded there: `portal import`.",
    zh="请在有屏幕的电脑上录制，或用 portal import 导入在别处录制的内容。",
)
NEEDS_ACCOUNT = Text(
    es="Para empezar a medias hacen falta una carpeta con flujos, --account, --roster y --case.",
    en="To begin in the middle takes a folder with flows, --account, --roster and --case.",
    zh="从中途开始需要含流程的文件夹以及 --account、--roster 和 --case。",
)
ENDS_WITH = Text(
    es="Grabando. Haga lo que el flujo debe hacer; al acabar, pulse Intro aquí o cierre la ventana.",
    en="Recording. Do what the flow should do; then press Enter here, or close the window.",
    zh="正在录制。请完成流程应做的操作，然后在此按回车键或关闭窗口。",
)
