// What HTML alone can't do: one box that ticks all others.
document.addEventListener('change', (event) => {
  const name = event.target.dataset.ticks;
  if (!name) return;
  for (const box of event.target.form.elements) if (box.name === name) box.checked = event.target.checked;
});
