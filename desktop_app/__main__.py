"""Entry: `python -m desktop_app` and the command `notification-viewer` are the same program."""

import multiprocessing
import sys


def main() -> int:
    """Run the program with the arguments it was started with and return its exit status."""
    multiprocessing.freeze_support()  # a bundled program starts itself again to read large files
    from desktop_app.cli import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
