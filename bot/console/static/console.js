// What HTML alone can't do. Every page works without it, a little less handily.

// One box that ticks all others.
document.addEventListener('change', (event) => {
  const name = event.target.dataset.ticks;
  if (!name) return;
  for (const box of event.target.form.elements) if (box.name === name) box.checked = event.target.checked;
});

// How many boxes are ticked.
function count(form) {
  for (const place of form.querySelectorAll('[data-counts]')) {
    const ticked = [...form.elements].filter((box) => box.name === place.dataset.counts && box.checked).length;
    place.textContent = ticked ? `${ticked} ${place.dataset.words}` : '';
  }
}
document.addEventListener('change', (event) => { if (event.target.form) count(event.target.form); });
window.addEventListener('pageshow', () => { for (const form of document.forms) count(form); });

// Pictures of one case, to be stepped through in front of the page: with the arrow keys, Escape closes.
const viewer = document.getElementById('viewer');
let pictures = [], at = 0;

function show(number) {
  at = (number + pictures.length) % pictures.length;
  const link = pictures[at];
  viewer.querySelector('img').src = link.href;
  viewer.querySelector('img').alt = link.title;
  viewer.querySelector('[data-caption]').textContent = `${link.title} (${at + 1}/${pictures.length})`;
}
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-picture]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  pictures = [...document.querySelectorAll(`a[data-picture="${CSS.escape(link.dataset.picture)}"]`)];
  show(pictures.indexOf(link));
  viewer.showModal();
});
viewer.addEventListener('click', (event) => {
  const { step, close } = event.target.dataset;
  if (step) show(at + Number(step));
  if (close !== undefined || event.target === viewer) viewer.close();
});
viewer.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowLeft') show(at - 1);
  if (event.key === 'ArrowRight') show(at + 1);
});

// A key that follows a link, unless somebody is typing.
document.addEventListener('keydown', (event) => {
  if (viewer.open || event.target.closest('input, select, textarea, [tabindex="0"]')) return;
  document.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
});

// A spreadsheet is dropped anywhere on a page that takes one, or chosen; it is handed in at once.
const handIn = (form) => {
  form.setAttribute('aria-busy', 'true');
  form.querySelector('strong').textContent = form.dataset.busy;
  form.requestSubmit();
};
const takes = (event) => event.target.closest?.('[data-drop]') ?? document.querySelector('[data-drop]');
document.addEventListener('change', (event) => {
  const form = event.target.closest('[data-drop]');
  if (form && event.target.files.length) handIn(form);
});
document.addEventListener('dragover', (event) => {
  if (!takes(event) || !event.dataTransfer.types.includes('Files')) return;
  event.preventDefault();
  takes(event).classList.add('over');
});
document.addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) document.querySelectorAll('.over').forEach((one) => one.classList.remove('over'));
});
document.addEventListener('drop', (event) => {
  const form = takes(event);
  if (!form || !event.dataTransfer.files.length) return;
  event.preventDefault();
  form.classList.remove('over');
  form.querySelector('[type=file]').files = event.dataTransfer.files;
  handIn(form);
});

// The line to the console is cut, or there again. The first moment says nothing: it may be there again at once.
let cut = 0;
document.addEventListener('htmx:sseError', () => {
  clearTimeout(cut);
  cut = setTimeout(() => { document.getElementById('cut').hidden = false; }, 1000);
});
document.addEventListener('htmx:sseOpen', () => {
  clearTimeout(cut);
  document.getElementById('cut').hidden = true;
});
