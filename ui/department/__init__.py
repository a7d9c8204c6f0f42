"""The page of one department: where it stands, what it uses, and what it says about that."""
