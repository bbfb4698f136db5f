// Where a page shows what is sensitive: rectangles in its own terms, cut down to what of them can be seen. And the
// frames in it that can be asked, with their place; of all that cannot be read, the whole box is masked.
(page, { runs, closed, inner, told }, pane, { values, numbers, labels }) => {
  const view = page.defaultView;
  const STILL = /^[^?#]*\.(?:svg|png|gif|jpe?g|webp|ico|bmp)$/i;
  const ODD = /[\u00ad\u200b-\u200f\u2060\ufeff\uff01-\uff5e]/;
  const BOX = 'td, th, [role=cell], [role=gridcell], [role=columnheader], [role=rowheader]';
  const secret = new RegExp(values, 'giu');
  const number = new RegExp(numbers, 'giu');
  const bare = (text) => (text || '').replace(/[\s\p{P}\p{S}]+/gu, '');
  const names = labels.map((label) => label.match(/[\p{L}\p{N}]+/gu)).filter(Boolean).map((words) => {
    const side = (character) => (/\p{sc=Han}/u.test(character) ? '' : '[\\p{L}\\p{N}]');
    const [before, after] = [side(words[0][0]), side(words.at(-1).at(-1))];
    const pattern = `${before && `(?<!${before})`}${words.join('[\\s\\p{P}\\p{S}]*')}${after && `(?!${after})`}`;
    return { pattern: new RegExp(pattern, 'iu'), length: words.join('').length };
  });

  // The places of what a pattern finds. Full-width characters count as plain ones, those without any width not at all.
  const places = (text, pattern) => {
    const at = [];
    let plain = text;
    if (ODD.test(text)) {
      plain = '';
      for (let place = 0; place < text.length; place++) {
        const code = text.charCodeAt(place);
        if (ODD.test(text[place]) && code < 0xff01) continue;
        plain += code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : text[place];
        at.push(place);
      }
    }
    const original = (place) => at[place] ?? place;
    return [...plain.matchAll(pattern)].filter(([said]) => said)
      .map(({ 0: said, index }) => [original(index), original(index + said.length - 1) + 1]);
  };
  const holds = (text, pattern) => places(text, pattern).length > 0;

  const rects = [];
  const seen = (rect) => rect.right - rect.left > 0.5 && rect.bottom - rect.top > 0.5;
  const cut = (a, b) => ({
    left: Math.max(a.left, b.left), top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom),
  });
  // What whatever scrolls or clips leaves of a rectangle. What is placed by itself may be clipped by less: not at all.
  const clipped = (rect, element) => {
    let left = cut(rect, pane);
    for (let one = element; one && one !== page.body && one !== page.documentElement;) {
      const { overflowX, overflowY, position, display } = view.getComputedStyle(one);
      const clips = [overflowX, overflowY].every((how) => /^(auto|scroll|hidden)$/.test(how)) && !/^(inline$|table|contents)/.test(display);
      if (clips) left = cut(left, one.getBoundingClientRect());
      if (position === 'fixed' || position === 'absolute') break;
      one = one.assignedSlot || one.parentElement || one.getRootNode().host;
    }
    return left;
  };
  // What another box that lies over it and can't be seen through leaves of a rectangle: a message over a form, say.
  const opaque = (element) => {
    const { backgroundColor, backgroundClip, clipPath, maskImage, display } = view.getComputedStyle(element);
    if (!/^rgb\(/.test(backgroundColor) || backgroundClip !== 'border-box' || clipPath !== 'none' || maskImage !== 'none') return false;
    if (/^inline$/.test(display) || element.matches('fieldset, details') || element.caption) return false;
    for (let one = element; one; one = one.assignedSlot || one.parentElement || one.getRootNode().host) {
      const { opacity, filter, mixBlendMode } = view.getComputedStyle(one);
      if (opacity !== '1' || filter !== 'none' || mixBlendMode !== 'normal') return false;
    }
    return true;
  };
  const above = (x, y, element) => {
    const hit = page.elementsFromPoint(x, y);
    return hit.slice(0, Math.max(hit.indexOf(element), 0));
  };
  const uncovered = (rect, element) => {
    const over = new Set();
    for (const x of [0.02, 0.25, 0.5, 0.75, 0.98]) {
      for (const y of [0.1, 0.5, 0.9]) {
        above(rect.left + (rect.right - rect.left) * x, rect.top + (rect.bottom - rect.top) * y, element).forEach((one) => over.add(one));
      }
    }
    const covers = [...over].filter((one) => !element.contains(one) && opaque(one));
    return covers.reduce((pieces, one) => pieces.flatMap((piece) => {
      const { left, top, right, bottom } = one.getBoundingClientRect();
      const box = cut(piece, { left: left + 1, top: top + 1, right: right - 1, bottom: bottom - 1 });
      const corners = [[box.left, box.top], [box.right - 0.1, box.top], [box.left, box.bottom - 0.1], [box.right - 0.1, box.bottom - 0.1]];
      if (!seen(box) || !corners.every(([x, y]) => above(x, y, element).includes(one))) return [piece];
      const middle = { top: box.top, bottom: box.bottom };
      return [
        { ...piece, bottom: box.top }, { ...piece, top: box.bottom },
        { ...piece, ...middle, right: box.left }, { ...piece, ...middle, left: box.right },
      ].filter(seen);
    }), [rect]);
  };
  const mask = (boxes, element) => {
    const parts = [...boxes].map((box) => clipped(box, element)).filter(seen);
    rects.push(...parts.flatMap((part) => uncovered(part, element)));
  };
  const maskWhole = (element) => mask([element.getBoundingClientRect()], element);

  // What a run says; a control in it stands for itself, and counts as one character here.
  const written = (run) => run.pieces.map(({ node, text }) => (node || text === '\n' ? text : '\u0001')).join('');
  const maskPart = (run, start, stop) => {
    let place = 0;
    for (const { node, element, text } of run.pieces) {
      const [from, to] = [Math.max(start - place, 0), Math.min(stop - place, node ? text.length : 1)];
      place += node ? text.length : 1;
      if (!node || from >= to) continue;
      const range = page.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      mask(range.getClientRects(), element);
    }
  };
  const maskFound = (run, pattern) => {
    for (const [start, stop] of places(written(run), pattern)) maskPart(run, start, stop);
    for (const { node, element, text } of run.pieces) if (!node && holds(text, pattern)) maskWhole(element);
  };

  // A number with a box for every digit.
  const maskSpread = () => {
    let row = [];
    const end = () => {
      const text = row.map((piece) => piece.text.trim()).join('');
      let place = 0;
      const starts = row.map((piece) => (place += piece.text.trim().length) - piece.text.trim().length);
      for (const [start, stop] of places(text, secret)) {
        row.forEach((piece, index) => starts[index] >= start && starts[index] < stop && maskWhole(piece.element));
      }
      row = [];
    };
    for (const piece of runs.flatMap((run) => run.pieces)) {
      const length = piece.text.trim().length;
      if (length > 2) end();
      else if (length) row.push(piece);
    }
    end();
  };

  // A label speaks for the field beside it, for what is in its own line, and for the numbers beside and below it.
  const maskLabelled = () => {
    const controls = runs.flatMap((run) => run.pieces).filter((piece) => piece.control);
    const beside = (label, box) => box.left >= label.right - 2 && box.top < label.bottom - 1 && box.bottom > label.top + 1;
    const below = (label, box) => box.top >= label.bottom - 2 && box.left < label.right - 1 && box.right > label.left + 1;
    const nearest = (label, where, distance) => controls
      .map((piece) => ({ piece, box: piece.element.getBoundingClientRect() }))
      .filter(({ box }) => seen(box) && where(label, box))
      .sort((a, b) => distance(a.box) - distance(b.box))[0]?.piece;
    const before = ({ pieces }, field) => {
      const here = pieces.indexOf(field);
      const last = pieces.findLastIndex((piece, place) => piece.control && place < here);
      return pieces.slice(last + 1, here).map(({ text }) => text).join('');
    };
    const spoken = [];
    for (const run of runs) {
      const text = written(run);
      const name = names.find(({ pattern }) => pattern.test(text));
      if (!name) continue;
      maskFound(run, number);
      const own = run.pieces.filter((piece) => piece.control);
      const meant = own.filter((piece) => names.some(({ pattern }) => pattern.test(before(run, piece))));
      (meant.length ? meant : own).forEach(({ element, value }) => value && maskWhole(element));
      if (own.length || bare(text).length > name.length + 12 || holds(text, number)) continue;
      const said = run.pieces.find((piece) => bare(piece.text)).element;
      const label = (said.closest(BOX) || said).getBoundingClientRect();
      spoken.push(label);
      const field = nearest(label, beside, (box) => box.left) || nearest(label, below, (box) => box.top);
      if (field?.value) maskWhole(field.element);
    }
    for (const { element, label, value } of controls) {
      const said = [label, element.getAttribute('title'), element.getAttribute('placeholder')].join('\n');
      if (value && names.some(({ pattern }) => pattern.test(said))) maskWhole(element);
    }
    for (const run of spoken.length ? runs : []) {
      if (!run.pieces.some(({ text }) => holds(text, number)) && !holds(written(run), number)) continue;
      const boxes = run.pieces.map(({ element }) => element.getBoundingClientRect());
      if (spoken.some((label) => boxes.some((box) => beside(label, box) || below(label, box)))) maskFound(run, number);
    }
  };

  // The frames within, where their pages are, and what of them can be seen.
  const frames = [];
  for (const element of inner) {
    const box = element.getBoundingClientRect();
    let within = null;
    try {
      within = element.contentDocument;
    } catch {
      // Of another origin.
    }
    const turned = Math.abs(box.width - element.offsetWidth) > 1 || Math.abs(box.height - element.offsetHeight) > 1;
    if (!within || turned) maskWhole(element);
    if (!within) continue;
    const style = view.getComputedStyle(element);
    const padding = (side) => parseFloat(style[`padding${side}`]);
    const [x, y] = [box.left + element.clientLeft + padding('Left'), box.top + element.clientTop + padding('Top')];
    const room = {
      left: x, top: y,
      right: box.left + element.clientLeft + element.clientWidth - padding('Right'),
      bottom: box.top + element.clientTop + element.clientHeight - padding('Bottom'),
    };
    const part = turned ? { ...room, right: room.left } : clipped(room, element);
    frames.push({ page: within, x, y, pane: { left: part.left - x, top: part.top - y, right: part.right - x, bottom: part.bottom - y } });
  }

  for (const element of closed) {
    const box = element.getBoundingClientRect();
    const source = element.currentSrc || element.src || element.href?.baseVal || '';
    const plain = /^(img|image|input)$/.test(element.localName) && STILL.test(source) && !holds(element.getAttribute('alt') || '', secret);
    if (!plain && box.width >= 20 && box.height >= 8) maskWhole(element);
  }
  // What a style sheet writes before or after an element may come from an attribute.
  for (const [element, value] of told) {
    if (!holds(value, secret)) continue;
    const contents = ['::before', '::after'].map((part) => view.getComputedStyle(element, part).content);
    if (contents.some((content) => !['none', 'normal'].includes(content))) maskWhole(element);
  }
  for (const run of runs) maskFound(run, secret);
  maskSpread();
  if (names.length) maskLabelled();
  return { inner: frames, rects };
}
