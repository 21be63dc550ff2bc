"""People, their functions, and who is who in a document."""
