"""The kinds of mentions and tags, each with its value."""
