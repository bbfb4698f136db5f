// Which of these things can be seen, each told as a CSS selector behind the selectors of the frames around it.
// null: a frame of another origin or a selector that only Playwright knows is among them, so this cannot tell.
(things) => {
  const seen = (element) => element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true });
  const inside = (frame) => {
    if (!frame.contentDocument) throw new Error('another origin');
    return frame.contentDocument;
  };
  const pages = (page, frames) => frames.length
    ? [...page.querySelectorAll(frames[0])].filter(seen).flatMap((one) => pages(inside(one), frames.slice(1)))
    : [page];
  try {
    return things.map(({ frames, css }) =>
      pages(document, frames).some((page) => [...page.querySelectorAll(css)].some(seen)));
  } catch {
    return null;
  }
}
