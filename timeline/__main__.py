"""``python -m timeline``, for where the command itself is not on the path."""

from timeline.cli import main

if __name__ == "__main__":
    main(prog_name="timeline")
