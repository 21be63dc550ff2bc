"""Dates: one file a phenomenon; see :mod:`.component` for what they mean, the policy."""
