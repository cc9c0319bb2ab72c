"""MARC 21 bibliographic records in MARCXML, one for each edition (https://www.loc.gov/standards/marcxml/).

Names and titles in Cyrillic stand romanised (BS 2979, as in the library's references) where programs look first, and as printed in
fields 880 that are linked to them (https://www.loc.gov/marc/bibliographic/ecbdmulti.html, model A). Korean stands as it is printed: no table
of ours romanises it. Take the file as it is, in UTF-8: MARC-8 has no Kazakh letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.document_numbers import CLASSES
from library.catalogue.names import Name
from library.citations.citation import Citation, doi_address
from library.citations.citing import Citing
from library.citations.deposits import xml
from library.citations.deposits.doaj import LANGUAGES
from library.citations.deposits.xml import element, group
from library.citations.formats import remarks
from library.citations.references.romanisation import is_cyrillic, romanise

Subfields = list[tuple[str, str]]

UNKNOWN = "und"


def collection(catalogue: Catalogue, citing: Citing, works: Iterable[Placed]) -> str:
    """All editions of works that are offered."""
    records = [record(catalogue, placed, citation) for placed in works for citation in citing.of_work(placed)]
    return f'{xml.DECLARATION}<collection xmlns="http://www.loc.gov/MARC21/slim">\n' + "\n".join(records) + "\n</collection>\n"


def record(catalogue: Catalogue, placed: Placed, citation: Citation) -> str:
    """One edition: its fields in the order of their tags, those in other scripts last."""
    made = _Fields(catalogue, citation.language)
    article = citation.kind == "article"
    made.control("001", citation.key)
    made.control("005", f"{str(citation.changed).replace('-', '')}000000.0")
    made.control("008", _fixed(citation))
    for isbn in () if article else citation.isbn:
        made.field("020", "  ", [("a", isbn.replace("-", ""))])
    made.field("024", "7 ", [("a", citation.doi), ("2", "doi")])
    for scheme, value in citation.further_identifiers:
        made.field("024", "7 ", [("a", value), ("2", "hdl" if scheme == "handle" else scheme)])
    for scheme, value in citation.identifiers:
        if scheme in CLASSES:
            made.field("080" if scheme == "udc" else "084", "  ", [("a", value), ("2", "" if scheme == "udc" else "rubbk")])
    made.field("041", "1 " if citation.translated_from else "0 ", _languages(citation))
    made.names("1", citation.authors[:1])
    _titles(made, citation)
    made.scripted("264", " 1", [("a", citation.place), ("b", citation.publisher), ("c", str(citation.issued or ""))])
    made.field("300", "  ", [("a", f"{citation.extent} pages" if citation.extent else "")])
    if not article:
        made.scripted("490", "0 ", [("a", citation.series), ("v", citation.series_number)])
    _notes(made, citation)
    made.names("7", citation.authors[1:])
    made.names("7", citation.editors, "editor.")
    made.names("7", citation.translators, "translator.")
    _related(made, citation)
    _addresses(made, citation)
    return group("record", [element("leader", f"00000na{'b' if article else 'm'} a2200000 u 4500"), *made.all()])


def _titles(made: _Fields, citation: Citation) -> None:
    made.scripted("245", f"{'1' if citation.authors else '0'}0", [("a", citation.bare_title), ("c", citation.responsibility)])
    for tag, text in citation.other_titles:
        made.scripted("246", "31", [("a", text)], tag)


def _notes(made: _Fields, citation: Citation) -> None:
    made.field(
        "500", "  ", [("a", "Title supplied by the library: the document prints none in this language." if citation.supplied else "")]
    )
    for remark in remarks.withdrawn(citation) + remarks.corrected(citation):
        made.field("500", "  ", [("a", f"{remark}.")])
    made.field("500", "  ", [("a", "The source names only the first authors." if citation.and_others else "")])
    made.field("520", "  ", [("a", citation.abstract)])
    made.field("540", "  ", [("a", citation.licence), ("u", citation.licence_url)])
    for word in citation.keywords:
        made.field("653", "  ", [("a", word)])
    made.field("655", " 7", [("a", citation.genre), ("2", "local")])


def _related(made: _Fields, citation: Citation) -> None:
    """The journal, and the other editions of the work."""
    if citation.container:
        parts = (("vol. ", citation.volume), ("no. ", citation.number), ("p. ", citation.pages))
        number = ", ".join(f"{word}{text}" for word, text in parts if text)
        made.scripted("773", "0 ", [("t", citation.container), ("g", number), *(("x", issn) for issn in citation.issn)])
    for sibling in citation.siblings:
        tag = {"translation-of": "765", "translated-as": "767"}.get(sibling.relation, "775")
        made.scripted(tag, "0 ", [("t", sibling.title), ("e", _language(sibling.language)), ("w", sibling.key)])


def _addresses(made: _Fields, citation: Citation) -> None:
    made.field("856", "40", [("u", citation.url), ("3", "Description")])
    made.field("856", "40", [("u", citation.document_url), ("q", citation.document.media_type if citation.document else "")])
    if citation.address != doi_address(citation.doi):
        made.field("856", "40", [("u", citation.address)])


class _Fields:
    """Fields of one record; ``linked`` are those in other scripts."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self.catalogue = catalogue
        self.language = language or UNKNOWN
        self.made: list[str] = []
        self.linked: list[str] = []

    def all(self) -> Iterator[str]:
        yield from self.made
        yield from self.linked

    def control(self, tag: str, text: str) -> None:
        self.made.append(element("controlfield", text, {"tag": tag}))

    def field(self, tag: str, indicators: str, subfields: Subfields) -> None:
        """A field of what is known; none where its first subfield is not."""
        if subfields[0][1]:
            self.made.append(_datafield(tag, indicators, [(code, text) for code, text in subfields if text]))

    def scripted(self, tag: str, indicators: str, subfields: Subfields, language: str = "") -> None:
        """A field that may be in Cyrillic: then romanised, with a twin in field 880. ``language`` is the edition's without one."""
        known = [(code, text) for code, text in subfields if text]
        if not known:
            return
        if not any(is_cyrillic(text) for _, text in known):
            self.made.append(_datafield(tag, indicators, known))
            return
        number = f"{len(self.linked) + 1:02d}"
        latin = [(code, romanise(text, language or self.language)) for code, text in known]
        self.made.append(_datafield(tag, indicators, [("6", f"880-{number}"), *latin]))
        self.linked.append(_datafield("880", indicators, [("6", f"{tag}-{number}/(N"), *known]))

    def names(self, block: str, names: Iterable[Name], role: str = "") -> None:
        """Persons and bodies as main (``1``) or added (``7``) entries."""
        for name in names:
            person = xml.is_person(self.catalogue, name)
            orcid = xml.orcid(name)
            tag, indicators = (f"{block}00", "1 ") if person else (f"{block}10", "2 ")
            self.scripted(tag, indicators, [("a", name.inverted), ("e", role), ("1", orcid)])


def _datafield(tag: str, indicators: str, subfields: Subfields) -> str:
    # Indicators may be blanks, which an attribute helper would leave out.
    inner = "".join(element("subfield", text, {"code": code}) for code, text in subfields)
    return f'<datafield tag="{tag}" ind1="{indicators[0]}" ind2="{indicators[1]}">{inner}</datafield>'


def _language(tag: str) -> str:
    return LANGUAGES.get(tag.partition("-")[0], "").lower()


def _languages(citation: Citation) -> Subfields:
    original = citation.translated_from
    return [("a", _language(citation.language)), ("h", _language(original.language) if original else "")]


def _fixed(citation: Citation) -> str:
    """Field 008, 40 characters: when it was entered, its year, no place, electronic, its language."""
    entered = str(citation.added).replace("-", "")[2:8].ljust(6, "0")
    year = f"s{citation.issued.year:04d}    " if citation.issued else "nuuuuuuuu"
    of_books = f"{'o':>6}".ljust(17)
    return f"{entered}{year}xx {of_books}{_language(citation.language) or UNKNOWN} d"
