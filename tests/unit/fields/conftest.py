"""Property tests that leave nothing behind and don't fail because a machine is busy."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("fields", deadline=None, database=None, max_examples=60)
settings.load_profile("fields")
