"""Builds as ``library build`` asks for them: what prints the pages of ``docs/``, what carries the work out, and what is kept of the whole."""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import suppress
from pathlib import Path
from typing import Any

from library import doorway, engine
from library.catalogue import schemas
from library.catalogue.catalogue import Catalogue
from library.catalogue.digests import digest
from library.press import code
from library.press.printed import Printed
from library.site import Result
from library.unchanged import PACKAGE, Finished
from library.units import GARBAGE_THRESHOLD

LONGEST_PRINTING = 600
"""Seconds after which MkDocs is given up."""


def build(project: Path, into: Path | None, with_engine: str, scheduler: str | None, finished: Finished, **options: Any) -> Result:
    """Makes a project's site, strictly, and keeps what it was made from.

    ``options`` are those of ``doorway.make``. Raises Refused, or OSError, yaml.YAMLError or
    KeyError where the configuration cannot be read.
    """
    gc.set_threshold(GARBAGE_THRESHOLD)
    configuration = engine.read(project)
    watched = tuple(dict.fromkeys(str(path) for path in (*configuration.sources, PACKAGE)))
    inputs = finished.look(watched)
    catalogue = doorway.catalogue_of(configuration.settings)  # what is wrong is told before anything is printed
    printed = engine.printed(configuration) if with_engine == "own" else _printed_by_mkdocs(project, configuration)
    target = into or configuration.into
    with _executor(scheduler) as executor:
        if executor:
            options["executor"] = executor
        result = doorway.make(configuration.settings, printed, target, strict=True, **options)
    schemas_ = configuration.settings.catalogue / "schemas"
    if _for_editors(schemas_, catalogue, result):  # our own writing is no change
        inputs = {path: each for path, each in inputs.items() if not path.startswith(f"{schemas_}/")}
        inputs |= finished.look((str(schemas_),), ours=True)
    counts = (result.pages, len(result.files) - result.pages, result.made + result.kept)
    finished.keep(inputs, watched, configuration.environment, target, result.files, counts)
    return result


def _for_editors(folder: Path, catalogue: Catalogue, result: Result) -> bool:
    """Renews the schemas by which editors help to write records, where those of the site are new: a comfort, which stops nothing.

    Gives whether the folder may have changed.
    """
    stale = not folder.is_dir() or any(path.startswith("schemas/") for path in result.written)
    if stale:
        with suppress(OSError):
            schemas.renew(folder, catalogue.vocabularies)
    return stale


def _printed_by_mkdocs(project: Path, configuration: engine.Configuration) -> Printed:
    """What MkDocs prints; kept until something that it reads changes."""
    settings = configuration.settings
    key = digest(
        repr((settings.site.url, sorted(settings.site.names.items()), settings.edit_url)),
        (project / "mkdocs.yml").read_bytes(),
        code.of_folder(configuration.docs),
        code.of_folder(settings.overrides, "*.html"),
        code.of_folder(settings.locales),
        code.of_module("library.doorway"),
        *(path.read_bytes() for path in sorted(project.glob("hooks/mkdocs_*.py"))),
        *(code.version_of(name) for name in ("mkdocs", "mkdocs-material", "mkdocs-static-i18n", "pymdown-extensions")),
    )
    kept = (settings.cache or project) / "printed.pickle"
    found = _kept_printed(kept, key)
    if found is None:
        found = _print_with_mkdocs(project)
        with suppress(OSError):  # then the next build prints again
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(pickle.dumps((key, found), protocol=5))
    return found


def _kept_printed(path: Path, key: bytes) -> Printed | None:
    try:
        kept_key, printed = pickle.loads(path.read_bytes())
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, ValueError, TypeError, IndexError):
        return None
    return printed if kept_key == key and all(source.is_file() for source in printed.assets.values()) else None


def _print_with_mkdocs(project: Path) -> Printed:
    with tempfile.TemporaryDirectory() as folder:
        into = Path(folder) / "printed"
        environment = {**os.environ, "LIBRARY_PRINTED": str(into), "NO_MKDOCS_2_WARNING": "1"}
        command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
        try:
            done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, timeout=LONGEST_PRINTING)
        except subprocess.TimeoutExpired:
            raise doorway.Refused(
                f"MkDocs did not print the pages of docs/ within {LONGEST_PRINTING} seconds; look at the page that was changed last"
            ) from None
        if done.returncode or not into.is_file():
            told = [line for line in (done.stdout + done.stderr).splitlines() if not line.startswith("INFO")]
            raise doorway.Refused("MkDocs could not print the pages of docs/:\n" + "\n".join(told))
        printed: Printed = pickle.loads(into.read_bytes())
        return printed


class _executor:
    """The executor of a Dask cluster, or none."""

    def __init__(self, scheduler: str | None) -> None:
        self.scheduler = scheduler
        self.close: Callable[[], object] = lambda: None

    def __enter__(self) -> Executor | None:
        if not self.scheduler:
            return None
        try:
            from distributed import Client
        except ImportError:
            raise doorway.Refused("a scheduler needs the package distributed: pip install library[distributed]") from None
        client = Client(self.scheduler, timeout=30)  # type: ignore[no-untyped-call]
        self.close = client.close
        executor: Executor = client.get_executor(pure=False)  # type: ignore[no-untyped-call]
        return executor

    def __exit__(self, *_: object) -> None:
        self.close()
