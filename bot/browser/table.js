// The rows of a table, one object each: the wanted columns by key, `row` (its number, from 1) and `text` (all of it).
// Headers are compared without spaces, * and colons. `missing` is the first header that the table does not have.
(table, { columns, rows }) => {
  const fold = (text) => (text || '').replace(/\s+/gu, ' ').trim();
  const strip = (text) => (text || '').replace(/[\s*＊:：]+/gu, '');
  const visible = (element) => element.getClientRects().length > 0;
  const says = (cell) => {
    const said = fold(cell.innerText);
    if (said) return said;
    for (const inner of cell.querySelectorAll('input:not([type=hidden]):not([type=checkbox]):not([type=radio]), select, textarea, img, [title]')) {
      if (!visible(inner)) continue;
      const words = inner.matches('select') ? [...inner.selectedOptions].map((one) => one.textContent).join(' ') : inner.value;
      const text = fold(words || inner.getAttribute('alt') || inner.getAttribute('title'));
      if (text) return text;
    }
    return '';
  };
  // The cells of a row by column, a cell that spans several columns in each of them.
  const cellsOf = (row) =>
    [...(row.cells || row.querySelectorAll('[role=cell], [role=gridcell], [role=columnheader]'))]
      .flatMap((cell) => Array(Math.max(1, cell.colSpan || 1)).fill(cell));

  const named = Object.values(columns).filter((column) => typeof column === 'string');
  const all = [...table.querySelectorAll('tr, [role=row]')].filter(visible);
  let header = null;
  let most = 0;
  for (const row of all) {
    const texts = cellsOf(row).map((cell) => strip(says(cell)));
    const hits = named.filter((name) => texts.includes(strip(name))).length;
    if (hits > most) [header, most] = [row, hits];
    if (most === named.length) break;
  }
  const headers = header ? cellsOf(header).map((cell) => strip(says(cell))) : [];
  const shown = (header ? cellsOf(header) : all[0] ? cellsOf(all[0]) : []).map(says).filter(Boolean);
  const missing = named.find((name) => !headers.includes(strip(name)));
  if (missing !== undefined) return { rows: [], headers: shown, missing };

  const places = Object.entries(columns).map(([key, column]) =>
    [key, typeof column === 'number' ? column - 1 : headers.indexOf(strip(column))]);
  const found = [...table.querySelectorAll(rows)].filter((row) => row !== header && visible(row));
  const outer = found.filter((row) => !found.some((other) => other !== row && other.contains(row)));
  const result = [];
  for (const row of outer) {
    const cells = cellsOf(row);
    if (new Set(cells).size === 1 && (headers.length > 1 || places.length > 1)) continue;
    const entry = Object.fromEntries(places.map(([key, place]) => [key, cells[place] ? says(cells[place]) : '']));
    entry.row = result.length + 1;
    entry.text = [...new Set(cells)].map(says).filter(Boolean).join(' ');
    result.push(entry);
  }
  return { rows: result, headers: shown, missing: null };
}
