"""A finished run looked into: words in context, a text with its mentions, two groups compared."""
