"""``python -m pipeline`` is the command ``hemicycle``."""

from pipeline.entry import main

if __name__ == "__main__":
    main()
