"""The output tables: every column declared once, for writer, schema, reader and docs."""
