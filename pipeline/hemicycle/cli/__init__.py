"""The commands at the terminal: one a file."""
