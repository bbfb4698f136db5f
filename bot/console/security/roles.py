"""What people are here for: one person may have several roles."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """A role of a person at the console."""

    CLERK = "clerk"
    """Hands rosters in, starts, stops, goes on, answers questions, decides what needs attention."""
    APPROVER = "approver"
    """Looks drafts over, approves them or says no."""
    AUDITOR = "auditor"
    """Reads everything, verifies evidence and hands it out; changes nothing else."""
    ADMINISTRATOR = "administrator"
    """Sees to users, to the passwords in the keyring, and to what need not be kept any longer."""


ALL = frozenset(Role)
