"""What the tool says of a period: facts, and their sentences for pages, letters and reports."""
