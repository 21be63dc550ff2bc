"""Sources to :class:`hemicycle.document.Document`: one module a format, a registry by suffix."""
