"""What one step of reading in hands to the next: looked at, compared, never changed."""
