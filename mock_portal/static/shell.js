"use strict";
// The top page: three areas, the tab strip of open operations, and frames as tall as what they show.

const LOWEST_FRAME = 620;
const operations = document.getElementById("area_operations");
const operationTabs = document.getElementById("operation_tabs");
const documentsFrame = document.getElementById("documents");

function showArea(name) {
  for (const area of document.querySelectorAll(".area")) area.hidden = area.id !== "area_" + name;
  for (const link of document.querySelectorAll(".top-menu a")) {
    link.classList.toggle("current", link.dataset.area === name);
  }
}

// The drafts' frame is blank until it is first opened; from then on it is only refreshed.
function openDocuments(tab) {
  showArea("documents");
  if (documentsFrame.getAttribute("src") === "about:blank") documentsFrame.src = "/documents";
  else if (documentsFrame.contentWindow.refreshDocuments) documentsFrame.contentWindow.refreshDocuments(tab);
  else documentsFrame.contentWindow.location = "/documents";
}

function showTab(key) {
  for (const one of operations.querySelectorAll("[data-tab]")) {
    const chosen = one.dataset.tab === key;
    if (one.tagName === "LI") one.classList.toggle("current", chosen);
    else one.hidden = !chosen;
  }
}

function findTab(key) {
  return [...operationTabs.children].find((one) => one.dataset.tab === key);
}

async function openOperation(operation, title, no = "") {
  const key = no ? operation + ":" + no : operation;
  showArea("operations");
  if (findTab(key)) {
    showTab(key);
    return;
  }
  if (operationTabs.children.length > Number(operations.dataset.maxTabs)) {
    showBox(WORDS.too_many_tabs);
    return;
  }
  const gate = await request("/operation/" + operation + "/gate");
  if (!gate) return;
  if (gate.kind === "refused") {
    showBox(gate.text);
    return;
  }
  addTab(key, no ? title + " " + no : title, "/operation/" + operation + (no ? "?no=" + no : ""));
}

function addTab(key, title, url) {
  const tab = document.createElement("li");
  tab.dataset.tab = key;
  const words = Object.assign(document.createElement("span"), { className: "tab-title", textContent: title });
  const close = Object.assign(document.createElement("a"), { className: "tab-close", href: "#", textContent: "×" });
  tab.append(words, close);
  operationTabs.append(tab);
  const body = Object.assign(document.createElement("div"), { className: "tab-body" });
  body.dataset.tab = key;
  const frame = document.createElement("iframe");
  keepFitting(frame);
  frame.src = url;
  body.append(frame);
  operations.append(body);
  words.addEventListener("click", () => showTab(key));
  close.addEventListener("click", (event) => {
    event.preventDefault();
    tab.remove();
    body.remove();
    if (tab.classList.contains("current")) showTab(operationTabs.lastElementChild.dataset.tab);
  });
  showTab(key);
}

function keepFitting(frame) {
  frame.addEventListener("load", () => {
    const body = frame.contentDocument.body;
    const fit = () => { frame.style.height = Math.max(LOWEST_FRAME, body.offsetHeight + 30) + "px"; };
    new ResizeObserver(fit).observe(body);
    fit();
  });
}

keepFitting(documentsFrame);
operationTabs.firstElementChild.addEventListener("click", () => showTab("menu"));
for (const link of document.querySelectorAll(".top-menu a")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    if (link.dataset.area === "documents") openDocuments();
    else showArea(link.dataset.area);
    if (link.dataset.area === "operations") showTab("menu");
  });
}
for (const link of document.querySelectorAll("[data-operation]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    openOperation(link.dataset.operation, link.textContent);
  });
}
for (const name of ["help", "change_password"]) {
  document.getElementById(name).addEventListener("click", (event) => {
    event.preventDefault();
    showBox(WORDS[name + "_text"]);
  });
}
