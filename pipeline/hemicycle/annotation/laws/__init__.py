"""Finds the legal texts that are cited."""
