"""The parts of the page on which files are read in."""
