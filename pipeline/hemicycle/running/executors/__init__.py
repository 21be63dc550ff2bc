"""Who reads the documents: this process, several, or a cluster."""
