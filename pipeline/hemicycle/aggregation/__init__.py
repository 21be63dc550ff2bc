"""The tables of a corpus and the summaries: rows put together and counted."""
