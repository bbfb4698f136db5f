// The words that a person could point at on a page: its title, and its buttons, links, labels and headings.
(root) => {
  const fold = (text) => (text || '').replace(/\s+/gu, ' ').trim();
  const names = 'button, a, [role=button], [role=link], [role=tab], [onclick], input[type=button], input[type=submit], input[type=image], img[alt]';
  const labels = 'label, th, td, dt, legend, h1, h2, h3, h4, [placeholder], [aria-label]';
  const said = (element) =>
    fold(element.innerText) || fold(element.getAttribute('aria-label')) || fold(element.getAttribute('alt')) ||
    fold(element.matches('input[type=button], input[type=submit]') ? element.value : element.getAttribute('placeholder'));
  const visible = (selector) =>
    [...new Set([...root.querySelectorAll(selector)]
      .filter((element) => element.checkVisibility({ checkVisibilityCSS: true }))
      .map(said)
      .filter((text) => text && text.length <= 60))].slice(0, 300);
  return { title: fold(root.ownerDocument.title), names: visible(names), labels: visible(labels), url: root.ownerDocument.URL };
}
