"""What importing and exporting say: reasons, remarks, and what is wrong with a file."""

from __future__ import annotations

from bot.text import Text

LINE = Text(es="línea {line}", en="line {line}", zh="第 {line} 行")

# A file that cannot be read
NOT_UTF8 = Text(
    es="{file}: no es texto en UTF-8.", en="{file}: this is no text in UTF-8.", zh="{file}：不是 UTF-8 文本。"
)
NOT_READABLE = Text(
    es="{file}: no se puede leer: {why}", en="{file}: cannot be read: {why}", zh="{file}：无法读取：{why}"
)
NOT_CODEGEN = Text(
    es="No es una grabación de «playwright codegen --target jsonl»: ninguna línea es una acción.",
    en="This is no recording of `playwright codegen --target jsonl`: no line is an action.",
    zh="不是 playwright codegen --target jsonl 的录制文件：没有任何一行是操作。",
)
NOT_DEVTOOLS = Text(
    es="No es una grabación del panel Recorder de Chrome: un objeto JSON con una lista «steps».",
    en="This is no recording of Chrome's Recorder: a JSON object with a list of `steps`.",
    zh="不是 Chrome Recorder 的录制文件：应为含 steps 列表的 JSON 对象。",
)
NOT_SIDE = Text(
    es="No es un proyecto de Selenium IDE: un objeto JSON con una lista «tests».",
    en="This is no project of Selenium IDE: a JSON object with a list of `tests`.",
    zh="不是 Selenium IDE 项目：应为含 tests 列表的 JSON 对象。",
)
UNKNOWN_FORMAT = Text(
    es="No se reconoce el formato de la grabación.",
    en="The format of this recording is not known.",
    zh="无法识别录制文件的格式。",
)
UNKNOWN_FORMAT_CURE = Text(
    es="Se leen: JSON del Recorder de Chrome, .side de Selenium IDE, jsonl de «playwright codegen».",
    en="These are read: JSON of Chrome's Recorder, .side of Selenium IDE, jsonl of `playwright codegen`.",
    zh="可读取：Chrome Recorder 的 JSON、Selenium IDE 的 .side、playwright codegen 的 jsonl。",
)
NOTHING_IN_IT = Text(
    es="En la grabación no hay nada que se pueda traer.",
    en="There is nothing in this recording that can be carried over.",
    zh="该录制中没有可以导入的内容。",
)

NO_NAME = Text(
    es="«{name}» no vale como nombre de un flujo: minúsculas, cifras y _, y una letra al principio.",
    en="“{name}” is no name for a flow: small letters, digits and _, a letter first.",
    zh="“{name}”不能用作流程名：只能用小写字母、数字和 _，并以字母开头。",
)
ONE_NAME = Text(
    es="Un solo nombre para {count} grabaciones.",
    en="One name for {count} recordings.",
    zh="{count} 个录制只给了一个名称。",
)
ONE_NAME_CURE = Text(
    es="Sin --name, cada flujo se llama como su grabación.",
    en="Without --name each flow is called as its recording is.",
    zh="不使用 --name 时，各流程以录制名称命名。",
)
THERE_ALREADY = Text(
    es="{file} ya existe; no se ha escrito nada.",
    en="{file} is there already; nothing was written.",
    zh="{file} 已存在；未写入任何内容。",
)
FLOW_THERE = Text(
    es="La carpeta ya tiene un flujo «{name}»; no se ha escrito nada.",
    en="The folder has a flow `{name}` already; nothing was written.",
    zh="文件夹中已有流程 {name}；未写入任何内容。",
)
THERE_ALREADY_CURE = Text(
    es="Dé otro nombre con --name u otra carpeta con -o, o aparte ese archivo.",
    en="Give another name with --name or another folder with -o, or move that file away.",
    zh="请用 --name 指定其他名称，或用 -o 指定其他文件夹，或先移走该文件。",
)

# Why something was left out
NOT_JSON = Text(es="no es un objeto JSON", en="this is no JSON object", zh="不是 JSON 对象")
UNKNOWN_ACTION = Text(
    es="los flujos no tienen nada que le corresponda",
    en="flows have nothing that corresponds to it",
    zh="流程中没有对应的操作",
)
BROKEN_STEP = Text(
    es="le falta algo o tiene otra forma",
    en="something is missing in it, or it has another shape",
    zh="缺少内容或格式不同",
)
NO_TARGET = Text(
    es="no hay forma de encontrar el elemento que un flujo pueda usar",
    en="none of its ways to find the element can be used in a flow",
    zh="没有流程可用的元素定位方式",
)
NO_FRAME = Text(
    es="no hay forma de encontrar el marco que un flujo pueda usar",
    en="none of its ways to find the frame can be used in a flow",
    zh="没有流程可用的框架定位方式",
)
OTHER_WINDOW = Text(
    es="se hizo en otra ventana; un flujo trabaja en una sola",
    en="this was done in another window; a flow works in one",
    zh="在另一个窗口中进行；流程只在一个窗口中工作",
)
OPENS_WINDOW = Text(
    es="abrió otra ventana; un flujo trabaja en una sola",
    en="it opened another window; a flow works in one",
    zh="打开了另一个窗口；流程只在一个窗口中工作",
)
OTHER_SITE = Text(
    es="está en otro sitio; un flujo no sale del portal",
    en="this is another site; a flow does not leave the portal",
    zh="属于其他网站；流程不会离开该系统",
)
OTHER_BUTTON = Text(
    es="un clic con otro botón o con una tecla pulsada",
    en="a click with another button, or with a key held down",
    zh="使用了其他鼠标按键或按住了键盘键",
)
AT_POSITION = Text(
    es="se pulsó en un punto concreto; el flujo pulsa en el centro",
    en="it was clicked at a certain point; the flow clicks in the middle",
    zh="点击的是特定位置；流程点击元素中央",
)
SNAPSHOT = Text(
    es="la grabación no guarda la imagen de accesibilidad que se comprobaba",
    en="the recording does not keep the snapshot that was checked",
    zh="录制文件未保存所检查的快照",
)
ONE_OF_SEVERAL = Text(
    es="eran varios; se ha tomado el primero",
    en="there were several; the first one was taken",
    zh="原有多项，只取第一项",
)
FRAME_BY_NUMBER = Text(
    es="el marco solo se conoce por su número; los que no se ven no cuentan: compruébelo",
    en="the frame is known only by its number, and those that cannot be seen do not count: check it",
    zh="框架只知道序号，且不可见的框架不计入：请核对",
)
PART_OF_IT = Text(
    es="solo se ha traído una parte de lo que se esperaba",
    en="only a part of what was waited for was carried over",
    zh="所等待的条件只导入了一部分",
)
VARIABLE = Text(
    es="usa una variable cuyo valor no está en la grabación: escríbalo usted",
    en="it uses a variable whose value is not in the recording: write it yourself",
    zh="使用了录制中没有值的变量：请自行填写",
)
PAUSE = Text(
    es="un flujo espera condiciones, no segundos: si hace falta, ponga «wait_for»",
    en="a flow waits for conditions, not for seconds: put a `wait_for` if one is needed",
    zh="流程等待条件而不是固定时间：如有需要请加 wait_for",
)
SCRIPT = Text(
    es="un flujo no ejecuta código en la página",
    en="a flow runs no code in the page",
    zh="流程不在页面中执行代码",
)
CONDITION = Text(
    es="la condición o el bucle no se ha traído: sus pasos se hacen una vez",
    en="the condition or the loop was not carried over: its steps are done once",
    zh="未导入条件或循环：其中的步骤只执行一次",
)
OTHER_BRANCH = Text(
    es="solo se hacía si la condición no se cumplía",
    en="this was done only if the condition did not hold",
    zh="仅在条件不成立时执行",
)
NO_SUCH_TEST = Text(
    es="el proyecto no tiene esa prueba, o se llama a sí misma",
    en="the project has no such test, or it runs itself",
    zh="项目中没有该测试，或它调用了自己",
)
OPTION_BY_NUMBER = Text(
    es="la opción no se conoce por su texto",
    en="the option is not known by its text",
    zh="该选项不是按文字指定的",
)
LONE_KEY = Text(
    es="lo que se escribe tecla a tecla va en «fill»",
    en="what is typed key by key belongs into `fill`",
    zh="逐键输入的内容应写入 fill",
)

# What a person has to look at
ANSWER_UNKNOWN = Text(
    es="la grabación no dice qué se respondió al diálogo: se ha puesto Aceptar",
    en="the recording does not say what was answered to the dialog: OK was put here",
    zh="录制中没有记下对话框的答复：此处写为“确定”",
)
OPTION_CODE = Text(
    es="la grabación da el código interno de la opción; escriba el texto que muestra el portal",
    en="the recording has the option's inner code; write the text that the portal shows",
    zh="录制中只有选项的内部代码；请改为系统显示的文字",
)
OTHER_OPTIONS = Text(
    es="solo se conoce la opción elegida: añada las demás",
    en="only the option that was chosen is known: add the others",
    zh="只知道所选的选项：请补充其他选项",
)
GLUED_LABEL = Text(
    es="la etiqueta estaba unida a las opciones y se ha cortado: compruébela",
    en="the label was glued to the options and has been cut: check it",
    zh="标签与选项文字粘在一起，已截断：请核对",
)
SEVERAL_PASSWORDS = Text(
    es="otra contraseña; un flujo solo conoce la de la cuenta",
    en="another password; a flow knows only the account's",
    zh="另一个密码；流程只使用账号的密码",
)
CAPTCHA = Text(
    es="parece un código de verificación: el flujo lo pregunta",
    en="this looks like a verification code: the flow asks for it",
    zh="似乎是验证码：流程会向人询问",
)
NO_ADDRESS = Text(
    es="la grabación no dice la dirección del portal: escríbala en portal.yaml",
    en="the recording does not say the portal's address: write it into portal.yaml",
    zh="录制中没有系统网址：请写入 portal.yaml",
)
LOGIN_KNOWN = Text(
    es="entrar en el portal es cosa del flujo «{login}»; aquí se ha quitado",
    en="logging in is what the flow `{login}` does; it is left out here",
    zh="登录由流程 {login} 完成；此处已省略",
)
EFFECTS = Text(
    es="Ningún paso está marcado como trámite. Ponga el clic que presenta algo en una etapa propia con «effect».",
    en="No step is marked as filing anything. Put the click that files into a stage of its own, with an `effect`.",
    zh="没有步骤标明会办理业务。请把提交的点击放入单独的阶段并写明 effect。",
)
IMPORTED = Text(
    es="Traído de una grabación. Léalo, póngale nombres y compruébelo con «portal lint».",
    en="Imported from a recording. Read it, give things names, and check it with `portal lint`.",
    zh="由录制导入。请通读、命名，并用 portal lint 检查。",
)
LOGIN_TITLE = Text(es="Entrar", en="Log in", zh="登录")
QUESTION = Text(
    es="Escriba el código de la imagen", en="Type the code in the picture", zh="请输入图片中的验证码"
)

# Exporting
NO_SUCH_FLOW = Text(
    es="No hay ningún flujo «{name}» en la carpeta. Hay: {names}",
    en="There is no flow `{name}` in the folder. There are: {names}",
    zh="文件夹中没有流程 {name}。现有：{names}",
)
NOT_IN_PYTHON = Text(
    es="no se puede decir en el guion: allí se detiene con NotImplementedError",
    en="the script cannot say this: it stops there with NotImplementedError",
    zh="脚本无法表达：运行到此处会以 NotImplementedError 停止",
)
NO_SIGNS = Text(
    es="el guion no reconoce cómo dice que no el portal: espera hasta que se acaba el tiempo",
    en="the script does not know how the portal says no: it waits until the time is up",
    zh="脚本不识别系统的拒绝提示：会一直等到超时",
)
NO_RULES = Text(
    es="el guion no comprueba los datos antes de empezar",
    en="the script does not check the values beforehand",
    zh="脚本不会事先检查数据",
)
NO_AFTER = Text(
    es="lo que sigue después de este flujo lo hace el programa, no el guion",
    en="what comes after this flow is done by the program, not by the script",
    zh="该流程之后的工作由本程序完成，脚本不做",
)
