"""What is done on a page: one module for each family of actions, and the hands that do them all."""

from bot.actions.keep import Keep
from bot.actions.perform import Hands

__all__ = ["Hands", "Keep"]
