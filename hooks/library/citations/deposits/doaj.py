"""DOAJ: one file an issue, by the article schema 1.3 (https://doaj.org/docs/xml/).

DOAJ takes an article only with an ISSN of its journal, a date and an address of its full
text. The rest are left out; an issue of which nothing is left has no file, since the
schema asks for one record at least.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.languages import INTERNATIONAL, text_in
from library.catalogue.model import Issue
from library.catalogue.names import Name
from library.catalogue.pages import ends
from library.citations.citation import Citation
from library.citations.citing import Citing
from library.citations.deposits import xml
from library.citations.deposits.xml import element, group

LANGUAGES = {
    "ar": "ara",
    "az": "aze",
    "be": "bel",
    "bg": "bul",
    "cs": "cze",
    "da": "dan",
    "de": "ger",
    "el": "gre",
    "en": "eng",
    "es": "spa",
    "et": "est",
    "fa": "per",
    "fi": "fin",
    "fr": "fre",
    "he": "heb",
    "hi": "hin",
    "hu": "hun",
    "hy": "arm",
    "id": "ind",
    "it": "ita",
    "ja": "jpn",
    "ka": "geo",
    "kk": "kaz",
    "ko": "kor",
    "ky": "kir",
    "lt": "lit",
    "lv": "lav",
    "mn": "mon",
    "ms": "may",
    "nl": "dut",
    "no": "nor",
    "pl": "pol",
    "ps": "pus",
    "pt": "por",
    "ro": "rum",
    "ru": "rus",
    "sk": "slo",
    "sl": "slv",
    "sq": "alb",
    "sr": "srp",
    "sv": "swe",
    "tg": "tgk",
    "th": "tha",
    "tk": "tuk",
    "tr": "tur",
    "tt": "tat",
    "ug": "uig",
    "uk": "ukr",
    "ur": "urd",
    "uz": "uzb",
    "vi": "vie",
    "zh": "chi",
}
"""ISO 639-2 codes by ISO 639-1: the bibliographic ones where there are two (https://www.loc.gov/standards/iso639-2/)."""


def issue(catalogue: Catalogue, citing: Citing, issue: Issue) -> str | None:
    """The records of an issue's articles. None where DOAJ can take none of them."""
    journal = catalogue.journal
    if journal is None or not journal.issn:
        return None
    records, missing = [], []
    for placed, citation in xml.articles(catalogue, citing, issue):
        if placed.work.withdrawn or not (citation.issued or placed.issued) or not _full_text(citation)[0]:
            missing.append(xml.edition_id(citation))
        else:
            records.append(_record(catalogue, placed, citation))
    if not records:
        return None
    remark = xml.left_out("being withdrawn or having no date or no address of the full text", missing)
    return xml.DECLARATION + group("records", [xml.issn_remark(journal), remark, *records]) + "\n"


def _language(tag: str) -> str:
    return LANGUAGES.get(tag.split("-")[0], "")


def _full_text(citation: Citation) -> tuple[str, str]:
    """Address and format of the text: the file that the site holds, its address elsewhere, or our page that has it."""
    if citation.document:
        return citation.document_url, citation.document_url.rsplit(".", 1)[-1]
    address = citation.address or (xml.landing(citation) if citation.read_here else "")
    return address, "pdf" if urlsplit(address).path.lower().endswith(".pdf") else "html"


def _record(catalogue: Catalogue, placed: Placed, citation: Citation) -> str:
    assert catalogue.journal, "an article has a journal"
    printed, electronic = xml.issns(catalogue.journal)
    first, last = ends(citation.pages)
    address, kind = _full_text(citation)
    affiliations = list(dict.fromkeys(creator.affiliation for creator in placed.work.creators if creator.affiliation))
    return group(
        "record",
        [
            element("language", _language(citation.language)),
            element("publisher", citation.publisher),
            element("journalTitle", citation.container_english),
            element("issn", printed),
            element("eissn", electronic),
            element("publicationDate", issued.plain if (issued := citation.issued or placed.issued) else ""),
            element("volume", citation.volume),
            element("issue", citation.number),
            element("startPage", first),
            element("endPage", last),
            element("doi", citation.doi),
            element("publisherRecordId", citation.key),
            element("documentType", text_in(catalogue.vocabularies["types"][placed.work.type].label, INTERNATIONAL)),
            *_titles(placed, citation),
            group("authors", _authors(catalogue, placed, citation, affiliations)),
            group(
                "affiliationsList",
                [element("affiliationName", name, {"affiliationId": str(number)}) for number, name in enumerate(affiliations, 1)],
            ),
            *_abstracts(placed, citation),
            element("fullTextUrl", address, {"format": kind}),
            *_keywords(catalogue, placed, citation),
        ],
    )


def _titles(placed: Placed, citation: Citation) -> Iterator[str]:
    """The title, then those in other languages that are printed; supplied ones would pass for the journal's."""
    yield element("title", citation.title, {"language": _language(citation.title_language)})
    for language, text in placed.work.title.items():
        if language != citation.title_language and language not in placed.work.supplied.title and _language(language):
            yield element("title", text, {"language": _language(language)})


def _authors(catalogue: Catalogue, placed: Placed, citation: Citation, affiliations: list[str]) -> Iterator[str]:
    for creator, name in zip(placed.work.creators, citation.authors, strict=True):
        number = str(affiliations.index(creator.affiliation) + 1) if creator.affiliation else ""
        yield group(
            "author",
            [
                element("name", _signed(catalogue, name)),
                element("affiliationId", number),
                element("orcid_id", xml.orcid(name)),
            ],
        )


def _signed(catalogue: Catalogue, name: Name) -> str:
    """A name in the order in which it is signed; DOAJ has one field for it."""
    if name.literal:
        return name.literal
    spellings = catalogue.vocabularies["parties"][name.party].names if name.party else ()
    reverse = any(spelt.family_first for spelt in spellings if (spelt.family, spelt.given or "") == (name.family, name.given))
    parts = (name.family, name.given, name.suffix) if reverse else (name.given, name.family, name.suffix)
    return " ".join(part for part in parts if part)


def _own_and_english(citation: Citation) -> tuple[str, ...]:
    return tuple(dict.fromkeys((citation.words, INTERNATIONAL)))


def _abstracts(placed: Placed, citation: Citation) -> Iterator[str]:
    """The document's own abstracts; the library's summaries would pass for the author's."""
    for language, text in xml.summaries(placed, citation).items():
        if language in (citation.abstract_language, INTERNATIONAL) and language not in placed.work.supplied.summary:
            yield element("abstract", text, {"language": _language(language)})


def _keywords(catalogue: Catalogue, placed: Placed, citation: Citation) -> Iterator[str]:
    themes, countries = catalogue.vocabularies["themes"], catalogue.vocabularies["countries"]
    terms = [themes[theme] for theme in placed.work.themes] + [countries[code] for code in placed.work.coverage.countries]
    for language in _own_and_english(citation):
        words = citation.keywords if language == citation.words else [term.label.get(language, "") for term in terms]
        yield group("keywords", [element("keyword", word) for word in words], {"language": _language(language)})
