"""Text to annotated :class:`spacy.tokens.Doc`: one spaCy component for each capability."""
