"""Branches of the economy that a text speaks of, by NAF rév. 2."""
