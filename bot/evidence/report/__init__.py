"""The report on a dossier: one page of HTML with everything in it, for an auditor to read and to print."""

from bot.evidence.report.render import render_report

__all__ = ["render_report"]
