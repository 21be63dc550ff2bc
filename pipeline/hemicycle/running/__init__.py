"""Inputs to outputs: what is done, by whom, and what need not be done again."""
