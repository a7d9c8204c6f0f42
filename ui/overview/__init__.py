"""What stands on the page Overview."""
