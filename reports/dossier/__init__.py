"""The dossier of the yearly meeting: one value, and a writer for each format."""
