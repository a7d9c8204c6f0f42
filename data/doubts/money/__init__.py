"""What amounts may mean: their sign, unit, level and whose they are."""
