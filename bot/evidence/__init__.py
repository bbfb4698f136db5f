"""Evidence: the files captured while filing. Each batch's folder has one owner."""

from bot.evidence.pictures import EvidenceFile, Pictures

__all__ = ["EvidenceFile", "Pictures"]
