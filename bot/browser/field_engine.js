// Finds the controls that a person would say carry a label: by <label>, aria-label, aria-labelledby, placeholder or
// title, or because the label stands before them (the next cell, the next sibling) or above them (the cell below).
({
  queryAll(root, selector) {
    const CONTROLS = [
      'input:not([type=hidden]):not([type=button]):not([type=submit]):not([type=reset]):not([type=image])',
      'select', 'textarea', '[contenteditable=""]', '[contenteditable=true]',
      '[role=textbox]', '[role=combobox]', '[role=listbox]', '[role=spinbutton]', '[role=checkbox]', '[role=radio]',
    ].join(',');
    const strip = (text) => (text || '').replace(/[\s*＊:：]+/gu, '');
    const wanted = strip(JSON.parse(selector));
    const found = new Set();
    if (!wanted) return [];

    const holdsControl = (node) =>
      node.nodeType === Node.ELEMENT_NODE && (node.matches(CONTROLS) || node.querySelector(CONTROLS) !== null);
    const take = (node) => {
      if (node.matches(CONTROLS)) found.add(node);
      else node.querySelectorAll(CONTROLS).forEach((control) => found.add(control));
    };

    // What stands after the label, with only empty things (a red star, a line break) between.
    const takeNext = (label) => {
      for (let next = label.nextSibling; next; next = next.nextSibling) {
        if (holdsControl(next)) return take(next), true;
        if (strip(next.textContent)) return false;
      }
      return false;
    };
    // A legend speaks for all radio buttons of the group that it stands above, each of which has its own label.
    const takeGroup = (legend) => {
      const first = [...found].find((one) => one.type === 'radio' && legend.parentNode.contains(one));
      if (!first) return;
      legend.parentNode.querySelectorAll('input[type=radio]').forEach((one) => one.name === first.name && found.add(one));
    };
    const takeBelow = (label) => {
      const row = label.parentElement && label.parentElement.nextElementSibling;
      const below = row && row.children[label.cellIndex];
      if (below && below.matches('td') && holdsControl(below)) take(below);
    };

    const document_ = root.ownerDocument || root;
    const walker = document_.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const seen = new Set();
    while (walker.nextNode()) {
      const part = strip(walker.currentNode.data);
      if (!part || !wanted.includes(part)) continue;
      let label = walker.currentNode;
      while (label !== root && strip(label.textContent).length < wanted.length) label = label.parentNode;
      const tagged = label.parentElement && label.parentElement.closest('label');
      if (label === root || strip(label.textContent) !== wanted || holdsControl(label)) continue;
      while (label.parentNode !== root && strip(label.parentNode.textContent) === wanted && !holdsControl(label.parentNode)) {
        label = label.parentNode;
      }
      if (seen.has(label)) continue;
      seen.add(label);
      const owner = tagged || (label.matches && (label.matches('label') ? label : label.querySelector('label')));
      if (owner && owner.control) found.add(owner.control);
      else if (!takeNext(label) && label.cellIndex !== undefined) takeBelow(label);
      if (label.matches && label.matches('legend')) takeGroup(label);
    }

    for (const control of root.querySelectorAll(CONTROLS)) {
      const names = ['aria-label', 'placeholder', 'title'].map((name) => control.getAttribute(name));
      const ids = (control.getAttribute('aria-labelledby') || '').split(/\s+/).filter(Boolean);
      names.push(ids.map((id) => document_.getElementById(id)?.textContent || '').join(''));
      if (names.some((name) => strip(name) === wanted)) found.add(control);
    }
    return [...found].filter((control) => control.getClientRects().length > 0);
  },
  query(root, selector) {
    return this.queryAll(root, selector)[0] || null;
  },
})
