"""What no reader may see is hidden here, by its value, before any text leaves: one redactor for the whole process."""

from bot.redaction.harmless import harmless, harmless_json
from bot.redaction.logs import redact_logs
from bot.redaction.masks import mask_id
from bot.redaction.redactor import HIDDEN, Redactor, redactor

__all__ = ["HIDDEN", "Redactor", "harmless", "harmless_json", "mask_id", "redact_logs", "redactor"]
