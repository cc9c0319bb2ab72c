"""Reads both BibTeX dialects back: by bibtexparser, by biber, and the text that TeX prints for a field."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import bibtexparser
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
from bibtexparser.model import Entry

MACROS = {
    r"\textbackslash": "\\",
    r"\textasciitilde": "~",
    r"\textasciicircum": "^",
    r"\textbraceleft": "{",
    r"\textbraceright": "}",
}
TOKEN = re.compile(r"(\\[A-Za-z]+)(?:\{\}|(?=[^A-Za-z]|\Z) ?)|\\([&%#_$])|[{}]|(.)", re.DOTALL)


def plain(tex: str) -> str:
    """What TeX prints for a field: macros and escapes as their characters, bare braces as nothing."""
    return "".join(MACROS[found[1]] if found[1] else found[2] or found[3] or "" for found in TOKEN.finditer(tex))


def depths(tex: str) -> list[int]:
    """How deep in braces each character stands. BibTeX and biber count them all, escaped or not."""
    depth, found = 0, []
    for letter in tex:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        found.append(depth)
    return found


def is_closed(entry: str) -> bool:
    """Whether the braces of an entry close at its end and not before."""
    found = depths(entry)
    return found[-1] == 0 and 0 not in found[found.index(1) : -1]


def read(text: str) -> list[Entry]:
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    return library.entries


def field(entry: Entry, name: str) -> str:
    return entry.fields_dict[name].value


def read_names(text: str, name: str = "author") -> list[tuple[str, str, str]]:
    """Family name, given names and suffix of each person, as a BibTeX reader takes them apart."""
    library = bibtexparser.parse_string(text, append_middleware=[SeparateCoAuthors(), SplitNameParts(name_fields=(name,))])
    assert library.failed_blocks == []
    people = library.entries[0].fields_dict[name].value
    parts = [(person.von + person.last, person.first, person.jr) for person in people]
    return [tuple(" ".join(plain(" ".join(words)).split()) for words in person) for person in parts]


def biber(text: str, folder: Path) -> tuple[str, list[str], list[str]]:
    """What biber made of a .bib file: its own text of it, its warnings and its errors."""
    path = folder / "library.bib"
    path.write_bytes(text.encode())
    done = subprocess.run(
        ["biber", "--tool", "--validate-datamodel", "--nolog", "--output-file", "out.bib", path.name],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=50,
    )
    said = done.stdout.splitlines()
    out = folder / "out.bib"
    return (
        out.read_text("utf-8") if out.is_file() else "",
        [line for line in said if line.startswith("WARN")],
        [line for line in said if line.startswith(("ERROR", "FATAL"))],
    )


def keys(out: str) -> list[str]:
    """Keys of the entries in a text that biber wrote."""
    return re.findall(r"^@[A-Z]+\{([^,]+),", out, re.MULTILINE)
