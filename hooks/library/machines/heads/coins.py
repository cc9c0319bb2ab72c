"""COinS: a reference in a span, by which Zotero offers the works of a list to choose from.

OpenURL 1.0 in key and value pairs (Z39.88-2004, matrices info:ofi/fmt:kev:mtx:journal and
:book). They stand on lists and issues only: on the page of a work Zotero would prefer them
to the Highwire tags and lose the PDF, the abstract and the language.

A card has one, so each says what Zotero takes (parseContextObject in its utilities' openurl.js)
and nothing twice: that reads the title of a book or report from ``rft.btitle``, that of a journal
from ``rft.jtitle``, the first ``rft.isbn`` and one ``rft.issn``, and ``rft.language``,
``rft.description`` and ``rft.contributor`` though the matrices do not have them. There is no key for
editors: as contributors they are at least there. It puts each ``rft.aucorp`` before all creators, so
several bodies stand here from the last to the first. It divides at ``&`` and ``=`` before it decodes, so letters beyond ASCII
may stand as they are: percent-encoded, a Cyrillic title would take three times its bytes.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from library.catalogue.names import Name
from library.catalogue.pages import ends
from library.citations.citation import Citation
from library.citations.kinds import KINDS
from library.machines.heads.highwire import author

_CODED = re.compile(r"""[^\w\-.~:/,;()!*'@$?\[\]]""")
"""Whatever divides pairs, ends an attribute, stands for something else, or is not certain to be text."""


def span(citation: Citation, abstract: bool = True) -> str:
    """An empty element; resolvers put their link into it, so it is not hidden from anybody. ``abstract``: with it."""
    # Keys that follow an ampersand are no names of characters, so HTML takes it as it is.
    return f'<span class="Z3988" title="{context(citation, abstract)}"></span>'


def context(citation: Citation, abstract: bool = True) -> str:
    """What the element tells: pairs of keys and values."""
    pairs = [("ctx_ver", "Z39.88-2004"), *_MATRICES[KINDS[citation.kind].coins[0]](citation), *_common(citation)]
    if abstract:
        pairs.append(("rft.description", citation.abstract))
    return "&".join([f"{key}={_coded(value)}" for key, value in pairs if value])


def _coded(value: str) -> str:
    return _CODED.sub(_code, value)


def _code(found: re.Match[str]) -> str:
    character = found[0]
    if character == " ":
        return "+"
    return character if character > "\x7f" and character.isprintable() else quote(character, safe="")


def _journal(citation: Citation) -> list[tuple[str, str]]:
    first, last = ends(citation.pages)
    return [
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"),
        ("rft.genre", "article"),
        ("rft.atitle", citation.bare_title),
        ("rft.jtitle", citation.container),
        ("rft.stitle", citation.container_short),
        ("rft.volume", citation.volume),
        ("rft.issue", citation.number),
        ("rft.spage", first),
        ("rft.epage", last),
        *(("rft.issn", issn) for issn in citation.issn[:1]),
    ]


def _book(citation: Citation) -> list[tuple[str, str]]:
    genre, part = KINDS[citation.kind].coins[1], KINDS[citation.kind].part
    # Zotero takes a paper's btitle for its own title.
    whole = "rft.title" if genre == "proceeding" else "rft.btitle"
    first, last = ends(citation.pages)
    return [
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:book"),
        ("rft.genre", genre),
        *((("rft.atitle", citation.bare_title), (whole, citation.container)) if part else (("rft.btitle", citation.bare_title),)),
        *((("rft.spage", first), ("rft.epage", last)) if part else ()),
        ("rft.pub", citation.publisher),
        ("rft.place", citation.place),
        ("rft.series", citation.series),
        ("rft.edition", citation.edition),
        ("rft.tpages", str(citation.extent or "")),
        *(("rft.isbn", isbn) for isbn in citation.isbns[:1]),
    ]


def _thesis(citation: Citation) -> list[tuple[str, str]]:
    return [
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dissertation"),
        ("rft.title", citation.bare_title),
        ("rft.inst", citation.publisher),
        ("rft.degree", citation.degree),
        ("rft.tpages", str(citation.extent or "")),
    ]


def _dublin_core(citation: Citation) -> list[tuple[str, str]]:
    """What no matrix is for: Zotero takes its own word for a kind as the type."""
    return [
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", KINDS[citation.kind].coins[1]),
        ("rft.title", citation.bare_title),
        ("rft.source", citation.container),
        ("rft.publisher", citation.publisher),
    ]


_MATRICES = {"journal": _journal, "book": _book, "dissertation": _thesis, "dc": _dublin_core}


def _common(citation: Citation) -> list[tuple[str, str]]:
    return [
        *(("rft.au", author(name)) for name in citation.authors if not name.literal),
        *(("rft.aucorp", name.literal) for name in reversed(citation.authors) if name.literal),
        *(("rft.contributor", _whole(name)) for name in (*citation.editors, *citation.translators)),
        ("rft.date", citation.issued.plain if citation.issued else ""),
        ("rft.language", citation.language),
        ("rft_id", citation.url),
        ("rft_id", f"info:doi/{citation.doi}" if citation.doi else ""),
    ]


def _whole(name: Name) -> str:
    """A contributor's name. A comma keeps a body's whole: Zotero divides a name without one."""
    return f"{name.literal}," if name.literal else author(name)
