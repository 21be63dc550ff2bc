"""What was weighed and which rule won: how the rows of a text came about."""
