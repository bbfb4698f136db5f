"use strict";
// A select that is none: a hidden input NAME, a text input NAME_combo, and a list at the end of the body.

class Combo {
  constructor(hidden, options) {
    this.hidden = hidden;
    this.input = hidden.parentNode.querySelector('[name="' + hidden.name + '_combo"]');
    this.options = options;
    this.chosen = () => {};
    this.list = Object.assign(document.createElement("div"), { className: "combo-list" });
    document.body.append(this.list);
    this.close();
    this.input.nextElementSibling.addEventListener("mousedown", (event) => {
      event.preventDefault();
      if (this.input.disabled) return;
      this.input.focus();
      this.open(this.options);
    });
    this.input.addEventListener("click", () => this.open(this.options));
    this.input.addEventListener("input", () => {
      this.hidden.value = "";
      this.open(this.options.filter(([, text]) => text.includes(this.input.value.trim())));
    });
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("blur", () => this.settle());
  }

  open(options) {
    this.list.replaceChildren(...options.map((option) => this.item(option)));
    const place = this.input.getBoundingClientRect();
    this.list.style.left = place.left + window.scrollX + "px";
    this.list.style.top = place.bottom + window.scrollY + "px";
    this.list.style.minWidth = place.width + "px";
    this.list.style.display = options.length ? "block" : "none";
  }

  close() {
    this.list.style.display = "none";
  }

  item(option) {
    const node = Object.assign(document.createElement("div"), { className: "combo-item", textContent: option[1] });
    node.addEventListener("mousedown", (event) => event.preventDefault());
    node.addEventListener("click", () => this.choose(option));
    return node;
  }

  press(event) {
    const items = [...this.list.children];
    const open = this.list.style.display !== "none";
    const now = items.findIndex((one) => one.classList.contains("over"));
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) {
        this.open(this.options);
        return;
      }
      const next = Math.min(Math.max(now + (event.key === "ArrowDown" ? 1 : -1), 0), items.length - 1);
      items.forEach((one, place) => one.classList.toggle("over", place === next));
      items[next].scrollIntoView({ block: "nearest" });
    } else if (event.key === "Escape") {
      this.close();
    } else if (event.key === "Enter" && open && now >= 0) {
      this.choose(this.options.find(([, text]) => text === items[now].textContent));
    }
  }

  choose([value, text]) {
    this.set(value, text);
    this.close();
    this.chosen(value);
  }

  // On leaving the field: the text must be in the list, else it is refused.
  settle() {
    this.close();
    const text = this.input.value.trim();
    const option = this.options.find((one) => one[1] === text);
    if (option && option[0] !== this.hidden.value) this.choose(option);
    else if (!option) {
      const had = this.hidden.value || text;
      this.clear();
      if (text) {
        this.input.classList.add("refused");
        this.input.title = WORDS.refused_choice;
      }
      if (had) this.chosen("");
    }
  }

  set(value, text) {
    this.hidden.value = value;
    this.input.value = text;
    this.input.classList.remove("refused");
    this.input.title = "";
  }

  clear() {
    this.set("", "");
  }

  enable(enabled) {
    this.input.disabled = !enabled;
    if (!enabled) this.clear();
  }
}
