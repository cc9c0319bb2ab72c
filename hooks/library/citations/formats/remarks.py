"""What a format has no field for, told in English sentences without a full stop: for its notes."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from library.catalogue.dates import Issued
from library.catalogue.document_numbers import NAMES
from library.citations.citation import Citation, Sibling

SUPPLIED = "Title supplied by the library"
ABSTRACT_SUPPLIED = "Abstract written by the library"
MORE_AUTHORS = "The source names only the first authors"

_RELATIONS = {
    "translation-of": "Translated from the {language} edition ({key})",
    "translated-as": "Translated into {language} ({key})",
    "other-language": "Also published in {language} ({key})",
}


@cache
def english_name(language: str) -> str:
    """The English name of a language (BCP 47), as CLDR has it: ``kk`` gives ``Kazakh``."""
    names = Locale("en").languages
    return names.get(language.replace("-", "_")) or names.get(language.partition("-")[0]) or language


def english_title(citation: Citation) -> str:
    """The title in English, where the document's is in another language; in brackets where supplied."""
    if citation.title_language == "en":
        return ""
    return next((text for language, text in citation.other_titles if language == "en"), "")


def english_title_alone(citation: Citation) -> str:
    """As ``english_title``, but empty where that is the title of another edition, which is told of by itself."""
    return "" if any(sibling.language.partition("-")[0] == "en" for sibling in citation.siblings) else english_title(citation)


def other_edition(sibling: Sibling) -> str:
    """How another edition relates to this one, with its language and key."""
    if not sibling.language:
        return f"Another edition states no language ({sibling.key})"
    return _RELATIONS[sibling.relation].format(language=english_name(sibling.language), key=sibling.key)


def other_editions(citation: Citation) -> list[str]:
    return [other_edition(sibling) for sibling in citation.siblings]


_WITHDRAWN = {"superseded": "Superseded on {}", "retracted": "Retracted on {}"}


def withdrawn(citation: Citation) -> list[str]:
    """That the work was withdrawn, on which day and what stands in its place; empty for all others."""
    if citation.withdrawn is None:
        return []
    told = _WITHDRAWN.get(citation.because, "Withdrawn on {}").format(citation.withdrawn)
    if other := citation.replaced_by:
        told += f"; in its place: {other.title} ({other.key}), {other.address}"
    return [told]


def corrected(citation: Citation) -> list[str]:
    """What was corrected in the document, and on which days."""
    return [f"Corrected on {each.day}: {each.what.rstrip('.')}" for each in citation.corrected]


def series(citation: Citation) -> str:
    """A report's series with the number in it, for formats whose "number" would be the report's own."""
    return ", ".join(part for part in (citation.series, citation.series_number) if part)


def whole(citation: Citation) -> str:
    """What it stands in, with volume and number."""
    numbers = [citation.volume and f"vol. {citation.volume}", citation.number and f"no. {citation.number}"]
    return ", ".join(part for part in (f"In: {citation.container}", *numbers) if part)


def set_of_volumes(citation: Citation) -> str:
    """Title of the set that a book is a volume of; empty for all else."""
    return citation.container if citation.kind == "book" else ""


def identifiers(citation: Citation) -> list[str]:
    """Handle, URN and ARK, each behind its name."""
    return [f"{NAMES[scheme]}: {value}" for scheme, value in citation.further_identifiers]


def event(citation: Citation) -> list[str]:
    """The conference with its place and date."""
    if not citation.event:
        return []
    return [", ".join(part for part in (f"Given at: {citation.event}", citation.event_place, str(citation.event_date or "")) if part)]


_EDITION = re.compile(r",? (?:edition|edn\.?|ed\.?)$", re.IGNORECASE)


def bare_edition(citation: Citation) -> str:
    """The edition statement without the word that BibTeX styles put behind it."""
    return _EDITION.sub("", citation.edition)


def original(citation: Citation) -> list[str]:
    """What an edition was translated from, where that is no edition of the library's."""
    if citation.translated_from or not (citation.original_title or citation.original_language or citation.original_date):
        return []
    language = english_name(citation.original_language) if citation.original_language else ""
    told = ", ".join(filter(None, (citation.original_title, language, str(citation.original_date or ""))))
    return [f"Translated from: {told}"]


def funding(citation: Citation) -> list[str]:
    """Who funded it: in the words that its projects ask for, or else the funders with the numbers of their awards.

    It stands before other remarks: a project words it as it likes, and readers of ours know where the others begin.
    """
    if citation.credits:
        return list(citation.credits)
    named = ("".join((each.funder.inverted, f", {each.award}" if each.award else "")) for each in citation.funding)
    told = "; ".join(dict.fromkeys(named))
    return [f"Funded by {told}"] if told else []


_MARKS = {
    "~": "Issued about {}",
    "?": "Issued in {}, which is not certain",
    "%": "Issued about {}, which is not certain",
    "c": "Copyright {}",
    "X": "Issued between {} and {}",
}
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}


def issued(when: Issued | None) -> list[str]:
    """A date of issue that is more than year, month and day; empty for all others."""
    if when is None or not when.edtf:
        return []
    if when.season:
        return [f"Issued in {_SEASONS[when.season]} {when.year}"]
    if not when.is_span:
        ends = (when.edtf.replace("X", "0"), when.edtf.replace("X", "9")) if when.mark == "X" else (when.plain,)
        return [_MARKS[when.mark].format(*ends)]
    if not when.begins:
        return [f"Issued not after {when.plain}"]
    if when.end:
        return [f"Issued from {when.plain} to {when.end.plain}"]
    return [f"Issued from {when.plain} on" if when.edtf.endswith("..") else f"Issued not before {when.plain}"]
