// Tells `report` what is typed into fields that hide it, or have hidden it: [which field, its value]; a field that a
// person has made readable ("show password") is one of them still. And that somebody has clicked or pressed Enter: [].
(report) => {
  if (window[report + 'Watched']) return;
  window[report + 'Watched'] = true;
  const hidden = new WeakMap();
  const hides = (field) => field instanceof HTMLInputElement
    && (field.type === 'password' || /-password|one-time-code/.test(field.autocomplete));
  const look = (event) => {
    const field = event.composedPath()[0];
    if (!hidden.has(field) && hides(field)) hidden.set(field, String(Math.random()));
    if (hidden.has(field) && field.value) window[report]([hidden.get(field), field.value]);
  };
  for (const kind of ['focusin', 'input', 'change']) window.addEventListener(kind, look, true);
  window.addEventListener('click', () => { window[report]([]); }, true);
  window.addEventListener('keydown', (event) => { if (event.key === 'Enter') window[report]([]); }, true);
}
