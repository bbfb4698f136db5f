"""The browser: finding and starting one, a session per account, targets → locators, dialogs, errors."""

from bot.browser.find import FoundBrowser, find_browser
from bot.browser.session import PortalBrowser, Session, open_browser

__all__ = ["FoundBrowser", "PortalBrowser", "Session", "find_browser", "open_browser"]
