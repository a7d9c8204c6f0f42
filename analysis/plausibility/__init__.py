"""Whether what a new file says is plausible beside the same period of the year before."""
