"""Bringing recordings of other tools in as flows, and taking flows out as scripts. Knows no browser."""
