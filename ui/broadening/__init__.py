"""What stands on the page Broadening."""
