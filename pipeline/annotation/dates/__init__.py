"""Dates: one file a phenomenon, each rule with its examples; see :mod:`.component` for the policy."""
