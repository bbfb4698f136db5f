"use strict";
// My documents: five tabs that are five copies of the same thing, ids and all.

const tabs = [...document.querySelectorAll("#tabs li")];
const panels = Object.fromEntries(
  [...document.querySelectorAll(".tab-body")].map((node) => [node.dataset.tab, makePanel(node)]),
);
const SPACE = document.documentElement.lang === "zh" ? "" : " ";
let current = "drafts";

function makePanel(node) {
  const panel = { node, page: 1, rows: [] };
  for (const name of ["type", "period"]) {
    panel[name] = new Combo(node.querySelector("#" + name), OPTIONS[name]);
    panel[name].chosen = () => {
      panel.page = 1;
      load();
    };
  }
  node.querySelector("#btnRefresh").addEventListener("click", () => load());
  node.querySelector("#btnSelectAll").addEventListener("click", () => tickAll(panel));
  node.querySelector("#btnDelete").addEventListener("click", () => act("delete"));
  node.querySelector("#btnDeclare").addEventListener("click", () => act("declare"));
  return panel;
}

async function load() {
  const panel = panels[current];
  const asked = { tab: current, type: panel.type.hidden.value, period: panel.period.hidden.value, page: panel.page };
  const answer = await request("/documents/list?" + new URLSearchParams(asked));
  if (!answer) return;
  for (const tab of tabs) {
    tab.firstElementChild.textContent = WORDS[tab.dataset.tab] + SPACE + "(" + answer.counts[tab.dataset.tab] + ")";
  }
  panel.page = answer.page;
  panel.rows = answer.rows;
  drawRows(panel);
  drawPager(panel, answer);
}

function drawRows(panel) {
  const body = panel.node.querySelector("tbody");
  const columns = body.dataset.columns.split(" ");
  const ticks = panel.node.dataset.tab === "drafts";
  body.replaceChildren();
  for (const item of panel.rows) {
    const row = body.insertRow();
    if (ticks) {
      const tick = Object.assign(document.createElement("input"), { type: "checkbox", name: "no", value: item.number });
      row.insertCell().append(tick);
      row.addEventListener("dblclick", () => window.top.openOperation(item.operation, item.type, item.number));
    }
    for (const column of columns) {
      const cell = row.insertCell();
      cell.className = column;
      if (ticks && column === "status") cell.append(statusIcon(item.ready));
      else cell.textContent = item[column];
    }
  }
  if (!panel.rows.length) {
    const cell = body.insertRow().insertCell();
    cell.colSpan = columns.length + (ticks ? 1 : 0);
    cell.textContent = WORDS.no_rows;
  }
}

function statusIcon(ready) {
  const name = ready ? "ready" : "has_errors";
  return Object.assign(document.createElement("img"), { src: "/static/img/" + name + ".svg", title: WORDS[name] });
}

function drawPager(panel, { page, pages, total }) {
  const pager = panel.node.querySelector("#pager");
  const text = WORDS.page_of.replace("{page}", page).replace("{pages}", pages).replace("{total}", total);
  const goals = [["first_page", 1], ["previous_page", page - 1], ["next_page", page + 1], ["last_page", pages]];
  const links = goals.map(([key, goal]) => {
    if (goal < 1 || goal > pages || goal === page) {
      return Object.assign(document.createElement("span"), { textContent: WORDS[key] });
    }
    const link = Object.assign(document.createElement("a"), { href: "#", textContent: WORDS[key] });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      panel.page = goal;
      load();
    });
    return link;
  });
  pager.replaceChildren(Object.assign(document.createElement("span"), { textContent: text }), ...links);
}

function boxes(panel) {
  return [...panel.node.querySelectorAll("input[name=no]")];
}

function tickAll(panel) {
  const all = boxes(panel);
  const tick = !all.every((box) => box.checked);
  for (const box of all) box.checked = tick;
}

// As many ticks as a page holds count as "select all": every draft of every page.
async function act(action) {
  const panel = panels[current];
  const ticked = boxes(panel).filter((box) => box.checked).map((box) => box.value);
  if (!ticked.length) {
    showBox(WORDS.nothing_ticked);
    return;
  }
  const everything = ticked.length === PAGE_SIZE;
  const question = WORDS[action + (everything ? "_all" : "_ticked")].replace("{count}", ticked.length);
  if (!window.confirm(question)) return;
  const values = everything
    ? { all: "1", type: panel.type.hidden.value, period: panel.period.hidden.value }
    : { no: ticked.join(",") };
  const answer = await request("/documents/" + action, values);
  if (!answer) return;
  await load();
  showBox(answer.text);
}

function showDocuments(name) {
  current = name;
  for (const tab of tabs) tab.classList.toggle("current", tab.dataset.tab === name);
  for (const [key, panel] of Object.entries(panels)) panel.node.hidden = key !== name;
  return load();
}

// The top page calls this when the frame is already there.
function refreshDocuments(tab) {
  showDocuments(tab || current);
}

for (const tab of tabs) {
  tab.addEventListener("click", (event) => {
    event.preventDefault();
    showDocuments(tab.dataset.tab);
  });
}
load();
