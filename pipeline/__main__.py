"""``python -m pipeline`` is the command ``hemicycle``."""

from pipeline.cli import app

if __name__ == "__main__":
    app(prog_name="hemicycle")
