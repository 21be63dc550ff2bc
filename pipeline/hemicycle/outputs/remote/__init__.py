"""Output folders on other machines."""
