"""What is no bare name of a department or theme."""
