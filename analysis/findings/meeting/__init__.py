"""What is said at the yearly meeting of the directors: facts of a year, and their sentences."""
