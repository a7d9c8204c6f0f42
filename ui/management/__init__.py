"""The parts of page Beheer, each a section that can be chosen."""
