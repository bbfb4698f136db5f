"""Spreadsheets and cases: reading a roster, checking it, writing templates, marked copies and results.

Import the module that does the work; each of them loads a spreadsheet library only when it is called.
"""
