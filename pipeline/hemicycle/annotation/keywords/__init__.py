"""What a document is about, in its own words."""
