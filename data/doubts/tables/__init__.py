"""Whole tables that may be no use at all."""
