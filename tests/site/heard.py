"""A page as a screen reader gets it: the tree of accessibility that the browser gives, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

_DRAWN = re.compile(r"[\s/·•▾▴+✓×←→–—|*#_]+")
"""Signs that are drawn for the eye. A comma or a dot may end a sentence in which a link stands."""


@dataclass(frozen=True)
class Node:
    """Something that is heard: its role, its name, what describes it, and the roles above it, the nearest last."""

    role: str
    name: str
    description: str
    within: tuple[str, ...]
    landmarks: tuple[str, ...]


def heard(page: Page) -> list[Node]:
    """What is heard of the page as it stands, from its beginning to its end."""
    session = page.context.new_cdp_session(page)
    found = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return list(_below(found[0], {node["nodeId"]: node for node in found}, (), ()))


def _below(node: dict[str, Any], nodes: dict[str, dict[str, Any]], within: tuple[str, ...], names: tuple[str, ...]) -> Iterator[Node]:
    role, name = _value(node, "role"), _value(node, "name")
    told = not node.get("ignored") and role not in ("InlineTextBox", "LineBreak", "none", "generic")
    if told:
        yield Node(role, _plain(name), _value(node, "description"), within, names)
        within, names = (*within, role), (*names, name) if name else names
    for child in node.get("childIds", ()):
        if child in nodes:
            yield from _below(nodes[child], nodes, within, names)


def _plain(text: str) -> str:
    """As it is spoken: where a hidden word begins browsers put a space, which nobody hears."""
    return re.sub(r"\s+([,:.])", r"\1", " ".join(text.split()))


def _value(node: dict[str, Any], field: str) -> str:
    return str(node.get(field, {}).get("value", ""))


def decoration(nodes: list[Node]) -> list[str]:
    """Texts of signs alone, which are spoken as "slash" or "middle dot"; commas too where they would be a value of their own."""
    texts = [node for node in nodes if node.role == "StaticText"]
    return [
        f"{node.name} in {'/'.join(node.within[-3:])}"
        for node in texts
        if _DRAWN.fullmatch(node.name) or (node.name == "," and node.within[-1] == "definition")
    ]


def empty_places(nodes: list[Node]) -> list[str]:
    """Places where something will be told, in which nothing stands: readers walk into them."""
    return [node.role for node in nodes if node.role in ("status", "alert", "log")]


CELLS = {
    "navigation",
    "cell",
    "gridcell",
    "rowheader",
    "columnheader",
    "link",
    "button",
    "term",
    "definition",
    "option",
    "heading",
    "LabelText",
    "code",
    "sectionfooter",
}


def bare_numbers(nodes: list[Node]) -> list[str]:
    """Numbers that belong to nothing: neither a table's, nor a link's."""
    numbers = [node for node in nodes if node.role == "StaticText" and re.fullmatch(r"\d{1,5}", node.name)]
    return [f"{node.name} in {'/'.join(node.within[-4:])}" for node in numbers if not CELLS & set(node.within)]


def said_alike(nodes: list[Node]) -> list[str]:
    """Buttons that nobody can tell apart, since neither their names nor what describes them differ; two works may have one title."""
    titles = [node.name for node in nodes if node.role == "heading"]
    buttons = [
        (node.name, node.description) for node in nodes if node.role in ("button", "ToggleButton") and titles.count(node.description) < 2
    ]
    return [f"{name} ({description})" for name, description in dict.fromkeys(buttons) if buttons.count((name, description)) > 1]
