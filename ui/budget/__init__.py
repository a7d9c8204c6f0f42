"""The parts of the page Budget: what the money says, and how that was made."""
