"""Workbooks with rows to mend: how they are marked, and which of their rows are new."""
