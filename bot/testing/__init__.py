"""Scenarios: a portal as it is to begin with, what is done at it, and what must have become of it."""
