"""What may be another day or period than it seems."""
