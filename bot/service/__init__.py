"""The composition root: the only place that knows every room. Command line, console and tests all go through it."""

from bot.filing.desk import Account
from bot.service.assistant import Assistant
from bot.service.options import DriftOptions, ResumeOptions, RunOptions
from bot.service.views import BatchView

__all__ = ["Account", "Assistant", "BatchView", "DriftOptions", "ResumeOptions", "RunOptions"]
