"""Reads people, dates, amounts, sectors and themes in French political texts."""

__version__ = "0.1.0"
