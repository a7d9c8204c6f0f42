"""Rows that are not seen, did not happen, or are not what they seem."""
