"""What numbers of hours and uses may mean."""
