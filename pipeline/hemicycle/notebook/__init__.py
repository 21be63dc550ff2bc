"""Outputs in a notebook: typed frames, a text with its mentions marked."""
