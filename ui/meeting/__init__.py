"""The yearly meeting: its dossier, what is still open, what was established and what was agreed."""
