"""A finished run in other formats."""
