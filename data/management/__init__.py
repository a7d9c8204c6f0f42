"""All that is managed - departments, themes, forms, relevance, settings - taken out and put in."""
