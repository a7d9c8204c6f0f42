"""The sheets of the sample, and the fictitious uses and amounts on them."""
