"""The page that shows a run: ``report.html``, opened from disk in any browser."""
