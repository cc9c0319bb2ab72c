"""Prints every problem of a catalogue, in file order; what scripts/check runs."""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from library.catalogue.loading import load
from library.catalogue.problems import CatalogueError


def main(arguments: list[str]) -> int:
    """0 where the catalogue is sound, 1 where it has problems."""
    folder = Path(arguments[0]) if arguments else ROOT / "catalogue"
    started = time.monotonic()
    try:
        catalogue = load(folder)
    except CatalogueError as error:
        for problem in error.problems:
            print(problem)
        print(error)
        return 1
    seconds = time.monotonic() - started
    print(f"No problems: {len(catalogue.works)} works and {len(catalogue.issues)} journal issues, checked in {seconds:.2f} s.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
