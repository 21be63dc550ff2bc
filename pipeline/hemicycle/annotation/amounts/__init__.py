"""Amounts: money, percentages, measures and counts, with what they measure and when."""
