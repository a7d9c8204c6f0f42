"""Columns that stand back, or stand for something else."""
