"""A finished run in other formats: its CSVs, as ``datapackage.json`` describes them, read again."""
