// What a page says to whoever looks at it, and where it shows what is sensitive: one walk over every frame that can be
// asked. `linesOf` and `masksOf` are page_lines.js and page_masks.js. A frame whose parent can ask it says nothing
// by itself: null. `wanted.lines`: whether the words are wanted, too, or only the masks.
(wanted, linesOf, masksOf) => {
  try {
    if (window.parent !== window && window.parent.document) return null;
  } catch {
    // The parent is of another origin, so nobody else speaks for this frame.
  }
  const TYPED = ['text', 'search', 'tel', 'url', 'email', 'number', 'date', 'month', 'week', 'time', 'datetime-local'];
  const fold = (text) => (text || '').replace(/\s+/gu, ' ').trim();

  // The runs of a page: what is read in one go, up to where a new line begins. A run is made of pieces: a text node, a
  // control with its value, or something that stands for itself. Apart from that, the elements that hide what is in
  // them, those with a frame in them, and those of which a style sheet may show an attribute.
  const read = (page) => {
    const view = page.defaultView;
    const runs = [];
    const found = { runs, closed: [], inner: [], told: [] };
    const seen = new Map();
    let run = null;
    const visible = (element) => {
      if (!seen.has(element)) seen.set(element, element.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
      return seen.get(element);
    };
    const end = () => {
      if (run) runs.push(run);
      run = null;
    };
    const add = (piece) => {
      run ||= { pieces: [], row: piece.element.closest('tr, [role=row]') };
      run.pieces.push(piece);
    };
    const control = (element) => {
      const options = element.size > 1 || element.multiple ? element.options : element.selectedOptions;
      const value = element.localName === 'select' ? [...options].map((one) => one.text).join(', ') : element.value;
      const labels = [...(element.labels || [])].map((one) => one.innerText);
      const label = fold(labels.join(' ')) || fold(element.getAttribute('aria-label')) || fold(element.placeholder);
      add({ element, control: true, text: value || element.placeholder || '', value: fold(value), label });
    };
    const input = (element) => {
      if (TYPED.includes(element.type)) control(element);
      else if (['button', 'submit', 'reset'].includes(element.type)) add({ element, text: element.value, said: `[${fold(element.value)}]` });
      else if (['checkbox', 'radio'].includes(element.type)) add({ element, text: '', said: element.checked ? ' ☑ ' : ' ☐ ' });
      else if (element.type === 'image') drawing(element);
    };
    const drawing = (element) => {
      found.closed.push(element);
      const words = fold(element.getAttribute('alt')) || fold(element.getAttribute('title'));
      if (words) add({ element, text: '', said: ` [${words}] ` });
    };
    const insides = (element) => {
      if (element.localName === 'details' && !element.open) return element.querySelectorAll(':scope > summary').forEach(walk);
      const assigned = element.localName === 'slot' ? element.assignedNodes() : [];
      (assigned.length ? assigned : (element.shadowRoot || element).childNodes).forEach(walk);
    };
    const element = (one) => {
      if (!visible(one)) return insides(one);
      for (const { value } of one.attributes) if (value.length > 1) found.told.push([one, value]);
      switch (one.localName) {
        case 'br': return add({ element: one, text: '\n' });
        case 'input': return input(one);
        case 'select': case 'textarea': return control(one);
        case 'iframe': case 'frame': return end(), found.inner.push(one);
        case 'img': case 'image': case 'canvas': case 'video': case 'object': case 'embed': return drawing(one);
        default: insides(one);
      }
      // An element of the page's own making may have its insides hidden from everybody.
      if (one.localName.includes('-') && !one.shadowRoot && !one.childNodes.length) found.closed.push(one);
    };
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) {
        const element = node.parentElement || node.getRootNode().host;
        if (node.data && visible(element)) add({ element, node, text: node.data });
      } else if (node.nodeType === Node.ELEMENT_NODE && !['script', 'style', 'noscript', 'template'].includes(node.localName)) {
        const { display } = view.getComputedStyle(node);
        if (display === 'none') return;
        const goesOn = /^(inline|contents|ruby)/.test(display) || ['br', 'input', 'select', 'textarea'].includes(node.localName);
        if (!goesOn) end();
        element(node);
        if (!goesOn) end();
      }
    };
    if (page.body) walk(page.body);
    end();
    return found;
  };

  const whole = () => {
    const [frames, masks, fonts] = [[], [], []];
    let elsewhere = false;
    // `corner` is where a frame's upper left corner is on the whole page, `pane` what of it can be seen, in its own terms.
    const visit = (page, corner, pane) => {
      const found = read(page);
      frames.push({ name: page.defaultView.name, url: page.URL, lines: wanted.lines ? linesOf(found.runs) : [] });
      if (page.fonts.status === 'loading') fonts.push(page.fonts.ready);
      const { inner, rects } = masksOf(page, found, pane, wanted);
      for (const { left, top, right, bottom } of rects) {
        const [x, y] = [Math.floor(left + corner.x) - 1, Math.floor(top + corner.y) - 1];
        masks.push([x, y, Math.ceil(right + corner.x) + 1 - x, Math.ceil(bottom + corner.y) + 1 - y]);
      }
      for (const { page: within, x, y, pane: part } of inner) visit(within, { x: corner.x + x, y: corner.y + y }, part);
      elsewhere ||= inner.length < found.inner.length;
    };
    const root = document.scrollingElement || document.documentElement;
    const [x, y] = [window.scrollX, window.scrollY];
    const [width, height] = [Math.max(root.scrollWidth, window.innerWidth), Math.max(root.scrollHeight, window.innerHeight)];
    visit(document, { x, y }, { left: -x, top: -y, right: width - x, bottom: height - y });
    const long = width > window.innerWidth || height > window.innerHeight;
    return { said: { url: document.URL, title: fold(document.title), frames, masks, width, height, long, elsewhere }, fonts };
  };
  // Until its font is there a text may not be seen at all.
  const { said, fonts } = whole();
  if (!fonts.length || !wanted.lines) return said;
  const enough = new Promise((done) => setTimeout(done, 2000));
  return Promise.race([Promise.all(fonts), enough]).then(() => whole().said);
}
