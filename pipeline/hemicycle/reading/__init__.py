"""What every component reads in a text: sentences, numbers, lemmas, verbs, terms."""
