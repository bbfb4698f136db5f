// What HTML alone can't do. Every page works without it, a little less handily.

// One box that ticks all others.
document.addEventListener('change', (event) => {
  const name = event.target.dataset.ticks;
  if (!name) return;
  for (const box of event.target.form.elements) if (box.name === name) box.checked = event.target.checked;
});
