"""Opening a page in the person's own browser."""

from __future__ import annotations

import shutil
import subprocess
import sys


def open_in_browser(uri: str) -> None:
    """Open it in the browser that this computer's user has chosen; nothing happens where there is none."""
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if sys.platform != "win32" and opener is not None:
        subprocess.Popen([opener, uri], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # browsers are talkative
        return
    import webbrowser

    webbrowser.open(uri)
