"""What the pipeline knows of French and of its subjects: the files of ``models/``, in use."""
