"use strict";
// The form of one operation: the person look-up, the lists that depend on each other, saving.

const form = document.getElementById("form1");
const operation = form.dataset.operation;
const idNumber = document.getElementById("aac002");
const combos = Object.fromEntries(
  Object.entries(OPTIONS)
    .filter(([name]) => document.getElementById(name))
    .map(([name, options]) => [name, new Combo(document.getElementById(name), options)]),
);
let lookedUp = idNumber.value;

// Whatever was typed before the answer came is overwritten by it.
function takeRecord(record) {
  for (const field of form.querySelectorAll("input[type=text]")) {
    if (field !== idNumber && !field.name.endsWith("_combo")) field.value = "";
  }
  for (const combo of Object.values(combos)) combo.clear();
  homeWanted(false);
  if (combos.sfbj) arrearsOffered(Boolean(record && record.unlock));
  if (!record) return;
  for (const [name, value] of Object.entries(record.values)) {
    if (combos[name]) combos[name].set(value, record.shown[name]);
    else if (document.getElementById(name)) document.getElementById(name).value = value;
  }
  if (record.notice) showBox(record.notice, { title: WORDS.arrears_notice });
}

async function lookUp() {
  const number = idNumber.value.trim().toUpperCase();
  if (number === lookedUp) return;
  lookedUp = number;
  const answer = await request("/operation/" + operation + "/lookup", { aac002: number });
  if (!answer) return;
  if (answer.records.length > 1) choosePerson(answer.records);
  else takeRecord(answer.records[0]);
  if (answer.error) showBox(answer.error);
}

function choosePerson(records) {
  const shade = Object.assign(document.createElement("div"), { className: "shade" });
  const box = Object.assign(document.createElement("div"), { className: "popup", tabIndex: -1 });
  const note = Object.assign(document.createElement("p"), { textContent: WORDS.choose_person_note });
  const title = Object.assign(document.createElement("div"), { className: "popup-title", textContent: WORDS.choose_person });
  const grid = Object.assign(document.createElement("table"), { className: "grid" });
  const heads = grid.insertRow();
  for (const key of ["name", "registered_at", "status"]) {
    heads.append(Object.assign(document.createElement("th"), { textContent: WORDS[key] }));
  }
  const finish = (record) => {
    document.removeEventListener("keydown", escape);
    shade.remove();
    box.remove();
    takeRecord(record);
  };
  // Wherever the cursor is: Enter in the field that was looked up moves it on to the next one, behind the grid.
  const escape = (event) => {
    if (event.key === "Escape") finish(undefined);
  };
  document.addEventListener("keydown", escape);
  const rows = records.map((record) => {
    const row = grid.insertRow();
    row.tabIndex = 0;
    for (const text of [record.values.aac003, record.account, record.status]) row.insertCell().textContent = text;
    row.addEventListener("dblclick", () => finish(record));
    row.addEventListener("focus", () => rows.forEach((one) => one.classList.toggle("over", one === row)));
    return row;
  });
  box.addEventListener("keydown", (event) => {
    const now = rows.indexOf(document.activeElement);
    if (event.key === "Enter" && now >= 0) finish(records[now]);
    else if (event.key === "ArrowDown") rows[Math.min(now + 1, rows.length - 1)].focus();
    else if (event.key === "ArrowUp") rows[Math.max(now - 1, 0)].focus();
  });
  box.append(title, note, grid);
  document.body.append(shade, box);
  rows[0].focus();
}

function homeWanted(wanted) {
  for (const name of ["sheng", "shi", "xian"]) {
    if (!combos[name]) continue;
    combos[name].enable(wanted && name === "sheng");
    document.getElementById("star_" + name).hidden = !wanted;
  }
}

function arrearsOffered(offered) {
  combos.sfbj.enable(offered);
  document.getElementById("star_sfbj").hidden = !offered;
}

async function loadList(name, parent) {
  if (!combos[name]) return;
  combos[name].enable(false);
  combos[name].options = [];
  if (!parent) return;
  const answer = await request("/divisions?within=" + parent);
  if (!answer) return;
  combos[name].options = answer.options;
  combos[name].enable(answer.options.length > 0);
}

async function save(extra = {}) {
  const values = { ...Object.fromEntries(new FormData(form)), ...extra };
  const answer = await request("/operation/" + operation + "/save", values);
  if (!answer) return;
  if (answer.kind === "question") {
    const again = () => save({ ...extra, [answer.question]: "1" });
    showBox(answer.text, { buttons: [[WORDS.yes, again], [WORDS.no, () => {}]] });
  } else if (answer.kind === "saved") {
    showBox(answer.text, { buttons: [[WORDS.ok, () => window.top.openDocuments("drafts")]] });
  } else {
    showBox(answer.text);
  }
}

enterIsTab(form);
for (const event of ["change", "blur"]) idNumber.addEventListener(event, lookUp);
document.getElementById("btnSave").addEventListener("click", () => save());
if (combos.cjwlbx) {
  combos.cjwlbx.chosen = (value) => homeWanted(value === "yes");
  if (combos.cjwlbx.hidden.value === "yes") {
    for (const name of ["sheng", "shi", "xian"]) {
      if (combos[name]) document.getElementById("star_" + name).hidden = false;
    }
  }
}
if (combos.sheng) {
  combos.sheng.chosen = (value) => {
    loadList("xian", "");
    return loadList("shi", value);
  };
}
if (combos.shi) combos.shi.chosen = (value) => loadList("xian", value);
