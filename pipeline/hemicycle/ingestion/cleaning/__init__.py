"""Raw text to the text that offsets count in."""
