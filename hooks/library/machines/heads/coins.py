"""COinS: a reference in a span, by which Zotero offers the works of a list to choose from.

OpenURL 1.0 in key and value pairs (Z39.88-2004, matrices info:ofi/fmt:kev:mtx:journal and
:book). They stand on lists and issues only: on the page of a work Zotero would prefer them
to the Highwire tags and lose the PDF, the abstract and the language.
"""

from __future__ import annotations

from urllib.parse import quote_plus

from markupsafe import escape

from library.citations.citation import Citation
from library.machines.heads.highwire import author


def span(citation: Citation) -> str:
    """An empty element; resolvers put their link into it, so it is not hidden from anybody."""
    pairs = [("ctx_ver", "Z39.88-2004"), *(_journal(citation) if citation.kind == "article" else _book(citation)), *_common(citation)]
    return f'<span class="Z3988" title="{escape("&".join([f"{key}={quote_plus(value)}" for key, value in pairs if value]))}"></span>'


def _journal(citation: Citation) -> list[tuple[str, str]]:
    first, _, last = citation.pages.partition("-")
    return [
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"),
        ("rft.genre", "article"),
        ("rft.atitle", citation.bare_title),
        ("rft.jtitle", citation.container),
        ("rft.title", citation.container),
        ("rft.volume", citation.volume),
        ("rft.issue", citation.number),
        ("rft.spage", first),
        ("rft.epage", last),
        *(("rft.issn", issn) for issn in citation.issn),
    ]


def _book(citation: Citation) -> list[tuple[str, str]]:
    title = citation.bare_title
    return [
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:book"),
        ("rft.genre", "book" if citation.kind == "book" else "report"),
        ("rft.btitle", title),
        ("rft.title", title),
        ("rft.pub", citation.publisher),
        ("rft.place", citation.place),
        ("rft.series", citation.series),
        ("rft.tpages", str(citation.extent or "")),
        *(("rft.isbn", isbn) for isbn in citation.isbn),
    ]


def _common(citation: Citation) -> list[tuple[str, str]]:
    return [
        *(("rft.aucorp" if name.literal else "rft.au", author(name)) for name in citation.authors),
        ("rft.date", str(citation.issued or "")),
        ("rft.language", citation.language),
        ("rft_id", citation.url),
        ("rft_id", f"info:doi/{citation.doi}" if citation.doi else ""),
    ]
