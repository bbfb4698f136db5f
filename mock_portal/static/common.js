"use strict";
// What every page shares: the mask, message boxes, requests, Enter as Tab.

// Nothing is shown before the scripts that answer to it are there.
document.addEventListener("DOMContentLoaded", () => document.body.classList.remove("loading"));

const mask = (() => {
  let running = 0;
  function show(doc, name, text) {
    let node = doc.querySelector("body > ." + name);
    if (!node) {
      node = doc.createElement("div");
      node.className = name;
      node.append(Object.assign(doc.createElement("span"), { textContent: text }));
      doc.body.append(node);
    }
    node.style.display = "block";
  }
  function hide(doc, name) {
    const node = doc.querySelector("body > ." + name);
    if (node) node.style.display = "none";
  }
  return {
    on() {
      running += 1;
      show(document, "mask", WORDS.processing);
      if (window.top !== window) show(window.top.document, "page-mask", "");
    },
    off() {
      running -= 1;
      if (running) return;
      hide(document, "mask");
      if (window.top !== window) hide(window.top.document, "page-mask");
    },
  };
})();

// A message box in this frame: a table with a title, a text and buttons [label, action].
function showBox(text, { title = WORDS.system_message, buttons = [[WORDS.ok, () => {}]] } = {}) {
  const shade = Object.assign(document.createElement("div"), { className: "shade" });
  const box = Object.assign(document.createElement("table"), { className: "msgbox" });
  const cells = ["msgbox-title", "msgbox-text", "msgbox-buttons"].map((name) => {
    const cell = box.insertRow().insertCell();
    cell.className = name;
    return cell;
  });
  cells[0].textContent = title;
  cells[1].textContent = text;
  for (const [label, action] of buttons) {
    const button = Object.assign(document.createElement("input"), { type: "button", value: label });
    button.addEventListener("click", () => {
      shade.remove();
      box.remove();
      action();
    });
    cells[2].append(button);
  }
  document.body.append(shade, box);
  cells[2].firstChild.focus();
}

// Ask the server behind the mask. Resolves to its answer, or to null after showing what went wrong.
async function request(url, values) {
  mask.on();
  try {
    const options = values ? { method: "POST", body: new URLSearchParams(values) } : {};
    const response = await fetch(url, options);
    if (response.status >= 500) {
      showBox(WORDS.server_error);
      return null;
    }
    if (!response.headers.get("content-type").startsWith("application/json")) {
      showBox(WORDS.session_expired, { buttons: [[WORDS.ok, () => { window.top.location = "/"; }]] });
      return null;
    }
    return await response.json();
  } catch (failure) {
    showBox(WORDS.no_answer);
    return null;
  } finally {
    mask.off();
  }
}

// Enter moves on to the next field, as Tab does.
function enterIsTab(form) {
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.type === "button" || event.defaultPrevented) return;
    event.preventDefault();
    const stops = [...form.querySelectorAll("input")].filter(
      (one) => one.type !== "hidden" && !one.disabled && one.tabIndex >= 0,
    );
    const next = stops[stops.indexOf(event.target) + 1];
    if (next) next.focus();
  });
}
