"""Readers of npm: citation-js, which many web tools contain, and the parser of Better BibTeX, which Zotero's users have."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

RUNNER = Path(__file__).parent / "run_readers.js"


def read(reader: str, form: str, text: str) -> Any:
    """What a reader makes of a file: ``citation-js`` or ``better-bibtex``, and ``bibtex`` or ``ris``."""
    done = subprocess.run(["node", str(RUNNER), f"{reader}:{form}"], input=text.encode(), capture_output=True, check=True, timeout=120)
    return json.loads(done.stdout)


def better_bibtex(text: str) -> dict[str, dict[str, str]]:
    """Every entry's fields as plain text by its key; the first of several names alone, and of a list the whole."""
    found = read("better-bibtex", "bibtex", text)
    assert found["errors"] == []
    return {entry["key"]: {name: _text(value) for name, value in entry["fields"].items()} for entry in found["entries"]}


def _text(value: Any) -> str:
    if isinstance(value, list):
        if value and isinstance(value[0], Mapping):
            first = value[0]
            return first.get("name") or " ".join(filter(None, (first.get("prefix"), first.get("lastName"))))
        return "; ".join(map(str, value))
    return re.sub(r"<[^>]+>", "", str(value))
