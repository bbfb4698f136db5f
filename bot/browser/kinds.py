"""What each kind of target means on a page, as a Playwright locator."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.async_api import Locator, Page

from bot.browser.fields import by_label
from bot.flow.scope import Scope
from bot.flow.targets import Target
from bot.text import Text

Root = Page | Locator

_ROWS = "tr, [role=row]"
_INTERACTIVE = "self::button or self::input or @role='button' or @role='link' or (self::a and @href)"


def locator_of(root: Root, target: Target, scope: Scope, page: Page) -> Locator:
    """Everything below `root` that the target's own kind describes, seen or not, one or several."""
    match target.kind:
        case "button":
            name = _said(target.button, scope)
            by_role = root.get_by_role("button", name=name, exact=True)
            return by_role.or_(root.locator(_clickable_text(name)))
        case "link":
            name = _said(target.link, scope)
            return root.get_by_role("link", name=name, exact=True).or_(root.locator(_hollow_link(name)))
        case "field":
            return by_label(root, _said(target.field, scope))
        case "text":
            return root.get_by_text(_said(target.text, scope), exact=True)
        case "heading":
            return root.get_by_role("heading", name=_said(target.heading, scope), exact=True)
        case "image":
            return root.get_by_alt_text(_said(target.image, scope), exact=True)
        case "role":
            name_said = _said(target.name, scope) if target.name is not None else None
            role = str(scope.evaluate(target.role))
            selector = f"role={role}" if name_said is None else f"role={role}[name={_css_string(name_said)}s]"
            return root.locator(selector)
        case "test_id":
            return root.get_by_test_id(str(scope.evaluate(target.test_id)))
        case "css":
            return root.locator(f"css={scope.evaluate(target.css)}")
        case "row" if target.row is not None:
            return _innermost_row(root, [scope.words(text) for text in target.row.has], page)
        case kind:
            raise AssertionError(f"an element is resolved before it gets here, and {kind!r} is no kind")


def _said(text: Text | None, scope: Scope) -> str:
    """A text as the portal shows it; white space never matters on a page."""
    return " ".join(scope.words(text).split())


def _innermost_row(root: Root, texts: Sequence[str], page: Page) -> Locator:
    def holding(rows: Locator) -> Locator:
        for text in texts:
            rows = rows.filter(has_text=text)
        return rows

    return holding(root.locator(_ROWS)).filter(has_not=holding(page.locator(_ROWS)))


def _clickable_text(name: str) -> str:
    """Plain elements that a script made clickable, with exactly this text: portals of a certain age have no buttons."""
    this = f"normalize-space(.)={_xpath_string(name)}"
    return (
        f"xpath=//*[@onclick][{this}][not({_INTERACTIVE})]"
        f"[not(descendant::*[{_INTERACTIVE} or @onclick])][not(ancestor::*[{_INTERACTIVE}])]"
    )


def _hollow_link(name: str) -> str:
    """Links without an address, which have no role."""
    return f"xpath=//a[not(@href)][normalize-space(.)={_xpath_string(name)}]"


def _xpath_string(text: str) -> str:
    """A text as an XPath literal, whatever quotes are in it."""
    if "'" not in text:
        return f"'{text}'"
    if '"' not in text:
        return f'"{text}"'
    return "concat(" + ", \"'\", ".join(f"'{part}'" for part in text.split("'")) + ")"


def _css_string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
