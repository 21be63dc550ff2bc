"""One module a format, and how a file is recognised."""
