"""What is known of a document beside its text: day, speaker, title, language, name."""
