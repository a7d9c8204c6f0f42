"""A new file beside what is stored: what is in both, what is left out, what is replaced."""

KEEP, SKIP, REPLACE = "keep", "skip", "replace"
OVERLAPS = (KEEP, SKIP, REPLACE)

# An earlier upload of which at least this share returns is an earlier version of the same list.
RETURNING = 0.8
