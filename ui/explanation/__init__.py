"""What stands on the page Explanation."""
