// What a person sees of the elements that a locator found: how many, and of each what it is, says and holds.
// `reach` also brings an element into view and tells whether something lies over its middle.
(elements, { reach, at_most }) => {
  const fold = (text) => (text || '').replace(/\s+/gu, ' ').trim();
  const reads = (element) => {
    if (element.matches('select')) return fold([...element.selectedOptions].map((one) => one.textContent).join(', '));
    if (element.matches('input[type=password]')) return '';
    if (element.matches('input, textarea')) return fold(element.value);
    return fold(element.innerText ?? element.textContent);
  };
  const follows = (element) => {
    for (let next = element.nextSibling; next; next = next.nextSibling) {
      if (next.nodeType === Node.ELEMENT_NODE && next.matches('input, select, textarea')) return '';
      if (fold(next.textContent)) return fold(next.textContent);
    }
    return '';
  };
  const label = (element) =>
    fold([...(element.labels || [])].map((one) => one.innerText).join(' ')) ||
    fold(element.getAttribute('aria-label')) || (element.matches('input') ? follows(element) : '');
  const ticked = (element) => {
    if (element.matches('input[type=checkbox], input[type=radio]')) return element.checked;
    const state = element.getAttribute('aria-checked');
    return state === null ? null : state === 'true';
  };
  const inReach = (element) => {
    element.scrollIntoViewIfNeeded();
    let box = element.getBoundingClientRect();
    let [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    let hit = element.getRootNode().elementFromPoint(x, y);
    if (!hit || !element.contains(hit)) return false;
    for (let inner = element.ownerDocument.defaultView; inner !== inner.top; inner = inner.parent) {
      const frame = inner.frameElement;
      if (!frame) return false;
      box = frame.getBoundingClientRect();
      [x, y] = [x + box.left + frame.clientLeft, y + box.top + frame.clientTop];
      if (frame.ownerDocument.elementFromPoint(x, y) !== frame) return false;
    }
    return true;
  };
  return {
    count: elements.length,
    seen: elements.slice(0, at_most).map((element) => ({
      tag: element.localName,
      type: element.getAttribute('type') || '',
      role: element.getAttribute('role') || '',
      text: reads(element),
      label: label(element),
      enabled: !element.matches(':disabled') && element.getAttribute('aria-disabled') !== 'true',
      read_only: element.readOnly === true,
      ticked: ticked(element),
      in_reach: reach ? inReach(element) : true,
    })),
  };
}
