"""What CONTRIBUTING tells of the code is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
WALK = GUIDE.split("### A title, from its line to the reader", 1)[1].split("\n## ", 1)[0]
NAMED = re.findall(r"`(\w+)\.(\w+)`", WALK)


def definitions() -> set[tuple[str, str]]:
    """Functions by the module or class in which they stand."""
    found: set[tuple[str, str]] = set()
    for path in (ROOT / "hooks" / "library").rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                found.add((path.stem, node.name))
            elif isinstance(node, ast.ClassDef):
                found |= {(node.name, part.name) for part in node.body if isinstance(part, ast.FunctionDef)}
    return found


@pytest.mark.costly
@pytest.mark.parametrize(("where", "name"), NAMED)
def test_every_function_of_the_walk_is_there(where: str, name: str) -> None:
    assert (where, name) in definitions()


def test_the_walk_has_at_most_twelve_stations() -> None:
    assert 8 <= len(NAMED) <= 12


def test_every_room_is_told_of() -> None:
    rooms = {path.name for path in (ROOT / "hooks" / "library").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert rooms == set(re.findall(r"^\| `(\w+)/` \|", GUIDE.split("## The rooms", 1)[1].split("### A title", 1)[0], re.MULTILINE))
