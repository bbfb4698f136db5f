"""The flow language: what a portal operation looks like in YAML, and how its files are read and checked."""
