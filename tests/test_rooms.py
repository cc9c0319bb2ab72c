"""The rooms of ``hooks/library`` and the arrows between them, read from the imports themselves."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from library.catalogue.checks.held_files import CITATION_ENDINGS
from library.citations.formats import FORMATS

LIBRARY = Path(__file__).resolve().parent.parent / "hooks" / "library"

BELOW = {
    "press": set(),
    "catalogue": set(),
    "words": {"catalogue"},
    "citations": {"catalogue", "press", "words"},
    "search": {"catalogue", "press", "words", "citations"},
    "machines": {"catalogue", "press", "words", "citations"},
    "offline": {"catalogue", "press", "words", "citations"},
    "exports": {"catalogue", "press", "words", "citations", "search"},
    "form": {"catalogue", "press", "words"},
    "keeping": {"catalogue", "words"},
    "preview": {"catalogue", "press", "words", "citations"},
    "importing": {"catalogue", "press", "words", "citations", "keeping"},
    "asked": {"catalogue", "words", "keeping", "importing", "preview"},
    "pages": {"catalogue", "press", "words", "citations", "search", "machines", "offline", "exports", "form"},
}
"""What each room may lean on."""


def imports(room: Path) -> Iterator[tuple[str, str]]:
    """Pairs of a place and the room that is imported there."""
    for path in sorted(room.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{path}:{node.lineno}: name the whole path, so that the room is seen"
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            for name in names:
                if name.startswith("library."):
                    yield f"{path.relative_to(LIBRARY)}:{node.lineno}", name.split(".")[1]


@pytest.mark.parametrize("room", BELOW)
def test_a_room_leans_on_those_below_it_alone(room: str) -> None:
    assert [(place, other) for place, other in imports(LIBRARY / room) if other != room and other not in BELOW[room]] == []


def test_every_folder_is_a_room() -> None:
    assert {path.name for path in LIBRARY.iterdir() if path.is_dir() and path.name != "__pycache__"} == set(BELOW)


def test_names_that_the_check_keeps_free_are_those_of_the_formats() -> None:
    assert tuple(format_.ending for format_ in FORMATS) == CITATION_ENDINGS


def test_every_room_has_its_folder_of_tests() -> None:
    tests = Path(__file__).resolve().parent
    assert [room for room in BELOW if not any((tests / room).rglob("test_*.py"))] == []
