"""The way of a file: from bytes to a preview, from there into the store, and back."""
