// The runs of a page as lines: a line for each, or for each row of a table; a field as “label: value”.
(runs) => {
  const fold = (text) => text.replace(/\s+/gu, ' ').trim();
  const entry = (label, value) => `${label.replace(/^[\s*＊]+|[\s:：]+$/gu, '')}: ${value}`;
  const lines = [];
  let row = null;
  for (const run of runs) {
    const cells = row && row === run.row ? lines.pop() : [];
    cells.push('');
    let filled = false;
    for (const { control, text, said, value, label } of run.pieces) {
      if (!control) {
        cells.push(cells.pop() + (said ?? text));
        filled &&= !fold(text);
        continue;
      }
      // What a field is for stands before it in its cell, or in the cell before.
      let before = cells.pop();
      if (!fold(before) && cells.length && !filled) before = cells.pop();
      if (filled) cells.push(`${before} ${value} `);
      else cells.push(`${fold(before) || label ? entry(fold(before) || label, value) : value} `);
      filled = true;
    }
    if (!fold(cells.at(-1))) cells.pop();
    if (!cells.length) continue;
    lines.push(cells);
    row = run.row;
  }
  return lines.map((cells) => cells.map(fold).filter(Boolean).join(' | ')).filter(Boolean);
}
