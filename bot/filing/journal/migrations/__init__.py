"""How the journal's tables came to be: one revision after another, in `versions`.

A change of `tables.py` is a new module there, whose `down_revision` is the newest so far, and a new entry in REVISIONS.
"""

REVISIONS = ("0001", "0002", "0003")
"""Every revision, oldest first. A database at one that is not here is newer than this program."""

VERSION_TABLE = "journal_version"
"""The table that holds a database's revision."""
