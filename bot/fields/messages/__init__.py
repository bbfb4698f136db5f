"""The words of every problem, in three languages, by family. Nothing else in `fields` speaks to people."""
