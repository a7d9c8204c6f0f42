"""The commands of `python -m data`: their arguments, and what they print."""
