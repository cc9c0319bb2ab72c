"""A second doorway: the same site without MkDocs, its theme and its plugins.

``PYTHONPATH=hooks python hooks/standalone.py [FOLDER]`` makes the site of the folder in which it is started.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from library import doorway, engine


def main(project: Path, into: Path | None = None) -> str:
    """Makes the site that mkdocs.yml in a folder describes, and gives the line that tells what was done.

    Raises doorway.Refused; the folder of the site is then as it was.
    """
    started = time.monotonic()
    configuration = engine.read(project)
    result = doorway.make(configuration.settings, engine.printed(configuration), into or configuration.into)
    return doorway.summary(result, time.monotonic() - started)


if __name__ == "__main__":
    try:
        print(main(Path.cwd(), Path(sys.argv[1]) if len(sys.argv) > 1 else None))
    except doorway.Refused as refused:
        sys.exit("\n".join([*map(str, refused.problems), str(refused)]))
