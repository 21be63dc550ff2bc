"""Sources to :class:`pipeline.document.Document`: one module a format, a registry by suffix."""
