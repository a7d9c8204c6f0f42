"""Exports of financial systems: recognised, read with the right sign and unit, and reconciled."""
