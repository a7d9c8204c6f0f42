"""What one cell says: its text, number, amount, date, hours, choice."""
